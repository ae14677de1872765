package org.aimass.engine.task;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a binary classification audit measures.
 *
 * @param sensitiveFeatures the columns whose values form groups; each is also measured on its own
 * @param intersections groups formed by several sensitive features at once
 * @param controlFeatures columns to condition on: groups and disparities are measured within each combination of their values
 * @param referenceGroups by sensitive feature, or by intersection written with {@code GroupName}: the group that pairs are
 *     compared with, in the same writing; the largest group where none is named
 * @param scored whether every batch brings scores
 * @param weighted whether every batch brings weights
 * @param clustered whether every batch brings clusters
 * @param positiveIsFavorable whether the positive label is the favourable one (the {@code aif360.} metrics)
 * @param confidence of every interval, strictly between 0 and 1
 * @param replicates of the bootstrap, at least 1
 * @param seed of the bootstrap
 * @param minimumGroupSize groups with fewer rows are flagged
 * @param calibrationBins numbers of equal-width bins for the calibration errors
 * @param ll144ExcludeBelow a share of all rows, such as 0.02: adds the {@code ll144.} values without smaller categories
 */
public record BinaryPlan(
        List<String> sensitiveFeatures,
        List<List<String>> intersections,
        List<String> controlFeatures,
        Map<String, String> referenceGroups,
        boolean scored,
        boolean weighted,
        boolean clustered,
        boolean positiveIsFavorable,
        double confidence,
        int replicates,
        long seed,
        int minimumGroupSize,
        List<Integer> calibrationBins,
        OptionalDouble ll144ExcludeBelow) {

    public BinaryPlan {
        sensitiveFeatures = List.copyOf(sensitiveFeatures);
        intersections = intersections.stream().map(List::copyOf).toList();
        controlFeatures = List.copyOf(controlFeatures);
        referenceGroups = Map.copyOf(referenceGroups);
        calibrationBins = List.copyOf(calibrationBins);
        for (List<String> intersection : intersections) {
            if (!sensitiveFeatures.containsAll(intersection)) {
                throw new IllegalArgumentException(
                        "intersection of what are not all sensitive features: " + intersection);
            }
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1, not " + confidence);
        }
        if (calibrationBins.stream().anyMatch(bins -> bins < 1 || bins > 1000)) {
            throw new IllegalArgumentException("calibration bins are from 1 to 1000, not " + calibrationBins);
        }
    }
}
