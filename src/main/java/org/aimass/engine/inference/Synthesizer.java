package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.Sound;
import org.aimass.engine.data.SoundFile;
import org.aimass.engine.speech.Voice;
import org.aimass.shared.Sha256Digest;

/**
 * A model that says the texts of a column: it takes the places of tokens, [1, tokens], and their number if it asks for it. For several
 * threads at once.
 */
public final class Synthesizer implements AutoCloseable {

    private final OnnxModel model;
    private final Voice voice;
    private final String ids;
    private final Optional<String> length;
    private final String sound;
    private final Deadline deadline;
    private final Stoppable stoppable;

    private Synthesizer(OnnxModel model, Voice voice, Deadline deadline) {
        this.model = model;
        this.voice = voice;
        this.deadline = deadline;
        List<ValueSpec> inputs = model.inputs();
        ids = only(inputs, 2).name();
        length = inputs.size() == 2 ? Optional.of(only(inputs, 1).name()) : Optional.empty();
        if (inputs.size() > 2) {
            throw new BadInput("%s: takes %d inputs, expected tokens and, at most, their number"
                    .formatted(model.file(), inputs.size()));
        }
        ValueSpec said = model.outputs().get(0);
        if (!said.type().equals("float")) {
            throw new BadInput("%s: output %s is of type %s, expected float: sound"
                    .formatted(model.file(), OneLine.quoted(said.name()), said.type()));
        }
        sound = said.name();
        stoppable = new Stoppable(model.file(), deadline);
    }

    private ValueSpec only(List<ValueSpec> inputs, int rank) {
        List<ValueSpec> fitting = inputs.stream()
                .filter(spec -> spec.isTensor()
                        && spec.type().equals("int64")
                        && spec.shape().size() == rank)
                .toList();
        if (fitting.size() != 1) {
            throw new BadInput("%s: has %d inputs of int64 with %d dimensions, expected one"
                    .formatted(model.file(), fitting.size(), rank));
        }
        return fitting.get(0);
    }

    /** @throws BadInput if the model is refused, or takes something else */
    public static Synthesizer open(AuditJob.Model job, Deadline deadline) {
        OnnxModel model = OnnxModel.toScore(job.path(), job.sha256());
        try {
            return new Synthesizer(model, job.voice().orElseThrow(), deadline);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    public Sha256Digest digest() {
        return model.facts().sha256();
    }

    /**
     * Says the text of a row.
     *
     * @throws BrokenFile if it is longer than sound may be
     * @throws BadInput if the text cannot be said, or what is said is no sound
     */
    public Sound say(RowBatch batch, int column, int row) throws BrokenFile {
        long[] spelled;
        try {
            spelled = voice.spell(batch.text(column, row));
        } catch (Voice.UnknownCharacter e) {
            throw batch.fault(
                    column, row, "characters of model.vocabulary, which lacks " + OneLine.quoted(e.character()));
        }
        if (spelled.length == 0) {
            throw batch.fault(column, row, "a text to say");
        }
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put(ids, tensor(spelled, 1, spelled.length));
            if (length.isPresent()) {
                inputs.put(length.get(), tensor(new long[] {spelled.length}, 1));
            }
            try (OrtSession.Result result = model.session().run(inputs, Set.of(sound), stoppable.options())) {
                deadline.check();
                return said(result.get(0), batch.where(row));
            }
        } catch (OrtException e) {
            deadline.check();
            throw OnnxModel.refusal(batch.where(row) + ": " + model.file() + " cannot say the text", e);
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
        stoppable.close();
        model.close();
    }
}
