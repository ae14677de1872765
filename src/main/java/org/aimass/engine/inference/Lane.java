package org.aimass.engine.inference;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.LabelValue;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.RowBatch;
import org.jspecify.annotations.Nullable;

/** Scores batches on one thread, with input and output tensors of its own that are used again for each run. */
public final class Lane implements AutoCloseable {

    /** A sum of single-precision numbers may exceed 1 by rounding; so much is forgiven and cut off. */
    private static final double ROUNDING = 1e-6;

    private static final int MOST_LABELS = 10_000;
    private static final double LARGEST = 0x1p40;

    private final OnnxModel model;
    private final OutputPlan output;
    private final Deadline deadline;
    private final int rows;
    private final List<Lane> others;
    private final @Nullable Evaluator evaluator;
    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final Map<String, Integer> codeOfSpelling = new HashMap<>();
    private final Stoppable stoppable;
    private @Nullable OnnxTensor pinned;
    private @Nullable FloatBuffer floats;
    private @Nullable DoubleBuffer doubles;
    private int stride;
    private int[] columns = {};

    /**
     * @param others lanes for the other sides of the rows, which are closed with this one
     * @param evaluator what looks at the images that the model makes; null where it makes none
     */
    Lane(
            OnnxModel model,
            InputPlan inputs,
            OutputPlan output,
            List<Lane> others,
            @Nullable Evaluator evaluator,
            Deadline deadline) {
        this.model = model;
        this.others = List.copyOf(others);
        this.evaluator = evaluator;
        this.output = output;
        this.deadline = deadline;
        rows = inputs.rows();
        try {
            for (InputPlan.Input input : inputs.inputs()) {
                feeds.put(input.name(), Feed.of(input, rows, OnnxRuntime.environment()));
            }
        } catch (OrtException e) {
            throw OnnxModel.refusal(model.file(), e);
        }
        stoppable = new Stoppable(model.file(), deadline);
    }

    /**
     * Scores rows.
     *
     * @param chosen the rows of the batch to score; the first {@code count} of them
     * @param scores gets one number for each row, or one for each class of each row, row by row
     * @throws BadInput if a number is not as the question asks, or a value cannot feed the model
     */
    public void score(RowBatch batch, int[] chosen, int count, double[] scores) {
        for (int from = 0; from < count; from += rows) {
            int part = Math.min(rows, count - from);
            run(batch, chosen, from, part);
            int width = columns.length;
            for (int i = 0; i < part; i++) {
                for (int column = 0; column < width; column++) {
                    scores[(from + i) * width + column] = score(batch, chosen[from + i], i * stride + columns[column]);
                }
            }
        }
    }

    /**
     * All numbers that answer rows.
     *
     * @param chosen the rows of the batch; the first {@code count} of them
     * @return by [row][number]
     * @throws BadInput if a number is not finite, or a value cannot feed the model
     */
    public double[][] vectors(RowBatch batch, int[] chosen, int count) {
        double[][] vectors = new double[count][];
        for (int from = 0; from < count; from += rows) {
            int part = Math.min(rows, count - from);
            run(batch, chosen, from, part);
            for (int i = 0; i < part; i++) {
                double[] vector = new double[columns.length];
                for (int column = 0; column < vector.length; column++) {
                    vector[column] = score(batch, chosen[from + i], i * stride + columns[column]);
                }
                vectors[from + i] = vector;
            }
        }
        return vectors;
    }

    /**
     * What the evaluator makes of the images that rows show, and of those that the model makes of them.
     *
     * @param chosen the rows of the batch; the first {@code count} of them
     * @return of the source, then of the output, by [row][number]
     * @throws BadInput if a number is not finite, a value cannot feed the model, or the model's image not the evaluator
     */
    public double[][][] evaluated(RowBatch batch, int[] chosen, int count) {
        Evaluator looking = requireNonNull(evaluator);
        double[][][] embeddings = new double[2][count][];
        for (int from = 0; from < count; from += rows) {
            int part = Math.min(rows, count - from);
            try {
                Map<String, OnnxTensor> shown = inputs(batch, chosen, from, part);
                double[][] sources = looking.embed(shown.values().iterator().next(), rows, stoppable.options());
                try (OrtSession.Result made = model.session().run(shown, Set.of(output.name()), stoppable.options())) {
                    double[][] outputs = looking.embed(tensor(made), rows, stoppable.options());
                    for (int i = 0; i < part; i++) {
                        embeddings[0][from + i] = finite(batch, chosen[from + i], sources[i]);
                        embeddings[1][from + i] = finite(batch, chosen[from + i], outputs[i]);
                    }
                }
                deadline.check();
            } catch (OrtException e) {
                throw failure(e);
            }
        }
        return embeddings;
    }

    private double[] finite(RowBatch batch, int row, double[] embedding) {
        for (double number : embedding) {
            if (!(Math.abs(number) < LARGEST)) {
                throw unusable(batch, row, "image's embedding", number, "a number below 2^40 in size");
            }
        }
        return embedding;
    }

    /** The lane that looks at another side of the rows with the same model; the first side is this one. */
    public Lane side(int side) {
        return side == 0 ? this : others.get(side - 1);
    }

    private double score(RowBatch batch, int row, int at) {
        double score = floats != null ? floats.get(at) : doubles != null ? doubles.get(at) : Double.NaN;
        if (!output.isShare()) {
            if (!(Math.abs(score) < LARGEST)) {
                throw unusable(batch, row, "answer", score, "a number below 2^40 in size");
            }
            return score;
        }
        if (!(score >= -ROUNDING && score <= 1 + ROUNDING)) {
            throw unusable(batch, row, "score", score, "a number from 0 to 1");
        }
        return Math.max(0, Math.min(1, score));
    }

    private BadInput unusable(RowBatch batch, int row, String what, double found, String expected) {
        return new BadInput(
                "%s: the %s of %s is %s, expected %s".formatted(batch.where(row), what, model.file(), found, expected));
    }

    /**
     * Asks for the label of rows.
     *
     * @param codes gets the code of the label; {@link #labels} tells what it stands for
     */
    public void label(RowBatch batch, int[] chosen, int count, int[] codes) {
        for (int from = 0; from < count; from += rows) {
            int part = Math.min(rows, count - from);
            try (OrtSession.Result result = call(batch, chosen, from, part)) {
                OnnxTensor tensor = tensor(result);
                int width = width(tensor);
                int column = output.columns(tensor.getInfo().getShape(), rows)[0];
                Labels answers = Labels.of(tensor);
                for (int i = 0; i < part; i++) {
                    codes[from + i] = code(answers.get(i * width + column));
                }
            } catch (OrtException e) {
                throw failure(e);
            }
        }
    }

    /** The code of a label, whether the model has answered it yet or not. */
    public int code(String label) {
        Integer known = codeOfSpelling.get(label);
        if (known == null) {
            known = labels.computeIfAbsent(LabelValue.canonical(label), canonical -> labels.size());
            codeOfSpelling.put(label, known);
            if (codeOfSpelling.size() > MOST_LABELS) {
                throw new BadInput("%s: answers with more than %d different labels, among them %s"
                        .formatted(model.file(), MOST_LABELS, OneLine.quoted(label)));
            }
        }
        return known;
    }

    /** The labels by code, in their canonical form. */
    public List<String> labels() {
        return List.copyOf(labels.keySet());
    }

    private void run(RowBatch batch, int[] chosen, int from, int count) {
        OnnxTensor reused = pinned;
        if (reused == null) {
            try (OrtSession.Result result = call(batch, chosen, from, count)) {
                adopt(tensor(result));
            } catch (OrtException e) {
                throw failure(e);
            }
            return;
        }
        try {
            model.session()
                    .run(
                            inputs(batch, chosen, from, count),
                            Set.of(),
                            Map.of(output.name(), reused),
                            stoppable.options())
                    .close();
            deadline.check();
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    private OrtSession.Result call(RowBatch batch, int[] chosen, int from, int count) throws OrtException {
        return model.session().run(inputs(batch, chosen, from, count), Set.of(output.name()), stoppable.options());
    }

    private Map<String, OnnxTensor> inputs(RowBatch batch, int[] chosen, int from, int count) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (Map.Entry<String, Feed> feed : feeds.entrySet()) {
            inputs.put(feed.getKey(), feed.getValue().fill(batch, chosen, from, count));
        }
        return inputs;
    }

    private OnnxTensor tensor(OrtSession.Result result) {
        OnnxValue value = result.get(0);
        if (value instanceof OnnxTensor tensor) {
            return tensor;
        }
        throw new BadInput("%s: output %s is no tensor".formatted(model.file(), OneLine.quoted(output.name())));
    }

    private static int width(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        return (int) (shape.length == 2 ? shape[1] : 1);
    }

    /** Takes the first result, and makes the tensor that all later ones are written into. */
    private void adopt(OnnxTensor first) throws OrtException {
        long[] shape = first.getInfo().getShape();
        columns = output.columns(shape, rows);
        stride = width(first);
        int values = rows * stride;
        if (output.type().equals("float")) {
            FloatBuffer target = direct(Math.multiplyExact(values, Float.BYTES)).asFloatBuffer();
            target.put(0, first.getFloatBuffer(), 0, values);
            pinned = OnnxTensor.createTensor(OnnxRuntime.environment(), target, shape);
            floats = target;
        } else {
            DoubleBuffer target =
                    direct(Math.multiplyExact(values, Double.BYTES)).asDoubleBuffer();
            target.put(0, first.getDoubleBuffer(), 0, values);
            pinned = OnnxTensor.createTensor(OnnxRuntime.environment(), target, shape);
            doubles = target;
        }
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private RuntimeException failure(OrtException why) {
        deadline.check();
        return OnnxModel.refusal(model.file() + ": cannot score these rows", why);
    }

    @Override
    public void close() {
        others.forEach(Lane::close);
        stoppable.close();
        feeds.values().forEach(Feed::close);
        if (pinned != null) {
            pinned.close();
        }
    }
}
