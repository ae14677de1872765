package org.aimass.database;

import java.io.IOException;

class PostgresPersistenceIT extends PersistenceContract {

    PostgresPersistenceIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
