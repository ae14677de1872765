package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.organization.entity.AuditMandate;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;

/** Who may audit an organization: its own administrators give and take back. */
@ApplicationScoped
@Transactional
@Allowed(Role.ORGANIZATION_ADMIN)
public class Mandates {

    private static final int LONGEST_REASON = 1000;
    private static final int MOST = 200;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Event<MandateEnded> ended;

    @Inject
    Clock clock;

    /** Those that the organization gave, by the auditors' names. */
    @Allowed({Role.ORGANIZATION_ADMIN, Role.PORTAL_ADMIN})
    public List<AuditMandate> givenBy(UUID organizationId) {
        demandLooksAfter(organizationId);
        return find("m.organization.id = :id order by m.auditor.nameEn", organizationId);
    }

    /** Those that the organization holds, by the names of whom it may audit. */
    @Allowed({Role.ORGANIZATION_ADMIN, Role.PORTAL_ADMIN})
    public List<AuditMandate> heldBy(UUID organizationId) {
        demandLooksAfter(organizationId);
        return find("m.auditor.id = :id order by m.organization.nameEn", organizationId);
    }

    private void demandLooksAfter(UUID organizationId) {
        if (!user.has(Role.PORTAL_ADMIN)) {
            user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        }
    }

    private List<AuditMandate> find(String which, UUID id) {
        return em.createQuery(
                        "select m from AuditMandate m join fetch m.organization join fetch m.auditor where " + which,
                        AuditMandate.class)
                .setParameter("id", id)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The audit bodies that could be given a mandate and have none yet, by name. */
    public List<Organization> candidates(UUID organizationId) {
        user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        return em.createQuery(
                        "select o from Organization o where o.kind = :kind and o.id <> :id and o.disabledAt is null"
                                + " and o.id not in (select m.auditor.id from AuditMandate m where m.organization.id = :id)"
                                + " order by o.nameEn",
                        Organization.class)
                .setParameter("kind", OrganizationKind.AUDIT_BODY)
                .setParameter("id", organizationId)
                .setMaxResults(MOST)
                .getResultList();
    }

    /**
     * The one that the organization gave the auditor; empty where there is none.
     *
     * @throws Refusal NOT_FOUND unless the asker administers the organization
     */
    public Optional<AuditMandate> find(UUID organizationId, UUID auditorId) {
        user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        return em.createQuery(
                        "select m from AuditMandate m where m.organization.id = :id and m.auditor.id = :auditor",
                        AuditMandate.class)
                .setParameter("id", organizationId)
                .setParameter("auditor", auditorId)
                .getResultStream()
                .findFirst();
    }

    /**
     * From now on the audit body sees and audits the organization's models and datasets. Given twice, it is one.
     *
     * @throws Refusal NOT_FOUND unless the asker administers the organization; INVALID at {@code auditor} or {@code reason}
     */
    public void give(UUID organizationId, UUID auditorId, String reason) {
        user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        String why = RequiredText.prose(reason, LONGEST_REASON, "organization", "reason");
        Organization organization = Locked.organization(em, organizationId);
        if (find(organizationId, auditorId).isPresent()) {
            return;
        }
        Organization auditor = candidates(organizationId).stream()
                .filter(each -> each.id().equals(auditorId))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.INVALID, "organization", "field.auditor.missing")
                        .at("auditor"));
        em.persist(new AuditMandate(organization, auditor, why, user.displayName(), clock.instant()));
        note(organizationId, "organization.mandate.given", auditorId, why);
    }

    /**
     * From now on the audit body starts nothing more on what is the organization's. Audits that wait or run go on to their end.
     * Ended twice, it is ended once.
     *
     * @throws Refusal NOT_FOUND unless the asker administers the organization; INVALID at {@code reason}
     */
    public void end(UUID organizationId, UUID auditorId, String reason) {
        user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        String why = RequiredText.prose(reason, LONGEST_REASON, "organization", "reason");
        Locked.organization(em, organizationId);
        find(organizationId, auditorId).ifPresent(mandate -> {
            em.remove(mandate);
            note(organizationId, "organization.mandate.ended", auditorId, why);
            ended.fire(new MandateEnded(organizationId, auditorId, user.displayName()));
        });
    }

    private void note(UUID organizationId, String action, UUID auditorId, String reason) {
        activity.record(organizationId, action, "organization", auditorId.toString(), Map.of("reason", reason));
    }
}
