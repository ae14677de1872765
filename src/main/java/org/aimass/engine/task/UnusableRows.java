package org.aimass.engine.task;

/** Rows that cannot be measured together: what was found, and what was expected. */
public final class UnusableRows extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableRows(String message) {
        super(message);
    }
}
