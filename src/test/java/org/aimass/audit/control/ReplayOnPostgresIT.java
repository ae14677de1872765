package org.aimass.audit.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class ReplayOnPostgresIT extends ReplayContract {

    ReplayOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
