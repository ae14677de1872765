package org.aimass.audit.control;

import org.aimass.database.TestDatabase;

class AllRunsOnH2Test extends AllRunsContract {

    AllRunsOnH2Test() {
        super(TestDatabase.h2());
    }
}
