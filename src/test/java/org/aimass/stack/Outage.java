package org.aimass.stack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server is away from now on, for some seconds at least; with {@code -Psoak} for a minute. What is tried meanwhile counts. */
final class Outage {
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("aimass.away", 5));

    private final long end = System.nanoTime() + LASTS.toNanos();

    /** Returns when the server has been away long enough. */
    void last() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    }
}
