package org.aimass.desk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.aimass.background.BackgroundTasks;
import org.aimass.database.TestDatabase;
import org.aimass.desk.entity.SystemCheck;
import org.junit.jupiter.api.Test;

/** The page about the system asks the engine when it is opened for the first time, at whatever fraction of a second that is. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class SystemChecksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

    private final List<String> scheduled = new ArrayList<>();

    /** The database rounds 123.456789 milliseconds up to 123.457. */
    @Test
    void theFirstVisitAsks() throws IOException {
        try (TestDatabase database = TestDatabase.h2()) {
            SystemCheck first = database.get(em -> {
                SystemChecks checks = new SystemChecks();
                checks.em = em;
                checks.clock = Clock.fixed(NOW, ZoneOffset.UTC);
                checks.tasks = new BackgroundTasks() {
                    @Override
                    public void schedule(String taskName, String id, String data) {
                        scheduled.add(data);
                    }
                };
                SystemCheck found = checks.all().get(0);
                checks.ask();
                return found;
            });
            assertTrue(first.isPending(NOW));
            assertEquals(
                    List.of(NOW + " " + SystemChecks.thisNode()),
                    scheduled,
                    "asked once, not again while it is pending");
        }
    }
}
