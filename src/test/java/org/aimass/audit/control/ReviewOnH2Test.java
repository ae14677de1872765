package org.aimass.audit.control;

import org.aimass.database.TestDatabase;

class ReviewOnH2Test extends ReviewContract {

    ReviewOnH2Test() {
        super(TestDatabase.h2());
    }
}
