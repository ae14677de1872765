package org.aimass.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    @Test
    void aDatabaseThatIsAwayIsToldFromAMistake() {
        assertTrue(DatabaseAway.isBehind(new IllegalStateException(new SQLException("broken", "08006"))));
        assertTrue(DatabaseAway.isBehind(new SQLException("stops", "57P01")));
        assertTrue(DatabaseAway.isBehind(new IllegalStateException("Error in allocating a connection. Cause: x")));
        assertTrue(DatabaseAway.isBehind(new IllegalStateException(new XAException(XAException.XAER_RMERR))));
        assertFalse(DatabaseAway.isBehind(new SQLException("no such column", "42703")));
        assertFalse(DatabaseAway.isBehind(new IllegalStateException("x")));
    }
}
