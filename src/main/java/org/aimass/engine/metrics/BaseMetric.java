package org.aimass.engine.metrics;

import java.util.Map;

/**
 * A metric of one group of rows.
 *
 * @param name as in scikit-learn
 * @param at its parameters
 * @param givenLabel whether it conditions on the label: its bootstrap then keeps how many rows have which label
 * @param signed whether it may be below 0, so that most ratios of it say nothing
 */
public record BaseMetric(String name, Map<String, Object> at, boolean givenLabel, boolean signed) {

    /** When the ratio of two groups' values says something. */
    enum Divides {
        ALWAYS,
        /** Where no group is below 0. */
        FROM_ZERO,
        NEVER
    }

    /** Of Matthews' correlation, whose 0 is no better than chance, from 0 on. */
    Divides divides() {
        if (!signed) {
            return Divides.ALWAYS;
        }
        return name.equals("matthews_corrcoef") ? Divides.FROM_ZERO : Divides.NEVER;
    }
}
