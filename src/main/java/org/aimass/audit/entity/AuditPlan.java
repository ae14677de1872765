package org.aimass.audit.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Sha256Digest;

/**
 * The frozen choice for one audit. Together with the engine's version, device and seed it lets anyone
 * entitled repeat the run and get the same numbers.
 *
 * @param task what the model does
 * @param model what answers
 * @param dataset what it is measured on
 * @param policy what the numbers are judged by
 * @param columns which parts columns play: the truth and, without a model file, the answers
 * @param labels which of the label's two values means what; empty where the model does not tell two apart
 * @param threshold a score at or above it predicts positive, from 0 to 1; empty where nothing is decided by one
 * @param options what only the task asks for
 * @param sensitiveFeatures columns that form groups, in the order shown; at least one, unless sides of pairs have groups
 * @param intersections groups formed by several of these columns at once
 * @param referenceGroups by sensitive feature, the group that the others are compared with; an intersection's reference is its
 *     largest group
 * @param controlFeatures columns within whose values groups are compared too: described, not judged
 * @param confidence of every interval, strictly between 0 and 1; the tests' level follows from it
 * @param bootstrap for the intervals that have no formula
 */
public record AuditPlan(
        ModelTask task,
        Model model,
        Dataset dataset,
        Policy policy,
        PlanColumns columns,
        Optional<Labels> labels,
        TaskOptions options,
        OptionalDouble threshold,
        List<String> sensitiveFeatures,
        List<List<String>> intersections,
        Map<String, String> referenceGroups,
        List<String> controlFeatures,
        double confidence,
        Bootstrap bootstrap) {

    /**
     * The audited model version.
     *
     * @param sha256 of its file; empty where the dataset brings the model's answers
     * @param inputs by model input, the columns that feed it, in order; empty without a file, and where the task itself says what feeds it
     * @param settings how it is fed and read; nothing without a file
     * @param companions what lies beside its file, by kind
     * @param evaluator the model that measures what this one makes; empty where nobody has to
     * @param speaker the model that compares its voice with a person's; empty where nobody has to
     * @param sentiment the model that tells the sentiment of its answers; empty where nobody has to
     * @param sought the label that counts, of what judges texts and answers with labels; empty where nobody has to say it
     */
    public record Model(
            UUID versionId,
            Optional<Sha256Digest> sha256,
            Map<String, List<String>> inputs,
            ModelSettings settings,
            Map<CompanionKind, Sha256Digest> companions,
            Optional<Evaluator> evaluator,
            Optional<Evaluator> speaker,
            Optional<Evaluator> sentiment,
            Optional<String> sought) {
        public Model {
            inputs = frozen(inputs);
            companions = frozen(companions);
        }

        /** A model that no more than one other measures, and that one with numbers. */
        public Model(
                UUID versionId,
                Optional<Sha256Digest> sha256,
                Map<String, List<String>> inputs,
                ModelSettings settings,
                Map<CompanionKind, Sha256Digest> companions,
                Optional<Evaluator> evaluator) {
            this(
                    versionId,
                    sha256,
                    inputs,
                    settings,
                    companions,
                    evaluator,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** A model that is fed by columns alone. */
        public Model(UUID versionId, Optional<Sha256Digest> sha256, Map<String, List<String>> inputs) {
            this(versionId, sha256, inputs, ModelSettings.NONE, Map.of(), Optional.empty());
        }

        /** A model that is fed by columns, or by the images that one of them names. */
        public Model(
                UUID versionId,
                Optional<Sha256Digest> sha256,
                Map<String, List<String>> inputs,
                Optional<ImagePreparation> images) {
            this(versionId, sha256, inputs, ModelSettings.NONE.with(images), Map.of(), Optional.empty());
        }

        /** The model that an outcome says to have measured by: the evaluator before those that measure beside it. */
        public Optional<Evaluator> measuring() {
            return evaluator.or(() -> speaker).or(() -> sentiment);
        }

        /** The place of what counts among the numbers of what scores texts; empty where nobody says it. */
        public OptionalInt soughtPlace() {
            return evaluator
                    .map(Evaluator::settings)
                    .orElse(settings)
                    .output()
                    .map(ModelSettings.Output::index)
                    .orElse(OptionalInt.empty());
        }

        /** How the images that a column names are prepared; empty where no input takes any. */
        public Optional<ImagePreparation> images() {
            return settings.images();
        }
    }

    /**
     * The model version that measures what another one makes: it hears speech, turns images or voices into embeddings, or judges texts.
     *
     * @param settings how it is fed and read
     * @param companions what lies beside its file, by kind
     */
    public record Evaluator(
            UUID versionId, Sha256Digest sha256, ModelSettings settings, Map<CompanionKind, Sha256Digest> companions) {
        public Evaluator {
            companions = frozen(companions);
        }
    }

    /**
     * The dataset version.
     *
     * @param format {@code csv}, {@code csv.gz}, {@code parquet}, {@code zip} or {@code tar.gz}
     * @param rows what they are, where neither people nor what the task tells; empty else
     */
    public record Dataset(UUID versionId, Sha256Digest sha256, String format, Optional<CountedUnit> rows) {

        /** Whose rows are what the task tells, or people. */
        public Dataset(UUID versionId, Sha256Digest sha256, String format) {
            this(versionId, sha256, format, Optional.empty());
        }
    }

    /** The policy's name, version and digest. */
    public record Policy(String name, String version, Sha256Digest sha256) {}

    /**
     * Of a classifier with two answers.
     *
     * @param positive the label that counts as positive
     * @param favorable the label that people hope for
     */
    public record Labels(String positive, String favorable) {}

    /**
     * How often the counts are drawn again, and from which random numbers.
     *
     * @param replicates at least 1
     * @param seed at least 0
     */
    public record Bootstrap(int replicates, long seed) {
        public Bootstrap {
            if (replicates < 1 || seed < 0) {
                throw new IllegalArgumentException("a bootstrap has at least one replicate and a seed of at least 0");
            }
        }
    }

    public AuditPlan {
        if (labels.isPresent() != (task == ModelTask.BINARY_CLASSIFICATION)) {
            throw new IllegalArgumentException(
                    "a classifier with two answers, and no other model, has a positive label");
        }
        sensitiveFeatures = List.copyOf(sensitiveFeatures);
        intersections = intersections.stream().map(List::copyOf).toList();
        referenceGroups = frozen(referenceGroups);
        controlFeatures = List.copyOf(controlFeatures);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1");
        }
        if (threshold.isPresent() && !(threshold.getAsDouble() >= 0 && threshold.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("a threshold lies from 0 to 1");
        }
        boolean none = sensitiveFeatures.isEmpty() && columns.sides().isEmpty();
        if (none || !sensitiveFeatures.containsAll(referenceGroups.keySet())) {
            throw new IllegalArgumentException("a plan compares groups, and names references among them");
        }
        if (controlFeatures.stream().anyMatch(sensitiveFeatures::contains)) {
            throw new IllegalArgumentException("a feature is compared by, or within, not both");
        }
    }

    /** The label that counts as positive; empty text where none does. */
    public String positiveLabel() {
        return labels.map(Labels::positive).orElse("");
    }

    /** Of a model that tells several classes apart: the label's values in the order of its answers; none where nobody names them. */
    public List<String> classes() {
        return options.classes();
    }

    /**
     * Whether groups rest on different people and nothing else: not where a speaker or a listener may be in several, and not in a ranking,
     * whose items compete for the places of one list.
     */
    public boolean comparesPeople() {
        return AuditedTask.find(task).map(AuditedTask::comparesPeople).orElse(true) && !columns.tieRows();
    }

    /** Each sensitive feature alone, then the intersections, then the sides of pairs: what disparities are taken over. */
    public List<List<String>> featureSets() {
        return Stream.of(
                        sensitiveFeatures.stream().map(List::of),
                        intersections.stream(),
                        Stream.of(sides()).filter(sides -> !sides.isEmpty()))
                .flatMap(Function.identity())
                .toList();
    }

    /** The columns of the groups of both sides of a pair, which form groups together; none where there are none. */
    public List<String> sides() {
        return columns.sides();
    }

    /**
     * What groups are counted by: the feature sets, and where something is controlled for, all rows of each slice and then each feature
     * set within it, in this order.
     */
    public List<List<String>> countedSets() {
        if (controlFeatures.isEmpty()) {
            return featureSets();
        }
        return Stream.of(
                        featureSets().stream(),
                        Stream.of(controlFeatures),
                        featureSets().stream().map(this::withinSlice))
                .flatMap(Function.identity())
                .toList();
    }

    /** The features of groups within slices: the set's own, then those that are controlled for. */
    public List<String> withinSlice(List<String> features) {
        return Stream.concat(features.stream(), controlFeatures.stream()).toList();
    }

    /** The place of a feature set that an address may name; that of the first where there is none such. */
    public int setAt(int place) {
        return place >= 0 && place < featureSets().size() ? place : 0;
    }

    /** The level of each one-sided test: half of what the intervals leave out, so that test and interval agree. */
    public double level() {
        return (1 - confidence) / 2;
    }

    private static <K, V> Map<K, V> frozen(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
