package org.aimass.engine.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.SliceSearch;

/**
 * What a binary classification audit measures.
 *
 * @param groups the groups, and how sure of them
 * @param scored whether every batch brings scores
 * @param positiveIsFavorable whether the positive label is the favourable one (the {@code aif360.} metrics)
 * @param calibrationBins numbers of equal-width bins for the calibration errors
 * @param ll144ExcludeBelow a share of all rows, such as 0.02: adds the {@code ll144.} values without smaller categories
 * @param worstSlices how the subgroups that fare worst are looked for; empty not to look
 * @param identityFeatures sensitive features that tell which texts speak of whom, or how: content filters are measured on each
 *     group of these against all other texts
 */
public record BinaryPlan(
        GroupPlan groups,
        boolean scored,
        boolean positiveIsFavorable,
        List<Integer> calibrationBins,
        OptionalDouble ll144ExcludeBelow,
        Optional<SliceSearch> worstSlices,
        List<String> identityFeatures) {

    /** Of what is no content filter. */
    public BinaryPlan(
            GroupPlan groups,
            boolean scored,
            boolean positiveIsFavorable,
            List<Integer> calibrationBins,
            OptionalDouble ll144ExcludeBelow,
            Optional<SliceSearch> worstSlices) {
        this(groups, scored, positiveIsFavorable, calibrationBins, ll144ExcludeBelow, worstSlices, List.of());
    }

    public BinaryPlan {
        calibrationBins = List.copyOf(calibrationBins);
        identityFeatures = List.copyOf(identityFeatures);
        if (!groups.sensitiveFeatures().containsAll(identityFeatures)) {
            throw new IllegalArgumentException("identity features that are no sensitive ones: " + identityFeatures);
        }
        if (calibrationBins.stream().anyMatch(bins -> bins < 1 || bins > 1000)) {
            throw new IllegalArgumentException("calibration bins are from 1 to 1000, not " + calibrationBins);
        }
    }
}
