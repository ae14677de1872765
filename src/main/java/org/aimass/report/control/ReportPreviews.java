package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.entity.AuditRun;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Shows what was written exactly as the public would see it, to those who may, before it is published. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class ReportPreviews {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    AuditRuns runs;

    @Inject
    ReportDrafts drafts;

    @Inject
    ReportChanges changes;

    @Inject
    CurrentUser user;

    /** Why the asker cannot publish a change, in the order in which it is said. */
    public enum Hindrance {
        /** The asker is no approver of the auditor's organization. */
        NO_APPROVER,
        /** The asker wrote it. */
        WRITER,
        /** The asker started the audit. */
        AUTHOR,
        /** The asker signed the audit's judgement. */
        JUDGE,
        /** The report was changed since it was written. */
        OUTDATED
    }

    /**
     * A draft as it would be published.
     *
     * @param snapshot what would stand; of a withdrawal, what would no longer stand
     * @param correction what would be different
     * @param listed the report that would be changed
     * @param hindrance why the asker cannot publish it: the name of a {@link Hindrance} or {@link ReportDrafts.Obstacle}
     */
    public record Preview(
            ReportDraft draft,
            ReportSnapshot snapshot,
            Optional<ReportChanges.Correction> correction,
            Optional<RegisteredReport> listed,
            Optional<String> hindrance) {}

    /**
     * @throws Refusal NOT_FOUND unless it is an open draft of an audit body in which the asker audits or approves; UNAVAILABLE where
     *     the report that it would change cannot be read
     */
    public Preview open(UUID draftId) {
        ReportDraft draft = em.find(ReportDraft.class, draftId);
        if (draft == null
                || !draft.isOpen()
                || !user.organizationsWith(Role.AUDITOR, Role.APPROVER).contains(draft.auditorId())) {
            throw Refusal.notFound();
        }
        return draft.kind() == ReportStatus.PUBLISHED ? first(draft) : change(draft);
    }

    private Preview first(ReportDraft draft) {
        return new Preview(
                draft,
                drafts.draft(
                        draft.runId(),
                        SnapshotJson.readExplanation(draft.explanation().orElseThrow()),
                        draft.judgementInChinese()),
                Optional.empty(),
                Optional.empty(),
                drafts.material(draft.runId()).obstacle().map(Enum::name));
    }

    private Preview change(ReportDraft draft) {
        RegisteredReport report = changes.mine(draft.number().orElseThrow());
        Optional<ReportChanges.Correction> correction = draft.kind() == ReportStatus.CORRECTED
                ? Optional.of(changes.correction(draft, report))
                : Optional.empty();
        ReportSnapshot snapshot = correction
                .map(ReportChanges.Correction::snapshot)
                .orElseGet(() ->
                        SnapshotJson.read(new ReportChain(em).current(report).snapshot()));
        return new Preview(
                draft,
                snapshot,
                correction,
                Optional.of(report),
                hindrance(draft, report).map(Enum::name));
    }

    private Optional<Hindrance> hindrance(ReportDraft draft, RegisteredReport report) {
        if (!user.has(Role.APPROVER, draft.auditorId())) {
            return Optional.of(Hindrance.NO_APPROVER);
        }
        if (draft.writer().equals(user.requirePerson())) {
            return Optional.of(Hindrance.WRITER);
        }
        AuditRun run = runs.get(draft.runId());
        if (draft.kind() == ReportStatus.CORRECTED && run.author().person().equals(user.requirePerson())) {
            return Optional.of(Hindrance.AUTHOR);
        }
        if (draft.kind() == ReportStatus.CORRECTED && drafts.isJudge(run)) {
            return Optional.of(Hindrance.JUDGE);
        }
        return draft.baseVersion().equals(Optional.of(report.version()))
                ? Optional.empty()
                : Optional.of(Hindrance.OUTDATED);
    }

    /** What was written of an audit's first report, for the form to begin with. */
    public Optional<WriteReport.Texts> texts(UUID draftId) {
        return Optional.ofNullable(em.find(ReportDraft.class, draftId))
                .filter(draft ->
                        user.organizationsWith(Role.AUDITOR, Role.APPROVER).contains(draft.auditorId()))
                .flatMap(draft -> draft.explanation()
                        .map(json ->
                                new WriteReport.Texts(SnapshotJson.readExplanation(json), draft.judgementInChinese())));
    }
}
