package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aimass.background.ContainerThreads;
import org.aimass.security.SystemActor;
import org.junit.jupiter.api.Test;

/** A node with N slots runs N audits at once and no more, and a free slot is taken again. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class RunWorkersTest {

    private static final int SLOTS = 3;
    private static final int WAITING = 8;

    private final AtomicInteger left = new AtomicInteger(WAITING);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(WAITING);

    @Test
    void asManyAtOnceAsThereAreSlots() throws InterruptedException {
        RunWorkers workers = workers();
        DispatchRuns dispatch = dispatch(workers);
        try {
            dispatch.run("");
            assertTrue(begun.tryAcquire(SLOTS, 10, TimeUnit.SECONDS), "all slots are used");
            assertEquals(WAITING - SLOTS, left.get(), "nothing more is claimed");
            dispatch.run("");
            assertEquals(WAITING - SLOTS, left.get(), "however often it looks");
            mayEnd.release();
            while (left.get() > WAITING - SLOTS - 1) {
                dispatch.run("");
                Thread.onSpinWait();
            }
            assertTrue(begun.tryAcquire(1, 10, TimeUnit.SECONDS), "the slot that got free");
            assertEquals(SLOTS, now.get());
            mayEnd.release(WAITING);
            while (left.get() > 0) {
                dispatch.run("");
                Thread.onSpinWait();
            }
            assertTrue(ended.await(10, TimeUnit.SECONDS));
            assertEquals(SLOTS, most.get());
        } finally {
            workers.stop();
        }
    }

    private RunWorkers workers() {
        RunWorkers workers = new RunWorkers();
        workers.slots = SLOTS;
        workers.lease = Duration.ofMinutes(1);
        workers.leases = leases();
        workers.threadFactory = new ContainerThreads() {
            @Override
            public Thread newThread(Runnable work) {
                return new Thread(work);
            }
        };
        workers.system = new SystemActor() {
            @Override
            public void run(String task, Runnable work) {
                work.run();
            }
        };
        workers.execution = new RunExecution() {
            @Override
            public void execute(Claim claim, Pulse pulse) throws InterruptedException {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                begun.release();
                mayEnd.acquire();
                now.decrementAndGet();
                ended.countDown();
            }
        };
        workers.start();
        return workers;
    }

    private DispatchRuns dispatch(RunWorkers workers) {
        DispatchRuns dispatch = new DispatchRuns();
        dispatch.workers = workers;
        dispatch.leases = leases();
        dispatch.lease = workers.lease;
        return dispatch;
    }

    private RunLeases leases() {
        return new RunLeases() {
            @Override
            public Optional<Claim> claim(String node, Duration lease) {
                return left.get() == 0
                        ? Optional.empty()
                        : Optional.of(new Claim(UUID.randomUUID(), left.getAndDecrement()));
            }
        };
    }
}
