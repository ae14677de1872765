package org.aimass.engine.inference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.aimass.engine.BadInput;
import org.aimass.engine.LabelValue;
import org.aimass.engine.OneLine;

/** Where in a model's outputs the answer stands: a score for the positive label, or where there is none the label itself. */
final class OutputPlan {

    private static final Set<String> SCORES = Set.of("float", "double");
    private static final Set<String> LABELS = Set.of("int64", "int32", "string", "bool");

    private final OnnxModel model;
    private final ValueSpec output;
    private final OptionalInt index;
    private final String positiveLabel;

    private OutputPlan(OnnxModel model, ValueSpec output, OptionalInt index, String positiveLabel) {
        this.model = model;
        this.output = output;
        this.index = index;
        this.positiveLabel = positiveLabel;
    }

    /**
     * @param name the output that the job names
     * @param index the column that the job names
     * @throws BadInput if that output does not exist, or it is not clear which one is meant
     */
    static OutputPlan of(OnnxModel model, Optional<String> name, OptionalInt index, String positiveLabel) {
        List<ValueSpec> outputs = model.outputs();
        ValueSpec chosen = name.map(it -> named(model, outputs, it)).orElseGet(() -> clear(model, outputs));
        if (!chosen.isTensor() || !(SCORES.contains(chosen.type()) || LABELS.contains(chosen.type()))) {
            throw new BadInput("%s: output %s is of type %s; expected scores or labels"
                    .formatted(model.file(), OneLine.quoted(chosen.name()), chosen.type()));
        }
        return new OutputPlan(model, chosen, index, positiveLabel);
    }

    private static ValueSpec named(OnnxModel model, List<ValueSpec> outputs, String name) {
        String tensor = model.zipMaps().tensorOf(name);
        return outputs.stream()
                .filter(output -> output.name().equals(tensor))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s: has no output %s, which model.output names; its outputs are %s"
                        .formatted(model.file(), OneLine.quoted(name), names(outputs))));
    }

    private static ValueSpec clear(OnnxModel model, List<ValueSpec> outputs) {
        List<ValueSpec> scores = outputs.stream()
                .filter(output -> output.isTensor()
                        && SCORES.contains(output.type())
                        && output.shape().size() <= 2)
                .toList();
        if (scores.size() == 1) {
            return scores.get(0);
        }
        Predicate<ValueSpec> probability =
                output -> output.name().toLowerCase(Locale.ROOT).contains("prob");
        List<ValueSpec> probabilities = scores.stream().filter(probability).toList();
        if (probabilities.size() == 1) {
            return probabilities.get(0);
        }
        List<ValueSpec> labels = outputs.stream()
                .filter(output -> output.isTensor() && LABELS.contains(output.type()))
                .toList();
        if (scores.isEmpty() && labels.size() == 1) {
            return labels.get(0);
        }
        throw new BadInput("%s: which output holds the scores? Name one in model.output: %s"
                .formatted(model.file(), names(outputs)));
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

    /** Whether the answer is a score; else it is a label. */
    boolean isScore() {
        return SCORES.contains(output.type());
    }

    /**
     * The column of the positive label in a result of the given shape.
     *
     * @throws BadInput if the shape is not one answer, or one for each class, for every row
     */
    int column(long[] shape, int rows) {
        boolean fits = shape.length >= 1 && shape.length <= 2 && shape[0] == rows;
        if (!fits) {
            throw new BadInput("%s: output %s has shape %s for %d rows; expected [%d] or [%d, classes]"
                    .formatted(
                            model.file(), OneLine.quoted(name()), java.util.Arrays.toString(shape), rows, rows, rows));
        }
        int columns = (int) (shape.length == 1 ? 1 : shape[1]);
        if (index.isPresent()) {
            if (index.getAsInt() >= columns) {
                throw new BadInput("%s: output %s has %d columns; model.output.index is %d"
                        .formatted(model.file(), OneLine.quoted(name()), columns, index.getAsInt()));
            }
            return index.getAsInt();
        }
        return columns == 1 ? 0 : classColumn(columns);
    }

    private int classColumn(int columns) {
        List<String> zipped = model.zipMaps().labelsOf(name());
        List<String> labels = zipped.isEmpty() ? model.facts().classLabels() : zipped;
        if (labels.size() == columns) {
            for (int i = 0; i < columns; i++) {
                if (LabelValue.same(labels.get(i), positiveLabel)) {
                    return i;
                }
            }
            throw new BadInput("%s: its classes are %s; none is the positive label %s"
                    .formatted(model.file(), OneLine.list(labels), OneLine.quoted(positiveLabel)));
        }
        if (columns == 2) {
            return LabelValue.same(positiveLabel, "0") ? 0 : 1;
        }
        throw new BadInput("%s: output %s has %d columns; name the positive label's in model.output.index"
                .formatted(model.file(), OneLine.quoted(name()), columns));
    }
}
