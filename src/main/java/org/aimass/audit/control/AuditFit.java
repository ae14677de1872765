package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.TaskCheck;
import org.aimass.audit.entity.TaskForm;
import org.aimass.audit.entity.TaskOption;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.SettingsPart;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;

/**
 * Whether this model can be audited on this dataset by this person, found out before anything runs.
 *
 * @param problems what stands against it, each at {@code model} or {@code dataset}; empty when it fits
 * @param forms in which the dataset brings what the task needs; none where it does not
 * @param inputs by model input, the columns that feed it; empty for a closed model
 * @param labelValues the label's values, sorted; none where they are too many to be classes
 */
public record AuditFit(
        ModelVersion model,
        DatasetVersion dataset,
        List<Refusal> problems,
        List<TaskForm> forms,
        Map<String, List<String>> inputs,
        List<String> labelValues) {

    /** A feature with more values than this forms no groups: the engine lists no more of them. */
    static final int MOST_GROUPS = TaskCheck.MOST_CLASSES;

    public AuditFit {
        problems = List.copyOf(problems);
        forms = List.copyOf(forms);
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
        Optional<AuditedTask> task = AuditedTask.find(ExchangedNames.task(model, dataset));
        if (task.isEmpty()) {
            problems.add(problem("start.problem.task").at("model"));
        }
        if (lacksCompanion(model)) {
            problems.add(problem("start.problem.noCompanion").at("model"));
        }
        if (lacksOutputs(model)) {
            problems.add(problem("start.problem.noOutputs").at("model"));
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
            return new AuditFit(model, dataset, problems, List.of(), Map.of(), List.of());
        }
        Optional<TaskFit> fit = task.map(it -> new TaskFit(model, dataset, it));
        fit.ifPresent(it -> problems.addAll(it.problems()));
        if (new ComparedColumns(dataset).features().isEmpty()
                && !isOfSides(model.model().task(), dataset)) {
            problems.add(problem("start.problem.noGroups", MOST_GROUPS).at("dataset"));
        }
        Map<String, List<String>> inputs = Map.of();
        try {
            inputs = inputs(model, dataset);
        } catch (Refusal refusal) {
            problems.add(refusal);
        }
        return new AuditFit(
                model,
                dataset,
                problems,
                fit.map(TaskFit::forms).orElse(List.of()),
                inputs,
                new ComparedColumns(dataset).labelValues());
    }

    /** Of a version that was registered before its task asked for one. */
    static boolean lacksCompanion(ModelVersion model) {
        return !model.isClosed()
                && SettingsPart.companion(model.model().task())
                        .filter(kind -> model.feed().companion(kind).isEmpty())
                        .isPresent();
    }

    /** Of a detector that was registered before its outputs were asked for. */
    private static boolean lacksOutputs(ModelVersion model) {
        return !model.isClosed()
                && SettingsPart.demandsImages(model.model().task())
                && model.feed().settings().objects().isEmpty();
    }

    /** Whether the sides of pairs have groups, so that there is something to compare without any sensitive feature. */
    private static boolean isOfSides(ModelTask task, DatasetVersion dataset) {
        return task == ModelTask.FACE_VERIFICATION
                && dataset.schema().column(ColumnRole.GROUP_LEFT).isPresent();
    }

    public boolean isOfSides() {
        return isOfSides(task(), dataset);
    }

    private static Map<String, List<String>> inputs(ModelVersion model, DatasetVersion dataset) {
        return model.signature()
                .filter(signature -> !model.isClosed())
                .filter(signature -> AuditedTask.find(ExchangedNames.task(model, dataset))
                        .filter(AuditedTask::fedByColumns)
                        .isPresent())
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

    /** What the model is audited as: what it does, but for a classifier of texts where names are exchanged. */
    public ModelTask task() {
        return ExchangedNames.task(model, dataset);
    }

    /** Whether one of the label's two values counts as positive. */
    public boolean isBinary() {
        return task() == ModelTask.BINARY_CLASSIFICATION;
    }

    private Optional<AuditedTask> audited() {
        return AuditedTask.find(task());
    }

    /** Whether what is measured are shares of people, whose spread follows from their size. */
    public boolean isSharesOfPeople() {
        return audited().filter(AuditedTask::sharesOfPeople).isPresent();
    }

    /** The key of what to say of a dataset that fits. */
    public String getLabelCheck() {
        return audited().map(AuditedTask::check).orElse("start.check.label");
    }

    /** What the task's part of the plan's form asks, in one of the forms in which the dataset comes at least. */
    public List<TaskOption> options() {
        return audited().map(AuditedTask::options).orElse(List.of()).stream()
                .filter(option -> forms.stream().anyMatch(form -> asks(option, form)))
                .toList();
    }

    /** Whether an option means something in this form: to quote answers only where there are some. */
    boolean asks(TaskOption option, TaskForm form) {
        boolean untold = form.name().equals(AuditedTask.PROMPTS) && !answersPrompts();
        return option.isAsked(
                        form.name(),
                        model.isClosed(),
                        form.columns(dataset.schema(), model.isClosed()).keySet())
                && !(option.key().equals(TaskOption.EXAMPLES) && untold);
    }

    /** Options that nobody is asked, because dataset and model tell them. */
    Map<String, String> given() {
        return audited().map(it -> it.given(model.isClosed())).orElse(Map.of());
    }

    /** What a choice offers: of the forms only those in which the dataset comes. */
    public List<String> words(TaskOption option) {
        return option.key().equals(AuditedTask.PROTOCOL)
                ? forms.stream().map(TaskForm::name).toList()
                : option.words();
    }

    /** Whether the dataset brings what a policy compares, in one of its forms, or another model can measure it. */
    public boolean brings(AuditPolicy policy) {
        List<String> told = toldOtherwise();
        return policy.tasks().contains(task())
                && (forms.isEmpty()
                        || forms.stream().anyMatch(form -> policy.needs().stream()
                                .allMatch(part -> told.contains(part)
                                        || form.columns(dataset.schema(), model.isClosed())
                                                .containsKey(part))));
    }

    /** The form that the options name, or the first that fits. */
    TaskForm form(TaskOptions options) {
        return options.find(AuditedTask.PROTOCOL)
                .flatMap(name ->
                        forms.stream().filter(form -> form.name().equals(name)).findFirst())
                .orElseGet(() -> forms.get(0));
    }

    /** Whether a threshold decides: not where the dataset brings the predictions themselves. */
    public boolean needsThreshold() {
        return forms.stream().anyMatch(this::needsThreshold);
    }

    boolean needsThreshold(TaskForm form) {
        return form.threshold()
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
        if (!inputs.isEmpty()) {
            return model.signature().flatMap(signature -> ModelInputs.ofImages(signature, inputs, dataset));
        }
        if (!model.isClosed() && SettingsPart.demandsImages(task())) {
            return model.signature().flatMap(ModelInputs::ofImages);
        }
        List<String> fed = model.isClosed()
                ? List.of()
                : forms.stream()
                        .flatMap(form -> form.fed(dataset.schema()).stream())
                        .toList();
        return fed.isEmpty() || !fed.stream().allMatch(dataset.profile()::isOfFiles)
                ? Optional.empty()
                : model.signature().flatMap(ModelInputs::ofImages);
    }

    /** Whether an auditor has to say how images are prepared, for nobody has said it with the version. */
    public boolean asksForImages() {
        return imageInput().isPresent() && model.feed().settings().images().isEmpty();
    }

    /** What the version itself says of how its images are prepared; empty where it says nothing, or none feed it. */
    public Optional<ImagePreparation> saidImages() {
        return imageInput().flatMap(input -> model.feed().settings().images());
    }

    /** What another model has to measure, or may; empty where nothing. */
    public Optional<Evaluation> evaluation() {
        return switch (task()) {
            case SPEECH_SYNTHESIS ->
                model.isClosed() && !recordsSpeech()
                        ? Optional.empty()
                        : Optional.of(new Evaluation(task(), !model.isClosed()));
            case IMAGE_GENERATION -> model.isClosed() ? Optional.empty() : Optional.of(new Evaluation(task(), true));
            case TEXT_GENERATION -> answersPrompts() ? Optional.of(new Evaluation(task(), false)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether the plan may have to say which answer of a classifier of texts counts: of the model itself, or of what judges it. */
    public boolean asksForSought() {
        return answersPrompts() || ExchangedNames.areReadBy(model, dataset);
    }

    /** Whether a number may decide: of the model's own answers, or of what judges them. */
    public boolean mayNeedThreshold() {
        return needsThreshold() || answersPrompts();
    }

    /** Whether another model may compare the model's voice with a person's. */
    public boolean comparesVoices() {
        return ComparedVoices.areIn(dataset, model);
    }

    /** Whether the dataset has recordings of what a closed model says, and the texts, so that another one can listen. */
    private boolean recordsSpeech() {
        return Stream.of(ColumnRole.TEXT, ColumnRole.AUDIO)
                .allMatch(role -> dataset.schema().column(role).isPresent());
    }

    /** What an audit by this policy counts. */
    public CountedUnit counted(AuditPolicy by) {
        boolean texts = !model.feed().companions().isEmpty() || CountedUnit.areTexts(by.name());
        return CountedUnit.of(task(), imageInput().isPresent(), texts, rows());
    }

    /** What the rows are, where what a classifier or an estimator reads tells, and its task does not. */
    Optional<CountedUnit> rows() {
        if (CountedUnit.of(task()) != CountedUnit.PEOPLE || dataset.status() != DatasetStatus.READY) {
            return Optional.empty();
        }
        List<String> read = inputs.isEmpty()
                ? dataset.schema().columns(ColumnRole.FEATURE)
                : inputs.values().stream().flatMap(List::stream).toList();
        return new ReadRows(dataset, read).unit();
    }

    /** Whether there are answers to prompts, the model's own or those that the dataset has, so that another one can judge them. */
    public boolean answersPrompts() {
        return forms.stream().anyMatch(form -> form.name().equals(AuditedTask.PROMPTS))
                && (!model.isClosed()
                        || dataset.schema().column(ColumnRole.ANSWER).isPresent());
    }

    /** What of a task's parts models or options can tell where no column does. */
    private List<String> toldOtherwise() {
        List<String> told = new ArrayList<>();
        evaluation().map(Evaluation::part).ifPresent(told::add);
        if (answersPrompts()) {
            told.add(ColumnRole.REFUSED.name().toLowerCase(Locale.ROOT));
            told.add(ColumnRole.SENTIMENT.name().toLowerCase(Locale.ROOT));
        }
        return told;
    }

    /** How many columns the model reads. */
    public int inputCount() {
        return inputs.values().stream().mapToInt(List::size).sum();
    }

    private ComparedColumns columns() {
        return new ComparedColumns(dataset);
    }

    /** The sensitive columns that form groups, in the file's order. */
    public List<Feature> features() {
        return columns().features();
    }

    /** Columns within whose values groups can be compared too. */
    public List<String> controls() {
        return columns().controls();
    }

    /** Sensitive columns that cannot be compared by: one value only, or too many. */
    public List<String> unusableFeatures() {
        return columns().unusable();
    }

    /** Whether the dataset has weights; this room's verdicts count every row once. */
    public boolean hasWeights() {
        return dataset.schema().column(ColumnRole.WEIGHT).isPresent();
    }

    /** Whether several rows are of one person and the task does not look at whose they are, so that intervals are too narrow. */
    public boolean repeatsIds() {
        boolean known = forms.stream()
                .flatMap(form -> form.columns(dataset.schema(), model.isClosed()).keySet().stream())
                .anyMatch(part -> part.startsWith("cluster"));
        return !known && columns().repeatsIds();
    }

    static Refusal problem(String key, Object... arguments) {
        return Refusal.of(Refusal.Kind.INVALID, "audit", key, arguments);
    }
}
