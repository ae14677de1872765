package org.aimass.audit.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aimass.background.ContainerThreads;
import org.aimass.background.Finishing;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.security.SystemActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This node's own threads for runs: as many at once as it has slots, each with a heartbeat that keeps its lease. When the node
 * stops in good order, they give their runs back.
 */
@ApplicationScoped
@Allowed(Role.SYSTEM)
@SuppressWarnings("NullAway.Init") // the container starts it before anything else calls it
public class RunWorkers implements Finishing {

    private static final Logger LOG = System.getLogger(RunWorkers.class.getName());
    private static final long BEATS_PER_LEASE = 10;
    private static final long STOPPING_SECONDS = 8;

    @Inject
    RunLeases leases;

    @Inject
    RunExecution execution;

    @Inject
    SystemActor system;

    @Inject
    ContainerThreads threadFactory;

    @Inject
    @ConfigProperty(name = "aimass.run.slots")
    int slots;

    @Inject
    @ConfigProperty(name = "aimass.run.lease")
    Duration lease;

    private Semaphore free;
    private ExecutorService workers;
    private ScheduledExecutorService heart;
    private volatile boolean ending;

    @PostConstruct
    void start() {
        free = new Semaphore(slots);
        workers = Executors.newFixedThreadPool(Math.max(1, slots), threadFactory);
        heart = Executors.newScheduledThreadPool(Math.max(1, slots), threadFactory);
    }

    /** Takes a slot, if one is free; {@link #run} or {@link #leaveSlot} must follow. */
    public boolean takeSlot() {
        return !ending && free.tryAcquire();
    }

    public void leaveSlot() {
        free.release();
    }

    /** Runs it on a thread of its own, within the slot that was taken. */
    public void run(Claim claim) {
        try {
            Future<?> unused = workers.submit(() -> {
                try {
                    system.run("audit.run", () -> work(claim));
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            free.release();
            leases.release(claim);
        }
    }

    private void work(Claim claim) {
        Pulse pulse = new Pulse(leases, claim, lease);
        long pause = Math.min(1_000, lease.toMillis() / BEATS_PER_LEASE);
        ScheduledFuture<?> beats = heart.scheduleWithFixedDelay(
                () -> system.run("audit.lease", () -> beat(claim, pulse)), pause, pause, TimeUnit.MILLISECONDS);
        try {
            execution.execute(claim, pulse);
        } catch (InterruptedException e) {
            leases.release(claim);
            Thread.currentThread().interrupt();
        } finally {
            beats.cancel(false);
        }
    }

    /** A beat that fails, such as while the database is away, is tried again: only the lease's end gives the run away. */
    private static void beat(Claim claim, Pulse pulse) {
        try {
            pulse.beat();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the lease of run " + claim.runId() + " could not be renewed", e);
        }
    }

    @Override
    public void beginNothing() {
        ending = true;
    }

    /** Every run has ended, or was given back. */
    @Override
    public boolean isFinished() {
        return free.availablePermits() == slots;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "a run did not stop in time; its lease will lapse");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        heart.shutdownNow();
    }
}
