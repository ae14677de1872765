package org.aimass.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The time a command may take. When it is over, everything registered is told to stop, {@link #check} throws, and if the
 * work has still not ended two seconds later the last resort runs.
 */
public final class Deadline implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Optional<ScheduledExecutorService> clock;
    private final Set<Runnable> stops = ConcurrentHashMap.newKeySet();
    private final String message;
    private volatile boolean over;

    private Deadline(Optional<ScheduledExecutorService> clock, String message) {
        this.clock = clock;
        this.message = message;
    }

    /** There is all the time in the world. */
    public static Deadline none() {
        return new Deadline(Optional.empty(), "");
    }

    /**
     * @param time from now, positive
     * @param lastResort what ends the process where the work does not listen; gets the message
     */
    public static Deadline in(Duration time, java.util.function.Consumer<String> lastResort) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "deadline");
            thread.setDaemon(true);
            return thread;
        });
        Deadline deadline = new Deadline(
                Optional.of(clock), "the deadline of " + time.toSeconds() + " seconds was reached before the end");
        after(clock, time, deadline::expire);
        after(clock, time.plus(GRACE), () -> lastResort.accept(deadline.message));
        return deadline;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the clock
    private static void after(ScheduledExecutorService clock, Duration time, Runnable task) {
        clock.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expire() {
        over = true;
        stops.forEach(Runnable::run);
    }

    /** Runs the task when the time is over; at once if it already is. */
    public void atEnd(Runnable stop) {
        stops.add(stop);
        if (over) {
            stop.run();
        }
    }

    /** Forgets a task given to {@link #atEnd}. */
    public void forget(Runnable stop) {
        stops.remove(stop);
    }

    /**
     * @throws EngineFailure if the time is over
     */
    public void check() {
        if (over) {
            throw new EngineFailure(message);
        }
    }

    @Override
    public void close() {
        clock.ifPresent(ScheduledExecutorService::shutdownNow);
    }
}
