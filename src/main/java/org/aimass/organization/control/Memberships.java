package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.database.DatabaseWatch;
import org.aimass.organization.entity.Member;
import org.aimass.security.Allowed;
import org.aimass.security.OrganizationRole;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.security.RoleSource;

/** Who holds which role where. Asked while a person is still signing in, so anyone may ask; nothing but roles comes out. */
@ApplicationScoped
@Transactional
@Allowed(Role.ANYONE)
public class Memberships implements RoleSource {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    DatabaseWatch database;

    @Override
    public Set<OrganizationRole> rolesOf(Person person) {
        database.demand();
        return em.createQuery("select m from Member m where m.issuer = :issuer and m.subject = :subject", Member.class)
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject())
                .getResultStream()
                .map(Member::organizationRole)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who holds any of these roles in the organization; for telling them, never for showing who they are. */
    @Allowed(Role.SYSTEM)
    public Set<Person> peopleWith(UUID organizationId, Role... roles) {
        return em.createQuery(
                        "select m from Member m where m.organization.id = :organization and m.role in :roles",
                        Member.class)
                .setParameter("organization", organizationId)
                .setParameter("roles", List.of(roles))
                .getResultStream()
                .map(Member::person)
                .collect(Collectors.toUnmodifiableSet());
    }
}
