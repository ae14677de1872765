package org.aimass.engine.metrics;

import java.util.List;
import java.util.Optional;

/**
 * What an audit of any task found, in a fixed order.
 *
 * @param groups all rows first, then each feature and intersection, with and without controls
 * @param measurements in the same order
 * @param scores of all rows and of the largest groups, where rows are scored and have no weights; else none
 * @param tests whether groups differ from their reference
 * @param worstSlices the subgroups that fare worst; empty where they were not looked for
 * @param confusion which classes rows were taken for; empty but for several classes
 * @param distributions how errors or places are spread; empty but for regressions and rankings, and where rows were not kept
 * @param transcripts the snippets of speech that were understood worst; empty where they were not asked for
 */
public record TaskOutcome(
        List<GroupSummary> groups,
        List<Measurement> measurements,
        List<GroupScores> scores,
        List<PairTest> tests,
        Optional<SliceFindings> worstSlices,
        Optional<Confusion> confusion,
        Optional<Distributions> distributions,
        Optional<Transcripts> transcripts) {

    /** An outcome without tests and without a search. */
    public TaskOutcome(List<GroupSummary> groups, List<Measurement> measurements, List<GroupScores> scores) {
        this(
                groups,
                measurements,
                scores,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Without scores. */
    public static TaskOutcome of(List<GroupSummary> groups, List<Measurement> measurements) {
        return new TaskOutcome(groups, measurements, List.of());
    }

    /** The same with confusion matrices. */
    public TaskOutcome with(Confusion matrices) {
        return new TaskOutcome(
                groups, measurements, scores, tests, worstSlices, Optional.of(matrices), distributions, transcripts);
    }

    /** The same with distributions. */
    public TaskOutcome with(Distributions spread) {
        return new TaskOutcome(
                groups, measurements, scores, tests, worstSlices, confusion, Optional.of(spread), transcripts);
    }

    /** The same with transcripts. */
    public TaskOutcome with(Transcripts worst) {
        return new TaskOutcome(
                groups, measurements, scores, tests, worstSlices, confusion, distributions, Optional.of(worst));
    }

    public TaskOutcome {
        groups = List.copyOf(groups);
        measurements = List.copyOf(measurements);
        scores = List.copyOf(scores);
        tests = List.copyOf(tests);
    }
}
