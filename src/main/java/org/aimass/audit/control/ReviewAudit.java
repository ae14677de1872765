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
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;

/** An auditor judges a completed run in words and signs. */
@ApplicationScoped
@Transactional
@Allowed(Role.AUDITOR)
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
    Event<AuditJudged> judgements;

    /**
     * Signs the judgement; until it is approved it may be signed again, and what was signed before stays readable. Signing the
     * same words twice is signing once.
     *
     * @param text 1 to {@link #LONGEST} characters
     * @param independent whether the auditor declares to have no interest in who answers for the model
     * @throws Refusal NOT_FOUND unless the asker is an auditor of the run's organization; INVALID without text or
     *     declaration; CONFLICT once approved
     */
    public void judge(UUID runId, String text, boolean independent) {
        AuditRun run = ReviewRows.completed(em, user, runId, Role.AUDITOR);
        if (text.isBlank() || text.strip().length() > LONGEST) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "review.problem.text", LONGEST)
                    .at("judgement");
        }
        if (!independent) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "review.problem.independent")
                    .at("independent");
        }
        String words = RequiredText.prose(text, LONGEST, "audit", "judgement");
        Review review = ReviewRows.locked(em, runId);
        if (!review.isOpenToJudgement()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "review.problem.approved");
        }
        if (!isSigned(review, words)) {
            sign(run, review, words);
        }
    }

    private boolean isSigned(Review review, String text) {
        return review.status() == ReviewStatus.JUDGED
                && review.judgement().equals(text)
                && review.judge().equals(Optional.of(user.requirePerson()));
    }

    private void sign(AuditRun run, Review review, String text) {
        review.judge(text, new Signature(user.requirePerson(), user.displayName(), clock.instant()))
                .ifPresent(em::persist);
        activity.record(
                run.organizationId(), "audit.judged", "audit_run", run.id().toString(), Map.of("number", run.number()));
        judgements.fire(new AuditJudged(
                run.id(), run.number(), run.organizationId(), run.author().person(), user.requirePerson()));
    }
}
