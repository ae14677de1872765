package org.aimass.report.control;

import org.aimass.database.TestDatabase;

class RegisterOnH2Test extends RegisterContract {

    RegisterOnH2Test() {
        super(TestDatabase.h2());
    }
}
