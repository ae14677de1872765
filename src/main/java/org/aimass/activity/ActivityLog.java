package org.aimass.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * Writes down who did what. A record belongs to the transaction of the act itself: both are there or neither is. The
 * records of one organization form a chain; whoever writes holds the chain until the end of the transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ActivityLog {

    /** The chain of what belongs to no organization. */
    public static final UUID PORTAL = new UUID(0, 0);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * @param action what was done, such as {@code model.registered}, at most 80 characters
     * @param subjectType what sort of thing it was done to, such as {@code model_version}, at most 80 characters
     * @param subjectId its id, at most 120 characters
     * @param details whatever else tells the act apart; texts, numbers and truth values, never a secret or a person's data
     * @throws Refusal FORBIDDEN when the organization is disabled and somebody acts for it: so the act does not happen either
     */
    @Allowed({Role.CITIZEN, Role.SYSTEM})
    public void record(
            UUID organizationId, String action, String subjectType, String subjectId, Map<String, ?> details) {
        append(organizationId, new ActivityRecord.Act(action, subjectType, subjectId, details), user.has(Role.SYSTEM));
    }

    /**
     * The same for what an administrator of the portal does to an organization, disabled or not. It stands in the organization's
     * chain and then in the portal's own.
     */
    @Allowed({Role.PORTAL_ADMIN, Role.SYSTEM})
    public void recordFromAbove(
            UUID organizationId, String action, String subjectType, String subjectId, Map<String, ?> details) {
        for (UUID each : List.of(organizationId, PORTAL)) {
            append(each, new ActivityRecord.Act(action, subjectType, subjectId, details), true);
        }
    }

    /** From now on the organization's members may not act, or may again; reading is not acting. */
    @Allowed(Role.PORTAL_ADMIN)
    public void suspend(UUID organizationId, boolean suspended) {
        new ActivityChain(em, organizationId).suspend(suspended);
    }

    private void append(UUID organizationId, ActivityRecord.Act act, boolean fromAbove) {
        new ActivityChain(em, organizationId)
                .append(clock.instant(), user.requirePerson(), user.displayName(), act, fromAbove);
    }

    /** Opens the chain of a new organization, in the transaction that founds it. */
    @Allowed({Role.PORTAL_ADMIN, Role.SYSTEM})
    public void open(UUID organizationId) {
        new ActivityChain(em, organizationId).open();
    }
}
