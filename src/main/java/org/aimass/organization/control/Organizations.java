package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aimass.organization.entity.Organization;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Finds organizations, and decides whose things a person may see. */
@ApplicationScoped
@Transactional
@Allowed({Role.CITIZEN, Role.SYSTEM})
public class Organizations {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    /** @throws Refusal NOT_FOUND when there is none, or none that the asker has to do with */
    public Organization get(UUID id) {
        Organization found = em.find(Organization.class, id);
        if (found == null || !(user.has(Role.PORTAL_ADMIN) || maySee(id))) {
            throw Refusal.notFound();
        }
        return found;
    }

    @Allowed({Role.PORTAL_ADMIN, Role.SYSTEM})
    public Optional<Organization> findBySlug(String slug) {
        return em.createQuery("select o from Organization o where o.slug = :slug", Organization.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** Whether nobody has founded any organization yet. */
    @Allowed({Role.PORTAL_ADMIN, Role.SYSTEM})
    public boolean isEmpty() {
        return em.createQuery("select o.id from Organization o", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The organizations in which the asker holds any role, by name. */
    public List<Organization> mine() {
        return byIds(user.organizationsWith(Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN));
    }

    /** The organizations that the asker administers, by name. */
    public List<Organization> administered() {
        return byIds(user.organizationsWith(Role.ORGANIZATION_ADMIN));
    }

    /** The organizations for which the asker may submit models and datasets, by name. */
    public List<Organization> submitting() {
        return byIds(user.organizationsWith(Role.SUBMITTER));
    }

    /** @throws Refusal NOT_FOUND unless the asker may submit for it */
    public void demandSubmitting(UUID organization) {
        if (!user.has(Role.SUBMITTER, organization)) {
            throw Refusal.notFound();
        }
    }

    /** Those among whose models and datasets these auditors may choose: their own organizations and those that gave them a mandate. */
    public Set<UUID> auditableBy(Set<UUID> auditorOrganizations) {
        Set<UUID> owners = new HashSet<>(auditorOrganizations);
        if (!auditorOrganizations.isEmpty()) {
            owners.addAll(em.createQuery(
                            "select m.organization.id from AuditMandate m where m.auditor.id in :auditors", UUID.class)
                    .setParameter("auditors", auditorOrganizations)
                    .getResultList());
        }
        return Set.copyOf(owners);
    }

    public boolean mayAudit(UUID auditorOrganization, UUID ownerOrganization) {
        return auditableBy(Set.of(auditorOrganization)).contains(ownerOrganization);
    }

    /**
     * Whose models and datasets the asker may see: any member those of their own organizations, auditors and approvers also
     * those of the organizations that gave theirs a mandate.
     */
    public Set<UUID> visible() {
        Set<UUID> owners = new HashSet<>(user.organizationsWith(Role.SUBMITTER, Role.ORGANIZATION_ADMIN));
        owners.addAll(auditableBy(user.organizationsWith(Role.AUDITOR, Role.APPROVER)));
        return Set.copyOf(owners);
    }

    /** Whether the asker may see what belongs to this organization; the portal's own tasks may see everything. */
    public boolean maySee(UUID ownerOrganization) {
        return user.has(Role.SYSTEM) || visible().contains(ownerOrganization);
    }

    private List<Organization> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select o from Organization o where o.id in :ids order by o.nameEn", Organization.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
