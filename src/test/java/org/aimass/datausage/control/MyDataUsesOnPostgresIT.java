package org.aimass.datausage.control;

import java.io.IOException;
import org.aimass.database.TestDatabase;

class MyDataUsesOnPostgresIT extends MyDataUsesContract {

    MyDataUsesOnPostgresIT() throws IOException {
        super(TestDatabase.postgres());
    }
}
