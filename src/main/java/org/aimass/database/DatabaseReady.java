package org.aimass.database;

/** Fired once per node at start, when the schema is the one that this release was built for. */
public record DatabaseReady() {}
