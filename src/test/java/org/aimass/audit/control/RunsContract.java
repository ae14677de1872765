package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Failure;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.RunStatus;
import org.aimass.audit.entity.Severity;
import org.aimass.audit.entity.Tally;
import org.aimass.database.TestDatabase;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold of runs whoever works on them, and however many at once; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunsContract {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration OVER = Duration.ofSeconds(-1);

    private final AuditWorld world;

    RunsContract(TestDatabase database) {
        world = new AuditWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    /** The next test finds nothing to claim. */
    @AfterEach
    void clear() {
        world.in(em -> em.createNativeQuery(
                        "update audit_run set status = 'CANCELLED' where status in ('QUEUED', 'RUNNING')")
                .executeUpdate());
    }

    /** R15: many threads claim at once; every run goes to exactly one of them. */
    @Test
    void everyRunIsClaimedOnce() throws Exception {
        int runs = 40;
        for (int i = 0; i < runs; i++) {
            world.queue(world.office);
        }
        List<Claim> claims = new ArrayList<>();
        for (List<Claim> some : atOnce(4, this::claimAll)) {
            claims.addAll(some);
        }
        Set<UUID> ids = new HashSet<>();
        claims.forEach(claim -> ids.add(claim.runId()));
        assertEquals(runs, claims.size());
        assertEquals(runs, ids.size());
        assertTrue(claims.stream().allMatch(claim -> claim.attempt() == 1));
    }

    private List<Claim> claimAll() {
        List<Claim> claims = new ArrayList<>();
        int empty = 0;
        while (empty < 3) {
            Optional<Claim> claim = world.claim(LONG);
            claim.ifPresent(claims::add);
            empty = claim.isPresent() ? 0 : empty + 1;
        }
        return claims;
    }

    /** T34: one organization with many runs delays another's by one run. */
    @Test
    void theOrganizationWithTheFewestRunningComesNext() {
        UUID other = world.organization("other");
        UUID first = world.queue(world.office);
        UUID second = world.queue(world.office);
        for (int i = 0; i < 20; i++) {
            world.queue(world.office);
        }
        UUID theirs = world.queue(other);
        assertEquals(first, world.claim(LONG).orElseThrow().runId());
        assertEquals(theirs, world.claim(LONG).orElseThrow().runId());
        assertEquals(second, world.claim(LONG).orElseThrow().runId());
    }

    /** R4: who was frozen beyond the lease writes nothing any more. */
    @Test
    void aLateWriterIsRefused() {
        UUID id = world.queue(world.office);
        Claim frozen = world.claim(OVER).orElseThrow();
        Claim next = world.claim(LONG).orElseThrow();
        assertEquals(new Claim(id, 1), frozen);
        assertEquals(new Claim(id, 2), next);
        assertEquals(RunLeases.Renewal.LOST, world.renew(frozen, null));
        assertFalse(complete(frozen));
        assertFalse(
                world.does(em -> AuditWorld.recorder(em).fail(frozen, Failure.ENGINE_DIED, "late", Optional.of(true))));
        assertFalse(world.does(em -> AuditWorld.recorder(em).stopped(frozen)));
        assertEquals(RunStatus.RUNNING, world.run(id).status());
        assertEquals(RunLeases.Renewal.GOING_ON, world.renew(next, null));
        assertTrue(complete(next));
        assertFalse(complete(next), "twice is once");
        assertEquals(RunStatus.COMPLETED, world.run(id).status());
    }

    @Test
    void aLeaseThatIsKeptIsNotClaimedByAnother() {
        world.queue(world.office);
        Claim claim = world.claim(Duration.ofSeconds(1)).orElseThrow();
        world.renew(claim, null);
        assertTrue(world.claim(LONG).isEmpty());
    }

    /** R2: at most three attempts; then it has failed, and says why. */
    @Test
    void aRunThatLosesItsNodeThreeTimesHasFailed() {
        UUID id = world.queue(world.office);
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertEquals(new Claim(id, attempt), world.claim(OVER).orElseThrow());
        }
        assertTrue(world.claim(LONG).isEmpty());
        assertEquals(RunStatus.FAILED, world.run(id).status());
        assertEquals(Optional.of(Failure.NODES_LOST), world.run(id).attempt().failure());
    }

    @Test
    void aFailedRunIsRetriedOnceHoweverOftenAsked() {
        UUID id = world.queue(world.office);
        Claim claim = world.claim(LONG).orElseThrow();
        String line = "data.csv: line 17, column \"age\": found \"abc\", expected a number";
        assertTrue(
                world.does(em -> AuditWorld.recorder(em).fail(claim, Failure.INPUT_REFUSED, line, Optional.of(false))));
        AuditRun failed = world.run(id);
        assertEquals(line, failed.attempt().failureDetail());
        assertEquals(Optional.of(false), failed.attempt().sandboxed());
        steer(id, true);
        steer(id, true);
        assertEquals(RunStatus.QUEUED, world.run(id).status());
        assertEquals(Optional.empty(), world.run(id).attempt().failure());
        Claim again = world.claim(LONG).orElseThrow();
        assertEquals(new Claim(id, 2), again);
        steer(id, true);
        assertEquals(RunStatus.RUNNING, world.run(id).status());
    }

    @Test
    void aWaitingRunIsCancelledAtOnce() {
        UUID id = world.queue(world.office);
        steer(id, false);
        assertEquals(RunStatus.CANCELLED, world.run(id).status());
        assertTrue(world.claim(LONG).isEmpty());
    }

    @Test
    void aRunningOneIsCancelledByItsNode() {
        UUID id = world.queue(world.office);
        Claim claim = world.claim(LONG).orElseThrow();
        steer(id, false);
        steer(id, false);
        assertEquals(RunStatus.RUNNING, world.run(id).status());
        assertEquals(RunLeases.Renewal.CANCEL, world.renew(claim, null));
        assertTrue(world.does(em -> AuditWorld.recorder(em).stopped(claim)));
        assertEquals(RunStatus.CANCELLED, world.run(id).status());
        steer(id, true);
        assertEquals(RunStatus.CANCELLED, world.run(id).status(), "only a failed run is retried");
    }

    @Test
    void aRunWhoseNodeDiedAfterItWasCancelledIsNotRunAgain() {
        UUID id = world.queue(world.office);
        assertTrue(world.claim(OVER).isPresent());
        steer(id, false);
        assertTrue(world.claim(LONG).isEmpty());
        assertEquals(RunStatus.CANCELLED, world.run(id).status());
    }

    @Test
    void aRunGivenBackIsNoLostAttempt() {
        UUID id = world.queue(world.office);
        for (int attempt = 1; attempt <= 5; attempt++) {
            Claim claim = world.claim(LONG).orElseThrow();
            assertEquals(new Claim(id, attempt), claim);
            world.in(em -> {
                AuditWorld.leases(em).release(claim);
                return true;
            });
            assertEquals(RunStatus.QUEUED, world.run(id).status());
        }
    }

    @Test
    void progressIsShownWhateverTheEngineLeavesOut() {
        UUID id = world.queue(world.office);
        Claim claim = world.claim(LONG).orElseThrow();
        world.renew(claim, new Progress("reading", 3_214_000L, 5_000_000L, 7420.5, 241.0));
        assertEquals(64, world.run(id).progress().percent().orElseThrow());
        assertEquals(241, world.run(id).progress().secondsLeft().orElseThrow());
        world.renew(claim, new Progress("measuring", null, null, null, null));
        assertEquals(Optional.of("measuring"), world.run(id).progress().stage());
        assertTrue(world.run(id).progress().percent().isEmpty());
    }

    @Test
    void whatWasMeasuredAndJudgedIsReadAsItWasWritten() {
        UUID id = world.queue(world.office);
        Claim claim = world.claim(LONG).orElseThrow();
        JudgedOutcome judged = AuditWorld.judged();
        assertTrue(world.does(em -> AuditWorld.recorder(em).complete(claim, judged, true)));
        world.in(em -> {
            ResultReader results = new ResultReader(em.unwrap(Connection.class), id);
            try {
                assertEquals(judged.outcome().groups(), results.groups());
                assertEquals(judged.outcome().measurements(), results.measurements());
                assertEquals(judged.comparisons(), results.comparisons());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            AuditRun run = em.find(AuditRun.class, id);
            assertEquals(
                    judged.outcome().head(),
                    OutcomeReader.head(run.outcome().orElseThrow().head()));
            assertEquals(Plans.MODEL, run.outcome().orElseThrow().sha256());
            assertEquals(new Tally(2, 0, 0), run.outcome().orElseThrow().tally());
            assertEquals(ReviewStatus.OPEN, em.find(Review.class, id).status());
            List<Finding> findings = em.createQuery(
                            "select f from Finding f where f.runId = :run order by f.comparison", Finding.class)
                    .setParameter("run", id)
                    .getResultList();
            assertEquals(
                    judged.comparisons().stream()
                            .flatMap(comparison -> comparison.severity().stream())
                            .toList(),
                    findings.stream().map(Finding::severity).toList());
            assertEquals(
                    List.of(Severity.HIGH, Severity.HIGH),
                    findings.stream().map(Finding::severity).toList());
            JudgedComparison shown = judged.comparisons().get(findings.get(0).comparison());
            assertEquals(402, shown.groupSide().count().orElseThrow().numerator());
            return true;
        });
    }

    /** R14: one form sent many times at once starts one run, and every answer is that run. */
    @Test
    void aFormSentTwentyTimesStartsOneRun() throws Exception {
        String token = UUID.randomUUID().toString();
        Set<UUID> answers =
                new HashSet<>(atOnce(20, () -> world.in(em -> world.starting(em).start(world.choice(), token))));
        assertEquals(1, answers.size());
        UUID id = answers.iterator().next();
        assertEquals(RunStatus.QUEUED, world.run(id).status());
        UUID other = world.in(
                em -> world.starting(em).start(world.choice(), UUID.randomUUID().toString()));
        assertEquals(following(world.run(id).number()), world.run(other).number(), "no number is lost or given twice");
    }

    /** T17: what is foreign looks the same as what is missing. */
    @Test
    void anotherOrganizationsRunIsNotThere() {
        UUID other = world.organization("other");
        UUID theirs = world.queue(other);
        world.does(em -> {
            AuditRuns mine = AuditWorld.reading(em, world.office);
            Refusal foreign = assertThrows(Refusal.class, () -> mine.get(theirs));
            Refusal missing = assertThrows(Refusal.class, () -> mine.get(UUID.randomUUID()));
            assertEquals(missing.getMessage(), foreign.getMessage());
            assertEquals(theirs, AuditWorld.reading(em, other).get(theirs).id());
            assertTrue(mine.find(Optional.empty(), "", 0, 1000).items().stream()
                    .noneMatch(run -> run.id().equals(theirs)));
            return true;
        });
    }

    @Test
    void theListIsNewestFirstAndTakesEverySignOfASearchAsItStands() {
        UUID other = world.organization("list");
        UUID older = world.queue(other);
        UUID newer = world.queue(other);
        world.does(em -> {
            AuditRuns runs = AuditWorld.reading(em, other);
            Slice<AuditRun> all = runs.find(Optional.empty(), "", 0, 10);
            assertEquals(
                    List.of(newer, older),
                    all.items().stream().map(AuditRun::id).toList());
            assertEquals(2, all.total());
            assertEquals(
                    List.of(older),
                    runs.find(Optional.empty(), "", 1, 1).items().stream()
                            .map(AuditRun::id)
                            .toList());
            assertEquals(
                    2,
                    runs.find(Optional.of(RunStatus.QUEUED), "PRE-check", 0, 10).total());
            assertEquals(0, runs.find(Optional.of(RunStatus.FAILED), "", 0, 10).total());
            for (String none : List.of("%", "_", "!", "Pre_check", "' or '1'='1", "nothing")) {
                assertEquals(0, runs.find(Optional.empty(), none, 0, 10).total(), none);
            }
            return true;
        });
    }

    @Test
    void whereTheReviewsOfAListStandIsOneAnswerOverTheAskersOwnRuns() {
        UUID other = world.organization("reviews");
        UUID waits = world.queue(world.office);
        assertTrue(complete(world.claim(LONG).orElseThrow()));
        UUID judged = world.queue(world.office);
        assertTrue(complete(world.claim(LONG).orElseThrow()));
        review(em -> AuditWorld.reviewing(em, AuditWorld.BERIT).judge(judged, "Seen.", true));
        List<AuditRun> list = List.of(world.run(waits), world.run(judged), world.run(world.queue(other)));
        world.does(em -> {
            assertEquals(
                    Map.of(waits, ReviewStatus.OPEN, judged, ReviewStatus.JUDGED),
                    AuditWorld.reviewed(em, world.office).statuses(list));
            assertEquals(Map.of(), AuditWorld.reviewed(em, other).statuses(list));
            assertEquals(Map.of(), AuditWorld.reviewed(em, world.office).statuses(List.of()));
            return true;
        });
    }

    private void review(Consumer<EntityManager> work) {
        world.does(em -> {
            work.accept(em);
            return true;
        });
    }

    private static String following(String number) {
        int at = number.indexOf('-') + 1;
        return number.substring(0, at) + String.format(Locale.ROOT, "%04d", Integer.parseInt(number.substring(at)) + 1);
    }

    private boolean complete(Claim claim) {
        return world.in(em -> AuditWorld.recorder(em).complete(claim, AuditWorld.judged(), true));
    }

    private void steer(UUID id, boolean retry) {
        world.in(em -> {
            if (retry) {
                AuditWorld.steering(em).retry(id);
            } else {
                AuditWorld.steering(em).cancel(id);
            }
            return true;
        });
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
