package org.aimass.report.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class PublicationOnPostgresIT extends PublicationContract {

    PublicationOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
