package org.aimass.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The job, the data or the model is at fault: the process ends with exit code 2 and this message, always one line, as its
 * only word on standard error. It names the file, the place, what was found and what was expected.
 */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    private final transient @Nullable Fault fault;

    public BadInput(String message) {
        super(OneLine.of(message, LONGEST));
        fault = null;
    }

    /** One whose place in a table is known. */
    public BadInput(String message, Fault fault) {
        super(OneLine.of(message, LONGEST));
        this.fault = fault;
    }

    /** Empty where no place in a table is to blame. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }
}
