package org.aimass.registry.entity;

/** Where a model is put to use. */
public enum ModelDomain {
    PUBLIC_BENEFITS,
    TAXATION,
    JUSTICE,
    POLICING,
    MIGRATION,
    HEALTH,
    EDUCATION,
    EMPLOYMENT,
    FINANCE,
    HOUSING,
    TRANSPORT,
    COMMUNICATION,
    CULTURE,
    OTHER
}
