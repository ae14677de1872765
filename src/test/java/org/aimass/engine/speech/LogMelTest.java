package org.aimass.engine.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of another program of the same recipe (NumPy's transform), and what follows from the recipe by hand. */
class LogMelTest {

    private static float[] sweep() {
        float[] samples = new float[1_200];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.4 * Math.sin(i * i / 700.0) + 0.1 * Math.cos(i / 3.0));
        }
        return samples;
    }

    @Test
    void agreesWithAnotherProgram() {
        float[][] spectrogram = new LogMel(40, 25, 10, 0.97).of(sweep(), 16_000);
        assertEquals(40, spectrogram.length);
        assertEquals(8, spectrogram[0].length);
        assertEquals(-5.814051224, spectrogram[0][0], 1e-5);
        assertEquals(-6.323303004, spectrogram[2][1], 1e-5);
        assertEquals(-2.698856305, spectrogram[7][1], 1e-5);
        assertEquals(0.778751893, spectrogram[24][2], 1e-5);
        assertEquals(1.622320201, spectrogram[32][4], 1e-5);
        assertEquals(2.225379962, spectrogram[38][6], 1e-5);
    }

    @Test
    void takesOtherRatesAndLengths() {
        float[][] spectrogram = new LogMel(10, 20, 7.5, 0).of(sweep(), 8_000);
        assertEquals(21, spectrogram[0].length);
        assertEquals(-5.487420406, spectrogram[4][3], 1e-5);
        assertEquals(-1.762410039, spectrogram[9][20], 1e-5);
    }

    @Test
    void normalizesEachBand() {
        float[][] spectrogram =
                new Hearing(16_000, true, Optional.of(new LogMel(40, 25, 10, 0.97))).spectrogram(sweep());
        assertEquals(1.369886121, spectrogram[7][1], 1e-5);
        assertEquals(1.394248384, spectrogram[24][2], 1e-5);
        assertEquals(1.413917328, spectrogram[32][4], 1e-5);
    }

    /** Nothing is the logarithm of 2^-24 in every band, and normalized 0. */
    @Test
    void hearsSilence() {
        LogMel mel = new LogMel(3, 4, 2, 0.5);
        float[] silence = new float[70];
        for (float[] band : mel.of(silence, 16_000)) {
            assertEquals(3, band.length);
            for (float value : band) {
                assertEquals(-24 * Math.log(2), value, 1e-5);
            }
        }
        assertEquals(0, new Hearing(16_000, true, Optional.of(mel)).spectrogram(silence)[2][1]);
    }

    /**
     * A click in the middle of a frame is as strong at every frequency, 1, so that a band is as strong as its weights are together. Of
     * two bands the first rises to 1005.65 Hz and falls to 2836.4; 33 samples are transformed as 64, at every 250 Hz.
     */
    @Test
    void hearsAClickAsLoudAtEveryFrequency() {
        float[] samples = new float[64];
        samples[32] = 1;
        double step = (15 + 27 * Math.log(8) / Math.log(6.4)) / 3;
        double middle = 1_000 * Math.pow(6.4, (step - 15) / 27);
        double high = 1_000 * Math.pow(6.4, (2 * step - 15) / 27);
        double rising = (250 + 500 + 750 + 1_000) / middle;
        double falling = (7 * high - (1_250 + 1_500 + 1_750 + 2_000 + 2_250 + 2_500 + 2_750)) / (high - middle);
        assertEquals(
                Math.log((rising + falling) * 2 / high + 0x1p-24),
                new LogMel(2, 33 / 16.0, 2, 0).of(samples, 16_000)[0][1],
                1e-5);
    }
}
