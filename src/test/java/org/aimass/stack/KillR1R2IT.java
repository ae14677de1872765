package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R1, R2: SIGKILL to the engine, to the portal and to both while an audit runs. What comes of it is a failure with its reason or the same
 * numbers as without the kill; never a run that hangs, never half a result, and never a process or a folder that nobody owns.
 *
 * <p>The first kill of each test meets the engine as it starts; the others (profile {@code soak}) any moment from the queue to the record.
 */
@RealPortal(RealPortal.With.EVERYTHING)
class KillR1R2IT {
    private static final Logger LOG = System.getLogger(KillR1R2IT.class.getName());
    private static final int KILLS = Integer.getInteger("aimass.kills", 1);
    private static final Duration UP = Duration.ofSeconds(30);
    private static final Duration NOTICED = Duration.ofSeconds(5);
    /** The lease of the tests' portal and ten seconds; and the time that the run itself takes, on a busy machine. */
    private static final Duration RECLAIMED = Duration.ofSeconds(15).plusSeconds(60);

    private final Random random = new Random(Long.getLong("aimass.seed", 20260101));
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
    void aKilledEngineFailsItsRunWithAReasonAndItsAuditorRunsItAgainR1(Visitor amara) throws Exception {
        UUID run = runs.queueAgain(undisturbed);
        List<ProcessHandle> processes = engine.await();
        processes.get(processes.size() - 1).destroyForcibly();
        AuditRuns.State state = runs.awaitEnd(run, NOTICED);
        assertEquals("FAILED ENGINE_DIED", state.status() + " " + state.failure());
        serves(processes);

        amara.signIn("amara.okafor");
        amara.open("/audit/run.xhtml?id=" + run).locator("[id='run:retry']").click();
        assertEquals("COMPLETED 2", end(run));

        for (int i = 1; i < KILLS; i++) {
            UUID next = runs.queueAgain(undisturbed);
            List<ProcessHandle> all = engine.await();
            pause();
            all.get(random.nextInt(all.size())).destroyForcibly();
            endsWell(next, all, NOTICED.plus(took()));
        }
    }

    @Test
    void aKilledPortalTakesTheEngineWithItAndRunsAgainToTheSameNumbersR2(Visitor amara, Visitor elsewhere)
            throws Exception {
        amara.signIn("amara.okafor");
        UUID run = runs.queueAgain(undisturbed);
        List<ProcessHandle> processes = engine.await();
        portal.kill();
        engine.areGone(processes);
        AuditRuns.State cutOff = runs.state(run);
        assertEquals("RUNNING 1", cutOff.status() + " " + cutOff.attempt());
        cutOff.isNoHalf();
        isUpAgain();
        assertEquals("COMPLETED 2", end(run));
        serves(processes);
        pageIsThereForAll(run, amara, elsewhere);

        for (int i = 1; i < KILLS; i++) {
            UUID next = runs.queueAgain(undisturbed);
            pause();
            portal.kill();
            runs.state(next).isNoHalf();
            isUpAgain();
            assertTrue(end(next).startsWith("COMPLETED"));
            serves(List.of());
        }
    }

    /** What the page of a run says outlives the portal, a reload and the session. */
    private static void pageIsThereForAll(UUID run, Visitor before, Visitor elsewhere) {
        String address = "/audit/run.xhtml?id=" + run;
        Page page = before.open(address);
        String said = page.locator("main").innerText();
        assertTrue(said.contains("attempt 1") && said.contains("attempt 2") && said.contains("Completed"), said);
        page.reload();
        assertEquals(said, page.locator("main").innerText());
        elsewhere.signIn("amara.okafor");
        assertEquals(said, elsewhere.open(address).locator("main").innerText());
    }

    @Test
    void bothKilledAtOnceFailOrRunAgainToTheSameNumbersR1R2() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            UUID run = runs.queueAgain(undisturbed);
            List<ProcessHandle> processes = engine.await();
            if (i > 0) {
                pause();
            }
            processes.get(processes.size() - 1).destroyForcibly();
            portal.kill();
            engine.areGone(processes);
            runs.state(run).isNoHalf();
            portal.start();
            // the portal may have noted the engine's death before its own
            endsWell(run, processes, RECLAIMED);
        }
    }

    /** On a machine that tests nothing else, within half a minute: that is what the soak is for. */
    private void isUpAgain() {
        long begin = System.nanoTime();
        portal.start();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        LOG.log(Level.INFO, "up again after {0}", took);
        assertTrue(KILLS == 1 || took.compareTo(UP) <= 0, () -> "up again only after " + took);
    }

    private void endsWell(UUID run, List<ProcessHandle> processes, Duration patience) throws Exception {
        AuditRuns.State state = runs.awaitEnd(run, patience);
        LOG.log(Level.INFO, "killed, and it ended as {0}", state);
        if (state.status().equals("FAILED")) {
            assertEquals("ENGINE_DIED", state.failure());
        } else {
            hasTheSameNumbers(run, state);
        }
        serves(processes);
    }

    /** Its final status and attempt, the numbers being those of the undisturbed run. */
    private String end(UUID run) throws Exception {
        AuditRuns.State state = runs.awaitEnd(run, RECLAIMED);
        LOG.log(Level.INFO, "killed, and it ended as {0}", state);
        hasTheSameNumbers(run, state);
        return state.status() + " " + state.attempt();
    }

    private void hasTheSameNumbers(UUID run, AuditRuns.State state) throws IOException {
        assertEquals("COMPLETED", state.status());
        assertEquals(runs.numbers(undisturbed), runs.numbers(run));
        String digest = String.valueOf(state.outcome());
        byte[] file = Files.readAllBytes(
                portal.data().resolve("store").resolve(digest.substring(0, 2)).resolve(digest));
        assertEquals(digest, Sha256Digest.of(file).hex());
    }

    /** The portal answers, and nothing of the engine that was killed is left. */
    private void serves(List<ProcessHandle> killed) throws InterruptedException {
        assertEquals(200, portal.get("/health/ready").statusCode());
        assertEquals(200, portal.get("/").statusCode());
        engine.areGone(killed);
        engine.leaveNoFolder();
    }

    /** Up to a quarter longer than the whole run takes. */
    private void pause() throws InterruptedException {
        Thread.sleep(random.nextLong(took().toMillis() * 5 / 4));
    }

    private Duration took() {
        return runs.took(undisturbed);
    }
}
