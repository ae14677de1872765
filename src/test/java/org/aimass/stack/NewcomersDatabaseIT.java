package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
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

    private static boolean says(Portal portal, String text) {
        List<String> log = portal.log();
        return log.stream().anyMatch(line -> line.contains(text));
    }
}
