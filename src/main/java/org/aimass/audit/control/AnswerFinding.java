package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.audit.entity.FindingStep;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** The organization that answers for a model says what it makes of a finding, and what it will do. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.ORGANIZATION_ADMIN})
public class AnswerFinding {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    @Inject
    Event<FindingAnswered> answers;

    /**
     * Answers, once however often the form is sent.
     *
     * @throws Refusal NOT_FOUND unless it is assigned, and the asker submits for the model's organization or looks after it;
     *     CONFLICT unless it waits for an answer; INVALID without a text
     */
    public void answer(UUID id, SentForm form) {
        FindingRow row = FindingRow.locked(em, user, activity, clock, id, form);
        UUID organization = row.run().subject().modelOrganizationId();
        boolean theirs = user.has(Role.SUBMITTER, organization) || user.has(Role.ORGANIZATION_ADMIN, organization);
        if (!theirs || row.finding().owner().isEmpty()) {
            throw Refusal.notFound();
        }
        row.demandAllowed(FindingStep.Kind.ANSWERED);
        if (!row.isDone()) {
            row.record(row.finding().answer(row.act(form.reason())), organization);
            answers.fire(new FindingAnswered(
                    row.finding().id(),
                    row.finding().number(),
                    row.run().id(),
                    row.run().organizationId(),
                    organization,
                    user.requirePerson(),
                    row.run().author().person()));
        }
    }
}
