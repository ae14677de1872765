package org.aimass.database;

/** The database does not answer at the moment: nobody's mistake, and worth another try soon. */
public final class DatabaseIsAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseIsAway() {
        super("the database is away");
    }
}
