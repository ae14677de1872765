package org.aimass.desk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aimass.audit.control.DueFindings;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Author;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.FindingStep;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Severity;
import org.aimass.audit.entity.Signature;
import org.aimass.audit.entity.Subject;
import org.aimass.notification.control.Outbox;
import org.aimass.notification.entity.News;
import org.aimass.notification.entity.NoticeKind;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;

/** Owners are reminded a week before and once after, each day of theirs under an occasion of its own. */
class RemindOwnersTest {

    private static final Person AMARA = new Person("https://id.example", "amara");
    private static final Person JONAS = new Person("https://id.example", "jonas");
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final List<News> told = new ArrayList<>();

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    void eachDueDayIsToldUnderItsOwnOccasion() {
        RemindOwners task = new RemindOwners();
        task.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        task.findings = new DueFindings() {
            @Override
            public List<DueFinding> between(LocalDate from, LocalDate until, int most) {
                asked.add(from + " " + until);
                LocalDate due = until.minusDays(2);
                return List.of(new DueFinding(finding(due), run()));
            }
        };
        task.outbox = new Outbox() {
            @Override
            public void tell(Collection<Person> people, News news) {
                assertEquals(List.of(JONAS), List.copyOf(people));
                told.add(news);
            }
        };
        task.run("");
        assertEquals(List.of("2026-03-10 2026-03-17", "2026-02-08 2026-03-09"), asked);
        assertEquals(
                List.of(NoticeKind.FINDING_DUE_SOON, NoticeKind.FINDING_OVERDUE),
                told.stream().map(News::kind).toList());
        assertEquals("FINDING_DUE_SOON F-2026-047 2026-03-15", told.get(0).occasion());
        assertEquals("FINDING_OVERDUE F-2026-047 2026-03-07", told.get(1).occasion());
        assertEquals("Pre-check 1.0", told.get(0).about());
    }

    private static Finding finding(LocalDate due) {
        Finding finding = new Finding("F-2026-047", UUID.randomUUID(), 0, Measure.of("recall"), "{}", Severity.HIGH);
        finding.assign(
                JONAS,
                "Jonas",
                due,
                new FindingStep.Act(UUID.randomUUID(), "Why?", new Signature(AMARA, "Amara", NOON)));
        return finding;
    }

    private static AuditRun run() {
        UUID office = UUID.randomUUID();
        return new AuditRun(
                UUID.randomUUID(),
                "2026-0312",
                office,
                new Subject(
                        new Subject.Model(UUID.randomUUID(), office, "Pre-check", "1.0"),
                        new Subject.Dataset(UUID.randomUUID(), "Applications", 1),
                        new AuditPlan.Policy("public-benefits", "1.0", Sha256Digest.of(new byte[0]))),
                "{}",
                Sha256Digest.of(new byte[0]),
                new Author(AMARA, "Amara"),
                NOON);
    }
}
