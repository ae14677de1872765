package org.aimass.report.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class RegisterOnPostgresIT extends RegisterContract {

    RegisterOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
