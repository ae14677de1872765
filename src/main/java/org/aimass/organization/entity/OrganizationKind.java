package org.aimass.organization.entity;

/** What sort of body an organization is; decides nothing but how it is described. */
public enum OrganizationKind {
    DEPARTMENT,
    COMPANY,
    AUDIT_BODY
}
