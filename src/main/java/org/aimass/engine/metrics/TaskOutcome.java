package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an audit of any task found, in a fixed order.
 *
 * @param groups all rows first, then each feature and intersection, with and without controls
 * @param measurements in the same order, then what is measured of a sample of all rows
 * @param scores of all rows and of the largest groups, where rows are scored and have no weights; else none
 * @param tests whether groups differ from their reference
 * @param worstSlices the subgroups that fare worst; empty where they were not looked for
 * @param confusion which classes rows were taken for; empty but for several classes
 * @param distributions how errors or places are spread; empty but for regressions and rankings, and where rows were not kept
 * @param tradeOffs how often strangers are taken for the same person and people not known again, threshold by threshold; empty but
 *     for verifications
 * @param transcripts the snippets of speech that were understood worst; empty where they were not asked for
 * @param answers of a language model that are quoted; empty where none were asked for
 */
public record TaskOutcome(
        List<GroupSummary> groups,
        List<Measurement> measurements,
        List<GroupScores> scores,
        List<PairTest> tests,
        Optional<SliceFindings> worstSlices,
        Optional<Confusion> confusion,
        Optional<Distributions> distributions,
        Optional<ErrorTradeOffs> tradeOffs,
        Optional<Transcripts> transcripts,
        Optional<QuotedAnswers> answers) {

    /** All but quoted answers. */
    public TaskOutcome(
            List<GroupSummary> groups,
            List<Measurement> measurements,
            List<GroupScores> scores,
            List<PairTest> tests,
            Optional<SliceFindings> worstSlices,
            Optional<Confusion> confusion,
            Optional<Distributions> distributions,
            Optional<ErrorTradeOffs> tradeOffs,
            Optional<Transcripts> transcripts) {
        this(
                groups,
                measurements,
                scores,
                tests,
                worstSlices,
                confusion,
                distributions,
                tradeOffs,
                transcripts,
                Optional.empty());
    }

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
                groups,
                measurements,
                scores,
                tests,
                worstSlices,
                Optional.of(matrices),
                distributions,
                tradeOffs,
                transcripts);
    }

    /** The same with one measurement more. */
    public TaskOutcome with(Measurement measured) {
        List<Measurement> all = new ArrayList<>(measurements);
        all.add(measured);
        return new TaskOutcome(
                groups, all, scores, tests, worstSlices, confusion, distributions, tradeOffs, transcripts);
    }

    /** The same with distributions. */
    public TaskOutcome with(Distributions spread) {
        return new TaskOutcome(
                groups,
                measurements,
                scores,
                tests,
                worstSlices,
                confusion,
                Optional.of(spread),
                tradeOffs,
                transcripts);
    }

    /** The same with what thresholds trade off. */
    public TaskOutcome with(ErrorTradeOffs curves) {
        return new TaskOutcome(
                groups,
                measurements,
                scores,
                tests,
                worstSlices,
                confusion,
                distributions,
                Optional.of(curves),
                transcripts);
    }

    /** The same with transcripts. */
    public TaskOutcome with(Transcripts worst) {
        return new TaskOutcome(
                groups,
                measurements,
                scores,
                tests,
                worstSlices,
                confusion,
                distributions,
                tradeOffs,
                Optional.of(worst));
    }

    /** The same with answers. */
    public TaskOutcome with(QuotedAnswers quoted) {
        return new TaskOutcome(
                groups,
                measurements,
                scores,
                tests,
                worstSlices,
                confusion,
                distributions,
                tradeOffs,
                transcripts,
                Optional.of(quoted));
    }

    public TaskOutcome {
        groups = List.copyOf(groups);
        measurements = List.copyOf(measurements);
        scores = List.copyOf(scores);
        tests = List.copyOf(tests);
    }
}
