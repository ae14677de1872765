package org.aimass.audit.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.FindingStep;
import org.aimass.audit.entity.Review;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Reads what a review is about, for those who change it. */
final class ReviewRows {

    private ReviewRows() {}

    /** @throws Refusal NOT_FOUND unless it is completed and of an organization in which the asker has the role */
    static AuditRun completed(EntityManager em, CurrentUser user, UUID runId, Role role) {
        AuditRun run = em.find(AuditRun.class, runId);
        if (run == null || run.outcome().isEmpty()) {
            throw Refusal.notFound();
        }
        user.demand(role, run.organizationId());
        return run;
    }

    /** Waits for whoever changes the review, and holds it until the transaction ends. */
    static Review locked(EntityManager em, UUID runId) {
        Review review = em.find(Review.class, runId);
        em.refresh(review, LockModeType.PESSIMISTIC_WRITE);
        return review;
    }

    /** Whether the asker weighed a finding otherwise: what they would decide about is then their own work, too. */
    static boolean hasRated(EntityManager em, CurrentUser user, UUID runId) {
        return em.createQuery(
                                "select count(s) from FindingStep s, Finding f where f.id = s.findingId and f.runId = :run"
                                        + " and s.kind = :rated and s.person.issuer = :issuer and s.person.subject = :subject",
                                Long.class)
                        .setParameter("run", runId)
                        .setParameter("rated", FindingStep.Kind.RATED)
                        .setParameter("issuer", user.requirePerson().issuer())
                        .setParameter("subject", user.requirePerson().subject())
                        .getSingleResult()
                > 0;
    }
}
