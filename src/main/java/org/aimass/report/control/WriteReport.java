package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.entity.AuditRun;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportStatus;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what will be published, so that it can be read at an address of its own before it is: the texts of a first report, a
 * correction with its reason, a withdrawal with its reason. Whoever wrote a correction or a withdrawal does not publish it.
 */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class WriteReport {

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
    Event<ReportChangeWritten> written;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** What is typed into the form of a report. */
    public record Texts(Explanation explanation, String judgementInChinese) {}

    /**
     * Keeps the texts of an audit's first report, in place of those before.
     *
     * @throws Refusal NOT_FOUND unless the asker is an approver of the auditor's organization; FORBIDDEN to the audit's author
     *     and to its judge; CONFLICT while it is not finished or not judged, or once it is published; INVALID for what no page can show
     */
    @Allowed(Role.APPROVER)
    public void first(UUID runId, Texts texts) {
        AuditRun run = runs.get(runId);
        user.demand(Role.APPROVER, run.organizationId());
        drafts.demandNoHandIn(run);
        if (drafts.published(runId).isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "report", "refusal.published");
        }
        drafts.draft(runId, texts.explanation(), texts.judgementInChinese());
        ReportDraft draft = draftOf(run);
        save(draft, texts, null, runId);
        em.persist(draft);
    }

    /** The only one of the audit, which is locked until the transaction ends: of forms sent at once, the first makes it. */
    private ReportDraft draftOf(AuditRun run) {
        em.lock(run, LockModeType.PESSIMISTIC_WRITE);
        ReportDraft draft = em.find(ReportDraft.class, run.id(), LockModeType.PESSIMISTIC_WRITE);
        if (draft != null && draft.kind() != ReportStatus.PUBLISHED) {
            throw Refusal.notFound();
        }
        return draft == null ? ReportDraft.first(run.id(), run.organizationId()) : draft;
    }

    /**
     * Keeps a correction; somebody else can publish it from now on.
     *
     * @param id made when the form was opened
     * @param runId the report's own audit, or a newer approved one of the same model
     * @throws Refusal NOT_FOUND unless the asker audits or approves for the report's auditor; CONFLICT for a withdrawn report,
     *     beside another change that waits, once published, or where a lapsed report keeps its audit; INVALID without a reason,
     *     for an audit that cannot stand in, or where nothing is different
     */
    public void correction(UUID id, String number, UUID runId, Texts texts, Bilingual reason) {
        RegisteredReport report = changeable(number);
        ReportDraft draft = change(id, ReportStatus.CORRECTED, report, runId);
        changes.correction(report, runId, texts);
        save(draft, texts, demand(reason), runId);
        em.persist(draft);
        note(report, "report.correctionWritten");
        tell(draft, report, drafts.concerned(runs.get(runId)));
    }

    /**
     * Keeps a withdrawal; somebody else can publish it from now on.
     *
     * @throws Refusal as for a correction
     */
    public void withdrawal(UUID id, String number, Bilingual reason) {
        RegisteredReport report = changeable(number);
        UUID run = new ReportChain(em).current(report).runId();
        ReportDraft draft = change(id, ReportStatus.WITHDRAWN, report, run);
        save(draft, null, demand(reason), run);
        em.persist(draft);
        note(report, "report.withdrawalWritten");
        tell(draft, report, Set.of());
    }

    /**
     * Gives up a correction or withdrawal that nobody has published.
     *
     * @throws Refusal NOT_FOUND for whoever has nothing to do with it; CONFLICT once published
     */
    public void drop(UUID id) {
        ReportDraft draft = changes.change(id);
        em.lock(draft, LockModeType.PESSIMISTIC_WRITE);
        if (draft.isPublished()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "report", "refusal.published");
        }
        if (draft.isOpen()) {
            draft.drop();
            activity.record(
                    draft.auditorId(),
                    "report.changeDropped",
                    "report",
                    draft.number().orElse(""),
                    Map.of());
        }
    }

    private RegisteredReport changeable(String number) {
        RegisteredReport report = changes.mine(number);
        em.lock(report, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(report);
        if (report.status() == ReportStatus.WITHDRAWN) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "report", "refusal.withdrawn");
        }
        return report;
    }

    private ReportDraft change(UUID id, ReportStatus kind, RegisteredReport report, UUID runId) {
        ReportDraft same = em.find(ReportDraft.class, id);
        boolean foreign = same != null && !same.number().equals(Optional.of(report.number()));
        // under an audit's id lies the draft of its first report, and no form of ours asks for it as a change's
        if (foreign || em.find(AuditRun.class, id) != null) {
            throw Refusal.notFound();
        }
        boolean other =
                changes.open(report).filter(open -> !open.id().equals(id)).isPresent();
        if (other || (same != null && !(same.isOpen() && same.kind() == kind))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "report", "refusal.anotherChange");
        }
        return same == null ? ReportDraft.change(id, kind, report, runId) : same;
    }

    private static Bilingual demand(Bilingual reason) {
        if (Math.max(reason.en().length(), reason.zh().length()) > ReportDraft.LONGEST_REASON) {
            throw Refusal.of(Refusal.Kind.INVALID, "report", "refusal.longReason", ReportDraft.LONGEST_REASON)
                    .at("reason");
        }
        return reason;
    }

    private void save(ReportDraft draft, @Nullable Texts texts, @Nullable Bilingual reason, UUID runId) {
        draft.save(
                texts == null ? null : SnapshotJson.write(texts.explanation()),
                texts == null ? "" : texts.judgementInChinese(),
                reason,
                runId,
                user.requirePerson(),
                user.displayName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Once: whoever keeps on writing is not news. */
    private void tell(ReportDraft draft, RegisteredReport report, Set<Person> hands) {
        if (draft.revision() == 1) {
            Set<Person> barred = new HashSet<>(hands);
            barred.add(draft.writer());
            written.fire(new ReportChangeWritten(
                    ReportNumber.parse(report.number()).orElseThrow(),
                    draft.id(),
                    draft.runId(),
                    draft.auditorId(),
                    barred));
        }
    }

    private void note(RegisteredReport report, String action) {
        activity.record(report.auditorId(), action, "report", report.number(), Map.of("version", report.version()));
    }
}
