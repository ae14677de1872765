package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.Instruments;
import org.aimass.engine.data.Sound;
import org.aimass.shared.Sha256Digest;

/** A model that turns the voice in a sound into numbers, [1, numbers]. For several threads at once. */
public final class VoiceEncoder implements AutoCloseable {

    private static final double LARGEST = 0x1p40;

    private final SoundModel sound;
    private final OutputPlan output;

    private VoiceEncoder(SoundModel sound, OutputPlan output) {
        this.sound = sound;
        this.output = output;
    }

    /** @throws BadInput if the model is refused, or takes or answers something else */
    public static VoiceEncoder open(Instruments.Voices job, Deadline deadline) {
        Instruments.Evaluator evaluator = job.evaluator();
        SoundModel sound = SoundModel.open(evaluator.path(), Optional.of(evaluator.sha256()), job.hearing(), deadline);
        try {
            return new VoiceEncoder(
                    sound,
                    OutputPlan.of(sound.model(), evaluator.output(), evaluator.index(), new Question.Embedding()));
        } catch (RuntimeException e) {
            sound.close();
            throw e;
        }
    }

    public Sha256Digest digest() {
        return sound.model().facts().sha256();
    }

    /**
     * The voice as numbers.
     *
     * @param where the row stands
     * @throws BrokenFile if there is nothing to hear, or not as much as the model takes
     * @throws BadInput if the answer is no embedding
     */
    public double[] embed(Sound heard, String where) throws BrokenFile {
        return sound.hear(heard, output.name(), answer -> embedding(answer, where));
    }

    private double[] embedding(OnnxTensor answer, String where) {
        double[] embedding = new double[output.columns(answer.getInfo().getShape(), 1).length];
        FloatBuffer floats = answer.getFloatBuffer();
        DoubleBuffer doubles = answer.getDoubleBuffer();
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = floats != null ? floats.get(i) : doubles.get(i);
            if (!(Math.abs(embedding[i]) < LARGEST)) {
                throw new BadInput("%s: a number of %s is %s, expected one below 2^40 in size"
                        .formatted(where, sound.model().file(), embedding[i]));
            }
        }
        return embedding;
    }

    @Override
    public void close() {
        sound.close();
    }
}
