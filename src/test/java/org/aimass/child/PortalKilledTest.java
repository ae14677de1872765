package org.aimass.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aimass.database.DatabaseReady;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R2: a portal that is killed takes its children with it, and the next one clears away what they left. */
class PortalKilledTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void noChildOutlivesItsPortal(Sandbox sandbox) throws Exception {
        Walls.demand(sandbox);
        EngineJar.in(data);
        Process portal = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HangingPortal.class.getName(),
                        data.toString(),
                        sandbox.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> family;
        try (BufferedReader out = portal.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("started", out.readLine());
            family = portal.descendants().toList();
        } finally {
            portal.destroyForcibly().waitFor();
        }
        for (int i = 0; i < 100 && family.stream().anyMatch(ProcessHandle::isAlive); i++) {
            Thread.sleep(50);
        }
        // without walls, what the child itself started is left to the next portal
        List<ProcessHandle> alive =
                family.stream().filter(ProcessHandle::isAlive).toList();
        assertEquals(sandbox.isWalled() ? 0 : 1, alive.size(), () -> alive.stream()
                .map(process -> process.info().toString())
                .toList()
                .toString());

        JobFolders next = new JobFolders(data.toString());
        next.start(new DatabaseReady());
        for (int i = 0; i < 100 && alive.stream().anyMatch(ProcessHandle::isAlive); i++) {
            Thread.sleep(50);
        }
        assertEquals(0, alive.stream().filter(ProcessHandle::isAlive).count());
        assertEquals(1, foldersOfPortals());
        next.stop();
        assertEquals(0, foldersOfPortals());
    }

    private long foldersOfPortals() throws IOException {
        try (Stream<Path> folders = Files.list(data.resolve("jobs"))) {
            return folders.count();
        }
    }
}
