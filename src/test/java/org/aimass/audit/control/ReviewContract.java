package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.aimass.audit.entity.EarlierJudgement;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.Signature;
import org.aimass.database.TestDatabase;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold of a judgement and its approval by a second person; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
abstract class ReviewContract {

    private final AuditWorld world;
    private UUID run = UUID.randomUUID();

    ReviewContract(TestDatabase database) {
        world = new AuditWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    /** An audit by Amara, completed and not judged. */
    @BeforeEach
    void completeOne() {
        run = world.queue(world.office);
        Claim claim = world.claim(Duration.ofSeconds(60)).orElseThrow();
        assertEquals(run, claim.runId());
        assertTrue(world.does(em -> AuditWorld.recorder(em).complete(claim, AuditWorld.judged(), true)));
    }

    @Test
    void aJudgementHasWordsAndADeclaration() {
        refused(Refusal.Kind.INVALID, em -> AuditWorld.reviewing(em, AuditWorld.BERIT)
                .judge(run, " ", true));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.reviewing(em, AuditWorld.BERIT)
                .judge(run, "Seen.", false));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.reviewing(em, AuditWorld.BERIT)
                .judge(run, "x".repeat(ReviewAudit.LONGEST + 1), true));
        for (String unseen : List.of("Seen.\u0000", "Seen \u202Enot\u202C.")) {
            refused(Refusal.Kind.INVALID, em -> AuditWorld.reviewing(em, AuditWorld.BERIT)
                    .judge(run, unseen, true));
        }
        judge(" Seen. ");
        assertEquals("Seen.", review().judgement());
        assertEquals("Amara", review().judgeName());
    }

    /** T19: who started or judged an audit neither approves it nor sends it back. */
    @Test
    void whoStartedOrJudgedItDoesNotDecide() {
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .approve(run, 1));
        judge("Seen.");
        for (Person own : List.of(AuditWorld.AMARA, AuditWorld.BERIT)) {
            refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, own).approve(run, version()));
            refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, own).reject(run, version(), "No."));
        }
        assertEquals(ReviewStatus.JUDGED, review().status());
        does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).approve(run, version()));
        assertEquals(ReviewStatus.APPROVED, review().status());
        assertEquals(Optional.of(AuditWorld.TOMAS), review().decidedBy().map(Signature::person));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.reviewing(em, AuditWorld.BERIT)
                .judge(run, "Else.", true));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .approve(run, version()));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .reject(run, version(), "No."));
    }

    /** T19: not even by SQL. */
    @Test
    void theDatabaseRefusesWhoStartedOrJudgedIt() {
        judge("Seen.");
        for (String own : List.of("amara", "berit")) {
            assertThrows(PersistenceException.class, () -> approveBySql(own, run), own);
        }
        assertThrows(
                PersistenceException.class,
                () -> world.in(
                        em -> em.createNativeQuery("update audit_review set author_subject = 'nobody' where run_id = ?")
                                .setParameter(1, run)
                                .executeUpdate()),
                "the author is the run's");
        assertEquals(1, approveBySql("tomas", run));
    }

    private int approveBySql(String subject, UUID id) {
        return world.in(em -> em.createNativeQuery("update audit_review set status = 'APPROVED', decider_issuer ="
                        + " 'https://id.example', decider_subject = ?, decider_name = '', decided_at = current_timestamp"
                        + " where run_id = ?")
                .setParameter(1, subject)
                .setParameter(2, id)
                .executeUpdate());
    }

    /** T19: many approve at once; one of them has approved, and the news is told once. */
    @Test
    void fiftyApprovalsAtOnceAreOne() throws Exception {
        judge("Seen.");
        long read = version();
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Person approver = new Person("https://id.example", "approver " + i);
                answers.add(pool.submit(() -> approve(approver, read)));
            }
            int told = 0;
            for (Future<Integer> answer : answers) {
                told += answer.get();
            }
            assertEquals(1, told);
            assertEquals(ReviewStatus.APPROVED, review().status());
            assertEquals(read + 1, version());
        } finally {
            pool.shutdownNow();
        }
    }

    /** @return how often the news was told */
    private int approve(Person approver, long read) {
        Heard<AuditApproved> heard = new Heard<>();
        try {
            does(em -> {
                DecideAudit deciding = AuditWorld.deciding(em, approver);
                deciding.approvals = heard;
                deciding.approve(run, read);
            });
        } catch (Refusal refusal) {
            assertEquals(Refusal.Kind.CONFLICT, refusal.kind());
        }
        return heard.news().size();
    }

    /** R14: sent again it is answered as the first time; another decision about the same reading comes too late. */
    @Test
    void theSameDecisionSentTwiceIsOne() {
        judge("Seen.");
        long read = version();
        does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).reject(run, read, "No."));
        does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).reject(run, read, " No. "));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .reject(run, read, "Never."));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .approve(run, read));
        assertEquals(read + 1, version());

        judge("Seen, and changed.");
        long changed = version();
        assertEquals(1, approve(AuditWorld.TOMAS, changed));
        assertEquals(0, approve(AuditWorld.TOMAS, changed));
        does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).approve(run, changed));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .approve(run, read));
        assertEquals(changed + 1, version());
    }

    @Test
    void whatIsSentBackIsJudgedAnewAndStaysReadable() {
        judge("First words.");
        refused(Refusal.Kind.INVALID, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .reject(run, version(), " \n"));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .reject(run, version(), "x".repeat(DecideAudit.LONGEST + 1)));
        does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).reject(run, version(), " Name the tolerance. "));
        assertEquals(ReviewStatus.REJECTED, review().status());
        assertEquals("Name the tolerance.", review().reason());
        assertEquals("First words.", review().judgement());
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .approve(run, version()));

        judge("Second words, 5 points.");
        assertEquals(ReviewStatus.JUDGED, review().status());
        assertEquals("", review().reason());
        assertEquals(Optional.empty(), review().decidedBy());
        judge("Third words, 5 points.");
        List<EarlierJudgement> earlier =
                world.in(em -> AuditWorld.reviewed(em, world.office).earlier(run));
        assertEquals(
                List.of("Second words, 5 points.", "First words."),
                earlier.stream().map(EarlierJudgement::judgement).toList());
        assertEquals(
                List.of("", "Name the tolerance."),
                earlier.stream().map(EarlierJudgement::reason).toList());
        assertEquals(Optional.of(AuditWorld.TOMAS), earlier.get(1).decider().map(Signature::person));
    }

    @Test
    void theSameWordsSignedTwiceAreSignedOnce() {
        judge("Seen.");
        long once = version();
        judge("Seen.");
        assertEquals(once, version());
        assertEquals(
                List.of(), world.in(em -> AuditWorld.reviewed(em, world.office).earlier(run)));
    }

    /** Nobody approves what they have not read. */
    @Test
    void aJudgementThatChangedMeanwhileIsNotDecided() {
        judge("Seen.");
        long read = version();
        judge("Seen, and changed.");
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .approve(run, read));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .reject(run, read, "No."));
        assertEquals(ReviewStatus.JUDGED, review().status());
    }

    @Test
    void onlyWhatIsApprovedMayBePublished() {
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .demandApproved(run));
        judge("Seen.");
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .demandApproved(run));
        does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).approve(run, version()));
        does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).demandApproved(run));
    }

    /** T17: what is foreign looks the same as what is missing. */
    @Test
    void whatWasSignedEarlierIsNotThereForOthers() {
        UUID other = world.organization("other");
        refused(Refusal.Kind.NOT_FOUND, em -> AuditWorld.reviewed(em, other).earlier(run));
        refused(Refusal.Kind.NOT_FOUND, em -> AuditWorld.reviewed(em, other).earlier(UUID.randomUUID()));
    }

    private void judge(String words) {
        does(em -> AuditWorld.reviewing(em, AuditWorld.BERIT).judge(run, words, true));
    }

    private Review review() {
        return world.in(em -> em.find(Review.class, run));
    }

    private long version() {
        return review().version();
    }

    private void does(Consumer<EntityManager> work) {
        world.does(em -> {
            work.accept(em);
            return true;
        });
    }

    private void refused(Refusal.Kind kind, Consumer<EntityManager> work) {
        assertEquals(kind, assertThrows(Refusal.class, () -> does(work)).kind());
    }
}
