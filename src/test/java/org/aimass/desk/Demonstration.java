package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.aimass.stack.Portal;

/** What a portal for trying things out lays out by itself. */
public final class Demonstration {

    static final String MINISTRY = "Ministry of Social Affairs of Northmere";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Demonstration() {}

    /** Waits until it is complete: its last step is the published report. */
    public static void await(Portal portal) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!portal.get("/register").body().contains("/reports/AM-")) {
            assertTrue(Instant.now().isBefore(end), "there is no published report yet");
            Thread.sleep(500);
        }
    }
}
