package org.aimass.child;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What came of a child.
 *
 * @param exitCode 0 done; 2 the files are at fault, and {@code errorLine} says how; anything else a failure, above 128 by a
 *     signal
 * @param errorLine the first line that it complained with, one line of at most 1,000 characters, or empty
 * @param output what it answered; empty unless it ended with 0 and within the limit
 * @param sandboxed whether there were walls around it, not only limits
 */
public record ChildResult(End end, int exitCode, String errorLine, Optional<byte[]> output, boolean sandboxed) {

    private static final int SIGNALLED = 128;
    private static final int KILLED = SIGNALLED + 9;
    private static final int TERMINATED = SIGNALLED + 15;

    /** How a child came to its end. */
    public enum End {
        EXITED,
        /** Killed at the deadline. */
        DEADLINE,
        /** Killed because it was no longer wanted. */
        CANCELLED
    }

    public boolean isDone() {
        return end == End.EXITED && exitCode == 0 && output.isPresent();
    }

    /** Whether somebody ended it who is neither the engine nor this portal: the same files may do well another time. */
    public boolean wasKilledFromOutside() {
        return end == End.EXITED && (exitCode == KILLED || exitCode == TERMINATED);
    }

    /** The answer as text. */
    public String text() {
        return new String(output.orElseThrow(), StandardCharsets.UTF_8);
    }

    /** Why there is no answer, in one line of English. */
    public String reason() {
        return switch (end) {
            case DEADLINE -> "the engine did not end in time and was stopped";
            case CANCELLED -> "cancelled";
            case EXITED -> exitReason();
        };
    }

    private String exitReason() {
        if (wasKilledFromOutside()) {
            return "the engine was ended from outside";
        }
        if (exitCode > SIGNALLED) {
            return "the engine crashed (signal " + (exitCode - SIGNALLED) + ")";
        }
        if (exitCode == 0) {
            return "the engine gave no usable answer";
        }
        return errorLine.isEmpty() ? "the engine failed (exit code " + exitCode + ")" : errorLine;
    }
}
