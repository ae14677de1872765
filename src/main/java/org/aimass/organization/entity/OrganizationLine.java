package org.aimass.organization.entity;

/**
 * An organization in a list.
 *
 * @param people how many hold any role in it
 * @param administrators how many of them administer it
 */
public record OrganizationLine(Organization organization, long people, long administrators) {}
