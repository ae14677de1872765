package org.aimass.engine.local;

import org.aimass.engine.BrokenFile;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.Sound;
import org.aimass.engine.data.SoundFile;
import org.aimass.engine.metrics.SynthesisMetrics;
import org.aimass.engine.speech.Resampler;
import org.aimass.engine.speech.VoiceDistance;

/**
 * Two renderings of a text, which a row names: a person's and a model's.
 *
 * @param files of the dataset
 * @param reference the column of the person's
 * @param synthesized the column of the model's
 */
record Renderings(NamedFiles files, int reference, int synthesized) {

    private static final int RATE = 16_000;

    /** Rows without a reference are not compared. */
    void compare(RowBatch rows, int row, SynthesisMetrics.Row into) {
        if (!rows.isMissing(reference, row)) {
            VoiceDistance distance = VoiceDistance.between(sound(rows, reference, row), sound(rows, synthesized, row));
            into.compared(
                    distance.cepstralDistortion(),
                    distance.pitchError().orElse(Double.NaN),
                    distance.pairs(),
                    distance.voicingErrors());
        }
    }

    private float[] sound(RowBatch rows, int column, int row) {
        try {
            Sound sound = SoundFile.decode(files.bytes(files.find(rows.text(column, row))));
            if (sound.samples().length == 0 || sound.duration() > VoiceDistance.MOST_SECONDS) {
                throw new BrokenFile(
                        sound.duration() + " seconds of sound",
                        "some, and at most " + VoiceDistance.MOST_SECONDS + " seconds");
            }
            return Resampler.resample(sound.samples(), sound.rate(), RATE);
        } catch (BrokenFile e) {
            throw NamedFiles.fault(rows, column, row, e);
        }
    }
}
