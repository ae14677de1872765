package org.aimass.security;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer to "who is asking". The roles within organizations are read when first asked for, once: a page that asks for none
 * costs no query, and a page that needs none goes on while the database is away.
 */
final class Identity {

    static final Identity NOBODY = new Identity(null, "", EnumSet.of(Role.ANYONE), Set::of, "");

    private final @Nullable Person person;
    private final String displayName;
    private final Set<Role> portalRoles;
    private final Supplier<Set<OrganizationRole>> source;
    private final String csrfToken;
    private @Nullable Set<OrganizationRole> organizationRoles;

    private Identity(
            @Nullable Person person,
            String displayName,
            Set<Role> portalRoles,
            Supplier<Set<OrganizationRole>> source,
            String csrfToken) {
        this.person = person;
        this.displayName = displayName;
        this.portalRoles = portalRoles;
        this.source = source;
        this.csrfToken = csrfToken;
    }

    /** @param portalRoles as given by the identity provider; of these only those of scope PORTAL count */
    static Identity of(
            Person person,
            String displayName,
            Set<Role> portalRoles,
            Supplier<Set<OrganizationRole>> source,
            String csrfToken) {
        Set<Role> roles = EnumSet.of(Role.ANYONE, Role.CITIZEN);
        portalRoles.stream().filter(role -> role.scope() == Role.Scope.PORTAL).forEach(roles::add);
        return new Identity(person, displayName, roles, source, csrfToken);
    }

    static Identity ofSystem(String taskName) {
        return new Identity(
                new Person("system", taskName), taskName, EnumSet.of(Role.ANYONE, Role.SYSTEM), Set::of, "");
    }

    Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    String displayName() {
        return displayName;
    }

    Set<Role> portalRoles() {
        return portalRoles;
    }

    Set<OrganizationRole> organizationRoles() {
        Set<OrganizationRole> known = organizationRoles;
        if (known == null) {
            known = Set.copyOf(source.get());
            organizationRoles = known;
        }
        return known;
    }

    String csrfToken() {
        return csrfToken;
    }
}
