package org.aimass.engine.metrics;

import java.util.List;

/**
 * How one number of the rows is spread, group by group, over bins that all groups share.
 *
 * @param of which number: {@code error}, answer less truth, of a regression; {@code place}, from 1, of a ranking
 * @param edges ascending, one more than there are bins; a bin holds what is at least its lower edge and below its upper one, the
 *     first also what is below it and the last what is above
 * @param groups all rows first, then each group
 */
public record Distributions(String of, List<Double> edges, List<BinnedRows> groups) {

    public static final String ERROR = "error";
    public static final String PLACE = "place";

    public Distributions {
        edges = List.copyOf(edges);
        groups = List.copyOf(groups);
        for (BinnedRows group : groups) {
            if (group.counts().size() != edges.size() - 1) {
                throw new IllegalArgumentException("as many counts as there are bins");
            }
        }
    }
}
