package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.DecideAudit;
import org.aimass.audit.entity.AuditRun;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportEntry;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSequence;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * Publishes the report of an approved audit, by somebody else than the audit's author: the next number, the frozen snapshot with
 * its digest and the activity record, in one transaction.
 */
@ApplicationScoped
@Transactional
@Allowed(Role.APPROVER)
public class PublishReport {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    AuditRuns runs;

    @Inject
    ReportDrafts drafts;

    @Inject
    DecideAudit decisions;

    @Inject
    ActivityLog activity;

    @Inject
    Event<ReportPublished> published;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * Publishes, or answers with the report that is published already: a second click changes nothing.
     *
     * @throws Refusal NOT_FOUND unless the asker is an approver of the auditor's organization; FORBIDDEN to the audit's author
     *     and to its judge; CONFLICT while it is not finished or not approved; INVALID for texts that the page cannot show
     */
    public ReportNumber publish(UUID runId, Explanation explanation, String judgementInChinese) {
        AuditRun run = runs.get(runId);
        user.demand(Role.APPROVER, run.organizationId());
        drafts.demandNoHandIn(run);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReportSequence sequence = hold(now.atZone(ZoneOffset.UTC).getYear());
        return drafts.published(runId)
                .orElseGet(
                        () -> publish(run, drafts.draft(runId, explanation, judgementInChinese), sequence.next(), now));
    }

    /**
     * Publishes what was written and read: the draft of an audit's first report.
     *
     * @param revision the one that was read
     * @throws Refusal as above; NOT_FOUND without a draft; CONFLICT where it was changed since it was read
     */
    public ReportNumber publishDraft(UUID runId, int revision) {
        AuditRun run = runs.get(runId);
        user.demand(Role.APPROVER, run.organizationId());
        ReportDraft draft = em.find(ReportDraft.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (draft == null || draft.kind() != ReportStatus.PUBLISHED) {
            throw Refusal.notFound();
        }
        if (draft.isPublished()) {
            return drafts.published(runId).orElseThrow(Refusal::notFound);
        }
        if (draft.revision() != revision) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "report", "refusal.changedMeanwhile");
        }
        ReportNumber number = publish(
                runId, SnapshotJson.readExplanation(draft.explanation().orElseThrow()), draft.judgementInChinese());
        draft.publish();
        return number;
    }

    private ReportNumber publish(AuditRun run, ReportSnapshot draft, ReportNumber number, Instant now) {
        ReportSnapshot snapshot = draft.published(number, now);
        decisions.demandApproved(run.id());
        ModelVersion model = drafts.model(run);
        TransparencyReport report = new TransparencyReport(
                snapshot,
                SnapshotJson.write(snapshot),
                run.id(),
                model,
                run.author().person(),
                user.requirePerson(),
                user.displayName());
        RegisteredReport listed = new ReportChain(em)
                .publish(
                        report,
                        snapshot,
                        run.organizationId(),
                        model.model().organizationId(),
                        new ReportEntry.FourEyes(run.author().person(), user.requirePerson()));
        activity.record(
                run.organizationId(),
                "report.published",
                "report",
                number.toString(),
                Map.of("run", run.number(), "sha256", report.digest().hex()));
        em.flush();
        published.fire(new ReportPublished(
                number,
                run.id(),
                report.modelVersionId(),
                run.organizationId(),
                listed.organizationId(),
                snapshot.explanation().title(),
                user.requirePerson(),
                drafts.concerned(run)));
        return number;
    }

    /** The year's counter, locked until the transaction ends: publications wait for one another. */
    private ReportSequence hold(int year) {
        em.createNativeQuery(
                        "insert into report_sequence (report_year, last_number) values (?, 0) on conflict do nothing")
                .setParameter(1, year)
                .executeUpdate();
        return em.find(ReportSequence.class, year, LockModeType.PESSIMISTIC_WRITE);
    }
}
