package org.aimass.report.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aimass.audit.entity.AuditRun;
import org.aimass.database.TestDatabase;
import org.aimass.report.entity.Edition;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.Snapshots;
import org.aimass.security.Person;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/** What must hold of corrections and withdrawals: two people, one new entry, and the old stays as it was; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangeContract {

    private static final Bilingual WHY = new Bilingual("The summary named the wrong office.", "概要写错了机构。");

    private final ReportWorld world;

    ChangeContract(TestDatabase database) {
        world = new ReportWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    private record Published(UUID run, ReportNumber number) {

        String text() {
            return number.toString();
        }
    }

    /** Whoever may publish a change hears of it once, however often its writer goes on. */
    @Test
    void aChangeIsToldOnceToThoseWhoMayPublishIt() {
        Published report = published();
        Fired<ReportChangeWritten> written = new Fired<>();
        UUID id = UUID.randomUUID();
        for (String summary : List.of("A second summary.", "A third summary.")) {
            world.in(em -> {
                world.writing(em, ReportWorld.VERA, written)
                        .correction(
                                id,
                                report.text(),
                                report.run(),
                                new WriteReport.Texts(Snapshots.explanation(summary), ""),
                                WHY);
                return id;
            });
        }
        assertEquals(1, written.events().size());
        ReportChangeWritten news = written.events().get(0);
        assertEquals(report.text(), news.number().toString());
        assertEquals(id, news.draftId());
        assertEquals(report.run(), news.runId());
        assertEquals(Set.of(ReportWorld.VERA, ReportWorld.AMARA), news.barred());

        Published other = published();
        Fired<ReportChangeWritten> withdrawn = new Fired<>();
        world.in(em -> {
            world.writing(em, ReportWorld.VERA, withdrawn).withdrawal(UUID.randomUUID(), other.text(), WHY);
            return id;
        });
        assertEquals(Set.of(ReportWorld.VERA), withdrawn.events().get(0).barred());
    }

    private Published published() {
        UUID run = world.audit();
        ReportNumber number =
                world.in(em -> ReportWorld.publishing(em, ReportWorld.TOMAS).publish(run, Snapshots.explanation(), ""));
        return new Published(run, number);
    }

    private UUID correction(Published report, UUID run, String summary, Person writer) {
        UUID id = UUID.randomUUID();
        world.in(em -> {
            world.writing(em, writer)
                    .correction(
                            id,
                            report.text(),
                            run,
                            new WriteReport.Texts(Snapshots.explanation(summary), "年轻人更常被漏判。"),
                            WHY);
            return id;
        });
        return id;
    }

    private UUID withdrawal(Published report, Person writer) {
        UUID id = UUID.randomUUID();
        world.in(em -> {
            world.writing(em, writer).withdrawal(id, report.text(), WHY);
            return id;
        });
        return id;
    }

    private ReportNumber publish(UUID draft, Person who, int revision) {
        return world.in(
                em -> world.changing(em, who, new Fired<>(), new Fired<>()).publish(draft, revision));
    }

    private TransparencyReports.Opened open(Published report, Optional<Integer> version) {
        return world.in(em -> ReportWorld.reports(em).open(report.text(), version));
    }

    private List<TransparencyReports.Past> history(Published report) {
        return world.in(em -> ReportWorld.reports(em).history(report.text()));
    }

    private static void refused(Refusal.Kind kind, String key, Executable act) {
        Refusal refusal = assertThrows(Refusal.class, act);
        assertEquals(kind + " " + key, refusal.kind() + " " + refusal.key());
    }

    @Test
    void aCorrectionIsANewVersionAndTheOldOneStaysByteByByte() {
        Published report = published();
        byte[] before = open(report, Optional.empty()).report().snapshot();
        publish(correction(report, report.run(), "Another summary.", ReportWorld.AMARA), ReportWorld.TOMAS, 1);

        TransparencyReports.Opened old = open(report, Optional.of(1));
        assertArrayEquals(before, old.report().snapshot());
        assertTrue(old.isReplaced());
        TransparencyReports.Opened now = open(report, Optional.empty());
        assertFalse(now.isReplaced());
        assertEquals(2, now.report().version());
        assertEquals("Another summary.", now.snapshot().explanation().summary().en());
        assertEquals(2, Objects.requireNonNull(now.snapshot().edition()).version());
        assertEquals(old.snapshot().validUntil(), now.snapshot().validUntil(), "its time does not begin anew");
        assertEquals(WHY, corrected(now).reason());
        assertEquals(old.report().digest().hex(), corrected(now).sha256());
        assertEquals(List.of("SUMMARY"), corrected(now).parts());
        assertEquals(ReportStatus.CORRECTED, now.listed().status());
        refused(Refusal.Kind.NOT_FOUND, "refusal.notFound", () -> open(report, Optional.of(3)));
    }

    @Test
    void theHistoryIsAChainOfDigests() {
        Published report = published();
        publish(correction(report, report.run(), "Another summary.", ReportWorld.AMARA), ReportWorld.TOMAS, 1);
        publish(withdrawal(report, ReportWorld.TOMAS), ReportWorld.VERA, 1);

        List<TransparencyReports.Past> history = history(report);
        assertEquals(
                List.of(ReportStatus.PUBLISHED, ReportStatus.CORRECTED, ReportStatus.WITHDRAWN),
                history.stream().map(past -> past.states().kind()).toList());
        assertEquals(
                List.of(1, 2, 2),
                history.stream().map(past -> past.states().version()).toList());
        assertTrue(history.stream().allMatch(TransparencyReports.Past::intact));
        assertEquals(history.get(0).sha256(), history.get(1).states().previousSha256());
        assertEquals(history.get(1).sha256(), history.get(2).states().previousSha256());
        String statement = SnapshotJson.write(history.get(1).states());
        assertEquals(
                history.get(1).sha256(),
                Sha256Digest.of(statement.getBytes(StandardCharsets.UTF_8)).hex());
        assertFalse(statement.contains("tomas"), "nobody is named");
    }

    /** R16: whoever changes, removes or swaps an entry is found out by the next reader. */
    @Test
    void aChangedEntryIsNoticed() {
        Published report = published();
        publish(correction(report, report.run(), "Another summary.", ReportWorld.AMARA), ReportWorld.TOMAS, 1);
        world.in(em -> em.createNativeQuery("update report_entry set statement = replace(statement, 'wrong', 'right')"
                        + " where report_number = ? and entry_number = 2")
                .setParameter(1, report.text())
                .executeUpdate());

        assertEquals(
                List.of(true, false),
                history(report).stream().map(TransparencyReports.Past::intact).toList());
        world.in(em -> em.createNativeQuery("delete from report_entry where report_number = ? and entry_number = 1")
                .setParameter(1, report.text())
                .executeUpdate());
        assertEquals(
                List.of(false),
                history(report).stream().map(TransparencyReports.Past::intact).toList());
    }

    @Test
    void aNewerApprovedAuditOfTheSameModelCanStandIn() {
        Published report = published();
        UUID newer = world.approvedAudit();
        publish(
                correction(report, newer, "Sorts applications. Case workers decide.", ReportWorld.TOMAS),
                ReportWorld.VERA,
                1);

        TransparencyReports.Opened now = open(report, Optional.empty());
        assertEquals(newer, now.report().runId());
        assertEquals(List.of("AUDIT"), corrected(now).parts());
        assertEquals(
                "2027-12-01T09:30:00Z",
                Objects.requireNonNull(now.snapshot().edition()).validUntil(),
                "a new audit is a new year");
        assertEquals(
                report.number(),
                world.in(
                        em -> ReportWorld.publishing(em, ReportWorld.VERA).publish(newer, Snapshots.explanation(), "")),
                "an audit is reported once");
        Published other = published();
        refused(
                Refusal.Kind.INVALID,
                "refusal.noSuccessor",
                () -> correction(other, newer, "Another summary.", ReportWorld.AMARA));
        refused(
                Refusal.Kind.INVALID,
                "refusal.noSuccessor",
                () -> correction(other, world.audit(), "Another summary.", ReportWorld.AMARA));
    }

    /** Whether it waits for this person. */
    private boolean mayPublish(UUID draft, Person who) {
        return world.in(em -> {
            ReportDraft change = em.find(ReportDraft.class, draft);
            return world.changing(em, who, new Fired<>(), new Fired<>())
                    .drafts
                    .mayPublish(change, em.find(AuditRun.class, change.runId()));
        });
    }

    /** T19: neither the writer of a change nor the author of the audit publishes it. */
    @Test
    void twoPeopleAnswerForAChange() {
        Published report = published();
        UUID draft = correction(report, report.run(), "Another summary.", ReportWorld.TOMAS);
        assertFalse(mayPublish(draft, ReportWorld.TOMAS));
        assertFalse(mayPublish(draft, ReportWorld.AMARA));
        assertTrue(mayPublish(draft, ReportWorld.VERA));
        refused(Refusal.Kind.FORBIDDEN, "refusal.writer", () -> publish(draft, ReportWorld.TOMAS, 1));
        refused(Refusal.Kind.FORBIDDEN, "refusal.author", () -> publish(draft, ReportWorld.AMARA, 1));
        world.in(em -> {
            world.writing(em, ReportWorld.VERA)
                    .correction(
                            draft,
                            report.text(),
                            report.run(),
                            new WriteReport.Texts(Snapshots.explanation("A third summary."), ""),
                            WHY);
            return draft;
        });
        refused(Refusal.Kind.FORBIDDEN, "refusal.writer", () -> publish(draft, ReportWorld.VERA, 2));
        refused(Refusal.Kind.CONFLICT, "refusal.changedMeanwhile", () -> publish(draft, ReportWorld.TOMAS, 1));
        publish(draft, ReportWorld.TOMAS, 2);
        assertEquals(2, history(report).size());
    }

    /** T19: nor does who signed the judgement of the audit that a correction shows. */
    @Test
    void theJudgePublishesNoCorrection() {
        Published report = published();
        UUID newer = world.approvedAudit();
        world.judge(newer, ReportWorld.VERA);
        UUID draft = correction(report, newer, "Another summary.", ReportWorld.AMARA);
        assertFalse(mayPublish(draft, ReportWorld.AMARA));
        assertFalse(mayPublish(draft, ReportWorld.VERA));
        assertTrue(mayPublish(draft, ReportWorld.TOMAS));
        refused(Refusal.Kind.FORBIDDEN, "refusal.judge", () -> publish(draft, ReportWorld.VERA, 1));
        publish(draft, ReportWorld.TOMAS, 1);
    }

    /** T17: the id of a draft comes from its form; nobody lays a change where another's first report is going to lie. */
    @Test
    void aChangeDoesNotTakeTheIdOfAnAudit() {
        Published report = published();
        UUID waiting = world.audit();
        for (Executable act : List.<Executable>of(
                () -> world.in(em -> {
                    world.writing(em, ReportWorld.VERA)
                            .correction(
                                    waiting,
                                    report.text(),
                                    report.run(),
                                    new WriteReport.Texts(Snapshots.explanation("Another summary."), ""),
                                    WHY);
                    return waiting;
                }),
                () -> world.in(em -> {
                    world.writing(em, ReportWorld.VERA).withdrawal(waiting, report.text(), WHY);
                    return waiting;
                }))) {
            refused(Refusal.Kind.NOT_FOUND, "refusal.notFound", act);
        }
    }

    /** What waits as a withdrawal does not become a correction under the eyes of who is to publish it, nor the other way round. */
    @Test
    void aDraftStaysWhatItIs() {
        Published report = published();
        UUID draft = withdrawal(report, ReportWorld.AMARA);
        refused(
                Refusal.Kind.CONFLICT,
                "refusal.anotherChange",
                () -> world.in(em -> {
                    world.writing(em, ReportWorld.VERA)
                            .correction(
                                    draft,
                                    report.text(),
                                    report.run(),
                                    new WriteReport.Texts(Snapshots.explanation("Another summary."), ""),
                                    WHY);
                    return draft;
                }));
        publish(draft, ReportWorld.TOMAS, 1);
    }

    /** T19: not even by SQL. */
    @Test
    void theDatabaseRefusesAnEntryOfOnePerson() {
        Published report = published();
        assertThrows(PersistenceException.class, () -> entry(report, 2, "'i'", "'vera'", "'i'", "'vera'"));
        assertThrows(PersistenceException.class, () -> entry(report, 2, "null", "null", "'i'", "'vera'"));
        assertThrows(PersistenceException.class, () -> entry(report, 1, "'i'", "'tomas'", "'i'", "'vera'"));
        assertEquals(1, entry(report, 2, "'i'", "'tomas'", "'i'", "'vera'"));
    }

    private int entry(Published report, int number, String... persons) {
        return world.in(em -> em.createNativeQuery("insert into report_entry values (?, ?, " + number
                        + ", 'WITHDRAWN', 1, current_timestamp, '{}', 'ab', " + String.join(", ", persons) + ")")
                .setParameter(1, UUID.randomUUID().toString())
                .setParameter(2, report.text())
                .executeUpdate());
    }

    @Test
    void whatIsWithdrawnCanBeReadButNotChanged() {
        Published report = published();
        publish(withdrawal(report, ReportWorld.AMARA), ReportWorld.TOMAS, 1);

        TransparencyReports.Opened opened = open(report, Optional.empty());
        assertEquals(ReportStatus.WITHDRAWN, opened.listed().status());
        assertTrue(opened.report().isIntact());
        assertEquals(WHY, history(report).get(1).states().reason());
        refused(
                Refusal.Kind.CONFLICT,
                "refusal.withdrawn",
                () -> correction(report, report.run(), "Another summary.", ReportWorld.AMARA));
        refused(Refusal.Kind.CONFLICT, "refusal.withdrawn", () -> withdrawal(report, ReportWorld.AMARA));
    }

    @Test
    void oneChangeWaitsAtATime() {
        Published report = published();
        UUID draft = withdrawal(report, ReportWorld.AMARA);
        refused(
                Refusal.Kind.CONFLICT,
                "refusal.anotherChange",
                () -> correction(report, report.run(), "Another summary.", ReportWorld.TOMAS));
        world.in(em -> {
            world.writing(em, ReportWorld.TOMAS).drop(draft);
            return draft;
        });
        refused(Refusal.Kind.CONFLICT, "refusal.changedMeanwhile", () -> publish(draft, ReportWorld.TOMAS, 1));
        publish(correction(report, report.run(), "Another summary.", ReportWorld.AMARA), ReportWorld.TOMAS, 1);
        assertEquals(1, open(report, Optional.of(1)).snapshot().version());
    }

    @Test
    void whereNothingIsDifferentThereIsNothingToCorrect() {
        Published report = published();
        refused(
                Refusal.Kind.INVALID,
                "refusal.nothingChanged",
                () -> world.in(em -> {
                    world.writing(em, ReportWorld.AMARA)
                            .correction(
                                    UUID.randomUUID(),
                                    report.text(),
                                    report.run(),
                                    new WriteReport.Texts(Snapshots.explanation(), ""),
                                    WHY);
                    return report;
                }));
        refused(
                Refusal.Kind.INVALID,
                "refusal.longReason",
                () -> world.in(em -> {
                    world.writing(em, ReportWorld.AMARA)
                            .withdrawal(
                                    UUID.randomUUID(),
                                    report.text(),
                                    new Bilingual("x".repeat(ReportDraft.LONGEST_REASON + 1), ""));
                    return report;
                }));
    }

    /** T17: the reports and drafts of another audit body look as if there were none. */
    @Test
    void foreignIsMissing() {
        Published report = published();
        UUID draft = withdrawal(report, ReportWorld.AMARA);
        refused(
                Refusal.Kind.NOT_FOUND,
                "refusal.notFound",
                () -> world.in(em -> world.foreign(em).mine(report.text())));
        refused(
                Refusal.Kind.NOT_FOUND,
                "refusal.notFound",
                () -> world.in(em -> world.foreign(em).change(draft)));
        assertEquals(0L, (long) world.in(em -> world.foreign(em).mine(0, 10).total()));
        assertEquals(List.of(), world.in(em -> world.foreign(em).waiting()));
        refused(
                Refusal.Kind.NOT_FOUND,
                "refusal.notFound",
                () -> withdrawal(new Published(report.run(), new ReportNumber(2026, 9999)), ReportWorld.AMARA));
    }

    @Test
    void aReportLapsesWhenItsYearIsOver() {
        Published report = published();
        lapse("2027-11-09T11:59:59Z");
        assertEquals(1, history(report).size());
        lapse("2027-11-09T12:00:00Z");
        lapse("2027-11-10T12:00:00Z");

        List<TransparencyReports.Past> history = history(report);
        assertEquals(2, history.size());
        assertEquals(ReportStatus.LAPSED, history.get(1).states().kind());
        assertTrue(history.get(1).intact());
        assertEquals(
                ReportStatus.LAPSED, open(report, Optional.empty()).listed().status());
        refused(
                Refusal.Kind.INVALID,
                "refusal.lapsed",
                () -> correction(report, report.run(), "Another summary.", ReportWorld.AMARA));
        UUID newer = world.approvedAudit();
        publish(correction(report, newer, "Another summary.", ReportWorld.AMARA), ReportWorld.TOMAS, 1);
        assertTrue(open(report, Optional.empty()).listed().isStanding());
    }

    private void lapse(String now) {
        world.in(em -> {
            world.lapsing(em, Instant.parse(now)).run("");
            return now;
        });
    }

    /** R14, T19: fifty clicks of several approvers at once publish one entry. */
    @Test
    void aChangePublishedFiftyTimesIsOneEntry() throws Exception {
        Published report = published();
        UUID draft = correction(report, report.run(), "Another summary.", ReportWorld.AMARA);
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<Future<ReportNumber>> clicks = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Person who = i % 2 == 0 ? ReportWorld.TOMAS : ReportWorld.VERA;
                clicks.add(pool.submit(() -> publish(draft, who, 1)));
            }
            for (Future<ReportNumber> click : clicks) {
                assertEquals(report.number(), click.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(2, history(report).size());
        RegisteredReport listed = open(report, Optional.empty()).listed();
        assertEquals(2, listed.version());
    }

    @Test
    void otherRoomsHearOfIt() {
        Published report = published();
        Fired<ReportCorrected> corrected = new Fired<>();
        UUID draft = correction(report, report.run(), "Another summary.", ReportWorld.AMARA);
        world.in(em ->
                world.changing(em, ReportWorld.VERA, corrected, new Fired<>()).publish(draft, 1));
        assertEquals(
                List.of(new ReportCorrected(
                        report.number(),
                        2,
                        report.run(),
                        world.office,
                        world.office,
                        Snapshots.explanation().title(),
                        WHY,
                        ReportWorld.VERA,
                        Set.of(ReportWorld.AMARA))),
                corrected.events());
        Fired<ReportWithdrawn> withdrawn = new Fired<>();
        UUID end = withdrawal(report, ReportWorld.TOMAS);
        world.in(em ->
                world.changing(em, ReportWorld.VERA, new Fired<>(), withdrawn).publish(end, 1));
        assertEquals(
                Set.of(ReportWorld.AMARA, ReportWorld.TOMAS),
                withdrawn.events().get(0).concerned());
    }

    private static Edition.Correction corrected(TransparencyReports.Opened opened) {
        return Objects.requireNonNull(
                Objects.requireNonNull(opened.snapshot().edition()).corrects());
    }
}
