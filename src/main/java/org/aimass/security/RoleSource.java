package org.aimass.security;

import java.util.Set;

/** Tells the roles that a person holds within organizations. Implemented by the room that keeps memberships. */
public interface RoleSource {

    Set<OrganizationRole> rolesOf(Person person);
}
