package org.aimass.desk.control;

/** The demonstration cannot be completed, however often it is tried. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String why) {
        super(why);
    }
}
