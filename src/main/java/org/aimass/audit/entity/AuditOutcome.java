package org.aimass.audit.entity;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.shared.Sha256Digest;

/**
 * What the engine measured: the outcome file, read and checked against the plan.
 *
 * @param groups all rows first (no features), then every group
 * @param measurements in the engine's order
 * @param distributions how errors are spread, or the places of a ranking
 * @param answers of classifiers of several classes
 * @param exploration what nobody is judged by
 * @param details of some tasks alone
 * @param scores of all rows and of the largest groups; none where the rows have no scores
 */
public record AuditOutcome(
        Head head,
        List<GroupSummary> groups,
        List<Measurement> measurements,
        List<GroupScores> scores,
        Answers answers,
        Optional<Distributions> distributions,
        Exploration exploration,
        OutcomeDetails details) {

    /**
     * Which classes rows were taken for.
     *
     * @param classes the label's values; none where the model does not tell several apart
     */
    public record Answers(List<String> classes, List<ClassAnswers> groups) {

        public static final Answers NONE = new Answers(List.of(), List.of());

        public Answers {
            classes = List.copyOf(classes);
            groups = List.copyOf(groups);
        }
    }

    public AuditOutcome {
        groups = List.copyOf(groups);
        measurements = List.copyOf(measurements);
        scores = List.copyOf(scores);
    }

    /** All but the numbers themselves. */
    public record Head(Engine engine, Inputs inputs, Rows rows, Timing timing) {}

    /**
     * What measured.
     *
     * @param onnxruntime its version; empty where no model was run
     * @param provider such as {@code CPU}; empty where no model was run
     */
    public record Engine(
            String version,
            Optional<String> onnxruntime,
            Optional<String> provider,
            String device,
            int threads,
            long seed) {}

    /**
     * Digests of what the engine read.
     *
     * @param plan of the job without its paths, as the engine filled in its defaults
     */
    public record Inputs(
            Sha256Digest dataset, Optional<Sha256Digest> model, Optional<Sha256Digest> evaluator, Sha256Digest plan) {

        /** Of an audit in which no other model measures. */
        public Inputs(Sha256Digest dataset, Optional<Sha256Digest> model, Sha256Digest plan) {
            this(dataset, model, Optional.empty(), plan);
        }
    }

    /** How many rows were read and used, and why the others were not. */
    public record Rows(long read, long used, long leftOut, List<LeftOut> reasons) {
        public Rows {
            reasons = List.copyOf(reasons);
        }
    }

    /** Rows left out for one reason, in the engine's words. */
    public record LeftOut(String reason, long rows) {}

    /** Seconds. */
    public record Timing(double read, double score, double measure, double total) {}
}
