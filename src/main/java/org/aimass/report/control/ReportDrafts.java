package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.ReviewedRuns.ReviewedRun;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Judge;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.processing.control.ProcessingActivities;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.ReportDraft;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Refusal;

/** What a report would say, before it is published; and why the asker cannot publish it. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class ReportDrafts {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    AuditRuns runs;

    @Inject
    AuditResults results;

    @Inject
    ModelVersions models;

    @Inject
    DatasetVersions datasets;

    @Inject
    Organizations organizations;

    @Inject
    ProcessingActivities activities;

    @Inject
    CurrentUser user;

    /** Why somebody cannot publish an audit, in the order in which it is said. */
    public enum Obstacle {
        /** It is not completed. */
        NOT_FINISHED,
        /** The asker started it. */
        AUTHOR,
        /** The asker is no approver of the auditor's organization. */
        NO_APPROVER,
        /** No auditor has signed a judgement. */
        NOT_JUDGED,
        /** The asker signed the judgement. */
        JUDGE,
        /** Nobody has approved what the auditor signed. */
        NOT_APPROVED
    }

    /**
     * What publishing starts from.
     *
     * @param completed what was found; empty before the audit is completed
     * @param obstacle why the asker cannot publish it
     * @param published the report, if there is one already
     */
    public record Material(
            AuditRun run,
            Organization auditor,
            ModelVersion model,
            Optional<CompletedAudit> completed,
            Optional<Obstacle> obstacle,
            Optional<ReportNumber> published) {

        /** By sensitive feature, in the plan's order, the groups that were counted. */
        public Map<String, List<String>> groups() {
            Map<String, List<String>> groups = new LinkedHashMap<>();
            completed.ifPresent(audit -> audit.plan()
                    .sensitiveFeatures()
                    .forEach(feature -> groups.put(
                            feature,
                            Judge.of(List.of(feature), audit.groups()).stream()
                                    .map(group ->
                                            String.valueOf(group.features().get(feature)))
                                    .toList())));
            return groups;
        }
    }

    /** @throws Refusal NOT_FOUND unless the asker is an auditor or approver of the run's organization */
    public Material material(UUID runId) {
        AuditRun run = runs.get(runId);
        Optional<CompletedAudit> completed = run.outcome().map(outcome -> results.of(runId));
        return new Material(
                run,
                organizations.get(run.organizationId()),
                model(run),
                completed,
                obstacle(run, completed),
                published(runId));
    }

    private Optional<Obstacle> obstacle(AuditRun run, Optional<CompletedAudit> completed) {
        if (completed.isEmpty()) {
            return Optional.of(Obstacle.NOT_FINISHED);
        }
        if (run.author().person().equals(user.requirePerson())) {
            return Optional.of(Obstacle.AUTHOR);
        }
        if (!user.has(Role.APPROVER, run.organizationId())) {
            return Optional.of(Obstacle.NO_APPROVER);
        }
        Review review = completed.get().review();
        if (review.judgement().isBlank() || review.status() == ReviewStatus.REJECTED) {
            return Optional.of(Obstacle.NOT_JUDGED);
        }
        if (review.judge().equals(user.person())) {
            return Optional.of(Obstacle.JUDGE);
        }
        return review.status() == ReviewStatus.APPROVED ? Optional.empty() : Optional.of(Obstacle.NOT_APPROVED);
    }

    /**
     * The approved audits that the asker may publish and nobody has published yet, the newest first.
     *
     * @param most how many to give at most, at least 1
     */
    public List<ReviewedRun> unpublished(int most) {
        Set<UUID> organizations = user.organizationsWith(Role.APPROVER);
        if (organizations.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select r, v from AuditRun r, Review v where v.runId = r.id and v.status = :approved"
                                + " and r.organizationId in :organizations and not (r.author.issuer = :issuer and"
                                + " r.author.subject = :subject) and not (v.judge.issuer = :issuer and v.judge.subject ="
                                + " :subject) and not exists (select p.number from TransparencyReport p where p.runId = r.id)"
                                + " order by r.queuedAt desc, r.number desc",
                        Object[].class)
                .setParameter("approved", ReviewStatus.APPROVED)
                .setParameter("organizations", organizations)
                .setParameter("issuer", user.requirePerson().issuer())
                .setParameter("subject", user.requirePerson().subject())
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new ReviewedRun((AuditRun) row[0], (Review) row[1]))
                .toList();
    }

    /** The report of the run, if it is published. */
    public Optional<ReportNumber> published(UUID runId) {
        return em.createQuery("select r.number from TransparencyReport r where r.runId = :run", String.class)
                .setParameter("run", runs.get(runId).id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(ReportNumber::parse);
    }

    /**
     * Exactly what would be published, but for number and time.
     *
     * @param judgementInChinese a translation of what the auditor signed; may be blank
     * @throws Refusal CONFLICT while the audit is not finished or not judged; INVALID where nothing can be shown
     */
    public ReportSnapshot draft(UUID runId, Explanation explanation, String judgementInChinese) {
        AuditRun run = runs.get(runId);
        if (run.outcome().isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "report", "refusal.notFinished");
        }
        CompletedAudit audit = results.of(runId);
        if (audit.review().judgement().isBlank()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "report", "refusal.notJudged");
        }
        ModelVersion model = model(run);
        return new SnapshotBuilder(
                        audit,
                        run.plan(),
                        organizations.get(run.organizationId()),
                        model,
                        datasets.get(run.subject().datasetVersionId()),
                        activities.using(model.id()),
                        PolicyTexts.of(audit.policy()))
                .draft(explanation, new Bilingual(audit.review().judgement(), judgementInChinese));
    }

    /** @throws Refusal FORBIDDEN to who started the audit, and to who signed its judgement */
    void demandNoHandIn(AuditRun run) {
        if (run.author().person().equals(user.requirePerson())) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "report", "refusal.author");
        }
        if (isJudge(run)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "report", "refusal.judge");
        }
    }

    /** Whether the asker is far enough from a correction or withdrawal, and from its audit, to publish it. */
    public boolean mayPublish(ReportDraft change, AuditRun run) {
        boolean near = change.kind() == ReportStatus.CORRECTED
                && (run.author().person().equals(user.requirePerson()) || isJudge(run));
        return !near && !change.writer().equals(user.requirePerson()) && user.has(Role.APPROVER, change.auditorId());
    }

    /** Whether the asker signed the audit's judgement. */
    boolean isJudge(AuditRun run) {
        return Optional.ofNullable(em.find(Review.class, run.id()))
                .flatMap(Review::judge)
                .filter(user.requirePerson()::equals)
                .isPresent();
    }

    /** Who took part in the audit, but for the asker. A report can be withdrawn where its audit's results cannot be read. */
    Set<Person> concerned(AuditRun run) {
        Set<Person> concerned = new HashSet<>();
        concerned.add(run.author().person());
        Optional.ofNullable(em.find(Review.class, run.id()))
                .flatMap(Review::judge)
                .ifPresent(concerned::add);
        concerned.remove(user.requirePerson());
        return concerned;
    }

    ModelVersion model(AuditRun run) {
        return models.get(run.subject().modelVersionId());
    }
}
