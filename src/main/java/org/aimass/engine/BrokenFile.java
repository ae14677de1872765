package org.aimass.engine;

import java.io.IOException;

/** One file among others that cannot be used. Whoever knows its place turns it into a {@link BadInput}. */
public final class BrokenFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final String found;
    private final String expected;

    /**
     * @param found what is there
     * @param expected what should be
     */
    public BrokenFile(String found, String expected) {
        super("found " + found + ", expected " + expected);
        this.found = found;
        this.expected = expected;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
