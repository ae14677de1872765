package org.aimass.engine.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.LabelValue;
import org.aimass.engine.OneLine;

/** Where in a model's outputs the answer stands: numbers in some columns, or where there are none the label itself. */
final class OutputPlan {

    private static final Set<String> NUMBERS = Set.of("float", "double");
    private static final Set<String> LABELS = Set.of("int64", "int32", "string", "bool");

    private static final long MOST_COLUMNS = 1 << 16;
    private static final int MOST_NUMBERS = 1 << 13;

    private final OnnxModel model;
    private final ValueSpec output;
    private final OptionalInt index;
    private final Question question;

    private OutputPlan(OnnxModel model, ValueSpec output, OptionalInt index, Question question) {
        this.model = model;
        this.output = output;
        this.index = index;
        this.question = question;
    }

    /**
     * @param name the output that the job names
     * @param index the column that the job names
     * @throws BadInput if that output does not exist, or it is not clear which one is meant
     */
    static OutputPlan of(OnnxModel model, Optional<String> name, OptionalInt index, Question question) {
        List<ValueSpec> outputs = model.outputs();
        ValueSpec chosen = name.map(it -> named(model, outputs, it)).orElseGet(() -> clear(model, outputs, question));
        boolean labels = asksForShares(question) && LABELS.contains(chosen.type());
        if (!chosen.isTensor() || !(NUMBERS.contains(chosen.type()) || labels)) {
            throw new BadInput("%s: output %s is of type %s; expected %s"
                    .formatted(
                            model.file(),
                            OneLine.quoted(chosen.name()),
                            chosen.type(),
                            asksForShares(question) ? "scores or labels" : "numbers"));
        }
        return new OutputPlan(model, chosen, index, question);
    }

    static ValueSpec named(OnnxModel model, List<ValueSpec> outputs, String name) {
        String tensor = model.zipMaps().tensorOf(name);
        return outputs.stream()
                .filter(output -> output.name().equals(tensor))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s: has no output %s, which model.output names; its outputs are %s"
                        .formatted(model.file(), OneLine.quoted(name), names(outputs))));
    }

    private static ValueSpec clear(OnnxModel model, List<ValueSpec> outputs, Question question) {
        List<ValueSpec> scores = outputs.stream()
                .filter(output -> output.isTensor()
                        && NUMBERS.contains(output.type())
                        && (question instanceof Question.Image
                                ? output.shape().size() > 2
                                : output.shape().size() <= 2))
                .toList();
        if (scores.size() == 1) {
            return scores.get(0);
        }
        Predicate<ValueSpec> probability =
                output -> output.name().toLowerCase(Locale.ROOT).contains("prob");
        List<ValueSpec> probabilities = scores.stream().filter(probability).toList();
        if (probabilities.size() == 1 && asksForShares(question)) {
            return probabilities.get(0);
        }
        List<ValueSpec> labels = outputs.stream()
                .filter(output -> output.isTensor() && LABELS.contains(output.type()))
                .toList();
        if (scores.isEmpty() && labels.size() == 1) {
            return labels.get(0);
        }
        throw new BadInput("%s: which output holds the %s? Name one in model.output: %s"
                .formatted(model.file(), question instanceof Question.Image ? "image" : "scores", names(outputs)));
    }

    private static String names(List<ValueSpec> outputs) {
        return OneLine.list(outputs.stream().map(ValueSpec::name).toList());
    }

    String name() {
        return output.name();
    }

    String type() {
        return output.type();
    }

    /** Whether the answer is in numbers; else it is a label. */
    boolean isNumeric() {
        return NUMBERS.contains(output.type());
    }

    /** Whether the numbers lie from 0 to 1. */
    boolean isShare() {
        return asksForShares(question);
    }

    private static boolean asksForShares(Question question) {
        return question instanceof Question.Probability || question instanceof Question.Probabilities;
    }

    /**
     * The classes whose probabilities are answered, in their order; empty where labels are answered, or where neither job nor
     * model names them.
     *
     * @throws BadInput if the job's classes are not the model's
     */
    List<String> classes() {
        if (!(question instanceof Question.Probabilities probabilities) || !isNumeric()) {
            return List.of();
        }
        List<String> wished = probabilities.labels();
        List<String> own = ownClasses();
        if (wished.isEmpty()) {
            return own;
        }
        long width = output.shape().size() == 2 ? output.shape().get(1) : -1;
        boolean fits = own.isEmpty()
                ? width < 0 || width == wished.size()
                : own.size() == wished.size() && canonical(own).containsAll(canonical(wished));
        if (!fits) {
            throw new BadInput("%s: answers for %s; options.classes names %s"
                    .formatted(
                            model.file(),
                            own.isEmpty() ? width + " classes" : OneLine.list(own),
                            OneLine.list(wished)));
        }
        return wished;
    }

    /** As the model has them; where it names none, the numbers from 0 of as many as its output has columns. */
    private List<String> ownClasses() {
        List<String> labels = labels();
        if (!labels.isEmpty()) {
            return labels;
        }
        long width = output.shape().size() == 2 ? output.shape().get(1) : -1;
        boolean wished = question instanceof Question.Probabilities probabilities
                && !probabilities.labels().isEmpty();
        return wished || width < 0
                ? List.of()
                : IntStream.range(0, (int) Math.min(width, MOST_COLUMNS))
                        .mapToObj(Integer::toString)
                        .toList();
    }

    private List<String> labels() {
        List<String> zipped = model.zipMaps().labelsOf(name());
        return zipped.isEmpty() ? model.facts().classLabels() : zipped;
    }

    /** @throws BadInput if the model lists its classes, and the label that is asked for is none of them */
    void demandLabel() {
        if (!isNumeric() && question instanceof Question.Probability asked && !labels().isEmpty()) {
            place(asked.label(), labels());
        }
    }

    private int place(String label, List<String> own) {
        int at = canonical(own).indexOf(LabelValue.canonical(label));
        if (at >= 0) {
            return at;
        }
        throw new BadInput("%s: its classes are %s; none is the positive label %s"
                .formatted(model.file(), OneLine.list(own), OneLine.quoted(label)));
    }

    private static List<String> canonical(List<String> labels) {
        return labels.stream().map(LabelValue::canonical).toList();
    }

    /**
     * The columns that hold the answer in a result of the given shape.
     *
     * @throws BadInput if the shape is not one answer, or one for each class, for every row
     */
    int[] columns(long[] shape, int rows) {
        boolean fits = shape.length >= 1
                && shape.length <= 2
                && shape[0] == rows
                && (shape.length == 1 || shape[1] <= MOST_COLUMNS);
        if (!fits) {
            throw new BadInput("%s: output %s has shape %s for %d rows; expected [%d] or [%d, columns]"
                    .formatted(model.file(), OneLine.quoted(name()), Arrays.toString(shape), rows, rows, rows));
        }
        int width = (int) (shape.length == 1 ? 1 : shape[1]);
        if (question instanceof Question.Probabilities && isNumeric()) {
            return classColumns(width);
        }
        if (question instanceof Question.Embedding) {
            if (width > MOST_NUMBERS) {
                throw new BadInput("%s: output %s has %d columns; expected at most %d in an embedding"
                        .formatted(model.file(), OneLine.quoted(name()), width, MOST_NUMBERS));
            }
            return IntStream.range(0, width).toArray();
        }
        if (index.isPresent()) {
            if (index.getAsInt() >= width) {
                throw new BadInput("%s: output %s has %d columns; model.output.index is %d"
                        .formatted(model.file(), OneLine.quoted(name()), width, index.getAsInt()));
            }
            return new int[] {index.getAsInt()};
        }
        return new int[] {width == 1 ? 0 : column(width)};
    }

    private int[] classColumns(int width) {
        List<String> asked = canonical(classes());
        if (asked.size() != width) {
            throw new BadInput("%s: output %s has %d columns; expected one for each of %d classes"
                    .formatted(model.file(), OneLine.quoted(name()), width, asked.size()));
        }
        List<String> own = canonical(labels());
        return own.size() == width
                ? asked.stream().mapToInt(own::indexOf).toArray()
                : IntStream.range(0, width).toArray();
    }

    private int column(int width) {
        if (question instanceof Question.Probability probability) {
            return column(probability.label(), width);
        }
        throw new BadInput("%s: output %s has %d columns; name the one to read in model.output.index"
                .formatted(model.file(), OneLine.quoted(name()), width));
    }

    private int column(String positive, int width) {
        List<String> own = labels();
        if (own.size() == width) {
            return place(positive, own);
        }
        if (width == 2) {
            return LabelValue.same(positive, "0") ? 0 : 1;
        }
        throw new BadInput("%s: output %s has %d columns; name the positive label's in model.output.index"
                .formatted(model.file(), OneLine.quoted(name()), width));
    }
}
