package org.aimass.organization.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class AdministrationOnPostgresIT extends AdministrationContract {

    AdministrationOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
