package org.aimass.api.control;

import org.aimass.database.TestDatabase;

class ApiAnswersOnH2Test extends ApiAnswersContract {

    ApiAnswersOnH2Test() {
        super(TestDatabase.h2());
    }
}
