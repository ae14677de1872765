package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The portal on the H2 file in its data folder, as the run command starts it, but with a Keycloak that does not come (R9). */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomersPortalR9IT {
    private Portal portal;

    @BeforeAll
    void start(Stack stack, @TempDir Path data) {
        portal = stack.withoutKeycloak(data);
        portal.start();
    }

    @AfterAll
    void stop() {
        portal.close();
    }

    @Test
    @Order(1)
    void startsWithoutKeycloakAndSaysSoAtSignIn() {
        assertEquals(200, portal.get("/").statusCode());
        HttpResponse<String> work = portal.get("/my-data");
        assertEquals(303, work.statusCode());
        assertEquals(
                Optional.of(portal.at("/sign-in?return=%2Fmy-data").toString()),
                work.headers().firstValue("Location"));
        HttpResponse<String> english = portal.get("/sign-in?return=%2Fmy-data");
        assertEquals(503, english.statusCode());
        assertEquals(Optional.of("10"), english.headers().firstValue("Retry-After"));
        assertEquals(Optional.empty(), english.headers().firstValue("Set-Cookie"));
        assertTrue(english.body().contains("Sign-in is not available at the moment"));
        HttpResponse<String> chinese = portal.send(HttpRequest.newBuilder(portal.at("/sign-in"))
                .header("Accept-Language", "zh-CN")
                .build());
        assertEquals(503, chinese.statusCode());
        assertTrue(chinese.body().contains("暂时无法登录"));
    }

    /**
     * As when somebody kills everything and starts again while the demo is laid out: the tables are found again, the demo goes on where it
     * was, and nothing is there twice.
     */
    @Test
    @Order(2)
    void itsTablesAreMadeOnceAndItsDemoLaidOutOnceThoughItsEnginesAndThePortalAreKilled() throws Exception {
        assertTrue(Files.exists(portal.data().resolve("portal.mv.db")));
        assertTrue(says("Successfully applied"), "the first start makes the tables");
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
        assertEquals(200, portal.get("/").statusCode());
        assertTrue(says("is up to date"), "the second start finds them");
        assertFalse(says("Successfully applied"));

        String first = Launcher.report(1);
        AuditRuns.await(Duration.ofMinutes(3), () -> portal.get(first).statusCode() == 200);
        assertEquals(200, portal.get(first).statusCode());
        assertEquals(404, portal.get(Launcher.report(2)).statusCode());
    }

    private boolean says(String text) {
        return portal.log().stream().anyMatch(line -> line.contains(text));
    }
}
