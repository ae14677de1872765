package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aimass.launcher.ServerProcess;
import org.junit.jupiter.api.Test;

/** R9: Keycloak is away, or does not answer. Whoever is signed in works on, the public reads on, and sign-in says so before long. */
@RealPortal(RealPortal.With.EVERYTHING)
class KeycloakAwayR9IT {
    /** A realm that answered a moment ago is not asked again; then two timeouts. */
    private static final Duration SAID = Duration.ofSeconds(20);

    private static final Duration ONE_ANSWER = Duration.ofSeconds(12);
    private static final Duration BACK = Duration.ofSeconds(10);

    @Test
    void aKeycloakThatDoesNotAnswerHoldsUpNobodyButWhoSignsIn(Stack stack, Portal portal, Visitor amara)
            throws Exception {
        amara.signIn("amara.okafor");
        ServerProcess keycloak = stack.keycloak();
        StopIT.signal("STOP", keycloak.pid());
        Outage outage = new Outage();
        try {
            worksOn(portal, amara);
            AuditRuns.await(SAID, () -> signIn(portal) == 503);
            List<CompletableFuture<Integer>> many = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                many.add(CompletableFuture.supplyAsync(() -> signIn(portal)));
            }
            for (CompletableFuture<Integer> one : many) {
                assertEquals(503, one.get(60, TimeUnit.SECONDS));
            }
            worksOn(portal, amara);
            outage.last();
        } finally {
            StopIT.signal("CONT", keycloak.pid());
        }
        isBack(portal);
    }

    @Test
    void aKeycloakThatIsKilledIsFoundAgain(Stack stack, Portal portal, Visitor amara) throws Exception {
        amara.signIn("amara.okafor");
        ServerProcess keycloak = stack.keycloak();
        keycloak.kill();
        Outage outage = new Outage();
        try {
            worksOn(portal, amara);
            AuditRuns.await(SAID, () -> signIn(portal) == 503);
            assertEquals(503, signIn(portal));
            worksOn(portal, amara);
            outage.last();
        } finally {
            keycloak.start();
        }
        stack.keycloak();
        isBack(portal);
    }

    private static void worksOn(Portal portal, Visitor amara) {
        amara.open("/work");
        assertTrue(amara.page().url().endsWith("/work"), amara.page().url());
        assertEquals(200, portal.get("/register").statusCode());
    }

    private static void isBack(Portal portal) throws InterruptedException {
        AuditRuns.await(BACK, () -> signIn(portal) == 303);
        assertEquals(303, signIn(portal), () -> "not back after " + BACK);
    }

    /** Its status, told within a bounded time. */
    private static int signIn(Portal portal) {
        long begin = System.nanoTime();
        int status = portal.get("/sign-in").statusCode();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(ONE_ANSWER) < 0, () -> "an answer took " + took);
        return status;
    }
}
