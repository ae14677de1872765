package org.aimass.engine.task;

import java.util.List;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;

/**
 * What was counted and what follows from it.
 *
 * @param groups all rows first, then each single feature's groups, then the intersections'; by value
 * @param measurements in a fixed order
 * @param scores of all rows and of the largest groups, in the order of the groups; none where rows have no scores, or weights
 */
public record BinaryOutcome(List<GroupSummary> groups, List<Measurement> measurements, List<GroupScores> scores) {

    public BinaryOutcome {
        groups = List.copyOf(groups);
        measurements = List.copyOf(measurements);
        scores = List.copyOf(scores);
    }
}
