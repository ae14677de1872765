package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.FindingStep;
import org.aimass.audit.entity.Review;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.Severity;
import org.aimass.organization.control.Answerers;
import org.aimass.organization.control.Answerers.Answerer;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * What an auditor does about a finding. Each act names the form that asks for it, so that sending it twice does it once.
 *
 * <p>All throw {@link Refusal}: NOT_FOUND unless the asker is an auditor of the run's organization, CONFLICT where the finding
 * does not stand so that it could be done, INVALID for what the form lacks.
 */
@ApplicationScoped
@Transactional
@Allowed(Role.AUDITOR)
public class FollowFinding {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    @Inject
    Answerers answerers;

    @Inject
    Event<FindingAssigned> assignments;

    /**
     * Asks somebody of the model's organization for an answer.
     *
     * @param membership of the owner, as {@link Answerers} gives it
     * @param due the last day for the answer; today at the earliest, in two years at the latest
     */
    public void assign(UUID id, SentForm form, UUID membership, LocalDate due) {
        FindingRow row = row(id, FindingStep.Kind.ASSIGNED, form);
        if (row.isDone()) {
            return;
        }
        Answerer owner = answerers.of(row.run().subject().modelOrganizationId()).stream()
                .filter(each -> each.membership().equals(membership))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.INVALID, "audit", "finding.problem.owner")
                        .at("owner"));
        row.demandDue(due);
        record(row, row.finding().assign(owner.person(), owner.name(), due, row.act(form.words())));
        tell(row, owner.person(), due);
    }

    /**
     * Weighs it otherwise than the rule about size does; until the judgement is approved, because the report repeats it.
     */
    public void rate(UUID id, SentForm form, Severity severity) {
        FindingRow row = row(id, FindingStep.Kind.RATED, form);
        if (row.isDone()) {
            return;
        }
        if (severity == row.finding().severity()) {
            throw Refusal.of(Refusal.Kind.INVALID, "audit", "finding.problem.severity")
                    .at("severity");
        }
        Review review = ReviewRows.locked(em, row.run().id());
        if (review.status() == ReviewStatus.APPROVED) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "finding.problem.approved");
        }
        em.lock(review, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        record(row, row.finding().rate(severity, row.act(form.reason())));
    }

    public void accept(UUID id, SentForm form) {
        FindingRow row = row(id, FindingStep.Kind.ACCEPTED, form);
        if (!row.isDone()) {
            demandOther(id);
            record(row, row.finding().accept(row.act(form.words())));
        }
    }

    /** The answer is not enough: its owner is to answer again, and is told why. */
    public void askAgain(UUID id, SentForm form, LocalDate due) {
        FindingRow row = row(id, FindingStep.Kind.ASKED_AGAIN, form);
        if (row.isDone()) {
            return;
        }
        row.demandDue(due);
        Optional<Person> owner = row.finding().owner();
        record(row, row.finding().askAgain(due, row.act(form.reason())));
        tell(row, owner.orElseThrow(), due);
    }

    public void close(UUID id, SentForm form) {
        FindingRow row = row(id, FindingStep.Kind.CLOSED, form);
        if (!row.isDone()) {
            record(row, row.finding().close(row.act(form.reason())));
        }
    }

    /** Whoever works for both sides does not accept their own answer. */
    private void demandOther(UUID id) {
        boolean own = em.createQuery(
                        "select s from FindingStep s where s.findingId = :finding and s.kind = :answered"
                                + " order by s.person.at desc",
                        FindingStep.class)
                .setParameter("finding", id)
                .setParameter("answered", FindingStep.Kind.ANSWERED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .filter(step -> step.by().person().equals(user.requirePerson()))
                .isPresent();
        if (own) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "audit", "finding.problem.ownAnswer");
        }
    }

    private FindingRow row(UUID id, FindingStep.Kind kind, SentForm form) {
        FindingRow row = FindingRow.locked(em, user, activity, clock, id, form);
        user.demand(Role.AUDITOR, row.run().organizationId());
        row.demandAllowed(kind);
        return row;
    }

    private static void record(FindingRow row, FindingStep step) {
        row.record(step, row.run().organizationId());
    }

    private void tell(FindingRow row, Person owner, LocalDate due) {
        Finding finding = row.finding();
        AuditRun run = row.run();
        assignments.fire(new FindingAssigned(
                finding.id(),
                finding.number(),
                run.id(),
                run.organizationId(),
                run.subject().modelOrganizationId(),
                owner,
                user.requirePerson(),
                due));
    }
}
