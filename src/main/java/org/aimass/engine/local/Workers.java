package org.aimass.engine.local;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.aimass.engine.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Threads that measure batches while the next ones are read. Batches go round: free, filled by the reader, measured, free
 * again; so memory does not grow with the rows. Of several errors the one in the earliest rows is kept, whichever thread came
 * upon it first.
 */
final class Workers implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 200;
    /** How long it may take to see that nothing comes any more. */
    private static final long END_MILLIS = 10;

    private record Failure(long batch, Throwable cause) {}

    private final BlockingQueue<CodedBatch> free;
    private final BlockingQueue<CodedBatch> filled;
    private final List<Thread> threads;
    private final Deadline deadline;
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private volatile boolean atEnd;

    Workers(List<? extends Measurer<?>> measurers, Supplier<CodedBatch> batches, Deadline deadline) {
        this.deadline = deadline;
        int rounds = 2 * measurers.size() + 1;
        free = new ArrayBlockingQueue<>(rounds);
        filled = new ArrayBlockingQueue<>(rounds);
        for (int i = 0; i < rounds; i++) {
            free.add(batches.get());
        }
        threads = measurers.stream().map(this::start).toList();
    }

    private Thread start(Measurer<?> measurer) {
        Thread thread = new Thread(() -> work(measurer), "measure");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void work(Measurer<?> measurer) {
        try {
            while (true) {
                CodedBatch batch = filled.poll(END_MILLIS, TimeUnit.MILLISECONDS);
                if (batch == null) {
                    if (atEnd && filled.isEmpty()) {
                        return;
                    }
                    continue;
                }
                measure(measurer, batch);
                free.add(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(Measurer<?> measurer, CodedBatch batch) {
        Failure known = failure.get();
        if (known != null && known.batch() < batch.number) {
            return;
        }
        try {
            measurer.measure(batch);
        } catch (RuntimeException | Error e) {
            failure.accumulateAndGet(new Failure(batch.number, e), Workers::earlier);
        }
    }

    private static @Nullable Failure earlier(@Nullable Failure one, @Nullable Failure other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.batch() <= other.batch() ? one : other;
    }

    /**
     * A batch to fill; null if measuring has failed and no more are wanted.
     */
    @Nullable
    CodedBatch take() throws InterruptedException {
        while (failure.get() == null) {
            deadline.check();
            CodedBatch batch = free.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (batch != null) {
                return batch;
            }
        }
        return null;
    }

    /** Has a filled batch measured. */
    void give(CodedBatch batch) {
        filled.add(batch);
    }

    /**
     * Waits until all is measured.
     *
     * @throws RuntimeException the error of the earliest rows, if there was one
     */
    void finish() throws InterruptedException {
        atEnd = true;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                deadline.check();
                thread.join(PATIENCE_MILLIS);
            }
        }
        Failure failed = failure.get();
        if (failed != null && failed.cause() instanceof RuntimeException cause) {
            throw cause;
        } else if (failed != null && failed.cause() instanceof Error cause) {
            throw cause;
        }
    }

    /** Sends the threads home and waits for them: what they use may not be closed under native code that still runs. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
