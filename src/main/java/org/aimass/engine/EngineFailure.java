package org.aimass.engine;

/** Memory, time or native code gave out: the process ends with exit code 3 and this message, one line. */
public final class EngineFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    public EngineFailure(String message) {
        super(OneLine.of(message, LONGEST));
    }
}
