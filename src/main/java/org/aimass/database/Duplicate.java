package org.aimass.database;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a row that is already there from a database that does not work. */
public final class Duplicate {

    /** The SQL standard's class of integrity constraint violations. */
    private static final String INTEGRITY = "23";

    /** The SQL standard's state for a row whose key is there already. */
    private static final String SAME_KEY = "23505";

    private Duplicate() {}

    /**
     * Whether the failure is that a row's key is there already, and nothing worse. Who inserts such a row expects that and
     * answers for it; whoever does not expect it has the exception itself.
     */
    public static boolean isSameKey(@Nullable Throwable failure) {
        int depth = 0;
        for (@Nullable Throwable each = failure; each != null && depth < 20; each = each.getCause(), depth++) {
            if (each instanceof SQLException sql && SAME_KEY.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

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
