package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portal that is told to end waits for what is under way, and gives back what takes longer: nobody waits for a lease. */
@RealPortal(RealPortal.With.EVERYTHING)
class StopIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Portal portal;
    private AuditRuns runs;
    private EngineProcesses engine;
    private UUID undisturbed;

    @BeforeEach
    void theDemoHasItsAudits(Portal shared) throws Exception {
        portal = shared;
        runs = new AuditRuns(shared);
        engine = new EngineProcesses(shared);
        undisturbed = runs.awaitCompleted(Duration.ofMinutes(4));
    }

    @AfterEach
    void thePortalIsAsItWas() throws Exception {
        if (!portal.isAlive()) {
            portal.start();
        }
        runs.forget();
    }

    @Test
    void waitsForAShortRunAndGivesBackALongOneWhichTheNextStartTakesAtOnce() throws Exception {
        UUID first = runs.queueAgain(undisturbed);
        engine.await();
        UUID second = runs.queueAgain(undisturbed);
        portal.stop();
        assertEquals("COMPLETED 1", brief(first), "it was nearly done");
        assertEquals("QUEUED 0", brief(second), "nothing new was begun");

        // an engine that never ends by itself: it is begun before the portal says that it is ready
        CompletableFuture<Void> started = CompletableFuture.runAsync(portal::start);
        AuditRuns.await(Duration.ofSeconds(10), portal::isAlive);
        List<ProcessHandle> processes = engine.await();
        signal("STOP", processes.get(processes.size() - 1).pid());
        started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(portal::stop);
        AuditRuns.await(Duration.ofSeconds(3), () -> portal.get("/health/ready").statusCode() == 503);
        refusesWhatIsNew();
        stopped.get(30, TimeUnit.SECONDS);
        engine.areGone(processes);
        assertEquals("QUEUED 1", brief(second), "it was given back");

        portal.start();
        AuditRuns.await(Duration.ofSeconds(3), () -> runs.state(second).attempt() == 2);
        assertEquals(2, runs.state(second).attempt(), "taken before its old lease would have lapsed");
        AuditRuns.State end = runs.awaitEnd(second, PATIENCE);
        assertEquals("COMPLETED", end.status());
        assertEquals(runs.numbers(undisturbed), runs.numbers(second));
        assertEquals(runs.numbers(undisturbed), runs.numbers(first));
    }

    private void refusesWhatIsNew() {
        HttpResponse<String> ready = portal.get("/health/ready");
        assertEquals(503, ready.statusCode());
        assertTrue(ready.body().contains("accepting"), ready.body());
        assertTrue(ready.headers().firstValue("Retry-After").isPresent(), "Retry-After");
        assertEquals(200, portal.get("/health/live").statusCode());
        assertEquals(200, portal.get("/register").statusCode());
        HttpResponse<String> sent = portal.send(HttpRequest.newBuilder(portal.at("/register"))
                .POST(HttpRequest.BodyPublishers.ofString(""))
                .build());
        assertEquals(503, sent.statusCode());
        assertTrue(sent.headers().firstValue("Retry-After").isPresent(), "Retry-After");
    }

    private String brief(UUID run) {
        AuditRuns.State state = runs.state(run);
        return state.status() + " " + state.attempt();
    }

    static void signal(String name, long pid) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
                        .start()
                        .waitFor());
    }
}
