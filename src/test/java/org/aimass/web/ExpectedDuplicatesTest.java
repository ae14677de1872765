package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ExpectedDuplicatesTest {

    private static LogRecord log(String logger, String state) {
        LogRecord log = new LogRecord(Level.WARNING, "");
        log.setLoggerName(logger);
        log.setThrown(new IllegalStateException(new SQLException("no", state)));
        return log;
    }

    @Test
    void onlyTheSameKeyAgainStaysOutAndOnlyFromEclipseLink() {
        ExpectedDuplicates filter = new ExpectedDuplicates(null);
        assertFalse(filter.isLoggable(log("org.eclipse.persistence.session./x_portal", "23505")));
        assertTrue(filter.isLoggable(log("org.eclipse.persistence.session./x_portal", "23503")), "a foreign key");
        assertTrue(filter.isLoggable(log("org.eclipse.persistence.session./x_portal", "08006")), "no connection");
        assertTrue(filter.isLoggable(log("org.aimass.web.ErrorServlet", "23505")), "nobody handled it");
        assertTrue(filter.isLoggable(new LogRecord(Level.INFO, "no logger, no exception")));
        assertFalse(new ExpectedDuplicates(any -> false).isLoggable(new LogRecord(Level.INFO, "")));
    }
}
