package org.aimass.background;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that happens later. A CDI bean of a room, every method of it called as {@link org.aimass.security.Role#SYSTEM}, on
 * any node, outside a transaction. It may be called again after it was cut off half way, so it must be safe to repeat.
 */
public interface BackgroundTask {

    /** Unique, such as {@code registry.inspect}; at most 100 characters, never changed once in use. */
    String name();

    /**
     * Does the work.
     *
     * @param data what was given when it was scheduled; empty for a recurring task
     * @throws Exception to be called again later, after longer and longer pauses
     */
    void run(String data) throws Exception;

    /** How long to pause between two runs of a recurring task; empty for one that only runs when it is scheduled. */
    default Optional<Duration> interval() {
        return Optional.empty();
    }

    /** Called once when it has failed so often that it will not be tried again. Recurring tasks never come to this. */
    default void givenUp(String data, Throwable cause) {}
}
