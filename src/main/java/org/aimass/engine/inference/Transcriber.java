package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.Instruments;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.Sound;
import org.aimass.engine.speech.Acoustics;
import org.aimass.engine.speech.Vocabulary;
import org.aimass.shared.Sha256Digest;

/** A model that says for each frame of a sound how likely each token is, which is decoded greedily. For several threads at once. */
public final class Transcriber implements AutoCloseable {

    private final SoundModel sound;
    private final Vocabulary vocabulary;
    private final String output;

    private Transcriber(SoundModel sound, Vocabulary vocabulary, Optional<String> output) {
        this.sound = sound;
        this.vocabulary = vocabulary;
        this.output = frames(sound.model(), output);
    }

    /**
     * The model that is audited.
     *
     * @throws BadInput if it is refused, or takes or answers something else
     */
    public static Transcriber open(AuditJob.Model job, Deadline deadline) {
        return open(job.path(), job.sha256(), job.acoustics().orElseThrow(), job.output(), deadline);
    }

    /**
     * One that hears what another says.
     *
     * @throws BadInput if it is refused, or takes or answers something else
     */
    public static Transcriber open(Instruments.Ear job, Deadline deadline) {
        return open(job.path(), job.sha256(), job.acoustics(), job.output(), deadline);
    }

    private static Transcriber open(
            Path path, Optional<Sha256Digest> digest, Acoustics acoustics, Optional<String> output, Deadline deadline) {
        SoundModel sound = SoundModel.open(path, digest, acoustics.hearing(), deadline);
        try {
            return new Transcriber(sound, acoustics.vocabulary(), output);
        } catch (RuntimeException e) {
            sound.close();
            throw e;
        }
    }

    /** The output that scores every token in every frame. */
    private static String frames(OnnxModel model, Optional<String> name) {
        List<ValueSpec> outputs = model.outputs();
        List<ValueSpec> frames = outputs.stream()
                .filter(output -> output.isTensor()
                        && output.type().equals("float")
                        && output.shape().size() == 3)
                .toList();
        ValueSpec chosen = name.map(it -> OutputPlan.named(model, outputs, it))
                .orElseGet(() -> frames.size() == 1 ? frames.get(0) : outputs.get(0));
        if (!frames.contains(chosen)) {
            throw new BadInput("%s: output %s is %s of shape %s; expected float of shape [1, frames, tokens]"
                    .formatted(model.file(), OneLine.quoted(chosen.name()), chosen.type(), chosen.shape()));
        }
        return chosen.name();
    }

    public Sha256Digest digest() {
        return sound.model().facts().sha256();
    }

    /**
     * What is said in a sound.
     *
     * @param where the row stands
     * @throws BrokenFile if there is nothing to hear, or not as much as the model takes
     * @throws BadInput if the scores are not as many as the vocabulary has, or no numbers
     */
    public String transcribe(Sound heard, String where) throws BrokenFile {
        return sound.hear(heard, output, answer -> transcript(answer, where));
    }

    private String transcript(OnnxTensor answer, String where) {
        String file = sound.model().file();
        long[] shape = answer.getInfo().getShape();
        int tokens = vocabulary.tokens().size();
        if (shape.length != 3 || shape[0] != 1 || shape[2] != tokens) {
            throw new BadInput("%s: output %s has shape %s; expected [1, frames, %d], for the vocabulary has %d tokens"
                    .formatted(file, OneLine.quoted(output), Arrays.toString(shape), tokens, tokens));
        }
        FloatBuffer scores = answer.getFloatBuffer();
        int[] likeliest = new int[(int) shape[1]];
        for (int frame = 0; frame < likeliest.length; frame++) {
            likeliest[frame] = likeliest(scores, frame * tokens, tokens);
            if (Float.isNaN(scores.get(frame * tokens + likeliest[frame]))) {
                throw new BadInput("%s: a score of %s is NaN, expected numbers".formatted(where, file));
            }
        }
        return vocabulary.decode(likeliest);
    }

    /** The first of the highest; one that is NaN where there is any. */
    private static int likeliest(FloatBuffer scores, int from, int tokens) {
        int best = 0;
        for (int token = 1; token < tokens; token++) {
            best = Float.compare(scores.get(from + token), scores.get(from + best)) > 0 ? token : best;
        }
        return best;
    }

    @Override
    public void close() {
        sound.close();
    }
}
