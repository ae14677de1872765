package org.aimass.engine.data;

import java.util.List;
import java.util.Random;
import org.aimass.engine.BrokenFile;

/** Sound: samples, or one line. */
public final class SoundFuzz {

    private SoundFuzz() {}

    public static List<byte[]> seeds() {
        int[] samples = new Random(5).ints(40, -2_000, 2_000).toArray();
        Sounds.Bits predicted = Sounds.stream(8_000, 2, 8, 0);
        int start = Sounds.frame(predicted, 4, 10);
        for (int channel = 0; channel < 2; channel++) {
            predicted
                    .put(0, 1)
                    .put(9, 6)
                    .put(0, 1)
                    .put(5, 8 + channel)
                    .put(0, 6)
                    .put(2, 4);
            predicted.rice(-3, 2).rice(2, 2).rice(1, 2);
        }
        Sounds.end(predicted, start);
        return List.of(
                Sounds.wav(16_000, samples),
                Sounds.wav(0x103, 2, 16_000, 32, new byte[32]),
                Sounds.flac(16_000, samples),
                predicted.bytes());
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Sound sound = SoundFile.decode(bytes);
            if (sound.samples().length > SoundFile.MOST_SAMPLES) {
                throw new AssertionError("more samples than allowed");
            }
            for (float sample : sound.samples()) {
                if (!Float.isFinite(sample)) {
                    throw new AssertionError("no number");
                }
            }
        } catch (BrokenFile e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("\n") || said.length() > 300) {
                throw new AssertionError("not one line: " + said, e);
            }
        }
    }
}
