package org.aimass.registry.boundary;

/** How a model can be audited, as its form asks. */
public enum ModelAccess {
    FILE,
    CLOSED
}
