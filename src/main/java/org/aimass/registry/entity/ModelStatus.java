package org.aimass.registry.entity;

/** Where a model version is on its way. */
public enum ModelStatus {
    /** The engine is looking into the file. */
    INSPECTING,
    /** The file can be used; what is said of it may still be changed, and nobody may audit it. */
    DRAFT,
    /** Registered: nothing changes any more, and it may be audited. */
    READY,
    /** The file cannot be used. */
    REFUSED,
    /** May not be audited any more; the audits that there are stay. */
    WITHDRAWN
}
