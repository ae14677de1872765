package org.aimass.child;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.aimass.background.Finishing;
import org.aimass.shared.EngineJvm;
import org.aimass.shared.Measured;
import org.aimass.shared.Reading;
import org.aimass.shared.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine in a process of its own: no credentials, no network, a memory limit, a deadline, and the walls of
 * {@link Sandbox}. Whatever an uploaded file does to it costs that run alone, and what it answers is not trusted.
 */
@ApplicationScoped
public class SandboxedProcess implements Finishing, Measured {

    private static final String REQUIRED = "required";

    private final Optional<String> engineJar;
    private final String sandboxMode;
    private final JobFolders folders;
    private final Set<ProcessHandle> running = ConcurrentHashMap.newKeySet();

    private @Nullable Sandbox best;
    private volatile boolean stopping;

    @Inject
    SandboxedProcess(
            @ConfigProperty(name = "aimass.engine.jar") Optional<String> engineJar,
            @ConfigProperty(name = "aimass.sandbox") String sandboxMode,
            JobFolders folders) {
        this.engineJar = engineJar;
        this.sandboxMode = sandboxMode;
        this.folders = folders;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SandboxedProcess() {
        this(Optional.empty(), "", null);
    }

    /** How a child came to its end. */
    public enum End {
        EXITED,
        /** Killed at the deadline. */
        DEADLINE,
        /** Killed because it was no longer wanted. */
        CANCELLED,
        /** Killed because it started processes, which the engine never does. */
        RUNAWAY
    }

    /**
     * What came of a child.
     *
     * @param exitCode 0 done; 2 the files are at fault, and {@code errorLine} says how; anything else a failure, above 128 by a
     *     signal
     * @param errorLine the first line that it complained with, one line of at most 1,000 characters, or empty
     * @param output what it answered; empty unless it ended with 0 and within the limit
     * @param sandboxed whether there were walls around it, not only limits
     */
    public record Result(End end, int exitCode, String errorLine, Optional<byte[]> output, boolean sandboxed) {

        private static final int SIGNALLED = 128;
        private static final int KILLED = SIGNALLED + 9;
        private static final int TERMINATED = SIGNALLED + 15;

        /** Whether the files are at fault, so that trying again is no use. */
        public boolean blamesInput() {
            return end == End.EXITED && exitCode == 2;
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
                case RUNAWAY -> "the engine started other processes and was stopped";
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

    /**
     * Runs the command to its end; the caller's thread must live that long, for the child does not outlive it.
     *
     * @param progressLine gets each line of standard output, on the caller's thread, when the answer is a file
     * @param cancelled asked several times a second
     * @throws Refusal UNAVAILABLE when {@code AIMASS_SANDBOX=required} and this machine has no working bubblewrap, or when
     *     there is no engine
     * @throws InterruptedException when the caller is interrupted or the portal stops; the child is dead by then
     */
    public Result run(EngineCommand command, Consumer<String> progressLine, BooleanSupplier cancelled)
            throws IOException, InterruptedException {
        Sandbox sandbox = sandbox();
        demandGoingOn();
        try (JobFolder job = folders.create()) {
            job.prepare(command.outputFile());
            Layout layout = new Layout(sandbox, job, command);
            layout.writeTexts();
            Process process = start(sandbox, job, command, layout);
            running.add(process.toHandle());
            try (RunningChild child = new RunningChild(process, command)) {
                job.remember(process.toHandle());
                demandGoingOn();
                End end = child.await(progressLine, cancelled);
                demandGoingOn();
                return child.result(end, job, layout, sandbox.isWalled());
            } finally {
                running.remove(process.toHandle());
            }
        }
    }

    /**
     * Whether children of this machine get walls around them, not only limits.
     *
     * @throws Refusal UNAVAILABLE as {@link #run} does
     */
    public boolean hasWalls() {
        return sandbox().isWalled();
    }

    private Process start(Sandbox sandbox, JobFolder job, EngineCommand command, Layout layout) throws IOException {
        Path jar = engine();
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (heap(command) >> 20) + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + (sandbox.isWalled() ? "/tmp" : job.path().toString()),
                "-jar",
                sandbox.inside(jar, "engine.jar")));
        java.addAll(1, EngineJvm.options());
        java.addAll(layout.arguments());
        java.addAll(List.of(
                "--exit-with-parent",
                "--deadline",
                Long.toString(Math.max(1, command.deadline().toSeconds()))));
        ProcessBuilder builder = new ProcessBuilder(sandbox.wrap(job, command, jar, java));
        builder.directory(job.path().toFile());
        builder.environment().clear();
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
        builder.environment().put("MALLOC_ARENA_MAX", "2"); // each reserves 64 MiB of the address space that is limited
        return builder.start();
    }

    /** A quarter of the memory; the rest is for native code. */
    private static long heap(EngineCommand command) {
        return Math.min(command.memoryBytes() / 4, 2L << 30);
    }

    private Path engine() {
        return engineJar
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .filter(Files::isRegularFile)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNAVAILABLE, "web", "refusal.engine"));
    }

    synchronized void use(Sandbox sandbox) {
        best = sandbox;
    }

    private synchronized Sandbox sandbox() {
        Sandbox found = best == null ? Sandbox.best() : best;
        best = found;
        if (!found.isWalled() && sandboxMode.equals(REQUIRED)) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "web", "refusal.sandbox");
        }
        return found;
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.gauge("aimass_engines_running", "Engine processes of this node.", running.size()));
    }

    private void demandGoingOn() throws InterruptedException {
        if (stopping) {
            throw new InterruptedException("the portal is stopping");
        }
    }

    @Override
    public void beginNothing() {
        // whoever has work under way may need another child to end it
    }

    @Override
    public boolean isFinished() {
        return running.isEmpty();
    }

    /** Whoever waits for a child is interrupted, and gives its work back. */
    @Override
    @PreDestroy
    public void cutShort() {
        stopping = true;
        running.forEach(ProcessGroup::kill);
    }
}
