package org.aimass.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aimass.child.SandboxedProcess.End;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R1: SIGKILL to the engine at any moment is noticed within five seconds, with its reason, and nothing of it stays. */
class ChildKilledR1Test {

    private static final int KILLS = 2 * Integer.getInteger("aimass.kills", 1);
    private static final Duration NOTICED = Duration.ofSeconds(5);
    private static final Duration LONGEST_LIFE = Duration.ofMillis(1_500);

    @TempDir
    Path data;

    private JobFolders folders = new JobFolders("");

    @AfterEach
    void clear() {
        folders.stop();
    }

    @Test
    void isNoticedAndLeavesNothing() throws Exception {
        folders = new JobFolders(data.toString());
        Random random = new Random(Long.getLong("aimass.seed", 20260101));
        for (int kill = 0; kill < KILLS; kill++) {
            kill(
                    Sandbox.best() == Sandbox.BUBBLEWRAP && kill % 2 == 0 ? Sandbox.BUBBLEWRAP : Sandbox.LIMITS_ONLY,
                    random.nextLong(LONGEST_LIFE.toMillis()));
        }
    }

    private void kill(Sandbox sandbox, long afterMillis) throws Exception {
        SandboxedProcess processes = new SandboxedProcess(
                Optional.of(EngineJar.in(data, FakeEngine.class).toString()), "preferred", folders);
        processes.use(sandbox);
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        AtomicBoolean started = new AtomicBoolean();
        CompletableFuture<SandboxedProcess.Result> run = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                run.complete(processes.run(
                        EngineCommand.answering(List.of("hang"), Map.of(), 1_000, Duration.ofSeconds(60), 2L << 30),
                        line -> {},
                        () -> {
                            started.set(true);
                            return false;
                        }));
            } catch (Exception e) {
                run.completeExceptionally(e);
            }
        });
        caller.start();
        while (!started.get() && caller.isAlive()) {
            Thread.sleep(5);
        }
        Thread.sleep(afterMillis);
        long start = System.nanoTime();
        ProcessHandle.current()
                .descendants()
                .filter(process -> !before.contains(process))
                .reduce((earlier, deeper) -> deeper)
                .ifPresent(ProcessHandle::destroyForcibly);
        SandboxedProcess.Result result = run.get();
        assertTrue(System.nanoTime() - start < NOTICED.toNanos());
        assertEquals(End.EXITED, result.end());
        assertTrue(result.wasKilledFromOutside(), () -> "exit code " + result.exitCode());
        assertEquals("the engine was ended from outside", result.reason());
        assertFalse(result.isDone() || result.blamesInput() || result.output().isPresent());
        for (int i = 0; i < 40 && left(before) > 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(0, left(before));
    }

    private static long left(List<ProcessHandle> before) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> !before.contains(process))
                .count();
    }
}
