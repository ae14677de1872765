package org.aimass.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aimass.child.SandboxedProcess.End;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** T2: an engine that a hostile file has taken over gets nowhere, whatever it tries. */
class EvilChildT2Test {

    private static final String FORK = "fork without end";

    private static final List<String> ACTS = List.of(
            "read the store",
            "read a signing key",
            "read the parent's environment",
            "connect to the database",
            "connect to the network",
            "write outside its folder",
            "write into another run's folder",
            "change its inputs",
            "signal the parent",
            "trace the parent",
            "see other processes",
            "mount a file system",
            "change its root or user",
            "open a device",
            "fill the disk");

    /** What any process of this user may do, so that it does no lasting harm to try it without walls. */
    private static final List<String> USUAL = List.of(
            "read the store",
            "read a signing key",
            "read the parent's environment",
            "connect to the database",
            "write outside its folder",
            "write into another run's folder",
            "signal the parent",
            "see other processes",
            "fill the disk",
            "change its inputs");

    @TempDir
    Path data;

    private JobFolders folders = new JobFolders("");
    private SandboxedProcess processes = new SandboxedProcess(Optional.empty(), "", folders);
    private Path store = Path.of("unset");
    private Path key = Path.of("unset");
    private Path input = Path.of("unset");
    private Path other = Path.of("unset");

    @BeforeEach
    void setUp() throws IOException {
        folders = new JobFolders(data.toString());
        processes = new SandboxedProcess(
                Optional.of(EngineJar.in(data, EvilChild.class).toString()), "preferred", folders);
        store = Files.createDirectory(data.resolve("store"));
        input = Files.writeString(store.resolve("0123abcd"), "a,b\n1,2\n");
        key = Files.writeString(Files.createDirectory(data.resolve("keys")).resolve("log.key"), "secret");
        JobFolder otherRun = folders.create();
        otherRun.prepare(Optional.empty());
        other = otherRun.path();
    }

    @AfterEach
    void clear() {
        folders.stop();
    }

    @TestFactory
    Stream<DynamicTest> failsInEachAct() throws Exception {
        Walls.demand(Sandbox.BUBBLEWRAP);
        Map<String, String> answers = attempt(Sandbox.BUBBLEWRAP, ACTS);
        assertEquals("a,b\n1,2\n", Files.readString(input));
        assertEquals("secret", Files.readString(key));
        return ACTS.stream()
                .map(act -> DynamicTest.dynamicTest(act, () -> {
                    String answer = String.valueOf(answers.get(act));
                    assertTrue(answer.startsWith("failed ("), answer);
                }));
    }

    /** The acts are real: without walls they work. */
    @Test
    void wouldSucceedWithoutWalls() throws Exception {
        Map<String, String> answers = attempt(Sandbox.LIMITS_ONLY, USUAL);
        for (String act : USUAL) {
            assertEquals(EvilChild.WORKED, answers.get(act), act);
        }
    }

    /** Root's processes have no limit that the kernel keeps, so the portal counts. */
    @Test
    void forkingWithoutEndEndsIt() throws Exception {
        Walls.demand(Sandbox.BUBBLEWRAP);
        long start = System.nanoTime();
        SandboxedProcess.Result result = run(Sandbox.BUBBLEWRAP, List.of(FORK));
        assertEquals(End.RUNAWAY, result.end(), result::errorLine);
        assertEquals("the engine started other processes and was stopped", result.reason());
        assertFalse(result.isDone() || result.blamesInput() || result.wasKilledFromOutside());
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
        for (int i = 0; i < 100 && forked() > 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(0, forked());
    }

    private static long forked() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("for (1..3000)"))
                .count();
    }

    private Map<String, String> attempt(Sandbox sandbox, List<String> acts) throws Exception {
        SandboxedProcess.Result result = run(sandbox, acts);
        assertEquals("", result.errorLine());
        Map<String, String> answers = new LinkedHashMap<>();
        result.text().lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            answers.put(parts[0], parts[1]);
        });
        return answers;
    }

    private SandboxedProcess.Result run(Sandbox sandbox, List<String> acts) throws Exception {
        processes.use(sandbox);
        try (ServerSocket database = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            List<String> words = new ArrayList<>(List.of(String.join(",", acts)));
            words.addAll(List.of(
                    "store=" + input,
                    "key=" + key,
                    "parent=" + ProcessHandle.current().pid(),
                    "database=" + database.getLocalPort(),
                    "outside=" + data.resolve("evil"),
                    "other=" + other,
                    "input=" + EngineCommand.place("data.csv")));
            return processes.run(
                    EngineCommand.answering(
                            words, Map.of("data.csv", input), 100_000, Duration.ofSeconds(60), 2L << 30),
                    line -> {},
                    () -> false);
        }
    }
}
