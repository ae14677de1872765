package org.aimass.audit.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class RunQueueOnPostgresIT extends RunQueueContract {

    RunQueueOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
