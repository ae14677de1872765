package org.aimass.report.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aimass.audit.entity.AuditRun;
import org.aimass.database.TestDatabase;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.Snapshots;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.aimass.shared.Slice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/** What must hold of published reports, whoever publishes and however many at once; on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PublicationContract {

    private final ReportWorld world;

    PublicationContract(TestDatabase database) {
        world = new ReportWorld(database);
    }

    @AfterAll
    void stop() throws IOException {
        world.close();
    }

    private ReportNumber publish(UUID audit, Person who) {
        return world.in(em -> ReportWorld.publishing(em, who).publish(audit, Snapshots.explanation(), "年轻人更常被漏判。"));
    }

    @Test
    void whatIsPublishedIsKeptByteByByteUnderItsDigest() {
        UUID audit = world.audit();
        ReportNumber number = publish(audit, ReportWorld.TOMAS);

        String run = world.in(em -> em.find(AuditRun.class, audit).number());
        ReportSnapshot expected =
                Snapshots.draft(Snapshots.explanation(), audit.toString(), run).published(number, ReportWorld.NOON);
        byte[] bytes = SnapshotJson.write(expected).getBytes(StandardCharsets.UTF_8);
        TransparencyReports.Opened opened =
                world.in(em -> ReportWorld.reports(em).open(number.toString()));
        assertArrayEquals(bytes, opened.report().snapshot());
        assertEquals(Sha256Digest.of(bytes), opened.report().digest());
        assertTrue(opened.report().isIntact());
        assertEquals(expected, opened.snapshot());
        assertEquals(ReportWorld.NOON, opened.report().publishedAt());
        assertEquals(2026, number.year());
    }

    private int write(UUID audit, String summary) {
        return world.in(em -> {
            world.writing(em, ReportWorld.TOMAS)
                    .first(audit, new WriteReport.Texts(Snapshots.explanation(summary), "年轻人更常被漏判。"));
            return em.find(ReportDraft.class, audit).revision();
        });
    }

    private ReportNumber publishDraft(UUID audit, int revision) {
        return world.in(em -> ReportWorld.publishing(em, ReportWorld.TOMAS).publishDraft(audit, revision));
    }

    @Test
    void whatWasWrittenAndReadIsWhatIsPublished() {
        UUID audit = world.audit();
        assertEquals(1, write(audit, "First thoughts."));
        assertEquals(2, write(audit, "Second thoughts."));
        assertEquals(
                "refusal.changedMeanwhile",
                assertThrows(Refusal.class, () -> publishDraft(audit, 1)).key());

        ReportNumber number = publishDraft(audit, 2);
        ReportSnapshot read =
                world.in(em -> ReportWorld.reports(em).open(number.toString()).snapshot());
        assertEquals("Second thoughts.", read.explanation().summary().en());
        assertEquals("年轻人更常被漏判。", read.judgement().zh());
        assertEquals(number, publishDraft(audit, 2), "a second click changes nothing");
        assertEquals(
                "refusal.published",
                assertThrows(Refusal.class, () -> write(audit, "Too late.")).key());
    }

    /** R14: the texts sent twenty times at once are one draft. */
    @Test
    void textsSentTwentyTimesAreOneDraft() throws Exception {
        UUID audit = world.audit();
        Set<Integer> revisions = new HashSet<>(atOnce(20, () -> write(audit, "Sent twenty times.")));
        assertEquals(20, revisions.size(), "each was kept, one after the other");
        assertEquals(2026, publishDraft(audit, 20).year());
    }

    @Test
    void otherRoomsHearOfItInTheSameTransaction() {
        UUID audit = world.audit();
        Fired<ReportPublished> fired = new Fired<>();
        ReportNumber number = world.in(
                em -> ReportWorld.publishing(em, ReportWorld.TOMAS, fired).publish(audit, Snapshots.explanation(), ""));
        assertEquals(
                List.of(new ReportPublished(
                        number,
                        audit,
                        world.model,
                        world.office,
                        world.office,
                        Snapshots.explanation().title(),
                        ReportWorld.TOMAS,
                        Set.of(ReportWorld.AMARA))),
                fired.events());
    }

    /** R16 for reports: whoever changes the kept text is found out by the next reader. */
    @Test
    void aChangedTextIsNoticed() {
        ReportNumber number = publish(world.audit(), ReportWorld.TOMAS);
        world.in(em -> em.createNativeQuery(
                        "update report_version set snapshot = replace(snapshot, '0.174', '0.074') where report_number = ?")
                .setParameter(1, number.toString())
                .executeUpdate());

        boolean intact =
                world.in(em -> ReportWorld.reports(em).get(number.toString()).isIntact());
        assertFalse(intact);
    }

    /** T19: the author of an audit does not publish its report. */
    @Test
    void theAuthorIsRefused() {
        UUID audit = world.audit();
        Refusal refusal = assertThrows(Refusal.class, () -> publish(audit, ReportWorld.AMARA));
        assertEquals(Refusal.Kind.FORBIDDEN, refusal.kind());
        assertEquals("refusal.author", refusal.key());
    }

    /** T19: nor does who signed its judgement, whatever the page shows them, neither as a whole nor by way of a draft. */
    @Test
    void theJudgeIsRefused() {
        UUID audit = world.audit();
        world.judge(audit, ReportWorld.VERA);
        write(audit, ReportWorld.TOMAS);
        for (Executable act : List.<Executable>of(
                () -> publish(audit, ReportWorld.VERA),
                () -> write(audit, ReportWorld.VERA),
                () -> world.in(
                        em -> ReportWorld.publishing(em, ReportWorld.VERA).publishDraft(audit, 1)))) {
            Refusal refusal = assertThrows(Refusal.class, act);
            assertEquals(Refusal.Kind.FORBIDDEN, refusal.kind());
            assertEquals("refusal.judge", refusal.key());
        }
        assertEquals(publish(audit, ReportWorld.TOMAS), world.in(em -> ReportWorld.publishing(em, ReportWorld.TOMAS)
                .publish(audit, Snapshots.explanation(), "")));
    }

    private void write(UUID audit, Person who) {
        world.in(em -> {
            world.writing(em, who).first(audit, new WriteReport.Texts(Snapshots.explanation(), ""));
            return audit;
        });
    }

    /** T19: not even by SQL, neither as publisher nor under another author's name. */
    @Test
    void theDatabaseRefusesTheAuthorAsPublisher() {
        UUID audit = world.audit();
        assertThrows(PersistenceException.class, () -> insert(audit, "AM-2026-9001", "amara", "amara"));
        assertThrows(PersistenceException.class, () -> insert(audit, "AM-2026-9002", "somebody", "amara"));
        assertEquals(1, insert(audit, "AM-2026-9003", "amara", "tomas"));
    }

    private int insert(UUID audit, String number, String author, String publisher) {
        return world.in(em -> {
            em.createNativeQuery("insert into report_run values (?, ?)")
                    .setParameter(1, audit)
                    .setParameter(2, number)
                    .executeUpdate();
            return em.createNativeQuery(
                            "insert into report_version (sha256, report_number, version, run_id, model_version_id,"
                                    + " author_issuer, author_subject, publisher_issuer, publisher_subject,"
                                    + " publisher_name, published_at, snapshot) values (?, ?, 1, ?, ?,"
                                    + " 'https://id.example', ?, 'https://id.example', ?, '', current_timestamp, '{}')")
                    .setParameter(1, number)
                    .setParameter(2, number)
                    .setParameter(3, audit)
                    .setParameter(4, world.model)
                    .setParameter(5, author)
                    .setParameter(6, publisher)
                    .executeUpdate();
        });
    }

    @Test
    void aPublicationThatIsRolledBackGivesItsNumberBack() {
        UUID audit = world.audit();
        ReportNumber[] lost = new ReportNumber[1];
        assertThrows(
                IllegalStateException.class,
                () -> world.in(em -> {
                    lost[0] = ReportWorld.publishing(em, ReportWorld.TOMAS).publish(audit, Snapshots.explanation(), "");
                    throw new IllegalStateException("cut off before the end");
                }));
        assertEquals(lost[0], publish(audit, ReportWorld.TOMAS));
    }

    /** R14: twenty clicks at once publish one report, and every answer is that report. */
    @Test
    void aFormSentTwentyTimesPublishesOnce() throws Exception {
        UUID audit = world.audit();
        Set<ReportNumber> answers = new HashSet<>(atOnce(20, () -> publish(audit, ReportWorld.TOMAS)));
        assertEquals(1, answers.size());
    }

    @Test
    void publicationsAtOnceGetNumbersWithoutAGapOrATwin() throws Exception {
        int before = publish(world.audit(), ReportWorld.TOMAS).serial();
        List<ReportNumber> numbers = atOnce(12, () -> publish(world.audit(), ReportWorld.TOMAS));
        Set<Integer> serials = new HashSet<>();
        numbers.forEach(number -> serials.add(number.serial()));
        Set<Integer> expected = new HashSet<>();
        for (int serial = before + 1; serial <= before + 12; serial++) {
            expected.add(serial);
        }
        assertEquals(expected, serials);
    }

    @Test
    void theRegisterFindsByEveryWordInBothLanguages() {
        ReportNumber number = publish(world.audit(), ReportWorld.TOMAS);

        assertTrue(found("PRE-CHECK ministry").items().stream()
                .anyMatch(entry -> entry.number().equals(number.toString())));
        assertTrue(found("租房").total() > 0);
        assertEquals(1, found(number.toString()).total());
        assertEquals(0, found("pre-check hospital").total());
        assertEquals(0, found("100%").total(), "a percent sign is no wildcard");
        assertEquals(0, found("a_plic").total());
        RegisterEntry entry = found(number.toString()).items().get(0);
        assertEquals("Rent support pre-check", entry.title().en());
        assertEquals(List.of(1, 0, 2), List.of(entry.shown(), entry.within(), entry.insufficient()));
    }

    private Slice<RegisterEntry> found(String words) {
        return world.in(em -> ReportWorld.reports(em).find(words, 0, 10));
    }

    @Test
    void theNewestReportOfAModelIsFound() {
        ReportNumber number = publish(world.audit(), ReportWorld.TOMAS);
        Map<UUID, TransparencyReports.Reading> newest =
                world.in(em -> ReportWorld.reports(em).about(List.of(world.model, UUID.randomUUID())));
        assertEquals(Set.of(world.model), newest.keySet());
        TransparencyReports.Reading reading = Objects.requireNonNull(newest.get(world.model));
        assertEquals(number.toString(), reading.number());
        assertEquals(ReportStatus.PUBLISHED, reading.status());
        assertEquals(
                "Ministry of Social Affairs",
                reading.snapshot().orElseThrow().organization().name().en());
        assertEquals(Map.of(), world.in(em -> ReportWorld.reports(em).about(List.of())));
    }

    /** A text that was changed so much that it cannot be read does not keep anybody from their other data. */
    @Test
    void aReportThatCannotBeReadHidesNothingElse() {
        ReportNumber number = publish(world.audit(), ReportWorld.TOMAS);
        for (String broken : List.of("{", "{}", "[1]", "")) {
            world.in(em -> em.createNativeQuery("update report_version set snapshot = ? where report_number = ?")
                    .setParameter(1, broken)
                    .setParameter(2, number.toString())
                    .executeUpdate());
            TransparencyReports.Reading reading = Objects.requireNonNull(
                    world.in(em -> ReportWorld.reports(em).about(List.of(world.model)))
                            .get(world.model));
            assertEquals(number.toString(), reading.number());
            assertTrue(reading.snapshot().isEmpty(), broken);
        }
    }

    @Test
    void whatIsNoNumberOfAReportIsNotFound() {
        for (String text : List.of("", "AM-2026-0000", "AM-2026-99999", "am-2026-0001", "AM-2026-1' or '1'='1")) {
            Refusal refusal = assertThrows(
                    Refusal.class, () -> world.in(em -> ReportWorld.reports(em).get(text)));
            assertEquals(Refusal.Kind.NOT_FOUND, refusal.kind(), text);
        }
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
