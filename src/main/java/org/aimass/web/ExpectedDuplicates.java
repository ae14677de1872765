package org.aimass.web;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.aimass.database.Duplicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out of the log what EclipseLink writes, with its whole stack, of every row whose key was there already, before it
 * throws the exception to whoever knows what to make of it. An exception that nobody handles is still written by who meets it.
 */
final class ExpectedDuplicates implements Filter {

    private static final String ECLIPSELINK = "org.eclipse.persistence.";

    private final @Nullable Filter before;

    ExpectedDuplicates(@Nullable Filter before) {
        this.before = before;
    }

    @Override
    public boolean isLoggable(LogRecord log) {
        boolean duplicate = log.getLoggerName() != null
                && log.getLoggerName().startsWith(ECLIPSELINK)
                && Duplicate.isSameKey(log.getThrown());
        return !duplicate && (before == null || before.isLoggable(log));
    }
}
