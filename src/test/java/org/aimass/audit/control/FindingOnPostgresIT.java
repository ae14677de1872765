package org.aimass.audit.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class FindingOnPostgresIT extends FindingContract {

    FindingOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
