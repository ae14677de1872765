package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.data.Sound;
import org.aimass.engine.speech.Hearing;
import org.aimass.shared.Sha256Digest;

/**
 * A model that takes the sound of one snippet at a time, as long as it is: [1, samples], [N, samples], or the same with one channel
 * between. For several threads at once.
 */
final class SoundModel implements AutoCloseable {

    /** What is made of a model's answer. */
    interface Reading<T> {
        T read(OnnxTensor answer);
    }

    private final OnnxModel model;
    private final ValueSpec input;
    private final Hearing hearing;
    private final Deadline deadline;
    private final Stoppable stoppable;

    private SoundModel(OnnxModel model, Hearing hearing, Deadline deadline) {
        this.model = model;
        this.hearing = hearing;
        this.deadline = deadline;
        List<ValueSpec> inputs = model.inputs();
        if (inputs.size() != 1) {
            throw new BadInput(
                    "%s: takes %d inputs, expected one that takes sound".formatted(model.file(), inputs.size()));
        }
        input = inputs.get(0);
        List<Long> shape = input.shape();
        boolean fits = input.isTensor()
                && input.type().equals("float")
                && (shape.size() == 2 || (shape.size() == 3 && Math.abs(shape.get(1)) == 1))
                && Math.abs(shape.get(0)) == 1;
        if (!fits) {
            throw new BadInput(
                    "%s: input %s takes %s of shape %s; expected float of shape [N, samples] or [1, samples] for sound"
                            .formatted(model.file(), input.name(), input.type(), shape));
        }
        stoppable = new Stoppable(model.file(), deadline);
    }

    /** @throws BadInput if the model is refused, or takes something else */
    static SoundModel open(Path path, Optional<Sha256Digest> digest, Hearing hearing, Deadline deadline) {
        OnnxModel model = OnnxModel.toScore(path, digest);
        try {
            return new SoundModel(model, hearing, deadline);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    OnnxModel model() {
        return model;
    }

    /**
     * Lets the model hear a sound.
     *
     * @param output the answer that is read
     * @throws BrokenFile if there is nothing to hear, or not as much as the model takes
     */
    <T> T hear(Sound sound, String output, Reading<T> reading) throws BrokenFile {
        float[] samples = hearing.prepared(sound.samples(), sound.rate());
        long wanted = input.shape().get(input.shape().size() - 1);
        if (samples.length == 0 || (wanted >= 0 && wanted != samples.length)) {
            throw new BrokenFile(
                    samples.length + " samples", wanted < 0 ? "at least one" : wanted + ", as the model takes");
        }
        long[] shape = input.shape().size() == 2 ? new long[] {1, samples.length} : new long[] {1, 1, samples.length};
        try (OnnxTensor tensor = OnnxTensor.createTensor(OnnxRuntime.environment(), FloatBuffer.wrap(samples), shape);
                OrtSession.Result result =
                        model.session().run(Map.of(input.name(), tensor), Set.of(output), stoppable.options())) {
            deadline.check();
            if (!(result.get(0) instanceof OnnxTensor answer)) {
                throw new BadInput(model.file() + ": answers with no tensor");
            }
            return reading.read(answer);
        } catch (OrtException e) {
            deadline.check();
            throw OnnxModel.refusal(model.file() + ": cannot hear a sound", e);
        }
    }

    @Override
    public void close() {
        stoppable.close();
        model.close();
    }
}
