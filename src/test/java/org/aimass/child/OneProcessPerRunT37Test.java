package org.aimass.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * T37: what one run leaves in its memory or on its disk, the next does not find: each has a process and folders of its own. So it is
 * with the memory of a GPU, which its driver takes back, and clears, with the process.
 */
class OneProcessPerRunT37Test {

    private static final long MEMORY = 4L << 30;

    @TempDir
    Path data;

    private JobFolders folders = new JobFolders("");

    @AfterEach
    void clear() {
        folders.stop();
    }

    @ParameterizedTest
    @EnumSource
    void theNextFindsNoMarker(Sandbox sandbox) throws Exception {
        Walls.demand(sandbox);
        folders = new JobFolders(data.toString());
        List<String> first = run(sandbox);
        List<String> second = run(sandbox);
        assertEquals("0 markers", first.get(0));
        assertEquals("0 markers", second.get(0));
        assertNotEquals(first.get(1), second.get(1));
        assertEquals(0, folders(), "nor is anything left of either");
    }

    private long folders() throws Exception {
        try (var jobs = Files.walk(data.resolve("jobs"), 2)) {
            return jobs.filter(path -> Files.isDirectory(path) && path.getNameCount() == data.getNameCount() + 3)
                    .count();
        }
    }

    private List<String> run(Sandbox sandbox) throws Exception {
        SandboxedProcess processes = new SandboxedProcess(
                Optional.of(EngineJar.in(data, FakeEngine.class).toString()), "preferred", folders);
        processes.use(sandbox);
        SandboxedProcess.Result result = processes.run(
                EngineCommand.answering(List.of("marker"), Map.of(), 1_000, Duration.ofSeconds(60), MEMORY),
                line -> {},
                () -> false);
        assertTrue(result.isDone(), result::errorLine);
        return result.text().lines().toList();
    }
}
