package org.aimass.engine.task;

import java.util.List;

/**
 * What an audit of a verification measures.
 *
 * @param groups the groups, and how sure of them
 * @param sides the names of the two columns that say which group each side belongs to; none or two
 * @param ofPeople whether pairs say who is on each side
 * @param targets false match rates whose thresholds are looked for, each above 0 and below 1
 * @param alpha how much false matches weigh where both errors are summed up, from 0 to 1
 */
public record VerificationPlan(
        GroupPlan groups, List<String> sides, boolean ofPeople, List<Double> targets, double alpha) {

    public VerificationPlan {
        sides = List.copyOf(sides);
        targets = List.copyOf(targets);
        if (sides.size() != 0 && sides.size() != 2) {
            throw new IllegalArgumentException("a pair has two sides");
        }
        for (String side : sides) {
            if (groups.sensitiveFeatures().contains(side)
                    || groups.controlFeatures().contains(side)) {
                throw new IllegalArgumentException("a side forms groups already: " + side);
            }
        }
    }

    /** How many features a batch brings: the sensitive ones, the control ones, then those of the sides. */
    public int features() {
        return groups.features() + sides.size();
    }
}
