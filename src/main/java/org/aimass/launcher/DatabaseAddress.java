package org.aimass.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The JDBC address of the portal's database. One that would have H2 run statements, listen or write elsewhere is refused. */
final class DatabaseAddress {

    private static final String VARIABLE = "AIMASS_DB_URL";
    private static final String H2 = "jdbc:h2:";
    private static final String H2_FILE = "jdbc:h2:file:";
    /** As PostgreSQL writes and sorts; and nothing acknowledged is kept back from the file. */
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";

    private static final Set<String> H2_MAY = Set.of(
            "MODE",
            "DATABASE_TO_LOWER",
            "DEFAULT_NULL_ORDERING",
            "WRITE_DELAY",
            "CACHE_SIZE",
            "LOCK_TIMEOUT",
            "DB_CLOSE_DELAY",
            "DB_CLOSE_ON_EXIT");

    private static final String POSTGRESQL_OPTIONS =
            "connectTimeout=5&loginTimeout=10&socketTimeout=120&tcpKeepAlive=true";

    private DatabaseAddress() {}

    /** Of the database that lies in the data folder. */
    static String embedded(Path data) throws CannotStart {
        return file(data.resolve("portal")) + H2_OPTIONS;
    }

    /**
     * Of an H2 database in a file, without options.
     *
     * @throws CannotStart if part of the path would be taken for an option
     */
    static String file(Path path) throws CannotStart {
        if (path.toString().contains(";")) {
            throw new CannotStart(
                    "the data folder " + path + " has a semicolon in its name; choose another by AIMASS_DATA");
        }
        return H2_FILE + path;
    }

    /** The operator's own, refused where it is dangerous; a database that never answers must not hold whoever asks for ever. */
    static String checked(String url) throws CannotStart {
        if (url.toLowerCase(Locale.ROOT).strip().startsWith(H2)) {
            checkH2(url);
        } else if (url.startsWith("jdbc:postgresql:") && !url.contains("socketTimeout=")) {
            return url + (url.contains("?") ? "&" : "?") + POSTGRESQL_OPTIONS;
        }
        return url;
    }

    private static void checkH2(String url) throws CannotStart {
        if (!url.startsWith(H2_FILE)) {
            throw new CannotStart(VARIABLE + " is no address of a file; expected " + H2_FILE + " and its path");
        }
        String[] parts = url.split(";", -1);
        for (int part = 1; part < parts.length; part++) {
            String option = parts[part].split("=", 2)[0].strip();
            if (!H2_MAY.contains(option.toUpperCase(Locale.ROOT))) {
                throw new CannotStart(VARIABLE + " has the option \"" + option + "\", which is refused");
            }
        }
    }
}
