package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.aimass.audit.control.AuditApproved;
import org.aimass.audit.control.AuditJudged;
import org.aimass.audit.control.AuditRejected;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.FindingAnswered;
import org.aimass.audit.control.FindingAssigned;
import org.aimass.audit.control.RunEnded;
import org.aimass.audit.entity.RunStatus;
import org.aimass.audit.entity.Subject;
import org.aimass.dataset.control.DatasetProfiled;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.notification.control.Outbox;
import org.aimass.notification.entity.News;
import org.aimass.notification.entity.NoticeKind;
import org.aimass.organization.control.Memberships;
import org.aimass.registry.control.ModelInspected;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.report.control.ReportChangeWritten;
import org.aimass.report.control.ReportCorrected;
import org.aimass.report.control.ReportPublished;
import org.aimass.report.control.ReportWithdrawn;
import org.aimass.report.entity.ReportNumber;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.security.SystemActor;

/**
 * Hears what the rooms tell, and puts it into the outbox for whom it concerns, in the same transaction. Whose business it is,
 * is decided here; how each of them is told, they decide.
 */
@ApplicationScoped
class TellPeople {

    @Inject
    Outbox outbox;

    @Inject
    SystemActor actor;

    @Inject
    CurrentUser user;

    @Inject
    Memberships members;

    @Inject
    ModelVersions models;

    @Inject
    DatasetVersions datasets;

    @Inject
    AuditRuns runs;

    void inspected(@Observes ModelInspected news) {
        tell(() -> Set.of(news.submitter()), () -> {
            ModelVersion model = models.get(news.modelVersionId());
            return News.of(
                    news.ready() ? NoticeKind.MODEL_INSPECTED : NoticeKind.MODEL_REFUSED,
                    reference(news.modelVersionId()),
                    model.model().name() + " " + model.label(),
                    "/registry/model.xhtml?id=" + news.modelVersionId());
        });
    }

    void profiled(@Observes DatasetProfiled news) {
        tell(
                () -> Set.of(news.submitter()),
                () -> News.of(
                        news.ready() ? NoticeKind.DATASET_PROFILED : NoticeKind.DATASET_REFUSED,
                        reference(news.datasetVersionId()),
                        datasets.get(news.datasetVersionId()).dataset().name(),
                        "/dataset/version.xhtml?id=" + news.datasetVersionId()));
    }

    void ended(@Observes RunEnded news) {
        if (news.status() == RunStatus.COMPLETED) {
            tell(
                    () -> Set.of(news.author()),
                    () -> audit(NoticeKind.RUN_COMPLETED, news.number(), news.runId(), "/audit/results.xhtml?id="));
        } else if (news.status() == RunStatus.FAILED) {
            tell(
                    () -> Set.of(news.author()),
                    () -> audit(NoticeKind.RUN_FAILED, news.number(), news.runId(), "/audit/run.xhtml?id="));
        }
    }

    void judged(@Observes AuditJudged news) {
        tell(
                () -> approvers(news.organizationId(), List.of(news.author(), news.judge())),
                () -> audit(NoticeKind.AUDIT_JUDGED, news.number(), news.runId(), "/audit/results.xhtml?id="));
    }

    void approved(@Observes AuditApproved news) {
        tell(
                () -> approvers(news.organizationId(), List.of(news.author(), news.judge())),
                () -> audit(NoticeKind.AUDIT_APPROVED, news.number(), news.runId(), "/report/publish.xhtml?id="));
    }

    void rejected(@Observes AuditRejected news) {
        tell(
                () -> Set.of(news.judge()),
                () -> audit(NoticeKind.AUDIT_REJECTED, news.number(), news.runId(), "/audit/results.xhtml?id="));
    }

    void assigned(@Observes FindingAssigned news) {
        tell(
                () -> Set.of(news.owner()),
                () -> finding(NoticeKind.FINDING_ASSIGNED, news.number(), news.findingId(), news.runId()));
    }

    void answered(@Observes FindingAnswered news) {
        tell(
                () -> Set.of(news.author()),
                () -> finding(NoticeKind.FINDING_ANSWERED, news.number(), news.findingId(), news.runId()));
    }

    void published(@Observes ReportPublished news) {
        tell(
                () -> concerned(news.organizationId(), news.concerned()),
                () -> report(NoticeKind.REPORT_PUBLISHED, news.number(), news.runId()));
    }

    void changeWritten(@Observes ReportChangeWritten news) {
        tell(
                () -> approvers(news.auditorId(), news.barred()),
                () -> News.of(
                        NoticeKind.REPORT_CHANGE_WRITTEN,
                        news.number().toString(),
                        subject(news.runId()),
                        "/report/draft.xhtml?id=" + news.draftId()));
    }

    void corrected(@Observes ReportCorrected news) {
        tell(
                () -> concerned(news.organizationId(), news.concerned()),
                () -> report(NoticeKind.REPORT_CORRECTED, news.number(), news.runId()));
    }

    void withdrawn(@Observes ReportWithdrawn news) {
        tell(
                () -> concerned(news.organizationId(), news.concerned()),
                () -> report(NoticeKind.REPORT_WITHDRAWN, news.number(), news.runId()));
    }

    /** The people of the organization whose model it is, and who else took part. */
    private Set<Person> concerned(UUID organization, Set<Person> others) {
        Set<Person> people = new HashSet<>(members.peopleWith(organization, Role.SUBMITTER, Role.ORGANIZATION_ADMIN));
        people.addAll(others);
        return people;
    }

    private News report(NoticeKind kind, ReportNumber number, UUID run) {
        return News.of(kind, number.toString(), subject(run), "/reports/" + number);
    }

    private News audit(NoticeKind kind, String number, UUID run, String page) {
        return News.of(kind, number, subject(run), page + run);
    }

    private News finding(NoticeKind kind, String number, UUID finding, UUID run) {
        return News.of(kind, number, subject(run), "/audit/finding.xhtml?id=" + finding);
    }

    private String subject(UUID run) {
        Subject subject = runs.get(run).subject();
        return subject.modelName() + " " + subject.modelLabel();
    }

    /** The approvers, but for those who had a hand in it: often one person had both. */
    private Set<Person> approvers(UUID organization, Collection<Person> barred) {
        Set<Person> people = new HashSet<>(members.peopleWith(organization, Role.APPROVER));
        barred.forEach(people::remove);
        return people;
    }

    /** A model or dataset has no number that people call it by: the beginning of its id. */
    private static String reference(UUID id) {
        return id.toString().substring(0, 8).toLowerCase(Locale.ROOT);
    }

    /** As the portal, for who acts may know neither the readers nor what they may read; and never to who acts. */
    private void tell(Supplier<Set<Person>> readers, Supplier<News> news) {
        Set<Person> self = user.person().map(Set::of).orElse(Set.of());
        actor.run("desk.tell", () -> {
            Set<Person> people = new HashSet<>(readers.get());
            people.removeAll(self);
            if (!people.isEmpty()) {
                outbox.tell(people, news.get());
            }
        });
    }
}
