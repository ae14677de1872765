package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The subgroups that fare worse than all other rows by more than the search itself would turn up by chance.
 *
 * @param features those whose values formed the slices: all, but for those with too many values
 * @param depth how many features a slice had at most
 * @param searched how many slices were looked at
 * @param leftOut how many more there were; the smallest
 * @param permutations how often labels and predictions were dealt anew
 * @param slices the worst first, at most {@value #MOST}; of slices within each other only the worst
 */
public record WorstSlices(
        List<String> features, int depth, int searched, int leftOut, int permutations, List<Slice> slices)
        implements SliceFindings {

    /** How many are told. */
    public static final int MOST = 20;

    /**
     * Rows that share the values of all features.
     *
     * @param values in the order of the features
     */
    public record Cell(List<String> values, GroupCounts counts) {}

    /**
     * One subgroup, on one metric.
     *
     * @param features value by feature
     * @param share of the slice
     * @param rest the same share of all other rows
     * @param interval Wilson's, of the slice's share
     * @param statistic the logarithm of the likelihood ratio
     * @param adjustedPValue corrected for all slices and metrics searched
     */
    public record Slice(
            Map<String, String> features,
            String metric,
            Proportion share,
            Proportion rest,
            Interval interval,
            double statistic,
            double adjustedPValue) {

        public Slice {
            features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        }

        /** How much the share is greater than that of all other rows, from -1 to 1. */
        public double gap() {
            return share.value() - rest.value();
        }
    }

    public WorstSlices {
        features = List.copyOf(features);
        slices = List.copyOf(slices);
    }
}
