package org.aimass.organization.control;

import java.util.UUID;

/**
 * An organization has taken a mandate back; fired in the transaction that does so. What runs under it goes on to its end.
 *
 * @param byName who did so
 */
public record MandateEnded(UUID organizationId, UUID auditorOrganizationId, String byName) {}
