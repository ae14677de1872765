package org.aimass.database;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a row that is already there from a database that does not work. */
public final class Duplicate {

    /** The SQL standard's class of integrity constraint violations. */
    private static final String INTEGRITY = "23";

    private Duplicate() {}

    /** Whether a constraint of the tables refused the statement. */
    public static boolean isCauseOf(PersistenceException failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(INTEGRITY)) {
                return true;
            }
        }
        return false;
    }
}
