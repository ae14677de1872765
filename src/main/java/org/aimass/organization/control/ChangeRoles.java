package org.aimass.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aimass.activity.ActivityLog;
import org.aimass.organization.entity.Colleague;
import org.aimass.organization.entity.Member;
import org.aimass.organization.entity.Organization;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/**
 * Gives and takes roles of people who are in the organization already. Nobody adds to their own roles, and an organization
 * always keeps an administrator.
 */
@ApplicationScoped
@Transactional
@Allowed(Role.ORGANIZATION_ADMIN)
public class ChangeRoles {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    ActivityLog activity;

    @Inject
    Clock clock;

    /**
     * From now on the person holds exactly these roles there. Sent twice, it is done once.
     *
     * @param seen the roles that the asker saw before, as {@link Colleague#state()}
     * @throws Refusal NOT_FOUND when the organization or the person is not the asker's; CONFLICT when the roles are others by
     *     now; INVALID at {@code roles} for none, for more of one's own, or when no administrator would be left
     */
    public void change(UUID organizationId, Person person, Set<Role> roles, String seen) {
        if (roles.isEmpty()) {
            throw refused("field.roles.missing");
        }
        apply(organizationId, person, roles, seen);
    }

    /**
     * From now on the person holds no role there.
     *
     * @throws Refusal as {@link #change}
     */
    public void remove(UUID organizationId, Person person, String seen) {
        apply(organizationId, person, Set.of(), seen);
    }

    private void apply(UUID organizationId, Person person, Set<Role> roles, String seen) {
        user.demand(Role.ORGANIZATION_ADMIN, organizationId);
        Membership.demandOnlyOfOrganizations(roles);
        Organization organization = Locked.organization(em, organizationId);
        List<Member> rows = Membership.rows(em, organizationId, person);
        Set<Role> held = EnumSet.noneOf(Role.class);
        rows.forEach(row -> held.add(row.role()));
        if (held.equals(roles)) {
            return;
        }
        if (rows.isEmpty()) {
            throw Refusal.notFound();
        }
        Colleague before = Colleague.of(rows);
        if (!before.state().equals(seen)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "organization", "refusal.rolesChanged");
        }
        if (person.equals(user.requirePerson()) && !held.containsAll(roles)) {
            throw refused("refusal.ownRoles");
        }
        if (before.isAdministrator()
                && !roles.contains(Role.ORGANIZATION_ADMIN)
                && administrators(organizationId) < 2) {
            throw refused("refusal.lastAdministrator");
        }
        rows.stream().filter(row -> !roles.contains(row.role())).forEach(row -> {
            em.remove(row);
            note(organizationId, "organization.member.removed", person, row.role());
        });
        roles.stream().filter(role -> !held.contains(role)).sorted().forEach(role -> {
            em.persist(new Member(organization, person, role, before.name(), clock.instant()));
            note(organizationId, "organization.member.added", person, role);
        });
    }

    private long administrators(UUID organizationId) {
        return em.createQuery(
                        "select count(m) from Member m where m.organization.id = :organization and m.role = :role",
                        Long.class)
                .setParameter("organization", organizationId)
                .setParameter("role", Role.ORGANIZATION_ADMIN)
                .getSingleResult();
    }

    private void note(UUID organizationId, String action, Person person, Role role) {
        activity.record(
                organizationId,
                action,
                "person",
                person.subject(),
                Map.of("issuer", person.issuer(), "role", role.word()));
    }

    private static Refusal refused(String key) {
        return Refusal.of(Refusal.Kind.INVALID, "organization", key).at("roles");
    }
}
