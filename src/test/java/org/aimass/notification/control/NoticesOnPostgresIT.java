package org.aimass.notification.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class NoticesOnPostgresIT extends NoticesContract {

    NoticesOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
