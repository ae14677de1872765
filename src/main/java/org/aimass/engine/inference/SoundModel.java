package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.HashMap;
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
 * A model that takes the sound of one snippet at a time, as long as it is, and that length if it asks for it. For several threads at
 * once.
 */
final class SoundModel implements AutoCloseable {

    /** What is made of a model's answer. */
    interface Reading<T> {
        T read(OnnxTensor answer);
    }

    private final OnnxModel model;
    private final String input;
    private final Optional<String> length;
    private final SoundShape shape;
    private final Deadline deadline;
    private final Stoppable stoppable;

    private SoundModel(OnnxModel model, Hearing hearing, Deadline deadline) {
        this.model = model;
        this.deadline = deadline;
        List<ValueSpec> inputs = model.inputs();
        List<ValueSpec> lengths = inputs.stream()
                .filter(it ->
                        it.isTensor() && it.type().equals("int64") && it.shape().size() == 1)
                .toList();
        if (inputs.size() - lengths.size() != 1 || lengths.size() > 1) {
            throw new BadInput("%s: takes %d inputs, expected one that takes sound and, at most, its length"
                    .formatted(model.file(), inputs.size()));
        }
        ValueSpec sound =
                inputs.stream().filter(it -> !lengths.contains(it)).findFirst().orElseThrow();
        input = sound.name();
        length = lengths.stream().findFirst().map(ValueSpec::name);
        shape = new SoundShape(model.file(), sound, hearing);
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
        SoundShape.Filled filled = shape.fill(sound);
        deadline.check();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            OrtEnvironment environment = OnnxRuntime.environment();
            inputs.put(input, OnnxTensor.createTensor(environment, filled.values(), filled.shape()));
            if (length.isPresent()) {
                inputs.put(length.get(), OnnxTensor.createTensor(environment, new long[] {filled.length()}));
            }
            try (OrtSession.Result result = model.session().run(inputs, Set.of(output), stoppable.options())) {
                deadline.check();
                if (!(result.get(0) instanceof OnnxTensor answer)) {
                    throw new BadInput(model.file() + ": answers with no tensor");
                }
                return reading.read(answer);
            }
        } catch (OrtException e) {
            deadline.check();
            throw OnnxModel.refusal(model.file() + ": cannot hear a sound", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        stoppable.close();
        model.close();
    }
}
