package org.aimass.activity;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class ActivityOnPostgresIT extends ActivityContract {

    ActivityOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
