package org.aimass.engine.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResamplerTest {

    private static float[] tone(double hertz, int rate, int size) {
        float[] samples = new float[size];
        for (int i = 0; i < size; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return samples;
    }

    /** A tone is the same tone at another rate, a thousandth aside, but at its ends. */
    @Test
    void keepsTones() {
        for (int[] rates : new int[][] {{44_100, 16_000}, {8_000, 16_000}, {48_000, 16_000}, {16_000, 22_050}}) {
            int quarter = rates[0] / 4;
            float[] resampled = Resampler.resample(tone(440, rates[0], quarter), rates[0], rates[1]);
            assertEquals(Math.ceil((double) quarter * rates[1] / rates[0]), (double) resampled.length);
            float[] expected = tone(440, rates[1], resampled.length);
            for (int i = rates[1] / 50; i < resampled.length - rates[1] / 50; i++) {
                assertEquals(expected[i], resampled[i], 1e-3);
            }
        }
    }

    /** What the lower rate cannot hold is gone, not folded into what it can. */
    @Test
    void takesAwayWhatIsTooHigh() {
        float[] resampled = Resampler.resample(tone(11_000, 44_100, 11_025), 44_100, 16_000);
        for (int i = 320; i < resampled.length - 320; i++) {
            assertTrue(Math.abs(resampled[i]) < 1e-3, () -> "a sample too loud");
        }
    }

    @Test
    void leavesTheSameRateAlone() {
        float[] samples = {0.5f, -0.25f};
        assertSame(samples, Resampler.resample(samples, 16_000, 16_000));
    }

    /** (1, 2, 6) has the mean 3 and the variance 14 / 3. */
    @Test
    void preparesSoundOfMeanZeroAndVarianceOne() {
        float[] normal = new Hearing(16_000, true, Optional.empty()).samples(new float[] {1, 2, 6}, 16_000);
        double deviation = Math.sqrt(14.0 / 3 + 1e-7);
        assertEquals(-2 / deviation, normal[0], 1e-6);
        assertEquals(-1 / deviation, normal[1], 1e-6);
        assertEquals(3 / deviation, normal[2], 1e-6);
        float[] plain = {1, 2, 6};
        assertSame(plain, new Hearing(16_000, false, Optional.empty()).samples(plain, 16_000));
    }
}
