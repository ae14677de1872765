package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Review;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** An auditor judges a completed run in words and signs; somebody else approves what was signed. */
@ApplicationScoped
@Transactional
public class ReviewAudit {

    /** The longest judgement, in characters. */
    public static final int LONGEST = 4_000;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    @Inject
    Event<AuditJudged> judged;

    @Inject
    Event<AuditApproved> approved;

    /**
     * Signs the judgement; until it is approved it may be signed again.
     *
     * @param text 1 to {@link #LONGEST} characters
     * @param independent whether the auditor declares to have no interest in who answers for the model
     * @throws Refusal NOT_FOUND unless the asker is an auditor of the run's organization; INVALID without text or
     *     declaration; CONFLICT once approved
     */
    @Allowed(Role.AUDITOR)
    public void judge(UUID runId, String text, boolean independent) {
        AuditRun run = completed(runId, Role.AUDITOR);
        if (text.isBlank() || text.strip().length() > LONGEST) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "review.problem.text", LONGEST)
                    .at("judgement");
        }
        if (!independent) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "review.problem.independent")
                    .at("independent");
        }
        Review review = em.find(Review.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (!review.judge(text.strip(), user.requirePerson(), user.displayName(), clock.instant())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "review.problem.approved");
        }
        note(run, "audit.judged");
        judged.fire(new AuditJudged(
                runId, run.number(), run.organizationId(), run.author().person(), user.requirePerson()));
    }

    /**
     * Approves what was signed; part of publishing it.
     *
     * @throws Refusal NOT_FOUND unless the asker is an approver of the run's organization; CONFLICT unless it is judged by
     *     somebody else, and started by somebody else
     */
    @Allowed(Role.APPROVER)
    @Transactional(Transactional.TxType.MANDATORY)
    public void approve(UUID runId) {
        AuditRun run = completed(runId, Role.APPROVER);
        Review review = em.find(Review.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (run.author().person().equals(user.requirePerson()) || !review.approve(user.requirePerson())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "review.problem.notApprovable");
        }
        note(run, "audit.approved");
        approved.fire(new AuditApproved(
                runId,
                run.number(),
                run.organizationId(),
                run.author().person(),
                review.judge().orElseThrow(),
                user.requirePerson()));
    }

    private AuditRun completed(UUID runId, Role role) {
        AuditRun run = em.find(AuditRun.class, runId);
        if (run == null || run.outcome().isEmpty()) {
            throw Refusal.notFound();
        }
        user.demand(role, run.organizationId());
        return run;
    }

    private void note(AuditRun run, String action) {
        activity.record(run.organizationId(), action, "audit_run", run.id().toString(), Map.of("number", run.number()));
    }
}
