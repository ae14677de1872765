package org.aimass.report.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class ChangeOnPostgresIT extends ChangeContract {

    ChangeOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
