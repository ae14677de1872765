package org.aimass.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.aimass.child.SandboxedProcess.End;
import org.aimass.child.SandboxedProcess.Result;

/** A started child, its two output streams being drained by two threads of their own. Closing it leaves nothing behind. */
final class RunningChild implements AutoCloseable {

    private static final int MAX_PROGRESS_LENGTH = 2_000;
    private static final int MAX_PROGRESS_LINES = 100_000;
    private static final int MAX_ERROR_LENGTH = 1_000;
    private static final long LOOK_MILLIS = 200;
    /** Bubblewrap and Java are three. Whoever makes more than a handful is no engine, and root's processes have no other limit. */
    private static final int MOST_PROCESSES = 16;

    private static final long DRAIN_MILLIS = 2_000;
    /** The engine itself ends at the deadline, and says so; one that does not listen is killed this much later. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Process process;
    private final EngineCommand command;
    private final long deadline;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(256);
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private volatile String errorLine = "";
    private final Thread output;
    private final Thread errors;

    RunningChild(Process process, EngineCommand command) {
        this.process = process;
        this.command = command;
        this.deadline = System.nanoTime() + command.deadline().plus(GRACE).toNanos();
        this.output = drain("child-output", command.outputFile().isPresent() ? this::readLines : this::readAnswer);
        this.errors = drain("child-errors", this::readErrors);
    }

    End await(Consumer<String> progressLine, BooleanSupplier cancelled) throws InterruptedException {
        long look = System.nanoTime();
        while (true) {
            String line = lines.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                progressLine.accept(line);
            } else if (!process.isAlive()) {
                output.join(DRAIN_MILLIS);
                if (lines.isEmpty()) {
                    return End.EXITED;
                }
            }
            long now = System.nanoTime();
            if (now - deadline > 0) {
                return End.DEADLINE;
            }
            if (now - look > 0) {
                look = now + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
                if (process.descendants().limit(MOST_PROCESSES).count() == MOST_PROCESSES) {
                    return End.RUNAWAY;
                }
            }
            if (process.isAlive() && cancelled.getAsBoolean()) {
                return End.CANCELLED;
            }
        }
    }

    Result result(End end, JobFolder job, Layout layout, boolean sandboxed) throws IOException, InterruptedException {
        if (process.isAlive() || !sandboxed) {
            ProcessGroup.kill(process.toHandle());
        }
        int exitCode = process.waitFor();
        output.join(DRAIN_MILLIS);
        errors.join(DRAIN_MILLIS);
        boolean done = end == End.EXITED && exitCode == 0;
        return new Result(
                end, exitCode, layout.withFixedNames(errorLine), done ? answer(job) : Optional.empty(), sandboxed);
    }

    private Optional<byte[]> answer(JobFolder job) throws IOException {
        if (command.outputFile().isPresent()) {
            return job.read(command.outputFile().get(), command.outputLimit());
        }
        synchronized (answer) {
            return answer.size() <= command.outputLimit() ? Optional.of(answer.toByteArray()) : Optional.empty();
        }
    }

    private void readLines(InputStream in) throws IOException {
        new LineReader(MAX_PROGRESS_LENGTH, MAX_PROGRESS_LINES).read(in, this::pass);
    }

    /** When the caller is slow, the oldest line goes: only the newest progress is of use. */
    private void pass(String line) {
        while (!lines.offer(line)) {
            lines.poll();
        }
    }

    private void readAnswer(InputStream in) throws IOException {
        byte[] chunk = new byte[8192];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            synchronized (answer) {
                if (answer.size() <= command.outputLimit()) {
                    answer.write(chunk, 0, read);
                }
            }
        }
    }

    private void readErrors(InputStream in) throws IOException {
        new LineReader(MAX_ERROR_LENGTH, 1).read(in, line -> errorLine = line);
    }

    private Thread drain(String name, Drain drain) {
        InputStream stream = name.equals("child-errors") ? process.getErrorStream() : process.getInputStream();
        Thread thread = new Thread(
                () -> {
                    try {
                        drain.read(stream);
                    } catch (IOException e) {
                        // the child was cut off: there is nothing more to read
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Drain {
        void read(InputStream in) throws IOException;
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            ProcessGroup.kill(process.toHandle());
        }
        process.onExit()
                .orTimeout(DRAIN_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(tooLong -> process)
                .join();
        process.getOutputStream().close();
        process.getInputStream().close();
        process.getErrorStream().close();
    }
}
