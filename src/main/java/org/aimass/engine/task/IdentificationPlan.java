package org.aimass.engine.task;

import java.util.List;

/**
 * What an audit of an identification measures.
 *
 * @param groups the groups, and how sure of them; clusters are the people searched for
 * @param targets false positive identification rates whose thresholds are looked for, each above 0 and below 1
 * @param ranks how many first candidates are looked at, each at least 1
 * @param alpha how much false positives weigh where both errors are summed up, from 0 to 1
 */
public record IdentificationPlan(GroupPlan groups, List<Double> targets, List<Integer> ranks, double alpha) {

    public IdentificationPlan {
        targets = List.copyOf(targets);
        ranks = List.copyOf(ranks);
    }
}
