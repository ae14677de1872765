package org.aimass.dataset.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class UploadsR13OnPostgresIT extends UploadsR13Contract {

    UploadsR13OnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
