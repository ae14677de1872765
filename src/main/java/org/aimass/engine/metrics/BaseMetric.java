package org.aimass.engine.metrics;

import java.util.Map;

/**
 * A metric of one group of rows.
 *
 * @param name as in scikit-learn
 * @param at its parameters
 * @param givenLabel whether it conditions on the label: its bootstrap then keeps how many rows have which label
 * @param signed whether it may be below 0, so that ratios of it say nothing
 */
public record BaseMetric(String name, Map<String, Object> at, boolean givenLabel, boolean signed) {}
