package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.organization.entity.AuditMandate;
import org.aimass.organization.entity.Member;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.security.Allowed;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Takes in organizations, their people and their mandates. */
@ApplicationScoped
@Transactional
@Allowed({Role.PORTAL_ADMIN, Role.SYSTEM})
public class FoundOrganization {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    /** @param slug lower-case letters, digits and hyphens, unique */
    public Organization create(String slug, String nameEn, String nameZh, OrganizationKind kind) {
        Organization organization = new Organization(UUID.randomUUID(), slug, nameEn, nameZh, kind, clock.instant());
        em.persist(organization);
        em.flush();
        activity.open(organization.id());
        activity.record(
                organization.id(),
                "organization.created",
                "organization",
                organization.id().toString(),
                Map.of("slug", slug, "kind", kind.name()));
        return organization;
    }

    public void addMember(UUID organizationId, Person person, Role role, String displayName) {
        em.persist(new Member(get(organizationId), person, role, displayName, clock.instant()));
        activity.record(
                organizationId,
                "organization.member.added",
                "person",
                person.subject(),
                Map.of("issuer", person.issuer(), "role", role.word()));
    }

    /** From now on the audit body may see and audit the organization's models and datasets. */
    public void giveMandate(UUID organizationId, UUID auditorOrganizationId) {
        em.persist(new AuditMandate(get(organizationId), get(auditorOrganizationId), clock.instant()));
        activity.record(
                organizationId,
                "organization.mandate.given",
                "organization",
                auditorOrganizationId.toString(),
                Map.of());
    }

    private Organization get(UUID id) {
        Organization organization = em.find(Organization.class, id);
        if (organization == null) {
            throw Refusal.notFound();
        }
        return organization;
    }
}
