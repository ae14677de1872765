package org.aimass.organization.control;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.security.CurrentUser;
import org.aimass.security.OrganizationRole;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;

/** Somebody at work, with the roles that the tables give them and what Keycloak adds. */
final class Actor extends CurrentUser {

    private final Person person;
    private final Set<OrganizationRole> held;
    private final Set<Role> portal;

    Actor(Person person, Set<OrganizationRole> held, Role... portal) {
        this.person = person;
        this.held = held;
        this.portal = Set.of(portal);
    }

    @Override
    public Optional<Person> person() {
        return Optional.of(person);
    }

    @Override
    public Person requirePerson() {
        return person;
    }

    @Override
    public String displayName() {
        return person.subject();
    }

    @Override
    public boolean has(Role role) {
        return portal.contains(role) || held.stream().anyMatch(each -> each.role() == role);
    }

    @Override
    public boolean has(Role role, UUID organizationId) {
        return held.contains(new OrganizationRole(organizationId, role));
    }

    @Override
    public Set<UUID> organizationsWith(Role... roles) {
        return held.stream()
                .filter(each -> Arrays.asList(roles).contains(each.role()))
                .map(OrganizationRole::organizationId)
                .collect(Collectors.toSet());
    }

    @Override
    public void demand(Role role, UUID organizationId) {
        if (!has(role, organizationId)) {
            throw Refusal.notFound();
        }
    }
}
