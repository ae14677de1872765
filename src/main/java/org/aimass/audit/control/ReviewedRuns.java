package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.EarlierJudgement;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Finds completed runs of the asker's own audit bodies by how far their review is. */
@ApplicationScoped
@Transactional
@Allowed({Role.AUDITOR, Role.APPROVER})
public class ReviewedRuns {

    /** A completed run and what was said about it. */
    public record ReviewedRun(AuditRun run, Review review) {}

    private static final int MOST_EARLIER = 50;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    /**
     * The newest first.
     *
     * @param role in which the asker looks, AUDITOR or APPROVER
     * @param most how many to give at most, at least 1
     */
    public List<ReviewedRun> find(ReviewStatus status, Role role, int most) {
        Set<UUID> organizations = user.organizationsWith(role);
        if (organizations.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select r, v from AuditRun r, Review v where v.runId = r.id and v.status = :status"
                                + " and r.status = :completed and r.organizationId in :organizations"
                                + " order by r.queuedAt desc, r.number desc",
                        Object[].class)
                .setParameter("status", status)
                .setParameter("completed", RunStatus.COMPLETED)
                .setParameter("organizations", organizations)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new ReviewedRun((AuditRun) row[0], (Review) row[1]))
                .toList();
    }

    /** Whether the asker changed the severity of a finding of the run, and so decides nothing about it. */
    public boolean hasRated(UUID runId) {
        return ReviewRows.hasRated(em, user, runId);
    }

    /**
     * What was signed before the latest judgement, the latest first.
     *
     * @throws Refusal NOT_FOUND unless the run is of the asker's own audit body
     */
    public List<EarlierJudgement> earlier(UUID runId) {
        AuditRun run = em.find(AuditRun.class, runId);
        if (run == null || !user.organizationsWith(Role.AUDITOR, Role.APPROVER).contains(run.organizationId())) {
            throw Refusal.notFound();
        }
        return em.createQuery(
                        "select e from EarlierJudgement e where e.runId = :run order by e.judge.at desc",
                        EarlierJudgement.class)
                .setParameter("run", runId)
                .setMaxResults(MOST_EARLIER)
                .getResultList();
    }

    /**
     * The approved audits that an audit body of the asker made of some model versions, the newest first.
     *
     * @param most how many to give at most, at least 1
     */
    public List<AuditRun> approved(UUID organizationId, Collection<UUID> modelVersionIds, int most) {
        if (modelVersionIds.isEmpty()
                || !user.organizationsWith(Role.AUDITOR, Role.APPROVER).contains(organizationId)) {
            return List.of();
        }
        return em.createQuery(
                        "select r from AuditRun r, Review v where v.runId = r.id and v.status = :approved"
                                + " and r.status = :completed and r.organizationId = :organization"
                                + " and r.subject.modelVersionId in :models order by r.queuedAt desc, r.number desc",
                        AuditRun.class)
                .setParameter("approved", ReviewStatus.APPROVED)
                .setParameter("completed", RunStatus.COMPLETED)
                .setParameter("organization", organizationId)
                .setParameter("models", modelVersionIds)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Where the reviews of some runs stand, in one question to the database.
     *
     * @return by the run's id; without the runs that have no review yet or are of others
     */
    public Map<UUID, ReviewStatus> statuses(Collection<AuditRun> runs) {
        Set<UUID> organizations = user.organizationsWith(Role.AUDITOR, Role.APPROVER);
        if (runs.isEmpty() || organizations.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select v.runId, v.status from AuditRun r, Review v where v.runId = r.id and r.id in :runs"
                                + " and r.organizationId in :organizations",
                        Object[].class)
                .setParameter("runs", runs.stream().map(AuditRun::id).toList())
                .setParameter("organizations", organizations)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (ReviewStatus) row[1]));
    }
}
