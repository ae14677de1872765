package org.aimass.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.child.SandboxedProcess.End;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T3, T4, R1: what a child may do, and that nothing of it stays. */
class SandboxedProcessTest {

    private static final long MEMORY = 2L << 30;

    @TempDir
    Path data;

    private JobFolders folders = new JobFolders("");
    private SandboxedProcess processes = new SandboxedProcess(Optional.empty(), "", folders);
    private Path input = Path.of("unset");

    @BeforeEach
    void setUp() throws IOException {
        folders = new JobFolders(data.toString());
        processes = new SandboxedProcess(Optional.of(EngineJar.in(data).toString()), "preferred", folders);
        input = Files.writeString(data.resolve("0123abcd"), "a,b\n1,2\n");
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        Files.createDirectories(data.resolve("jobs"));
        try (Stream<Path> left = Files.walk(data.resolve("jobs"))) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.getFileName().toString().equals("job"))
                            .toList());
        }
        folders.stop();
    }

    private void within(Sandbox sandbox) {
        Walls.demand(sandbox);
        processes.use(sandbox);
    }

    private EngineCommand command(Duration deadline, String... arguments) {
        return EngineCommand.answering(List.of(arguments), Map.of("data.csv", input), 100_000, deadline, MEMORY);
    }

    private SandboxedProcess.Result run(String... arguments) throws Exception {
        return processes.run(command(Duration.ofSeconds(60), arguments), line -> {}, () -> false);
    }

    @ParameterizedTest
    @EnumSource
    void readsItsInputAndAnswers(Sandbox sandbox) throws Exception {
        within(sandbox);
        SandboxedProcess.Result result = run("read", EngineCommand.place("data.csv"));
        assertEquals("", result.errorLine());
        assertTrue(result.isDone());
        assertEquals("a,b\n1,2\n", result.text());
        assertEquals(sandbox.isWalled(), result.sandboxed());
    }

    /** T3: besides the engine and what was given there is nothing, and nothing that has another name. */
    @Test
    void seesItsInputAsOneFileOfOneName() throws Exception {
        within(Sandbox.BUBBLEWRAP);
        Files.writeString(data.resolve("another"), "another");
        String entries = run("inputs", EngineCommand.place("data.csv")).text();
        assertEquals(
                Set.of("data.csv file 1", "engine.jar file 1"), entries.lines().collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void jobAndOutcomeAreFilesInItsFolderAndProgressIsCutToLength(Sandbox sandbox) throws Exception {
        within(sandbox);
        List<String> progress = new ArrayList<>();
        EngineCommand command = new EngineCommand(
                List.of("copy"),
                Map.of("data.csv", input),
                Map.of("job.json", "{\"path\":\"" + EngineCommand.place("data.csv") + "\"}"),
                Optional.of("outcome.json"),
                1_000,
                Duration.ofSeconds(60),
                MEMORY);
        SandboxedProcess.Result result = processes.run(command, progress::add, () -> false);
        assertEquals("{\"path\":\"" + (sandbox.isWalled() ? "/in/data.csv" : input.toString()) + "\"}", result.text());
        assertEquals(List.of("{\"stage\":\"read\"}", "x".repeat(2_000)), progress);
    }

    @ParameterizedTest
    @EnumSource
    void blamesTheFileByItsFixedNameInOneLine(Sandbox sandbox) throws Exception {
        within(sandbox);
        SandboxedProcess.Result result = run("blame", EngineCommand.place("data.csv"));
        assertEquals(2, result.exitCode());
        assertEquals("data.csv: line 17, column \"age\": found \"abc\", expected a number", result.errorLine());
        assertFalse(result.isDone());
    }

    @ParameterizedTest
    @EnumSource
    void isKilledAtTheDeadlineWithAllItsFamily(Sandbox sandbox) throws Exception {
        within(sandbox);
        // other tests have sleepers, too, at the same time
        String seconds =
                "600." + (sandbox.isWalled() ? 1 : 2) + ProcessHandle.current().pid();
        long start = System.nanoTime();
        SandboxedProcess.Result result =
                processes.run(command(Duration.ofSeconds(3), "family", seconds), line -> {}, () -> false);
        assertEquals(End.DEADLINE, result.end());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(8)) < 0);
        assertEquals(0, sleepers(seconds));
    }

    /** T4: a storm of threads ends by the deadline + 5 s, and nobody of it stays. */
    @Test
    void aStormOfThreadsEndsAtTheDeadline() throws Exception {
        within(Sandbox.BUBBLEWRAP);
        long before = children();
        long start = System.nanoTime();
        SandboxedProcess.Result result =
                processes.run(command(Duration.ofSeconds(1), "threads"), line -> {}, () -> false);
        assertFalse(result.isDone());
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(6).toNanos());
        assertEquals(before, children());
    }

    @Test
    void isKilledWhenNoLongerWanted() throws Exception {
        AtomicBoolean unwanted = new AtomicBoolean();
        Thread changesItsMind = new Thread(() -> {
            try {
                Thread.sleep(1_500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            unwanted.set(true);
        });
        changesItsMind.start();
        SandboxedProcess.Result result =
                processes.run(command(Duration.ofSeconds(60), "hang"), line -> {}, unwanted::get);
        assertEquals(End.CANCELLED, result.end());
    }

    @Test
    void isDeadWhenItsCallerIsInterrupted() throws Exception {
        long before = children();
        Thread caller = new Thread(() -> assertThrows(InterruptedException.class, () -> run("hang")));
        caller.start();
        Thread.sleep(1_500);
        caller.interrupt();
        caller.join(10_000);
        assertFalse(caller.isAlive());
        for (int i = 0; i < 40 && children() > before; i++) {
            Thread.sleep(50);
        }
        assertEquals(before, children());
    }

    @ParameterizedTest
    @EnumSource
    void memoryHasALimit(Sandbox sandbox) throws Exception {
        within(sandbox);
        SandboxedProcess.Result result = run("memory");
        assertEquals(End.EXITED, result.end());
        assertEquals(3, result.exitCode());
    }

    @Test
    void anAnswerBeyondItsLimitIsNone() throws Exception {
        SandboxedProcess.Result result = run("flood");
        assertEquals(0, result.exitCode());
        assertFalse(result.isDone());
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIsNoAnswer(Sandbox sandbox) throws Exception {
        within(sandbox);
        SandboxedProcess.Result result = processes.run(
                new EngineCommand(
                        List.of("link"),
                        Map.of(),
                        Map.of(),
                        Optional.of("outcome.json"),
                        100_000,
                        Duration.ofSeconds(60),
                        MEMORY),
                line -> {},
                () -> false);
        assertEquals(sandbox.isWalled() ? 1 : 0, result.exitCode());
        assertTrue(result.output().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void inheritsNoEnvironment(Sandbox sandbox) throws Exception {
        within(sandbox);
        String environment = run("environment").text();
        assertFalse(environment.contains("HOME="), environment);
        assertFalse(environment.contains("USER="), environment);
        assertTrue(environment.contains("ORT_DISABLE_TELEMETRY=1"), environment);
        assertTrue(environment.contains("MALLOC_ARENA_MAX=2"), environment);
    }

    @Test
    void requiringWallsRefusesWithoutThem() {
        processes = new SandboxedProcess(Optional.empty(), "required", folders);
        processes.use(Sandbox.LIMITS_ONLY);
        Refusal refusal = assertThrows(Refusal.class, () -> run("read", EngineCommand.place("data.csv")));
        assertEquals(Refusal.Kind.UNAVAILABLE, refusal.kind());
    }

    private static long children() {
        return ProcessHandle.current().descendants().count();
    }

    private static long sleepers(String seconds) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").equals("/bin/sleep " + seconds))
                .count();
    }
}
