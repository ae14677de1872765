package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The portal as it is deployed, with the settings that the launcher gives it. */
@RealPortal
class PortalT35T36IT {

    @Test
    void isReadyWithItsDatabaseAndItsStore(Portal portal) {
        HttpResponse<String> ready = portal.get("/health/ready");

        assertEquals(200, ready.statusCode());
        assertTrue(ready.body().contains("\"database\""), ready.body());
        assertEquals(200, portal.get("/health/live").statusCode());
    }

    @Test
    void takesEverySettingThatTheLauncherGivesIt(Portal portal) {
        List<String> settings = portal.log().stream()
                .filter(line -> line.contains("Boot Command set"))
                .toList();

        assertTrue(settings.size() > 5, settings::toString);
        assertTrue(settings.stream().allMatch(line -> line.contains("SUCCESS")), settings::toString);
    }

    /** T35, T36: a Hazelcast, a debug port or a database console is an open door. */
    @Test
    void listensOnItsOwnPortAndNowhereOutsideThisMachine(Portal portal) throws Exception {
        assumeTrue(OpenPorts.canBeRead(), "needs Linux");
        Set<String> open = OpenPorts.of(portal.pid());

        assertEquals(
                Set.of(),
                open.stream().filter(port -> !port.contains(" 127.0.0.1:")).collect(Collectors.toSet()));
        // its own, that of its metrics, and Hazelcast's, which keeps the sessions
        assertEquals(3, open.size(), open::toString);
        assertTrue(
                open.stream()
                        .anyMatch(port -> port.endsWith(":" + portal.at("/").getPort())),
                open::toString);
    }

    @Test
    void keycloakListensNowhereOutsideThisMachine(Stack stack) throws Exception {
        assumeTrue(OpenPorts.canBeRead(), "needs Linux");
        for (String port : OpenPorts.of(stack.keycloak().pid())) {
            assertTrue(port.contains(" 127.0.0.1:"), port);
        }
    }

    @Test
    void doesNotSayWhatItRunsOn(Portal portal) {
        for (String path : List.of("/", "/no-such-page", "/health/ready")) {
            HttpResponse<String> answer = portal.get(path);
            assertFalse(answer.headers().map().containsKey("server"), path);
            assertFalse(answer.headers().map().containsKey("x-powered-by"), path);
            assertFalse(answer.body().contains("Payara"), path);
        }
    }

    @Test
    void hidesMetricsAndRefusesTrace(Portal portal) {
        assertTrue(portal.get("/metrics").statusCode() >= 400);
        HttpResponse<String> trace = portal.send(HttpRequest.newBuilder(portal.at("/"))
                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                .build());
        assertEquals(405, trace.statusCode());
    }

    @Test
    void doesNotSwitchToUnencryptedHttp2(Portal portal) {
        HttpResponse<String> answer = portal.send(HttpRequest.newBuilder(portal.at("/health/live"))
                .version(java.net.http.HttpClient.Version.HTTP_2)
                .build());
        assertEquals(java.net.http.HttpClient.Version.HTTP_1_1, answer.version());
    }
}
