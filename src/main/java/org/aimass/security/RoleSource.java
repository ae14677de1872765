package org.aimass.security;

import java.util.Set;

/** Tells the roles that a person holds within organizations. Implemented by the room that keeps memberships. */
public interface RoleSource {

    /** Asked once in a request that needs to know, so a removed member is out at once; one indexed query. */
    Set<OrganizationRole> rolesOf(Person person);
}
