package org.aimass.engine.task;

import java.util.List;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;

/**
 * What an audit of any task found, in a fixed order.
 *
 * @param groups all rows first, then each feature and intersection, with and without controls
 * @param measurements in the same order
 * @param scores of all rows and of the largest groups, where rows are scored and have no weights; else none
 */
public record TaskOutcome(List<GroupSummary> groups, List<Measurement> measurements, List<GroupScores> scores) {

    public TaskOutcome {
        groups = List.copyOf(groups);
        measurements = List.copyOf(measurements);
        scores = List.copyOf(scores);
    }
}
