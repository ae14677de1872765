package org.aimass.engine;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.Preprocessing;
import org.aimass.engine.metrics.RateInterval;
import org.aimass.engine.speech.Acoustics;
import org.aimass.engine.speech.Voice;
import org.aimass.shared.Sha256Digest;

/**
 * One audit to run, as its job file says, with every default filled in.
 *
 * @param model empty where the dataset itself brings the model's answers
 * @param instruments models that measure, and are not audited
 * @param positiveLabel the label that defines true positives and the selection rate
 * @param favorableLabel the label that the {@code aif360.} metrics count as the favourable outcome
 * @param threshold a score at or above it predicts positive; from 0 to 1
 * @param sensitiveFeatures columns whose values form groups
 * @param intersections groups formed by two or more of the sensitive features
 * @param controlFeatures columns to condition on
 * @param referenceGroups by sensitive feature, or intersection as {@code "race | sex"}: the group the others are compared with
 * @param confidence of every interval, strictly between 0 and 1
 * @param replicates of the bootstrap
 * @param seed of the bootstrap
 * @param minimumGroupSize groups with fewer rows are flagged, never left out
 * @param settings what only this task asks for; empty where it asks for nothing of its own
 */
public record AuditJob(
        AuditTask task,
        Dataset dataset,
        Optional<Model> model,
        Instruments instruments,
        Columns columns,
        String positiveLabel,
        String favorableLabel,
        double threshold,
        List<String> sensitiveFeatures,
        List<List<String>> intersections,
        List<String> controlFeatures,
        Map<String, String> referenceGroups,
        double confidence,
        int replicates,
        long seed,
        int minimumGroupSize,
        Options options,
        Optional<TaskSettings> settings) {

    /**
     * The rows to measure on.
     *
     * @param manifest the CSV file that holds the rows, where the dataset is a folder or an archive
     * @param sha256 what the file's digest must be
     */
    public record Dataset(Path path, DataFormat format, String manifest, Optional<Sha256Digest> sha256) {}

    /**
     * The model that answers.
     *
     * @param sha256 what the file's digest must be
     * @param inputs by input the columns that feed it, in order; empty to feed by name or by order
     * @param output the name of the output that holds the scores; empty where it is clear
     * @param index the column of that output
     * @param images what is done to images; empty where columns feed the model themselves
     * @param objects how the outputs of a detector are to be read; empty for other tasks
     * @param acoustics of a model that hears speech; empty for others
     * @param voice of a model that speaks; empty for others
     * @param text how text is fed to a language model; empty for other tasks
     */
    public record Model(
            Path path,
            Optional<Sha256Digest> sha256,
            Map<String, List<String>> inputs,
            Optional<String> output,
            OptionalInt index,
            Optional<Preprocessing> images,
            Optional<DetectorOutputs> objects,
            Optional<Acoustics> acoustics,
            Optional<Voice> voice,
            Optional<TextModel> text) {
        public Model {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }
    }

    /**
     * Which column plays which role.
     *
     * @param byRole the columns that play a role of their own
     * @param scores one for each class, in the order of {@link Options#classes}; often empty
     * @param vectors the roles that several columns may play together, with these in order: an embedding, or one column of images
     */
    public record Columns(Map<ColumnRole, String> byRole, List<String> scores, Map<ColumnRole, List<String>> vectors) {
        public Columns {
            byRole = Collections.unmodifiableMap(new EnumMap<>(byRole));
            scores = List.copyOf(scores);
            vectors = Collections.unmodifiableMap(new EnumMap<>(vectors));
        }

        /** The columns that play a role together, in order; empty where none do. */
        public List<String> vector(ColumnRole role) {
            return vectors.getOrDefault(role, List.of());
        }

        public Optional<String> find(ColumnRole role) {
            return Optional.ofNullable(byRole.get(role));
        }

        /** @throws IllegalStateException where no column plays the role */
        public String get(ColumnRole role) {
            return find(role).orElseThrow(() -> new IllegalStateException("no column for " + role));
        }
    }

    /**
     * What only some tasks ask for, and what few ask for.
     *
     * @param calibrationBins numbers of equal-width bins
     * @param ll144ExcludeBelow a share of all rows, above 0 and below 1
     * @param classes the labels of a multiclass classification, in order; empty where model or data tell
     * @param cutoffs how many places at the top of a ranking count
     * @param worstSlices how the subgroups that fare worst are looked for; empty not to look
     * @param rateInterval how shares get their intervals
     */
    public record Options(
            List<Integer> calibrationBins,
            OptionalDouble ll144ExcludeBelow,
            List<String> classes,
            List<Integer> cutoffs,
            Optional<WorstSlices> worstSlices,
            RateInterval rateInterval) {
        public Options {
            calibrationBins = List.copyOf(calibrationBins);
            classes = List.copyOf(classes);
            cutoffs = List.copyOf(cutoffs);
        }
    }

    /**
     * How the subgroups that fare worst are looked for.
     *
     * @param depth how many features form a subgroup at most, from 1
     * @param permutations how many; empty to go by the work
     */
    public record WorstSlices(int depth, OptionalInt permutations) {}

    public AuditJob {
        sensitiveFeatures = List.copyOf(sensitiveFeatures);
        intersections = intersections.stream().map(List::copyOf).toList();
        controlFeatures = List.copyOf(controlFeatures);
        referenceGroups = Collections.unmodifiableMap(new LinkedHashMap<>(referenceGroups));
    }
}
