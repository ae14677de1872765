package org.aimass.audit.control;

import org.aimass.database.TestDatabase;

class ReplayOnH2Test extends ReplayContract {

    ReplayOnH2Test() {
        super(TestDatabase.h2());
    }
}
