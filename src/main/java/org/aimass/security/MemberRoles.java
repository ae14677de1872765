package org.aimass.security;

import jakarta.enterprise.inject.Instance;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles within organizations, from every room that keeps some. */
final class MemberRoles {

    private MemberRoles() {}

    static Set<OrganizationRole> of(Instance<RoleSource> sources, Person person) {
        return sources.stream()
                .flatMap(source -> source.rolesOf(person).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
