package org.aimass.audit.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class RunsOnPostgresIT extends RunsContract {

    RunsOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
