package org.aimass.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Who is asking, for the length of one request or one background task. Nobody until told otherwise. */
@RequestScoped
public class CurrentUser {

    private @Nullable Person person;
    private String displayName = "";
    private Set<Role> portalRoles = EnumSet.of(Role.ANYONE);
    private Set<OrganizationRole> organizationRoles = Set.of();

    void become(Person newPerson, String newDisplayName, Set<Role> roles, Set<OrganizationRole> inOrganizations) {
        person = newPerson;
        displayName = newDisplayName;
        portalRoles = EnumSet.of(Role.ANYONE, Role.CITIZEN);
        portalRoles.addAll(roles);
        organizationRoles = Set.copyOf(inOrganizations);
    }

    void becomeSystem(String taskName) {
        person = new Person("system", taskName);
        displayName = taskName;
        portalRoles = EnumSet.of(Role.ANYONE, Role.SYSTEM);
        organizationRoles = Set.of();
    }

    /** Empty when nobody is signed in. */
    public Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    /** @throws Refusal FORBIDDEN when nobody is signed in */
    public Person requirePerson() {
        return person().orElseThrow(() -> Refusal.of(Refusal.Kind.FORBIDDEN, "web", "refusal.signIn"));
    }

    /** As the identity provider gives it; empty when nobody is signed in. Never identifies anybody. */
    public String displayName() {
        return displayName;
    }

    public boolean isSignedIn() {
        return person != null;
    }

    /** Whether the role is held portal-wide or in any organization at all. */
    public boolean has(Role role) {
        return portalRoles.contains(role) || organizationRoles.stream().anyMatch(held -> held.role() == role);
    }

    public boolean has(Role role, UUID organizationId) {
        return organizationRoles.contains(new OrganizationRole(organizationId, role));
    }

    /** The organizations in which any of these roles is held. */
    public Set<UUID> organizationsWith(Role... roles) {
        Set<Role> wanted = EnumSet.copyOf(Arrays.asList(roles));
        return organizationRoles.stream()
                .filter(held -> wanted.contains(held.role()))
                .map(OrganizationRole::organizationId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws Refusal NOT_FOUND unless the role is held in that organization: what is foreign looks the same as what is
     *     missing
     */
    public void demand(Role role, UUID organizationId) {
        if (!has(role, organizationId)) {
            throw Refusal.notFound();
        }
    }
}
