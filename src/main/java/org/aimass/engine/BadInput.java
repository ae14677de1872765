package org.aimass.engine;

/**
 * The job, the data or the model is at fault: the process ends with exit code 2 and this message, always one line, as its
 * only word on standard error. It names the file, the place, what was found and what was expected.
 */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    public BadInput(String message) {
        super(OneLine.of(message, LONGEST));
    }
}
