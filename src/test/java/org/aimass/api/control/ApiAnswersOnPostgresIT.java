package org.aimass.api.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class ApiAnswersOnPostgresIT extends ApiAnswersContract {

    ApiAnswersOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
