package org.aimass.audit.control;

import org.aimass.database.TestDatabase;

class RunQueueOnH2Test extends RunQueueContract {

    RunQueueOnH2Test() {
        super(TestDatabase.h2());
    }
}
