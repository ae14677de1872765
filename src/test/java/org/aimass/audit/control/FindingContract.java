package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.aimass.audit.control.FindingList.FoundFinding;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.FindingStatus;
import org.aimass.audit.entity.FindingStep;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.Severity;
import org.aimass.database.TestDatabase;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must hold of findings between an audit body and the organization that answers for the model; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
abstract class FindingContract {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate soon = today.plusDays(30);

    private final AuditWorld world;
    private UUID ministry = UUID.randomUUID();
    private UUID run = UUID.randomUUID();
    private UUID finding = UUID.randomUUID();
    private UUID second = UUID.randomUUID();

    FindingContract(TestDatabase database) {
        world = new AuditWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    /** An audit of a ministry's model with two findings, both HIGH. */
    @BeforeEach
    void completeOne() {
        ministry = world.organization("ministry");
        run = world.queue(world.office);
        world.in(em -> em.createNativeQuery("update audit_run set model_organization_id = ? where id = ?")
                .setParameter(1, ministry)
                .setParameter(2, run)
                .executeUpdate());
        Claim claim = world.claim(Duration.ofSeconds(60)).orElseThrow();
        assertTrue(world.does(em -> AuditWorld.recorder(em).complete(claim, AuditWorld.judged(), true)));
        List<UUID> ids = world.in(em -> em.createQuery(
                        "select f.id from Finding f where f.runId = :run order by f.comparison", UUID.class)
                .setParameter("run", run)
                .getResultList());
        finding = ids.get(0);
        second = ids.get(1);
    }

    @Test
    void fromTheQuestionToTheEnd() {
        assign(finding, soon);
        assertEquals(Optional.of(AuditWorld.JONAS), found().owner());
        assertEquals(Optional.of(soon), found().due());
        answer("We will look.");
        assertEquals(FindingStatus.ANSWERED, found().status());
        does(em -> AuditWorld.following(em).askAgain(finding, form("Until when?"), soon.plusDays(5)));
        assertEquals(FindingStatus.OPEN, found().status());
        assertEquals(Optional.of(soon.plusDays(5)), found().due());
        answer("Until 31 January.");
        does(em -> AuditWorld.following(em).accept(finding, form("")));
        assertEquals(FindingStatus.ACCEPTED, found().status());
        does(em -> AuditWorld.following(em).close(finding, form("Checked.")));
        assertEquals(FindingStatus.CLOSED, found().status());
        assertEquals(
                List.of(
                        FindingStep.Kind.CLOSED,
                        FindingStep.Kind.ACCEPTED,
                        FindingStep.Kind.ANSWERED,
                        FindingStep.Kind.ASKED_AGAIN,
                        FindingStep.Kind.ANSWERED,
                        FindingStep.Kind.ASSIGNED),
                world.in(em -> AuditWorld.findings(em, world.office, null).get(finding).steps().stream()
                        .map(FindingStep::kind)
                        .toList()));
    }

    @Test
    void whatCannotBeDoneNowIsRefused() {
        refused(Refusal.Kind.NOT_FOUND, em -> AuditWorld.answering(em, ministry).answer(finding, form("Unasked.")));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.following(em).accept(finding, form("")));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.following(em)
                .assign(finding, form(""), AuditWorld.MEMBERSHIP, today.minusDays(1)));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.following(em)
                .assign(
                        finding,
                        form(""),
                        AuditWorld.MEMBERSHIP,
                        today.plusYears(2).plusDays(1)));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.following(em)
                .assign(finding, form(""), UUID.randomUUID(), soon));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.following(em)
                .assign(finding, form("x".repeat(SentForm.LONGEST + 1)), AuditWorld.MEMBERSHIP, soon));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.following(em).close(finding, form(" ")));
        assertEquals(Optional.empty(), found().owner());
        assign(finding, soon);
        refused(Refusal.Kind.INVALID, em -> AuditWorld.answering(em, ministry).answer(finding, form("\n")));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.answering(em, ministry).answer(finding, form("Yes\u0000")));
        does(em -> AuditWorld.following(em).close(finding, form("A mistake of ours.")));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.answering(em, ministry).answer(finding, form("Late.")));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.following(em).rate(finding, form("Why"), Severity.LOW));
    }

    /** T19: who audits for one organization and answers for another is still one person. */
    @Test
    void nobodyAcceptsTheirOwnAnswer() {
        assign(finding, soon);
        answer("We will look.");
        Refusal own = assertThrows(
                Refusal.class,
                () -> does(em -> AuditWorld.following(em, AuditWorld.JONAS).accept(finding, form(""))));
        assertEquals("finding.problem.ownAnswer", own.key());
        assertEquals(FindingStatus.ANSWERED, found().status());
        does(em -> AuditWorld.following(em, AuditWorld.AMARA).accept(finding, form("")));
        assertEquals(FindingStatus.ACCEPTED, found().status());
    }

    /** T19: an approver who is an auditor, too, does not set the severity and approve it alone. */
    @Test
    void whoChangedASeverityDoesNotDecide() {
        does(em -> AuditWorld.reviewing(em, AuditWorld.BERIT).judge(run, "Seen.", true));
        does(em -> AuditWorld.following(em, AuditWorld.TOMAS).rate(finding, form("Few people."), Severity.LOW));
        Refusal own = assertThrows(
                Refusal.class,
                () -> does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).approve(run, version())));
        assertEquals("review.problem.rated", own.key());
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .reject(run, version(), "No."));
        does(em -> AuditWorld.deciding(em, AuditWorld.JONAS).approve(run, version()));
    }

    /** R14: a form that is sent twice does it once, and tells it once. */
    @Test
    void aFormSentTwiceIsOneAnswer() {
        assign(finding, soon);
        SentForm form = form("We will look.");
        List<FindingAnswered> news = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            does(em -> {
                AnswerFinding answering = AuditWorld.answering(em, ministry);
                Heard<FindingAnswered> heard = new Heard<>();
                answering.answers = heard;
                answering.answer(finding, form);
                news.addAll(heard.news());
            });
        }
        assertEquals(1, news.size());
        assertEquals(AuditWorld.AMARA, news.get(0).author());
        assertEquals(2, steps(finding));
    }

    @Test
    void theAuditorWeighsItOtherwiseWithAReasonUntilItIsApproved() {
        refused(Refusal.Kind.INVALID, em -> AuditWorld.following(em).rate(finding, form(" "), Severity.LOW));
        refused(Refusal.Kind.INVALID, em -> AuditWorld.following(em).rate(finding, form("Same"), Severity.HIGH));
        does(em -> AuditWorld.reviewing(em, AuditWorld.BERIT).judge(run, "Seen.", true));
        long read = version();
        does(em -> AuditWorld.following(em).rate(finding, form("Few people."), Severity.MEDIUM));
        assertEquals(Severity.MEDIUM, found().severity());
        assertEquals(Severity.HIGH, found().policySeverity());
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.deciding(em, AuditWorld.TOMAS)
                .approve(run, read));
        does(em -> AuditWorld.deciding(em, AuditWorld.TOMAS).approve(run, version()));
        refused(Refusal.Kind.CONFLICT, em -> AuditWorld.following(em).rate(finding, form("More."), Severity.LOW));
    }

    /** T17: each sees their own, and what is foreign looks the same as what is missing. */
    @Test
    void whoSeesWhat() {
        UUID other = world.organization("other");
        assign(finding, soon);
        assertEquals(List.of(finding, second), ids(all(), world.office, null));
        assertEquals(List.of(finding), ids(all(), null, ministry));
        assertEquals(List.of(), ids(all(), other, other));
        assertEquals(List.of(), ids(all(), null, null));
        does(em -> AuditWorld.findings(em, null, ministry).get(finding));
        refused(Refusal.Kind.NOT_FOUND, em -> AuditWorld.findings(em, null, ministry)
                .get(second));
        refused(Refusal.Kind.NOT_FOUND, em -> AuditWorld.findings(em, other, other)
                .get(finding));
        refused(Refusal.Kind.NOT_FOUND, em -> AuditWorld.findings(em, other, other)
                .get(UUID.randomUUID()));
        refused(Refusal.Kind.NOT_FOUND, em -> AuditWorld.answering(em, other).answer(finding, form("Ours?")));
        refused(Refusal.Kind.NOT_FOUND, em -> AuditWorld.answering(em, ministry).answer(second, form("Unasked.")));
    }

    @Test
    void aListByStatusSeverityAndWhatIsLate() {
        assign(finding, today);
        does(em -> AuditWorld.following(em).rate(second, form("Few."), Severity.LOW));
        assertEquals(List.of(second), ids(new FindingList.Wanted(Optional.empty(), Optional.of(Severity.LOW), false)));
        assertEquals(List.of(), ids(new FindingList.Wanted(Optional.empty(), Optional.empty(), true)));
        world.in(em -> em.createNativeQuery("update audit_finding set due_on = ? where id = ?")
                .setParameter(1, today.minusDays(1))
                .setParameter(2, finding)
                .executeUpdate());
        assertTrue(found().isOverdue(today));
        assertEquals(List.of(finding), ids(new FindingList.Wanted(Optional.empty(), Optional.empty(), true)));
        answer("Late, but here.");
        assertFalse(found().isOverdue(today));
        assertEquals(List.of(), ids(new FindingList.Wanted(Optional.empty(), Optional.empty(), true)));
        assertEquals(
                List.of(finding),
                ids(new FindingList.Wanted(Optional.of(FindingStatus.ANSWERED), Optional.empty(), false)));
        for (FindingList.Sort sort : FindingList.Sort.values()) {
            Slice<FoundFinding> page = world.in(
                    em -> AuditWorld.findingList(em, world.office, null).find(all(), sort, true, 0, 1));
            assertEquals(1, page.items().size(), sort.name());
            assertTrue(page.total() >= 2, sort.name());
        }
    }

    /** The database itself keeps a finding without an owner from being answered. */
    @Test
    void theDatabaseRefusesAnAnswerWithoutAnOwner() {
        assertThrows(
                PersistenceException.class,
                () -> world.in(em -> em.createNativeQuery("update audit_finding set status = 'ANSWERED' where id = ?")
                        .setParameter(1, finding)
                        .executeUpdate()));
    }

    private static FindingList.Wanted all() {
        return new FindingList.Wanted(Optional.empty(), Optional.empty(), false);
    }

    private List<UUID> ids(FindingList.Wanted wanted) {
        return ids(wanted, world.office, null);
    }

    /** Of this test's two findings, those that are found. */
    private List<UUID> ids(FindingList.Wanted wanted, @Nullable UUID auditing, @Nullable UUID answering) {
        return world.in(
                em -> AuditWorld.findingList(em, auditing, answering)
                        .find(wanted, FindingList.Sort.NUMBER, false, 0, 1_000)
                        .items()
                        .stream()
                        .map(found -> found.finding().id())
                        .filter(List.of(finding, second)::contains)
                        .toList());
    }

    private void assign(UUID id, LocalDate due) {
        does(em -> AuditWorld.following(em).assign(id, form("Why?"), AuditWorld.MEMBERSHIP, due));
    }

    private void answer(String words) {
        does(em -> AuditWorld.answering(em, ministry).answer(finding, form(words)));
    }

    private static SentForm form(String words) {
        return new SentForm(UUID.randomUUID(), words);
    }

    private Finding found() {
        return world.in(em -> em.find(Finding.class, finding));
    }

    private long steps(UUID id) {
        return world.in(em -> em.createQuery("select count(s) from FindingStep s where s.findingId = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult());
    }

    private long version() {
        return world.in(em -> em.find(Review.class, run)).version();
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
