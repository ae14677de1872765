package org.aimass.engine.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceDistanceTest {

    private static final double DECIBELS = 10 / Math.log(10) * Math.sqrt(2);

    /** A tone with overtones, as voices have them; loud enough at every frequency to be above the floor. */
    private static float[] voice(double hertz, double seconds, double... overtones) {
        float[] samples = new float[(int) Math.round(seconds * MelCepstrum.RATE)];
        Random random = new Random(17);
        for (int i = 0; i < samples.length; i++) {
            double sum = 0.0005 * random.nextGaussian();
            for (int overtone = 0; overtone < overtones.length; overtone++) {
                sum += overtones[overtone] * Math.sin(2 * Math.PI * hertz * (overtone + 1) * i / MelCepstrum.RATE);
            }
            samples[i] = (float) sum;
        }
        return samples;
    }

    @Test
    void aVoiceIsLikeItself() {
        float[] voice = voice(220, 0.5, 0.3, 0.2, 0.1);
        VoiceDistance distance = VoiceDistance.between(voice, voice);
        assertEquals(new VoiceDistance(0, Optional.of(0.0), 48, 0), distance);
    }

    /** Twice as loud is another order 0 only, which does not count. */
    @Test
    void loudnessMakesNoDifference() {
        float[] voice = voice(220, 0.3, 0.3, 0.2);
        float[] louder = new float[voice.length];
        for (int i = 0; i < voice.length; i++) {
            louder[i] = 2 * voice[i];
        }
        assertEquals(0, VoiceDistance.between(voice, louder).cepstralDistortion(), 0.05);
    }

    /** A major third higher is 400 cents, an octave 1200. */
    @Test
    void hearsHowMuchHigherAVoiceIs() {
        for (double[] interval :
                new double[][] {{Math.pow(2, 4 / 12.0), 400}, {2, 1_200}, {0.75, 1_200 * Math.log(0.75) / Math.log(2)}
                }) {
            VoiceDistance distance =
                    VoiceDistance.between(voice(150, 0.4, 0.3, 0.15), voice(150 * interval[0], 0.4, 0.3, 0.15));
            assertEquals(Math.abs(interval[1]), distance.pitchError().orElseThrow(), 2);
            assertTrue(distance.cepstralDistortion() > 1);
        }
    }

    @Test
    void findsThePitchOfVoicesOnly() {
        for (double hertz : new double[] {75, 110, 220.5, 333, 480}) {
            double[] pitch = Pitch.of(voice(hertz, 0.2, 0.3, 0.15, 0.1));
            assertEquals(hertz, pitch[5], hertz / 500);
        }
        Random random = new Random(23);
        float[] noise = new float[4_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
        }
        assertTrue(Double.isNaN(Pitch.of(noise)[3]));
        assertTrue(Double.isNaN(Pitch.of(new float[800])[0]));
    }

    @Test
    void countsWhatIsVoicedInOneAlone() {
        Random random = new Random(29);
        float[] whisper = voice(220, 0.3);
        for (int i = 0; i < whisper.length; i++) {
            whisper[i] = (float) (0.1 * random.nextGaussian());
        }
        VoiceDistance distance = VoiceDistance.between(voice(220, 0.3, 0.3, 0.2), whisper);
        assertEquals(Optional.empty(), distance.pitchError());
        assertEquals(distance.pairs(), distance.voicingErrors());
    }

    /** One frame against one: the distance of their cepstra, nothing to be warped. */
    @Test
    void takesTheDistanceOfCepstraInDecibels() {
        float[] one = voice(200, 0.025, 0.3, 0.1);
        float[] other = voice(300, 0.025, 0.1, 0.3, 0.2);
        double[] first = MelCepstrum.of(one)[0];
        double[] second = MelCepstrum.of(other)[0];
        double squares = 0;
        for (int order = 0; order < MelCepstrum.ORDER; order++) {
            squares += Math.pow(first[order] - second[order], 2);
        }
        assertEquals(24, first.length);
        VoiceDistance distance = VoiceDistance.between(one, other);
        assertEquals(DECIBELS * Math.sqrt(squares), distance.cepstralDistortion(), 1e-12);
        assertEquals(1, distance.pairs());
    }

    /** Half as fast: frames are paired twice, and are as near as neighbours are. */
    @Test
    void warpsTime() {
        float[] steady = voice(180, 0.2, 0.3, 0.2, 0.1);
        float[] longer = voice(180, 0.6, 0.3, 0.2, 0.1);
        VoiceDistance distance = VoiceDistance.between(steady, longer);
        assertEquals(MelCepstrum.frames(longer.length), distance.pairs());
        assertEquals(0, distance.pitchError().orElseThrow(), 1);
    }

    /** Against the sum that defines it. */
    @Test
    void transformsAsFourierHasIt() {
        double[] real = {1, 2, -3, 4, 0.5, 0, 7, -1};
        double[] imaginary = new double[8];
        double[] expected = new double[8];
        double[] expectedImaginary = new double[8];
        for (int k = 0; k < 8; k++) {
            for (int i = 0; i < 8; i++) {
                expected[k] += real[i] * Math.cos(2 * Math.PI * k * i / 8);
                expectedImaginary[k] -= real[i] * Math.sin(2 * Math.PI * k * i / 8);
            }
        }
        Fourier.transform(real, imaginary);
        assertArrayEquals(expected, real, 1e-12);
        assertArrayEquals(expectedImaginary, imaginary, 1e-12);
    }

    @Test
    void comparesVectors() {
        assertArrayEquals(
                new double[] {1, -2.5, 3e-1}, Embedding.of(" [1, -2.5;3e-1] ").orElseThrow());
        assertTrue(Embedding.of("1 two").isEmpty());
        assertTrue(Embedding.of("1 NaN").isEmpty());
        assertTrue(Embedding.of("").isEmpty());
        assertEquals(0.6, Embedding.cosine(new double[] {3, 4}, new double[] {2, 0}), 1e-15);
        assertEquals(-1, Embedding.cosine(new double[] {1, 1}, new double[] {-3, -3}), 1e-15);
        assertTrue(Double.isNaN(Embedding.cosine(new double[] {0, 0}, new double[] {1, 2})));
    }
}
