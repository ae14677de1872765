package org.aimass.database;

class H2PersistenceTest extends PersistenceContract {

    H2PersistenceTest() {
        super(TestDatabase.h2());
    }
}
