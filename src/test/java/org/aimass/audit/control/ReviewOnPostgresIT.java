package org.aimass.audit.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class ReviewOnPostgresIT extends ReviewContract {

    ReviewOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
