package org.aimass.organization.control;

import org.aimass.database.TestDatabase;

class AdministrationOnH2Test extends AdministrationContract {

    AdministrationOnH2Test() {
        super(TestDatabase.h2());
    }
}
