package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.Signature;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;

/** A second person approves what an auditor signed, or sends it back with a reason. Only what is approved can be published. */
@ApplicationScoped
@Transactional
@Allowed(Role.APPROVER)
public class DecideAudit {

    /** The longest reason for sending a judgement back, in characters. */
    public static final int LONGEST = 2_000;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    @Inject
    Event<AuditApproved> approvals;

    @Inject
    Event<AuditRejected> rejections;

    /**
     * Approves what was signed, so that it may be published. The same decision sent twice is one.
     *
     * @param version of the review that the approver has read
     * @throws Refusal NOT_FOUND unless the asker is an approver of the run's organization; CONFLICT unless it is judged by
     *     somebody else, started by somebody else, and unchanged since
     */
    public void approve(UUID runId, long version) {
        AuditRun run = ReviewRows.completed(em, user, runId, Role.APPROVER);
        Review review = ReviewRows.locked(em, runId);
        if (isDone(review, version, ReviewStatus.APPROVED, "")) {
            return;
        }
        demandDecidable(review, version);
        review.approve(signature());
        note(run, "audit.approved");
        approvals.fire(new AuditApproved(
                runId, run.number(), run.organizationId(), run.author().person(), judge(review), user.requirePerson()));
    }

    /**
     * Sends what was signed back to the auditor. The same decision sent twice is one.
     *
     * @param version of the review that the approver has read
     * @param reason 1 to {@link #LONGEST} characters
     * @throws Refusal NOT_FOUND unless the asker is an approver of the run's organization; INVALID without a reason; CONFLICT
     *     unless it is judged by somebody else, started by somebody else, and unchanged since
     */
    public void reject(UUID runId, long version, String reason) {
        AuditRun run = ReviewRows.completed(em, user, runId, Role.APPROVER);
        if (reason.isBlank() || reason.strip().length() > LONGEST) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "review.problem.reason", LONGEST)
                    .at("reason");
        }
        String why = RequiredText.prose(reason, LONGEST, "audit", "reason");
        Review review = ReviewRows.locked(em, runId);
        if (isDone(review, version, ReviewStatus.REJECTED, why)) {
            return;
        }
        demandDecidable(review, version);
        review.reject(why, signature());
        note(run, "audit.rejected");
        rejections.fire(new AuditRejected(
                runId,
                run.number(),
                run.organizationId(),
                run.author().person(),
                judge(review),
                user.requirePerson(),
                why));
    }

    /**
     * What publishing asks first; the review stays as it is until the caller's transaction ends.
     *
     * @throws Refusal NOT_FOUND unless the asker is an approver of the run's organization; CONFLICT unless it is approved
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void demandApproved(UUID runId) {
        AuditRun run = ReviewRows.completed(em, user, runId, Role.APPROVER);
        if (ReviewRows.locked(em, run.id()).status() != ReviewStatus.APPROVED) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "review.problem.notApproved");
        }
    }

    /** Whether it is just this decision, by the same person, about what they read, that was the last thing to happen. */
    private boolean isDone(Review review, long version, ReviewStatus how, String why) {
        return review.status() == how
                && review.version() == version + 1
                && review.reason().equals(why)
                && review.decidedBy().map(Signature::person).equals(Optional.of(user.requirePerson()));
    }

    private void demandDecidable(Review review, long version) {
        if (!review.isDecidableBy(user.requirePerson())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "review.problem.notApprovable");
        }
        if (ReviewRows.hasRated(em, user, review.runId())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "review.problem.rated");
        }
        if (review.version() != version) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "review.problem.changed");
        }
    }

    private static Person judge(Review review) {
        return review.judge().orElseThrow();
    }

    private Signature signature() {
        return new Signature(user.requirePerson(), user.displayName(), clock.instant());
    }

    private void note(AuditRun run, String action) {
        activity.record(run.organizationId(), action, "audit_run", run.id().toString(), Map.of("number", run.number()));
    }
}
