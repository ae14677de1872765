package org.aimass.engine.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an audit of a classification into several classes measures.
 *
 * @param groups the groups, and how sure of them
 * @param classes how many there are; 0 where only the rows tell
 * @param scored whether every batch brings a probability of each class; the number of classes is then known
 * @param calibrationBins numbers of equal-width bins for the calibration errors
 * @param ll144ExcludeBelow a share of all rows, such as 0.02: adds the {@code ll144.} values without smaller categories
 */
public record MulticlassPlan(
        GroupPlan groups,
        int classes,
        boolean scored,
        List<Integer> calibrationBins,
        OptionalDouble ll144ExcludeBelow) {

    /** More classes than this are not each held against the rest while counting. */
    private static final int MOST_AT_ONCE = 20;

    public MulticlassPlan {
        calibrationBins = List.copyOf(calibrationBins);
        if (classes == 0 && (scored || groups.clustered())) {
            throw new IllegalArgumentException("scores and clusters need to know the classes");
        }
    }

    /** Whether each class is held against the rest while rows are counted; else from the counts, at the end. */
    boolean splitsWhileCounting() {
        return classes > 0 && classes <= MOST_AT_ONCE && (scored || groups.clustered());
    }

    /** Of one class against the rest, or of right against wrong. */
    BinaryPlan binary(boolean withScores) {
        return new BinaryPlan(groups, withScores, true, calibrationBins, ll144ExcludeBelow, Optional.empty());
    }
}
