package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.Profile;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;

/**
 * Whether this model can be audited on this dataset by this person, found out before anything runs.
 *
 * @param problems what stands against it, each at {@code model} or {@code dataset}; empty when it fits
 * @param inputs by model input, the columns that feed it; empty for a closed model
 * @param labelValues the label's values, sorted; none where they are too many to be classes
 */
public record AuditFit(
        ModelVersion model,
        DatasetVersion dataset,
        List<Refusal> problems,
        Map<String, List<String>> inputs,
        List<String> labelValues) {

    private static final Set<ModelTask> AUDITED = EnumSet.of(
            ModelTask.BINARY_CLASSIFICATION,
            ModelTask.MULTICLASS_CLASSIFICATION,
            ModelTask.REGRESSION,
            ModelTask.RANKING);

    /** A feature with more values than this forms no groups: the engine lists no more of them. */
    static final int MOST_GROUPS = 50;

    public AuditFit {
        problems = List.copyOf(problems);
        labelValues = List.copyOf(labelValues);
    }

    /**
     * A sensitive column, and the groups that it forms.
     *
     * @param groups value and rows, the largest first
     */
    public record Feature(String name, List<ColumnProfile.ValueCount> groups) {

        public int smallerThan(int minimum) {
            return (int) groups.stream().filter(group -> group.rows() < minimum).count();
        }
    }

    static AuditFit of(ModelVersion model, DatasetVersion dataset, Person auditor) {
        List<Refusal> problems = new ArrayList<>();
        if (!AUDITED.contains(model.model().task())) {
            problems.add(problem("start.problem.task").at("model"));
        }
        if (model.status() != ModelStatus.READY) {
            problems.add(problem("start.problem.modelNotReady").at("model"));
        }
        if (model.submitter().equals(auditor)) {
            problems.add(problem("start.problem.ownModel").at("model"));
        }
        if (dataset.submitter().equals(auditor)) {
            problems.add(problem("start.problem.ownDataset").at("dataset"));
        }
        if (dataset.status() != DatasetStatus.READY) {
            problems.add(problem("start.problem.datasetNotReady").at("dataset"));
            return new AuditFit(model, dataset, problems, Map.of(), List.of());
        }
        List<String> labels = labelValues(dataset);
        problems.addAll(new TaskFit(model, dataset, labels.size()).problems());
        if (features(dataset).isEmpty()) {
            problems.add(problem("start.problem.noGroups", MOST_GROUPS).at("dataset"));
        }
        Map<String, List<String>> inputs = Map.of();
        try {
            inputs = inputs(model, dataset);
        } catch (Refusal refusal) {
            problems.add(refusal);
        }
        return new AuditFit(model, dataset, problems, inputs, labels);
    }

    private static Map<String, List<String>> inputs(ModelVersion model, DatasetVersion dataset) {
        return model.signature()
                .filter(signature -> !model.isClosed())
                .map(signature -> ModelInputs.of(signature, dataset).columns())
                .orElse(Map.of());
    }

    public boolean fits() {
        return problems.isEmpty();
    }

    /** The column that holds the truth; empty text where there is none. */
    public String label() {
        return label(dataset);
    }

    private static String label(DatasetVersion dataset) {
        return dataset.schema().column(ColumnRole.LABEL).orElse("");
    }

    /** Whether the answers are scores, be it the dataset's or those of a model's file. */
    public boolean hasScores() {
        return !model.isClosed() || dataset.schema().column(ColumnRole.SCORE).isPresent();
    }

    public ModelTask task() {
        return model.model().task();
    }

    /** Whether one of the label's two values counts as positive. */
    public boolean isBinary() {
        return task() == ModelTask.BINARY_CLASSIFICATION;
    }

    /** Whether what is measured are shares of people, whose spread follows from their size. */
    public boolean isSharesOfPeople() {
        return isBinary() || task() == ModelTask.MULTICLASS_CLASSIFICATION;
    }

    /** The key of what to say of the label. */
    public String getLabelCheck() {
        return switch (task()) {
            case MULTICLASS_CLASSIFICATION -> "start.check.classes";
            case REGRESSION -> "start.check.number";
            case RANKING -> "start.check.relevance";
            default -> "start.check.label";
        };
    }

    /** Whether a threshold decides: not where the dataset brings the predictions themselves. */
    public boolean needsThreshold() {
        return isBinary()
                && (!model.isClosed()
                        || dataset.schema().column(ColumnRole.PREDICTION).isEmpty());
    }

    /** The label's values in the order in which a model's file answers with them: numbers by size, else by the alphabet. */
    List<String> classes() {
        return task() == ModelTask.MULTICLASS_CLASSIFICATION && !model.isClosed()
                ? labelValues.stream().sorted(BY_SIZE_OR_NAME).toList()
                : List.of();
    }

    private static final Comparator<String> BY_SIZE_OR_NAME = Comparator.comparing(
                    (String label) -> label.matches("-?[0-9]{1,15}") ? Long.parseLong(label) : Long.MAX_VALUE)
            .thenComparing(Comparator.naturalOrder());

    /** The model's input that images of the dataset feed; empty where none does. */
    public Optional<ModelSignature.Tensor> imageInput() {
        return inputs.isEmpty()
                ? Optional.empty()
                : model.signature().flatMap(signature -> ModelInputs.ofImages(signature, inputs, dataset));
    }

    /** How many columns the model reads. */
    public int inputCount() {
        return inputs.values().stream().mapToInt(List::size).sum();
    }

    /** The sensitive columns that form groups, in the file's order. */
    public List<Feature> features() {
        return features(dataset);
    }

    private static List<Feature> features(DatasetVersion dataset) {
        Profile profile = dataset.profile();
        return dataset.schema().columns(ColumnRole.SENSITIVE).stream()
                .flatMap(name -> profile.column(name).stream())
                .filter(column -> column.valuesComplete()
                        && column.values().size() > 1
                        && column.values().size() <= MOST_GROUPS)
                .map(column -> new Feature(column.name(), column.values()))
                .toList();
    }

    /** Sensitive columns that cannot be compared by: one value only, or too many. */
    public List<String> unusableFeatures() {
        List<String> usable = features().stream().map(Feature::name).toList();
        return dataset.schema().columns(ColumnRole.SENSITIVE).stream()
                .filter(name -> !usable.contains(name))
                .toList();
    }

    /** Whether the dataset has weights; this room's verdicts count every row once. */
    public boolean hasWeights() {
        return dataset.schema().column(ColumnRole.WEIGHT).isPresent();
    }

    /** Whether several rows bear one id, so that they are not independent and the intervals too narrow. */
    public boolean repeatsIds() {
        return dataset.schema().columns(ColumnRole.ID).stream()
                .flatMap(name -> dataset.profile().column(name).stream())
                .anyMatch(column -> column.distinctIsExact()
                        && column.distinct() + column.missing()
                                < dataset.profile().rows());
    }

    private static List<String> labelValues(DatasetVersion dataset) {
        return profile(dataset, ColumnRole.LABEL)
                .filter(column -> column.valuesComplete() && column.values().size() <= MOST_GROUPS)
                .map(column -> List.copyOf(new TreeSet<>(values(column))))
                .orElse(List.of());
    }

    private static List<String> values(ColumnProfile column) {
        return column.values().stream().map(ColumnProfile.ValueCount::value).toList();
    }

    private static Optional<ColumnProfile> profile(DatasetVersion dataset, ColumnRole role) {
        return dataset.schema().column(role).flatMap(name -> dataset.profile().column(name));
    }

    static Refusal problem(String key, Object... arguments) {
        return Refusal.of(Refusal.Kind.INVALID, "audit", key, arguments);
    }
}
