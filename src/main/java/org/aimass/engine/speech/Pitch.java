package org.aimass.engine.speech;

/**
 * The fundamental frequency of a voice, moment by moment, by YIN (de Cheveigné and Kawahara, Journal of the Acoustical Society of
 * America 111, 2002): the first dip below {@link #CLEAR} of the cumulative mean normalized difference, between 60 and 500 Hz, refined by
 * a parabola. Frames without such a dip are not voiced.
 */
final class Pitch {

    private static final int SHORTEST = MelCepstrum.RATE / 500;
    private static final int LONGEST = MelCepstrum.RATE / 60;
    private static final int WINDOW = 400;
    private static final double CLEAR = 0.15;

    private Pitch() {}

    /** Hertz by frame of {@link MelCepstrum}; NaN where not voiced. */
    static double[] of(float[] samples) {
        double[] pitch = new double[MelCepstrum.frames(samples.length)];
        double[] difference = new double[LONGEST + 2];
        for (int frame = 0; frame < pitch.length; frame++) {
            pitch[frame] = of(samples, frame * MelCepstrum.HOP, difference);
        }
        return pitch;
    }

    private static double of(float[] samples, int from, double[] normalized) {
        double sum = 0;
        normalized[0] = 1;
        for (int lag = 1; lag < normalized.length; lag++) {
            double difference = 0;
            for (int i = 0; i < WINDOW; i++) {
                double step = at(samples, from + i) - at(samples, from + i + lag);
                difference += step * step;
            }
            sum += difference;
            normalized[lag] = sum == 0 ? 1 : difference * lag / sum;
        }
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            if (normalized[lag] < CLEAR && normalized[lag + 1] >= normalized[lag]) {
                return MelCepstrum.RATE / refined(normalized, lag);
            }
        }
        return Double.NaN;
    }

    private static double at(float[] samples, int place) {
        return place < samples.length ? samples[place] : 0;
    }

    private static double refined(double[] normalized, int lag) {
        double before = normalized[lag - 1];
        double after = normalized[lag + 1];
        double bend = before - 2 * normalized[lag] + after;
        return bend <= 0 ? lag : lag + Math.max(-1, Math.min(1, (before - after) / (2 * bend)));
    }
}
