package org.aimass.notification.control;

import org.aimass.database.TestDatabase;

class NoticesOnH2Test extends NoticesContract {

    NoticesOnH2Test() {
        super(TestDatabase.h2());
    }
}
