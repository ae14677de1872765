package org.aimass.audit.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class AllRunsOnPostgresIT extends AllRunsContract {

    AllRunsOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
