package org.aimass.audit.control;

import org.aimass.database.TestDatabase;

class FindingOnH2Test extends FindingContract {

    FindingOnH2Test() {
        super(TestDatabase.h2());
    }
}
