package org.aimass.audit.control;

import org.aimass.database.TestDatabase;

class RunsOnH2Test extends RunsContract {

    RunsOnH2Test() {
        super(TestDatabase.h2());
    }
}
