package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The portal on the H2 file in its data folder, as the run command starts it. */
@RealPortal
class NewcomersDatabaseIT {

    @Test
    void itsTablesAreMadeOnceAndFoundAgainAfterAKill(Stack stack) {
        try (Portal portal = stack.onH2()) {
            portal.start();
            assertEquals(200, portal.get("/").statusCode());
            assertTrue(Files.exists(portal.data().resolve("portal.mv.db")));
            assertTrue(says(portal, "Successfully applied"), "the first start makes the tables");

            portal.kill();
            portal.start();
            assertEquals(200, portal.get("/").statusCode());
            assertTrue(says(portal, "is up to date"), "the second start finds them");
        }
    }

    /** As when somebody kills everything and starts again while the demo is laid out: it goes on where it was, and nothing is there twice. */
    @Test
    void itsDemoIsLaidOutOnceThoughItsEnginesAndThePortalAreKilled(Stack stack) throws Exception {
        try (Portal portal = stack.onH2()) {
            portal.start();
            EngineProcesses engine = new EngineProcesses(portal);
            Set<String> killed = new HashSet<>();
            while (!killed.contains("run")) {
                List<ProcessHandle> processes = engine.await();
                ProcessHandle java = processes.get(processes.size() - 1);
                String command = EngineProcesses.command(java);
                if (!command.isEmpty() && killed.add(command)) {
                    java.destroyForcibly();
                }
                java.onExit().get(1, TimeUnit.MINUTES);
            }
            portal.kill();
            portal.start();

            String report = "/reports/AM-" + Year.now(ZoneOffset.UTC) + "-000";
            AuditRuns.await(Duration.ofMinutes(3), () -> status(portal, report + "1.json") == 200);
            assertEquals(200, status(portal, report + "1.json"));
            assertEquals(404, status(portal, report + "2.json"));
        }
    }

    private static int status(Portal portal, String path) {
        return portal.get(path).statusCode();
    }

    private static boolean says(Portal portal, String text) {
        List<String> log = portal.log();
        return log.stream().anyMatch(line -> line.contains(text));
    }
}
