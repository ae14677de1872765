package org.aimass.engine.task;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.SliceFindings;

/**
 * What an audit of any task found, in a fixed order.
 *
 * @param groups all rows first, then each feature and intersection, with and without controls
 * @param measurements in the same order
 * @param scores of all rows and of the largest groups, where rows are scored and have no weights; else none
 * @param tests whether groups differ from their reference
 * @param worstSlices the subgroups that fare worst; empty where they were not looked for
 */
public record TaskOutcome(
        List<GroupSummary> groups,
        List<Measurement> measurements,
        List<GroupScores> scores,
        List<PairTest> tests,
        Optional<SliceFindings> worstSlices) {

    /** An outcome without tests and without a search. */
    public TaskOutcome(List<GroupSummary> groups, List<Measurement> measurements, List<GroupScores> scores) {
        this(groups, measurements, scores, List.of(), Optional.empty());
    }

    /** Without scores. */
    static TaskOutcome of(List<GroupSummary> groups, List<Measurement> measurements) {
        return new TaskOutcome(groups, measurements, List.of());
    }

    public TaskOutcome {
        groups = List.copyOf(groups);
        measurements = List.copyOf(measurements);
        scores = List.copyOf(scores);
        tests = List.copyOf(tests);
    }
}
