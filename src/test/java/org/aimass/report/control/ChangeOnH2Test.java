package org.aimass.report.control;

import org.aimass.database.TestDatabase;

class ChangeOnH2Test extends ChangeContract {

    ChangeOnH2Test() {
        super(TestDatabase.h2());
    }
}
