package org.aimass.registry.entity;

/** Where a model version is on its way. */
public enum ModelStatus {
    /** The engine is looking into the file. */
    INSPECTING,
    /** May be audited. */
    READY,
    /** The file cannot be used. */
    REFUSED
}
