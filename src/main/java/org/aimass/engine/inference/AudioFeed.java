package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.Sound;
import org.aimass.engine.speech.Acoustics;
import org.jspecify.annotations.Nullable;

/** Fills an input with the sound of a row: one snippet at a time, as long as it is. */
final class AudioFeed extends Feed {

    private final int slot;
    private final ValueSpec spec;
    private final AudioInput audio;
    private final OrtEnvironment environment;
    private @Nullable OnnxTensor last;

    AudioFeed(InputPlan.Input input, AudioInput audio, OrtEnvironment environment) {
        slot = input.slots()[0];
        spec = input.spec();
        this.audio = audio;
        this.environment = environment;
    }

    @Override
    OnnxTensor fill(RowBatch batch, int[] chosen, int from, int count) throws OrtException {
        float[] samples = samples(batch, chosen[from]);
        FloatBuffer values = direct(samples.length, Float.BYTES).asFloatBuffer();
        values.put(0, samples);
        close();
        long[] shape = spec.shape().size() == 2 ? new long[] {1, samples.length} : new long[] {1, 1, samples.length};
        OnnxTensor filled = OnnxTensor.createTensor(environment, values, shape);
        last = filled;
        return filled;
    }

    private float[] samples(RowBatch batch, int row) throws OrtException {
        try {
            Sound sound = audio.source.of(batch, slot, row);
            float[] samples = audio.acoustics.prepared(sound.samples(), sound.rate());
            long wanted = spec.shape().get(spec.shape().size() - 1);
            if (samples.length == 0 || (wanted >= 0 && wanted != samples.length)) {
                throw new BrokenFile(
                        samples.length + " samples", wanted < 0 ? "at least one" : wanted + ", as the model takes");
            }
            return samples;
        } catch (BrokenFile e) {
            throw NamedFiles.fault(batch, slot, row, e);
        }
    }

    @Override
    public void close() {
        if (last != null) {
            last.close();
            last = null;
        }
    }

    /**
     * What feeds the sound of an input.
     *
     * @param source of the rows' sound
     */
    record AudioInput(Acoustics acoustics, SoundSource source) {

        /** @throws BadInput if the input takes no sound: [1, samples], [N, samples] or the same with one channel between */
        static void demandFit(String model, ValueSpec spec) {
            boolean fits = spec.isTensor()
                    && spec.type().equals("float")
                    && (spec.shape().size() == 2
                            || (spec.shape().size() == 3
                                    && Math.abs(spec.shape().get(1)) == 1))
                    && Math.abs(spec.shape().get(0)) == 1;
            if (!fits) {
                throw new BadInput(
                        "%s: input %s takes %s of shape %s; expected float of shape [N, samples] or [1, samples] for sound"
                                .formatted(model, spec.name(), spec.type(), spec.shape()));
            }
        }
    }
}
