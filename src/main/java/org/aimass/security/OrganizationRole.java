package org.aimass.security;

import java.util.UUID;

/** A role that a person holds within one organization. */
public record OrganizationRole(UUID organizationId, Role role) {

    public OrganizationRole {
        if (role.scope() != Role.Scope.ORGANIZATION) {
            throw new IllegalArgumentException(role.word() + " is not a role within an organization");
        }
    }
}
