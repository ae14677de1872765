package org.aimass.desk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.control.AuditApproved;
import org.aimass.audit.control.AuditJudged;
import org.aimass.audit.control.AuditRejected;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.FindingAnswered;
import org.aimass.audit.control.FindingAssigned;
import org.aimass.audit.control.RunEnded;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Author;
import org.aimass.audit.entity.RunStatus;
import org.aimass.audit.entity.Subject;
import org.aimass.notification.control.Outbox;
import org.aimass.notification.entity.News;
import org.aimass.notification.entity.NoticeKind;
import org.aimass.organization.control.Memberships;
import org.aimass.report.control.ReportChangeWritten;
import org.aimass.report.control.ReportPublished;
import org.aimass.report.entity.ReportNumber;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.security.SystemActor;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose business each piece of news is. */
class TellPeopleTest {

    private static final UUID OFFICE = UUID.randomUUID();
    private static final UUID MINISTRY = UUID.randomUUID();
    private static final UUID RUN = UUID.randomUUID();
    private static final Person AMARA = person("amara");
    private static final Person BERIT = person("berit");
    private static final Person TOMAS = person("tomas");
    private static final Person JONAS = person("jonas");
    private static final Person MARTA = person("marta");

    private final TellPeople tell = new TellPeople();
    private Optional<Person> actor = Optional.empty();
    private Set<Person> people = Set.of();
    private @Nullable News news;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    void lay() {
        tell.user = new CurrentUser() {
            @Override
            public Optional<Person> person() {
                return actor;
            }
        };
        tell.actor = new SystemActor() {
            @Override
            public void run(String taskName, Runnable work) {
                work.run();
            }
        };
        tell.outbox = new Outbox() {
            @Override
            public void tell(Collection<Person> told, News what) {
                people = new HashSet<>(told);
                news = what;
            }
        };
        tell.members = new Memberships() {
            @Override
            public Set<Person> peopleWith(UUID organization, Role... roles) {
                Set<Role> asked = Set.copyOf(Arrays.asList(roles));
                if (organization.equals(OFFICE) && asked.equals(Set.of(Role.APPROVER))) {
                    return Set.of(AMARA, BERIT, TOMAS);
                }
                return organization.equals(MINISTRY) && asked.equals(Set.of(Role.SUBMITTER, Role.ORGANIZATION_ADMIN))
                        ? Set.of(JONAS, MARTA)
                        : Set.of();
            }
        };
        tell.runs = new AuditRuns() {
            @Override
            public AuditRun get(UUID id) {
                return run();
            }
        };
    }

    @Test
    void theEndOfARunConcernsWhoStartedIt() {
        tell.ended(new RunEnded(RUN, "2026-0312", OFFICE, AMARA, RunStatus.COMPLETED));
        told(NoticeKind.RUN_COMPLETED, "/audit/results.xhtml?id=" + RUN, AMARA);
        tell.ended(new RunEnded(RUN, "2026-0312", OFFICE, AMARA, RunStatus.FAILED));
        told(NoticeKind.RUN_FAILED, "/audit/run.xhtml?id=" + RUN, AMARA);
        tell.ended(new RunEnded(RUN, "2026-0312", OFFICE, AMARA, RunStatus.CANCELLED));
        told();
    }

    /** T19: who may neither approve nor publish it is not asked to. */
    @Test
    void aJudgementConcernsTheApproversWhoHadNoHandInIt() {
        actor = Optional.of(BERIT);
        tell.judged(new AuditJudged(RUN, "2026-0312", OFFICE, AMARA, BERIT));
        told(NoticeKind.AUDIT_JUDGED, "/audit/results.xhtml?id=" + RUN, TOMAS);
    }

    @Test
    void whoStartsAnAuditMayJudgeItToo() {
        actor = Optional.of(AMARA);
        tell.judged(new AuditJudged(RUN, "2026-0312", OFFICE, AMARA, AMARA));
        told(NoticeKind.AUDIT_JUDGED, "/audit/results.xhtml?id=" + RUN, BERIT, TOMAS);
    }

    @Test
    void whoActsIsNotTold() {
        actor = Optional.of(TOMAS);
        tell.approved(new AuditApproved(RUN, "2026-0312", OFFICE, AMARA, BERIT, TOMAS));
        told();
        tell.rejected(new AuditRejected(RUN, "2026-0312", OFFICE, AMARA, BERIT, TOMAS, "Too short."));
        told(NoticeKind.AUDIT_REJECTED, "/audit/results.xhtml?id=" + RUN, BERIT);
    }

    /** T19: nor is who may not publish a change asked to. */
    @Test
    void aChangeConcernsTheApproversWhoMayPublishIt() {
        UUID draft = UUID.randomUUID();
        actor = Optional.of(BERIT);
        tell.changeWritten(new ReportChangeWritten(
                ReportNumber.parse("AM-2026-0007").orElseThrow(), draft, RUN, OFFICE, Set.of(BERIT, AMARA)));
        told(NoticeKind.REPORT_CHANGE_WRITTEN, "/report/draft.xhtml?id=" + draft, TOMAS);
    }

    @Test
    void aFindingConcernsItsOwnerAndItsAnswerTheAuditor() {
        UUID finding = UUID.randomUUID();
        actor = Optional.of(AMARA);
        tell.assigned(new FindingAssigned(
                finding, "F-2026-047", RUN, OFFICE, MINISTRY, JONAS, AMARA, LocalDate.of(2026, 4, 1)));
        told(NoticeKind.FINDING_ASSIGNED, "/audit/finding.xhtml?id=" + finding, JONAS);
        actor = Optional.of(JONAS);
        tell.answered(new FindingAnswered(finding, "F-2026-047", RUN, OFFICE, MINISTRY, JONAS, AMARA));
        told(NoticeKind.FINDING_ANSWERED, "/audit/finding.xhtml?id=" + finding, AMARA);
    }

    @Test
    void aReportConcernsWhoAnswersForTheModelAndWhoTookPart() {
        actor = Optional.of(TOMAS);
        tell.published(new ReportPublished(
                new ReportNumber(2026, 7),
                RUN,
                UUID.randomUUID(),
                OFFICE,
                MINISTRY,
                new Bilingual("Pre-check", ""),
                TOMAS,
                Set.of(AMARA, BERIT)));
        told(NoticeKind.REPORT_PUBLISHED, "/reports/AM-2026-0007", JONAS, MARTA, AMARA, BERIT);
    }

    private void told() {
        assertEquals(Set.of(), people);
        assertEquals(null, news);
    }

    private void told(NoticeKind kind, String address, Person... readers) {
        assertEquals(Set.of(readers), people);
        if (news == null) {
            throw new AssertionError("nothing was told");
        }
        assertEquals(kind, news.kind());
        assertEquals(address, news.address());
        assertEquals("Pre-check 1.0", news.about());
        people = Set.of();
        news = null;
    }

    private static AuditRun run() {
        return new AuditRun(
                RUN,
                "2026-0312",
                OFFICE,
                new Subject(
                        new Subject.Model(UUID.randomUUID(), MINISTRY, "Pre-check", "1.0"),
                        new Subject.Dataset(UUID.randomUUID(), "Applications", 1),
                        new AuditPlan.Policy("public-benefits", "1.0", Sha256Digest.of(new byte[0]))),
                "{}",
                Sha256Digest.of(new byte[0]),
                new Author(AMARA, "Amara"),
                Instant.EPOCH);
    }

    private static Person person(String name) {
        return new Person("https://id.example", name);
    }
}
