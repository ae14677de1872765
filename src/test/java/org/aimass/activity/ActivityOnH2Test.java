package org.aimass.activity;

import org.aimass.database.TestDatabase;

class ActivityOnH2Test extends ActivityContract {

    ActivityOnH2Test() {
        super(TestDatabase.h2());
    }
}
