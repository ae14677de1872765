package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.database.Duplicate;
import org.aimass.organization.entity.AuditMandate;
import org.aimass.organization.entity.Member;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.organization.entity.OrganizationName;
import org.aimass.security.Allowed;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Takes in organizations, each with the invitation of its first administrator. */
@ApplicationScoped
@Transactional
@Allowed({Role.PORTAL_ADMIN, Role.SYSTEM})
public class FoundOrganization {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    ActivityLog activity;

    @Inject
    MakeInvitation invitations;

    @Inject
    Clock clock;

    /**
     * Founds an organization, and invites the person who will administer it. The same submission again founds nothing more.
     *
     * @param submission the new organization's id
     * @param firstAdministrator for whom the invitation is meant; identifies nobody
     * @return the invitation's code, which nobody can see again; empty when it was founded before
     * @throws Refusal INVALID or CONFLICT at the field
     */
    @Allowed(Role.PORTAL_ADMIN)
    public Optional<String> found(
            UUID submission, OrganizationName name, OrganizationKind kind, String firstAdministrator) {
        if (em.find(Organization.class, submission) != null) {
            return Optional.empty();
        }
        create(submission, name, kind);
        return invitations.make(submission, submission, firstAdministrator, Set.of(Role.ORGANIZATION_ADMIN));
    }

    /** @param slug lower-case letters, digits and hyphens, unique */
    @Allowed(Role.SYSTEM)
    public Organization create(String slug, String nameEn, String nameZh, OrganizationKind kind) {
        return create(UUID.randomUUID(), new OrganizationName(slug, nameEn, nameZh), kind);
    }

    private Organization create(UUID id, OrganizationName name, OrganizationKind kind) {
        Organization organization = new Organization(id, name.slug(), name.en(), name.zh(), kind, clock.instant());
        em.persist(organization);
        try {
            em.flush();
        } catch (PersistenceException e) {
            throw Duplicate.isCauseOf(e)
                    ? Refusal.of(Refusal.Kind.CONFLICT, "organization", "refusal.slugTaken")
                            .at("slug")
                    : e;
        }
        activity.open(id);
        activity.recordFromAbove(
                id,
                "organization.created",
                "organization",
                id.toString(),
                Map.of("slug", name.slug(), "kind", kind.name()));
        return organization;
    }

    /** For a demonstration; people come by invitation. */
    @Allowed(Role.SYSTEM)
    public void addMember(UUID organizationId, Person person, Role role, String displayName) {
        em.persist(new Member(get(organizationId), person, role, displayName, clock.instant()));
        activity.record(
                organizationId,
                "organization.member.added",
                "person",
                person.subject(),
                Map.of("issuer", person.issuer(), "role", role.word()));
    }

    /** For a demonstration: from now on the audit body may see and audit the organization's models and datasets. */
    @Allowed(Role.SYSTEM)
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
