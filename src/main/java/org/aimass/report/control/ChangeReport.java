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
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.entity.AuditRun;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportEntry;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Refusal;

/**
 * Publishes a correction or a withdrawal that somebody else wrote: a new entry in the report's history. What was published
 * before stays as it was and can be read.
 */
@ApplicationScoped
@Transactional
@Allowed(Role.APPROVER)
public class ChangeReport {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    AuditRuns runs;

    @Inject
    ReportDrafts drafts;

    @Inject
    ReportChanges changes;

    @Inject
    ActivityLog activity;

    @Inject
    Event<ReportCorrected> corrected;

    @Inject
    Event<ReportWithdrawn> withdrawn;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * Publishes the change, or answers as if it had where it is published already: a second click changes nothing.
     *
     * @param revision of the draft, the one that was read
     * @throws Refusal NOT_FOUND unless the asker is an approver of the report's auditor; FORBIDDEN to whoever wrote the change,
     *     and to the author and the judge of the audit; CONFLICT where draft or report were changed since they were read
     */
    public ReportNumber publish(UUID draftId, int revision) {
        ReportDraft draft = changes.change(draftId);
        user.demand(Role.APPROVER, draft.auditorId());
        RegisteredReport report = new ReportChain(em).hold(draft.number().orElseThrow());
        em.refresh(report);
        em.lock(draft, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(draft);
        ReportNumber number = ReportNumber.parse(report.number()).orElseThrow();
        if (draft.isPublished()) {
            return number;
        }
        demand(draft, report, revision);
        AuditRun run = runs.get(draft.runId());
        if (draft.kind() == ReportStatus.CORRECTED) {
            correct(draft, report, run, number);
        } else {
            withdraw(draft, report, run, number);
        }
        draft.publish();
        return number;
    }

    private void demand(ReportDraft draft, RegisteredReport report, int revision) {
        if (draft.writer().equals(user.requirePerson())) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "report", "refusal.writer");
        }
        boolean same = draft.isOpen()
                && draft.revision() == revision
                && draft.baseVersion().equals(Optional.of(report.version()))
                && report.status() != ReportStatus.WITHDRAWN;
        if (!same) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "report", "refusal.changedMeanwhile");
        }
    }

    private void correct(ReportDraft draft, RegisteredReport report, AuditRun run, ReportNumber number) {
        drafts.demandNoHandIn(run);
        Bilingual reason = draft.reason().orElseThrow();
        ReportChanges.Correction correction = changes.correction(draft, report);
        Instant now = now();
        ReportSnapshot snapshot = correction.snapshot().published(number, now, correction.edition(reason, now));
        TransparencyReport replacement = new TransparencyReport(
                snapshot,
                SnapshotJson.write(snapshot),
                run.id(),
                drafts.model(run),
                run.author().person(),
                user.requirePerson(),
                user.displayName());
        new ReportChain(em).correct(report, replacement, snapshot, reason, correction.isNewRun(), persons(draft));
        activity.record(
                report.auditorId(),
                "report.corrected",
                "report",
                report.number(),
                Map.of(
                        "version", snapshot.version(),
                        "run", run.number(),
                        "sha256", replacement.digest().hex()));
        corrected.fire(new ReportCorrected(
                number,
                snapshot.version(),
                run.id(),
                report.auditorId(),
                report.organizationId(),
                snapshot.explanation().title(),
                reason,
                user.requirePerson(),
                concerned(draft, run, report)));
    }

    private void withdraw(ReportDraft draft, RegisteredReport report, AuditRun run, ReportNumber number) {
        Bilingual reason = draft.reason().orElseThrow();
        Instant now = now();
        new ReportChain(em).end(report, ReportStatus.WITHDRAWN, now, reason, Optional.of(persons(draft)));
        activity.record(
                report.auditorId(), "report.withdrawn", "report", report.number(), Map.of("version", report.version()));
        withdrawn.fire(new ReportWithdrawn(
                number,
                run.id(),
                report.auditorId(),
                report.organizationId(),
                report.title(),
                reason,
                user.requirePerson(),
                concerned(draft, run, report)));
    }

    private ReportEntry.FourEyes persons(ReportDraft draft) {
        return new ReportEntry.FourEyes(draft.writer(), user.requirePerson());
    }

    private Set<Person> concerned(ReportDraft draft, AuditRun run, RegisteredReport report) {
        Set<Person> concerned = new HashSet<>(drafts.concerned(run));
        concerned.add(draft.writer());
        concerned.add(new ReportChain(em).current(report).publisher());
        concerned.remove(user.requirePerson());
        return concerned;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
