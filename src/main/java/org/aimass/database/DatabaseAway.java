package org.aimass.database;

import java.sql.SQLException;
import java.util.Set;
import javax.transaction.xa.XAException;

/** Tells a database that cannot be reached, which passes, from a mistake of the portal's own. */
public final class DatabaseAway {

    /** How the server's pool says that it gets no connection. */
    private static final String NO_CONNECTION = "allocating a connection";

    /** A full disk, a transaction that only reads, and a disk that fails. */
    private static final Set<String> KEEPS_NOTHING = Set.of("53100", "25006", "58030");

    private DatabaseAway() {}

    /**
     * Whether the failure comes from a database that does not answer. Of a commit the server hands on no more than an
     * {@link XAException} with a sentence; as no constraint waits for the commit, it fails for want of an answer only.
     */
    public static boolean isBehind(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 20; each = each.getCause(), depth++) {
            String message = String.valueOf(each.getMessage());
            if (each instanceof DatabaseIsAway
                    || each instanceof XAException
                    || message.contains(NO_CONNECTION)
                    || (each instanceof SQLException sql && isAway(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the failure comes from a database that answers and keeps nothing: its disk is full, or it stands in for another. */
    public static boolean isReadOnlyBehind(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 20; each = each.getCause(), depth++) {
            if (each instanceof SQLException sql && KEEPS_NOTHING.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Class 08 is a broken connection; 57P01 to 57P03 a server that stops, starts or crashed; 90067 and 90098 H2 the same. */
    private static boolean isAway(@org.jspecify.annotations.Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P0")
                        || state.equals("90067")
                        || state.equals("90098"));
    }
}
