package org.aimass.engine.inference;

import java.nio.FloatBuffer;
import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.data.Sound;
import org.aimass.engine.speech.Hearing;
import org.aimass.engine.speech.LogMel;

/**
 * How one snippet of sound fills a model's input: samples as [1, samples], [N, samples] or the same with one channel between; a
 * spectrogram as [N, bands, frames], or as [N, frames, bands] where the model fixes the last number alone to that of the bands.
 */
final class SoundShape {

    /** Values of spectrograms, and values that are transformed for them. */
    private static final long MOST_VALUES = 1L << 24;

    private static final long MOST_TRANSFORMED = 1L << 28;

    private final Hearing hearing;
    private final List<Long> shape;
    private final boolean framesFirst;

    /** A tensor: its values row by row, its shape, and how many samples or frames it has. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Filled(FloatBuffer values, long[] shape, long length) {}

    /** @throws BadInput if the input takes no such sound */
    SoundShape(String file, ValueSpec input, Hearing hearing) {
        this.hearing = hearing;
        shape = input.shape();
        boolean tensor = input.isTensor()
                && input.type().equals("float")
                && (shape.size() == 2 || shape.size() == 3)
                && Math.abs(shape.get(0)) == 1;
        boolean spectral = hearing.mel().isPresent();
        long bands = hearing.mel().map(LogMel::bands).orElse(0);
        framesFirst = spectral && tensor && shape.size() == 3 && shape.get(1) < 0 && shape.get(2) == bands;
        boolean fits = spectral
                ? tensor && shape.size() == 3 && (framesFirst || shape.get(1) < 0 || shape.get(1) == bands)
                : tensor && (shape.size() == 2 || Math.abs(shape.get(1)) == 1);
        if (!fits) {
            throw new BadInput("%s: input %s takes %s of shape %s; expected float of shape %s for sound"
                    .formatted(
                            file,
                            input.name(),
                            input.type(),
                            shape,
                            spectral
                                    ? "[N, %d, frames] or [N, frames, %d]".formatted(bands, bands)
                                    : "[N, samples] or [1, samples]"));
        }
    }

    /** @throws BrokenFile if there is nothing to hear, or not as much as the model takes, or too much */
    Filled fill(Sound sound) throws BrokenFile {
        float[] samples = hearing.samples(sound.samples(), sound.rate());
        if (samples.length == 0) {
            throw new BrokenFile("0 samples", "at least one");
        }
        if (hearing.mel().isPresent()) {
            return spectrogram(samples);
        }
        demandLength("samples", samples.length, shape.get(shape.size() - 1));
        long[] filled = shape.size() == 2 ? new long[] {1, samples.length} : new long[] {1, 1, samples.length};
        return new Filled(FloatBuffer.wrap(samples), filled, samples.length);
    }

    private Filled spectrogram(float[] samples) throws BrokenFile {
        LogMel mel = hearing.mel().orElseThrow();
        int frames = mel.frames(samples.length, hearing.sampleRate());
        if ((long) frames * mel.bands() > MOST_VALUES
                || (long) frames * mel.size(hearing.sampleRate()) > MOST_TRANSFORMED) {
            throw new BrokenFile(frames + " frames", "a snippet of speech, no longer than that");
        }
        if (hearing.normalized() && frames < 2) {
            throw new BrokenFile("1 frame", "at least two, to be normalized");
        }
        demandLength("frames", frames, shape.get(framesFirst ? 1 : 2));
        float[][] spectrogram = hearing.spectrogram(samples);
        FloatBuffer values = FloatBuffer.allocate(frames * mel.bands());
        for (int band = 0; band < mel.bands(); band++) {
            for (int frame = 0; frame < frames; frame++) {
                values.put(framesFirst ? frame * mel.bands() + band : band * frames + frame, spectrogram[band][frame]);
            }
        }
        long[] filled = framesFirst ? new long[] {1, frames, mel.bands()} : new long[] {1, mel.bands(), frames};
        return new Filled(values, filled, frames);
    }

    private static void demandLength(String what, int found, long wanted) throws BrokenFile {
        if (wanted >= 0 && wanted != found) {
            throw new BrokenFile(found + " " + what, wanted + ", as the model takes");
        }
    }
}
