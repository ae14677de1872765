package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.aimass.engine.Instruments;

/** A model that turns the images which another one takes and makes into embeddings. */
final class Evaluator implements AutoCloseable {

    private final OnnxModel model;
    private final String input;
    private final OutputPlan output;

    private Evaluator(OnnxModel model, String input, OutputPlan output) {
        this.model = model;
        this.input = input;
        this.output = output;
    }

    /** @throws BadInput if the model is refused, or turns no images into numbers */
    static Evaluator open(Instruments.Evaluator job) {
        OnnxModel model = OnnxModel.toScore(job.path(), Optional.of(job.sha256()));
        try {
            if (model.inputs().size() != 1) {
                throw new BadInput("%s: takes %d inputs; expected one, the image"
                        .formatted(model.file(), model.inputs().size()));
            }
            OutputPlan output = OutputPlan.of(model, job.output(), job.index(), new Question.Embedding());
            if (!output.type().equals("float")) {
                throw new BadInput("%s: answers with %s, expected float".formatted(model.file(), output.type()));
            }
            return new Evaluator(model, model.inputs().get(0).name(), output);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** By row the embedding of each image of a tensor. */
    double[][] embed(OnnxTensor images, int rows, OrtSession.RunOptions options) throws OrtException {
        try (OrtSession.Result result = model.session().run(Map.of(input, images), Set.of(output.name()), options)) {
            if (!(result.get(0) instanceof OnnxTensor tensor)) {
                throw new BadInput(model.file() + ": answers with no tensor");
            }
            long[] shape = tensor.getInfo().getShape();
            int width = output.columns(shape, rows).length;
            FloatBuffer numbers = tensor.getFloatBuffer();
            double[][] embeddings = new double[rows][width];
            for (int row = 0; row < rows; row++) {
                int at = row * width;
                Arrays.setAll(embeddings[row], number -> numbers.get(at + number));
            }
            return embeddings;
        } catch (OrtException e) {
            throw OnnxModel.refusal(model.file() + ": cannot look at these images", e);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
