package org.aimass.datausage.control;

import org.aimass.database.TestDatabase;

class MyDataUsesOnH2Test extends MyDataUsesContract {

    MyDataUsesOnH2Test() {
        super(TestDatabase.h2());
    }
}
