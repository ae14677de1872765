package org.aimass.security;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The portal-wide roles among the words that an identity provider sends. It cannot give a role within an organization, nor one
 * that nobody gives.
 */
final class PortalRoles {

    private PortalRoles() {}

    static Set<Role> of(Collection<String> words) {
        return words.stream()
                .map(Role::ofWord)
                .flatMap(Optional::stream)
                .filter(role -> role.scope() == Role.Scope.PORTAL)
                .collect(Collectors.toUnmodifiableSet());
    }
}
