package org.aimass.report.control;

import org.aimass.database.TestDatabase;

class PublicationOnH2Test extends PublicationContract {

    PublicationOnH2Test() {
        super(TestDatabase.h2());
    }
}
