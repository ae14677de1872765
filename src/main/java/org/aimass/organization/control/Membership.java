package org.aimass.organization.control;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aimass.organization.entity.Member;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** What one person holds in one organization. */
final class Membership {

    private Membership() {}

    static List<Member> rows(EntityManager em, UUID organizationId, Person person) {
        return em.createQuery(
                        "select m from Member m where m.organization.id = :organization and m.issuer = :issuer"
                                + " and m.subject = :subject",
                        Member.class)
                .setParameter("organization", organizationId)
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject())
                .getResultList();
    }

    static List<Role> roles(EntityManager em, UUID organizationId, Person person) {
        return rows(em, organizationId, person).stream().map(Member::role).toList();
    }

    /** @throws Refusal NOT_FOUND for a role that is not held in organizations: no form offers it */
    static void demandOnlyOfOrganizations(Collection<Role> roles) {
        if (roles.stream().anyMatch(role -> role.scope() != Role.Scope.ORGANIZATION)) {
            throw Refusal.notFound();
        }
    }
}
