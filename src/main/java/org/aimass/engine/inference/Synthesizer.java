package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.Sound;
import org.aimass.engine.data.SoundFile;
import org.aimass.engine.speech.Voice;

/** A model that says the texts of a column: it takes the places of tokens, [1, tokens], and their number if it asks for it. */
final class Synthesizer implements SoundSource {

    private final OnnxModel model;
    private final Voice voice;
    private final String ids;
    private final Optional<String> length;
    private final String sound;
    private final Deadline deadline;
    private final RunOptions options;
    private final Runnable terminate = this::terminate;

    private Synthesizer(OnnxModel model, Voice voice, Deadline deadline) throws OrtException {
        this.model = model;
        this.voice = voice;
        this.deadline = deadline;
        List<ValueSpec> inputs = model.inputs();
        ids = only(inputs, 2, "int64", "input").name();
        length = inputs.size() == 2
                ? Optional.of(only(inputs, 1, "int64", "input").name())
                : Optional.empty();
        if (inputs.size() > 2) {
            throw new BadInput("%s: takes %d inputs, expected tokens and, at most, their number"
                    .formatted(model.file(), inputs.size()));
        }
        List<ValueSpec> outputs = model.outputs();
        if (!outputs.get(0).type().equals("float")) {
            throw new BadInput("%s: output %s is of type %s, expected float: sound"
                    .formatted(
                            model.file(),
                            OneLine.quoted(outputs.get(0).name()),
                            outputs.get(0).type()));
        }
        sound = outputs.get(0).name();
        options = new RunOptions();
        deadline.atEnd(terminate);
    }

    private ValueSpec only(List<ValueSpec> specs, int rank, String type, String what) {
        List<ValueSpec> fitting = specs.stream()
                .filter(spec -> spec.isTensor()
                        && spec.type().equals(type)
                        && spec.shape().size() == rank)
                .toList();
        if (fitting.size() != 1) {
            throw new BadInput("%s: has %d %ss of %s with %d dimensions, expected one"
                    .formatted(model.file(), fitting.size(), what, type, rank));
        }
        return fitting.get(0);
    }

    /** @throws BadInput if the model is refused, or takes something else */
    static Synthesizer open(AuditJob.Speaker speaker, Deadline deadline) {
        OnnxModel model = OnnxModel.toScore(speaker.path(), speaker.sha256());
        try {
            return new Synthesizer(model, speaker.voice(), deadline);
        } catch (OrtException e) {
            model.close();
            throw OnnxModel.refusal(model.file(), e);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    ModelFacts facts() {
        return model.facts();
    }

    private void terminate() {
        try {
            options.setTerminate(true);
        } catch (OrtException | IllegalStateException e) {
            // closed already
        }
    }

    @Override
    public Sound of(RowBatch batch, int slot, int row) throws BrokenFile, OrtException {
        long[] spelled;
        try {
            spelled = voice.spell(batch.text(slot, row));
        } catch (Voice.UnknownCharacter e) {
            throw batch.fault(
                    slot, row, "characters of model.vocabulary, which lacks " + OneLine.quoted(e.character()));
        }
        if (spelled.length == 0) {
            throw batch.fault(slot, row, "a text to say");
        }
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put(ids, tensor(spelled, 1, spelled.length));
            if (length.isPresent()) {
                inputs.put(length.get(), tensor(new long[] {spelled.length}, 1));
            }
            try (OrtSession.Result result = model.session().run(inputs, java.util.Set.of(sound), options)) {
                return said(result.get(0), batch.where(row));
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(long[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(OnnxRuntime.environment(), LongBuffer.wrap(values), shape);
    }

    private Sound said(OnnxValue value, String where) throws BrokenFile {
        long[] shape = value instanceof OnnxTensor tensor ? tensor.getInfo().getShape() : new long[0];
        boolean one = shape.length > 0
                && Arrays.stream(shape).limit(shape.length - 1L).allMatch(size -> size == 1);
        if (!(value instanceof OnnxTensor tensor) || !one) {
            throw new BadInput("%s: output %s has shape %s; expected sound on one channel, [1, samples]"
                    .formatted(model.file(), OneLine.quoted(sound), Arrays.toString(shape)));
        }
        FloatBuffer values = tensor.getFloatBuffer();
        if (values.remaining() > SoundFile.MOST_SAMPLES) {
            throw new BrokenFile(values.remaining() + " samples", "at most " + SoundFile.MOST_SAMPLES);
        }
        float[] samples = new float[values.remaining()];
        values.get(samples);
        for (float sample : samples) {
            if (!Float.isFinite(sample)) {
                throw new BadInput("%s: a sample that %s says is no number".formatted(where, model.file()));
            }
        }
        return new Sound(voice.sampleRate(), samples);
    }

    @Override
    public void close() {
        deadline.forget(terminate);
        options.close();
        model.close();
    }
}
