package org.aimass.engine.task;

import java.util.List;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;

/**
 * What was counted and what follows from it.
 *
 * @param groups all rows first, then each single feature's groups, then the intersections'; by value
 * @param measurements in a fixed order
 */
public record BinaryOutcome(List<GroupSummary> groups, List<Measurement> measurements) {

    public BinaryOutcome {
        groups = List.copyOf(groups);
        measurements = List.copyOf(measurements);
    }
}
