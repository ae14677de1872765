package org.aimass.engine.task;

import java.util.List;

/**
 * What an audit of rankings measures.
 *
 * @param groups the groups, and how sure of them; clusters hold whole lists
 * @param ranked whether items bring their rank; else their score
 * @param relevant whether items bring a relevance
 * @param cutoffs how many places at the top count, each at least 1
 */
public record RankingPlan(GroupPlan groups, boolean ranked, boolean relevant, List<Integer> cutoffs) {

    public RankingPlan {
        cutoffs = List.copyOf(cutoffs);
    }
}
