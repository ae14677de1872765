package org.aimass.engine;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.shared.Sha256Digest;

/**
 * All that one run found. The same job, engine and machine give the same outcome, timing and the number of threads aside.
 *
 * @param measured what the task found
 */
public record AuditOutcome(Engine engine, Inputs inputs, Rows rows, TaskOutcome measured, Timing timing) {

    /**
     * What measured.
     *
     * @param onnxruntime its version; empty where no model was run
     * @param provider the execution provider, such as {@code CPU}
     * @param device the processor or accelerator
     * @param threads how many worked at once
     */
    public record Engine(
            String version, Optional<String> onnxruntime, String provider, String device, int threads, long seed) {}

    /**
     * What was measured, by digest.
     *
     * @param evaluator the model that looks at, reads or hears what was made; empty where none does
     * @param answers of the file that holds the model's answers, where it is another than the dataset
     */
    public record Inputs(
            Sha256Digest dataset,
            Optional<Sha256Digest> model,
            Optional<Sha256Digest> evaluator,
            Sha256Digest plan,
            Optional<Sha256Digest> answers) {

        /** Where the dataset or a model gives the answers, and no other model hears them. */
        public Inputs(Sha256Digest dataset, Optional<Sha256Digest> model, Sha256Digest plan) {
            this(dataset, model, Optional.empty(), plan, Optional.empty());
        }
    }

    /** What became of the rows: those used and those left out are all that were read. */
    public record Rows(long read, List<LeftOut> leftOut) {
        public Rows {
            leftOut = List.copyOf(leftOut);
        }

        public long leftOutInAll() {
            return leftOut.stream().mapToLong(LeftOut::rows).sum();
        }

        public long used() {
            return read - leftOutInAll();
        }
    }

    /**
     * Rows that could not be measured.
     *
     * @param reason such as {@code missing label}
     */
    public record LeftOut(String reason, long rows) {}

    /**
     * Where the time went, in seconds. Reading, scoring and counting overlap: each is the time its threads were busy with it,
     * divided by their number.
     */
    public record Timing(double read, double score, double measure, double total) {}
}
