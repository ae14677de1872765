package org.aimass.engine.task;

import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.RateInterval;

/**
 * Which groups an audit measures and how sure it has to be: what every task's plan begins with.
 *
 * @param sensitiveFeatures the columns whose values form groups; each is also measured on its own
 * @param intersections groups formed by several sensitive features at once
 * @param controlFeatures columns to condition on: groups and disparities are measured within each combination of their values
 * @param referenceGroups by sensitive feature, or by intersection written with {@code GroupName}: the group that pairs are
 *     compared with, in the same writing; the largest group where none is named
 * @param weighted whether every batch brings weights
 * @param clustered whether every batch brings clusters
 * @param confidence of every interval, strictly between 0 and 1
 * @param replicates of the bootstrap, at least 1
 * @param seed of the bootstrap
 * @param minimumGroupSize groups with fewer rows are flagged
 * @param rateInterval how shares get their intervals
 */
public record GroupPlan(
        List<String> sensitiveFeatures,
        List<List<String>> intersections,
        List<String> controlFeatures,
        Map<String, String> referenceGroups,
        boolean weighted,
        boolean clustered,
        double confidence,
        int replicates,
        long seed,
        int minimumGroupSize,
        RateInterval rateInterval) {

    /** With Wilson's intervals of shares. */
    public GroupPlan(
            List<String> sensitiveFeatures,
            List<List<String>> intersections,
            List<String> controlFeatures,
            Map<String, String> referenceGroups,
            boolean weighted,
            boolean clustered,
            double confidence,
            int replicates,
            long seed,
            int minimumGroupSize) {
        this(
                sensitiveFeatures,
                intersections,
                controlFeatures,
                referenceGroups,
                weighted,
                clustered,
                confidence,
                replicates,
                seed,
                minimumGroupSize,
                RateInterval.WILSON);
    }

    public GroupPlan {
        sensitiveFeatures = List.copyOf(sensitiveFeatures);
        intersections = intersections.stream().map(List::copyOf).toList();
        controlFeatures = List.copyOf(controlFeatures);
        referenceGroups = Map.copyOf(referenceGroups);
        for (List<String> intersection : intersections) {
            if (!sensitiveFeatures.containsAll(intersection)) {
                throw new IllegalArgumentException(
                        "intersection of what are not all sensitive features: " + intersection);
            }
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1, not " + confidence);
        }
    }

    Bootstrap bootstrap() {
        return new Bootstrap(replicates, seed, confidence, rateInterval);
    }

    /** How many features a batch brings: the sensitive ones, then the control ones. */
    public int features() {
        return sensitiveFeatures.size() + controlFeatures.size();
    }
}
