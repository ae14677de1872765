package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.Instruments;
import org.aimass.engine.LabelValue;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;

/**
 * A model that takes texts and answers for each with a number: a classifier over a tensor of strings, [N] or [N, 1]. Each text is
 * asked about by itself, so that the answer does not depend on others. For several threads at once.
 */
public final class TextClassifier implements AutoCloseable {

    /** Longer texts are not judged. */
    public static final int LONGEST_TEXT = 20_000;

    /** A sum of single-precision numbers may exceed 1 by rounding; so much is forgiven and cut off. */
    private static final double ROUNDING = 1e-6;

    private static final double LARGEST = 0x1p40;
    private static final int MOST_ROWS = 1 << 16;

    private final OnnxModel model;
    private final ValueSpec input;
    private final OutputPlan output;
    private final Question question;
    private final Deadline deadline;
    private final Stoppable stoppable;
    private final int rows;

    private TextClassifier(
            OnnxModel model, Optional<String> output, OptionalInt index, Question question, Deadline deadline) {
        this.model = model;
        this.question = question;
        this.deadline = deadline;
        if (model.inputs().size() != 1) {
            throw new BadInput("%s: takes %d inputs; expected one, the text"
                    .formatted(model.file(), model.inputs().size()));
        }
        input = model.inputs().get(0);
        boolean fits = input.isTensor()
                && input.type().equals("string")
                && (input.shape().size() == 1
                        || (input.shape().size() == 2 && Math.abs(input.shape().get(1)) == 1))
                && Math.abs(input.shape().get(0)) <= MOST_ROWS;
        if (!fits) {
            throw new BadInput("%s: input %s takes %s of shape %s; expected string of shape [N] or [N, 1], for texts"
                    .formatted(model.file(), OneLine.quoted(input.name()), input.type(), input.shape()));
        }
        rows = (int) Math.max(1, input.shape().get(0));
        this.output = OutputPlan.of(model, output, index, question);
        this.output.demandLabel();
        stoppable = new Stoppable(model.file(), deadline);
    }

    /**
     * The model that is audited.
     *
     * @throws BadInput if it is refused, or takes something else
     */
    public static TextClassifier open(AuditJob.Model job, Question question, Deadline deadline) {
        return open(job.path(), job.sha256(), job.output(), job.index(), question, deadline);
    }

    /**
     * One that judges.
     *
     * @throws BadInput if it is refused, or takes something else
     */
    public static TextClassifier open(Instruments.Evaluator job, Question question, Deadline deadline) {
        return open(job.path(), Optional.of(job.sha256()), job.output(), job.index(), question, deadline);
    }

    private static TextClassifier open(
            Path path,
            Optional<Sha256Digest> digest,
            Optional<String> output,
            OptionalInt index,
            Question question,
            Deadline deadline) {
        OnnxModel model = OnnxModel.toScore(path, digest);
        try {
            return new TextClassifier(model, output, index, question, deadline);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    public Sha256Digest digest() {
        return model.facts().sha256();
    }

    /**
     * The answer for a text: a probability, from 0 to 1, or any number, as was asked; of a model that answers with labels 1 where it is
     * the one asked for, else 0.
     *
     * @param where the text stands
     * @throws IllegalArgumentException at a text that is too long; its message is what was expected
     * @throws BadInput if the model does not answer as it should, or with words while a number is asked for, so that nobody says which
     *     word is meant
     */
    public double score(String text, String where) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of at most " + LONGEST_TEXT + " characters");
        }
        deadline.check();
        String[] texts = new String[rows];
        Arrays.fill(texts, text);
        long[] shape = input.shape().size() == 1 ? new long[] {rows} : new long[] {rows, 1};
        try (OnnxTensor tensor = OnnxTensor.createTensor(OnnxRuntime.environment(), texts, shape);
                OrtSession.Result result =
                        model.session().run(Map.of(input.name(), tensor), Set.of(output.name()), stoppable.options())) {
            deadline.check();
            if (!(result.get(0) instanceof OnnxTensor answer)) {
                throw new BadInput(model.file() + ": answers with no tensor");
            }
            int column = output.columns(answer.getInfo().getShape(), rows)[0];
            return output.isNumeric() ? number(answer, column, where) : label(answer, column, where);
        } catch (OrtException e) {
            deadline.check();
            throw OnnxModel.refusal(model.file() + ": cannot judge a text", e);
        }
    }

    private double number(OnnxTensor answer, int column, String where) {
        FloatBuffer floats = answer.getFloatBuffer();
        DoubleBuffer doubles = answer.getDoubleBuffer();
        double number = floats != null ? floats.get(column) : doubles != null ? doubles.get(column) : Double.NaN;
        boolean fits = output.isShare() ? number >= -ROUNDING && number <= 1 + ROUNDING : Math.abs(number) < LARGEST;
        if (!fits) {
            throw new BadInput("%s: the answer of %s is %s, expected a number %s"
                    .formatted(where, model.file(), number, output.isShare() ? "from 0 to 1" : "below 2^40 in size"));
        }
        return output.isShare() ? Math.max(0, Math.min(1, number)) : number;
    }

    private double label(OnnxTensor answer, int column, String where) throws OrtException {
        if (!(question instanceof Question.Probability asked)) {
            return 0;
        }
        String label = Labels.of(answer).get(column);
        if (LabelValue.isNumber(asked.label()) && !LabelValue.isNumber(label)) {
            throw new BadInput(
                    "%s: the answer of %s is %s, expected a number, or positive_label to say which label is meant"
                            .formatted(where, model.file(), OneLine.quoted(label)));
        }
        return LabelValue.same(label, asked.label()) ? 1 : 0;
    }

    @Override
    public void close() {
        stoppable.close();
        model.close();
    }
}
