package org.aimass.audit.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelSignature.Tensor;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Refusal;

/**
 * A registered model that looks at a text and answers: with a number, with one for each of its classes, or with a label. Which answer is
 * meant has to be said where it is not clear.
 */
record TextJudge(ModelVersion version) {

    private static final String LABEL = "toxicLabel";
    private static final String PLACE = "toxicPlace";
    /** The label that counts where nobody names one. */
    private static final String USUAL = "1";

    private static final int MOST_PLACES = 10_000;
    private static final int LONGEST_LABEL = 200;
    private static final int MOST_SHOWN = 20;

    /** Whether it is a classifier, and takes one text at a time. */
    boolean classifiesTexts() {
        ModelTask does = version.model().task();
        return (does == ModelTask.BINARY_CLASSIFICATION || does == ModelTask.MULTICLASS_CLASSIFICATION) && takesTexts();
    }

    private boolean takesTexts() {
        List<Tensor> inputs = version.signature().map(ModelSignature::inputs).orElse(List.of());
        return inputs.size() == 1
                && ModelInputs.isText(inputs.get(0))
                && inputs.get(0).shape().size() <= 2
                && ModelInputs.width(inputs.get(0)).filter(wide -> wide == 1).isPresent();
    }

    /** Whether it answers any text with one number, so that it can tell its sentiment: the version itself says which where there are several. */
    boolean tellsSentiment() {
        ModelTask does = version.model().task();
        boolean named = said().flatMap(ModelSettings.Output::name).isPresent();
        return (does == ModelTask.BINARY_CLASSIFICATION || does == ModelTask.REGRESSION)
                && version.status() == ModelStatus.READY
                && !version.isClosed()
                && takesTexts()
                && (named || numbers().size() == 1)
                && read().filter(TextJudge::isNumber).filter(this::isOneNumber).isPresent();
    }

    private boolean isOneNumber(Tensor output) {
        return saidPlace().isPresent() || places(output).equals(Optional.of(1L));
    }

    /** Whether a share decides, and not a label: so that it matters from where on it counts. */
    boolean answersWithNumbers() {
        return read().filter(TextJudge::isNumber).isPresent();
    }

    /** The output that the engine reads: the one that is named, or that alone holds numbers, else labels; empty where that is not clear. */
    private Optional<Tensor> read() {
        List<Tensor> outputs = version.signature().map(ModelSignature::outputs).orElse(List.of());
        Optional<String> named = said().flatMap(ModelSettings.Output::name);
        if (named.isPresent()) {
            return outputs.stream()
                    .filter(output -> output.name().equals(named.get()))
                    .findFirst();
        }
        List<Tensor> numbers = numbers();
        Predicate<Tensor> probability =
                output -> output.name().toLowerCase(Locale.ROOT).contains("prob");
        return Stream.of(
                        numbers,
                        numbers.stream().filter(probability).toList(),
                        numbers.isEmpty() ? outputs : List.<Tensor>of())
                .filter(some -> some.size() == 1)
                .map(some -> some.get(0))
                .findFirst();
    }

    private List<Tensor> numbers() {
        return version.signature().map(ModelSignature::outputs).orElse(List.of()).stream()
                .filter(output -> isNumber(output) && output.shape().size() <= 2)
                .toList();
    }

    private static boolean isNumber(Tensor tensor) {
        String type = tensor.type().toLowerCase(Locale.ROOT);
        return type.contains("float") || type.contains("double");
    }

    private Optional<ModelSettings.Output> said() {
        return version.feed().settings().output();
    }

    private OptionalInt saidPlace() {
        return said().map(ModelSettings.Output::index).orElse(OptionalInt.empty());
    }

    private List<String> labels() {
        return version.signature().map(ModelSignature::labels).orElse(List.of());
    }

    /** Whether nobody has to say which answer is meant. */
    private boolean isClear() {
        Optional<Tensor> output = read();
        if (output.isEmpty()) {
            return false;
        }
        boolean numbers = isNumber(output.get());
        if (numbers && isOneNumber(output.get())) {
            return true;
        }
        boolean binary = version.model().task() == ModelTask.BINARY_CLASSIFICATION;
        return labels().isEmpty() ? binary && (numbers || !ModelInputs.isText(output.get())) : labels().contains(USUAL);
    }

    /** How many numbers the output has for a text; empty where nobody knows. A map from class to number says nothing of its size. */
    private Optional<Long> places(Tensor output) {
        return output.type().contains("map")
                ? Optional.of((long) labels().size()).filter(size -> size > 0)
                : ModelInputs.width(output);
    }

    /** What stands against that answer, at its field. */
    Optional<Refusal> problem(SoughtAnswer sought) {
        if (sought.label().isPresent() && sought.place().isPresent()) {
            return problem(PLACE, "both");
        }
        if (sought.field().isPresent()
                && saidPlace().isPresent()
                && !saidPlace().equals(sought.place())) {
            return problem(sought.field().get(), "said", saidPlace().getAsInt());
        }
        if (sought.label().isPresent()) {
            return label(sought.label().get());
        }
        if (sought.place().isPresent()) {
            return place(sought.place().getAsInt());
        }
        return isClear()
                ? Optional.empty()
                : labels().isEmpty() ? problem(LABEL, "none") : problem(LABEL, "which", shown());
    }

    private Optional<Refusal> label(String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            return problem(LABEL, "long", LONGEST_LABEL);
        }
        if (labels().isEmpty() && answersWithNumbers()) {
            return problem(LABEL, "noNames");
        }
        return labels().isEmpty() || labels().contains(label) ? Optional.empty() : problem(LABEL, "label", shown());
    }

    private Optional<Refusal> place(int place) {
        if (!answersWithNumbers()) {
            return problem(PLACE, "words");
        }
        long places = read().flatMap(this::places).orElse((long) MOST_PLACES);
        return place >= 0 && place < places ? Optional.empty() : problem(PLACE, "place", places - 1);
    }

    private String shown() {
        return String.join(", ", labels().subList(0, Math.min(MOST_SHOWN, labels().size())));
    }

    private static Optional<Refusal> problem(String field, String what, Object... arguments) {
        return Optional.of(
                AuditFit.problem("start.problem.sought." + what, arguments).at(field));
    }

    /** How it is fed and read, so that the answer at that place counts. */
    ModelSettings settings(SoughtAnswer sought) {
        ModelSettings settings = version.feed().settings();
        return sought.place().isPresent()
                ? settings.reading(new ModelSettings.Output(said().flatMap(ModelSettings.Output::name), sought.place()))
                : settings;
    }
}
