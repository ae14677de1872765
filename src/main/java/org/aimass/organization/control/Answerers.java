package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aimass.organization.entity.Member;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Who can answer an auditor for an organization. */
@ApplicationScoped
@Transactional
@Allowed(Role.AUDITOR)
public class Answerers {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Organizations organizations;

    /**
     * Somebody who submits for an organization or looks after it.
     *
     * @param membership names the choice in a form
     */
    public record Answerer(UUID membership, Person person, String name) {}

    /**
     * By name, each person once.
     *
     * @throws Refusal NOT_FOUND unless the asker audits the organization
     */
    public List<Answerer> of(UUID organizationId) {
        if (!organizations.auditableBy(user.organizationsWith(Role.AUDITOR)).contains(organizationId)) {
            throw Refusal.notFound();
        }
        Map<Person, Answerer> found = new LinkedHashMap<>();
        em.createQuery(
                        "select m.id, m from Member m where m.organization.id = :organization and m.role in :roles"
                                + " order by m.displayName, m.id",
                        Object[].class)
                .setParameter("organization", organizationId)
                .setParameter("roles", Set.of(Role.SUBMITTER, Role.ORGANIZATION_ADMIN))
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> answerer((UUID) row[0], (Member) row[1]))
                .forEach(each -> found.putIfAbsent(each.person(), each));
        return List.copyOf(found.values());
    }

    private static Answerer answerer(UUID membership, Member member) {
        return new Answerer(membership, member.person(), member.displayName());
    }
}
