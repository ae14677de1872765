package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.control.ReviewedRuns;
import org.aimass.audit.entity.AuditRun;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.report.entity.Changes;
import org.aimass.report.entity.Edition;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.TransparencyReport;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;

/** The published reports of the asker's audit bodies, and the corrections and withdrawals that somebody wrote. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class ReportChanges {

    private static final int MOST_RUNS = 50;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ReportDrafts drafts;

    @Inject
    ReviewedRuns reviewed;

    @Inject
    ModelVersions models;

    @Inject
    CurrentUser user;

    /**
     * What a correction would put in the place of what.
     *
     * @param before what stands
     * @param snapshot what would stand, without number and time
     */
    public record Correction(TransparencyReport replaced, ReportSnapshot before, ReportSnapshot snapshot) {

        public Changes changes() {
            return Changes.between(before, snapshot);
        }

        /** Whether another audit stands in; only then does the report's time begin anew. */
        public boolean isNewRun() {
            return !before.method().runId().equals(snapshot.method().runId());
        }

        Edition edition(Bilingual reason, Instant now) {
            return new Edition(
                    replaced.version() + 1,
                    (isNewRun() ? Edition.expiry(now) : before.validUntil()).toString(),
                    new Edition.Correction(
                            replaced.version(),
                            replaced.digest().hex(),
                            reason,
                            changes().parts()));
        }
    }

    /** @throws Refusal NOT_FOUND unless it was published by an audit body in which the asker audits or approves */
    public RegisteredReport mine(String number) {
        RegisteredReport report = em.find(RegisteredReport.class, number);
        if (report == null || !organizations().contains(report.auditorId())) {
            throw Refusal.notFound();
        }
        return report;
    }

    private Set<UUID> organizations() {
        return user.organizationsWith(Role.AUDITOR, Role.APPROVER);
    }

    /** All of them, the last changed first. */
    public Slice<RegisteredReport> mine(long offset, int limit) {
        Set<UUID> organizations = organizations();
        if (organizations.isEmpty()) {
            return new Slice<>(List.of(), offset, 0);
        }
        long total = em.createQuery(
                        "select count(r) from RegisteredReport r where r.auditorId in :organizations", Long.class)
                .setParameter("organizations", organizations)
                .getSingleResult();
        return new Slice<>(
                em.createQuery(
                                "select r from RegisteredReport r where r.auditorId in :organizations"
                                        + " order by r.changedAt desc, r.number desc",
                                RegisteredReport.class)
                        .setParameter("organizations", organizations)
                        .setFirstResult((int) offset)
                        .setMaxResults(limit)
                        .getResultList(),
                offset,
                total);
    }

    /** What waits to be published by somebody else than its writer, the oldest first. */
    public List<ReportDraft> waiting() {
        Set<UUID> organizations = organizations();
        return organizations.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select d from ReportDraft d where d.auditorId in :organizations and d.state = :open"
                                        + " and d.kind <> :first order by d.savedAt",
                                ReportDraft.class)
                        .setParameter("organizations", organizations)
                        .setParameter("open", ReportDraft.State.OPEN)
                        .setParameter("first", ReportStatus.PUBLISHED)
                        .setMaxResults(MOST_RUNS)
                        .getResultList();
    }

    /** The correction or withdrawal of a report that somebody wrote and nobody published. */
    public Optional<ReportDraft> open(RegisteredReport report) {
        return em.createQuery(
                        "select d from ReportDraft d where d.number = :number and d.state = :open", ReportDraft.class)
                .setParameter("number", report.number())
                .setParameter("open", ReportDraft.State.OPEN)
                .getResultStream()
                .findFirst();
    }

    /** @throws Refusal NOT_FOUND unless it is a correction or withdrawal of {@link #mine} */
    public ReportDraft change(UUID id) {
        ReportDraft draft = em.find(ReportDraft.class, id);
        if (draft == null
                || draft.kind() == ReportStatus.PUBLISHED
                || !organizations().contains(draft.auditorId())) {
            throw Refusal.notFound();
        }
        return draft;
    }

    /** The newer audits that can stand in for the report's own: approved ones of the same model that no report has yet. */
    public List<AuditRun> successors(RegisteredReport report) {
        TransparencyReport standing = new ReportChain(em).current(report);
        ModelVersion model = models.get(standing.modelVersionId());
        List<AuditRun> approved = reviewed.approved(
                report.auditorId(),
                models.of(model.model().id()).stream().map(ModelVersion::id).toList(),
                MOST_RUNS);
        return approved.stream()
                .filter(run -> drafts.published(run.id()).isEmpty())
                .toList();
    }

    /** What a draft of a correction would put in the place of what stands. */
    public Correction correction(ReportDraft draft, RegisteredReport report) {
        return correction(
                report,
                draft.runId(),
                new WriteReport.Texts(
                        SnapshotJson.readExplanation(draft.explanation().orElseThrow()), draft.judgementInChinese()));
    }

    /**
     * The same of texts that nobody has kept yet.
     *
     * @throws Refusal INVALID for an audit that cannot stand in, where a lapsed report keeps its audit, or where nothing is
     *     different
     */
    Correction correction(RegisteredReport report, UUID runId, WriteReport.Texts texts) {
        TransparencyReport standing = new ReportChain(em).current(report);
        boolean same = standing.runId().equals(runId);
        if (!same && successors(report).stream().noneMatch(run -> run.id().equals(runId))) {
            throw Refusal.of(Refusal.Kind.INVALID, "report", "refusal.noSuccessor")
                    .at("run");
        }
        if (same && report.status() == ReportStatus.LAPSED) {
            throw Refusal.of(Refusal.Kind.INVALID, "report", "refusal.lapsed").at("run");
        }
        Explanation explanation = texts.explanation();
        Correction correction = new Correction(
                standing,
                SnapshotJson.read(standing.snapshot()),
                drafts.draft(runId, explanation, texts.judgementInChinese()));
        if (correction.changes().all().isEmpty()) {
            throw Refusal.of(Refusal.Kind.INVALID, "report", "refusal.nothingChanged");
        }
        return correction;
    }
}
