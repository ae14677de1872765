package org.aimass.launcher;

import java.util.Locale;
import java.util.regex.Pattern;

/** The JDBC address of the portal's database, as an operator wrote it. */
final class DatabaseAddress {
    private static final String POSTGRESQL_OPTIONS =
            "connectTimeout=5&loginTimeout=10&socketTimeout=120&tcpKeepAlive=true";

    /** What makes H2 run statements at every connection, or open a port to others. */
    private static final Pattern OPENS_H2 = Pattern.compile("[;\\s](init|auto_server(_port)?)\\s*=");

    private DatabaseAddress() {}

    /**
     * As it is handed to the driver: a PostgreSQL that takes a question and never answers must not hold the thread that asked for ever.
     *
     * @throws CannotStart if it would open more than a database
     */
    static String checked(String url) throws CannotStart {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:h2:") && OPENS_H2.matcher(lower).find()) {
            throw new CannotStart(
                    "AIMASS_DB_URL: an address of H2 with INIT or AUTO_SERVER runs statements or opens a port;"
                            + " leave both out, or use PostgreSQL");
        }
        if (!url.startsWith("jdbc:postgresql:") || url.contains("socketTimeout=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + POSTGRESQL_OPTIONS;
    }
}
