package org.aimass.engine.metrics;

/**
 * A group with its values and its bootstrap.
 *
 * @param values by metric, NaN where undefined
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sample(GroupData data, double[] values, Replicates replicates) {}
