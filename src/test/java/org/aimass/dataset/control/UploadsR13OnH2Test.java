package org.aimass.dataset.control;

import org.aimass.database.TestDatabase;

class UploadsR13OnH2Test extends UploadsR13Contract {

    UploadsR13OnH2Test() {
        super(TestDatabase.h2());
    }
}
