package org.aimass.engine.local;

import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.Sound;
import org.aimass.engine.speech.Resampler;
import org.aimass.engine.speech.VoiceDistance;

/**
 * One rendering of a text: what a person, or a model, made of it.
 *
 * @param column that names the recording, or holds the text that a model said just now
 * @param said whether a model did
 */
record Rendering(RowBatch rows, int column, int row, Sound sound, boolean said) {

    private static final int RATE = 16_000;

    /**
     * Makes something of it.
     *
     * @throws BadInput if it cannot be heard
     */
    <T> T heard(Recordings.Hearing<T> hearing) {
        try {
            return hearing.hear(sound);
        } catch (BrokenFile e) {
            throw fault(rows, column, row, said, e);
        }
    }

    /** What to say of a row whose sound cannot be used. */
    static BadInput fault(RowBatch rows, int column, int row, boolean said, BrokenFile why) {
        return said
                ? new BadInput(rows.where(row) + ": what the model says: " + why.getMessage())
                : NamedFiles.fault(rows, column, row, why);
    }

    /** How far another is from this one. */
    VoiceDistance distanceTo(Rendering other) {
        return VoiceDistance.between(heard(Rendering::comparable), other.heard(Rendering::comparable));
    }

    private static float[] comparable(Sound sound) throws BrokenFile {
        if (sound.samples().length == 0 || sound.duration() > VoiceDistance.MOST_SECONDS) {
            throw new BrokenFile(
                    sound.duration() + " seconds of sound",
                    "some, and at most " + VoiceDistance.MOST_SECONDS + " seconds");
        }
        return Resampler.resample(sound.samples(), sound.rate(), RATE);
    }
}
