package org.aimass.engine.speech;

import java.util.Optional;

/**
 * How far one rendering of a text is from another, over the frames that dynamic time warping pairs (Sakoe and Chiba, IEEE Transactions on
 * Acoustics, Speech and Signal Processing 26, 1978: steps of one frame in either or both, all alike).
 *
 * @param cepstralDistortion mel-cepstral distortion in decibels (Kubichek, 1993), the mean over the pairs
 * @param pitchError the root mean squared difference of the fundamental frequencies in cents, over pairs voiced in both; empty where there
 *     are none
 * @param pairs how many there are
 * @param voicingErrors how many of them are voiced in one rendering only
 */
public record VoiceDistance(double cepstralDistortion, Optional<Double> pitchError, int pairs, int voicingErrors) {

    /** The longest sound that is compared, in seconds. */
    public static final int MOST_SECONDS = 60;

    private static final double DECIBELS = 10 / StrictMath.log(10) * Math.sqrt(2);
    private static final double CENTS = 1_200 / StrictMath.log(2);

    /** What was summed along the cheapest way to each frame of the second rendering. */
    private static final class Ways {
        private final double[] cost;
        private final int[] pairs;
        private final double[] squaredCents;
        private final int[] voiced;
        private final int[] wrong;

        Ways(int size) {
            cost = new double[size];
            pairs = new int[size];
            squaredCents = new double[size];
            voiced = new int[size];
            wrong = new int[size];
        }

        void set(int at, Ways from, int before) {
            cost[at] = from.cost[before];
            pairs[at] = from.pairs[before];
            squaredCents[at] = from.squaredCents[before];
            voiced[at] = from.voiced[before];
            wrong[at] = from.wrong[before];
        }

        void pair(int at, double distance, double pitch, double otherPitch) {
            cost[at] += distance;
            pairs[at]++;
            boolean isVoiced = !Double.isNaN(pitch);
            if (isVoiced != !Double.isNaN(otherPitch)) {
                wrong[at]++;
            } else if (isVoiced) {
                double cents = CENTS * StrictMath.log(otherPitch / pitch);
                squaredCents[at] += cents * cents;
                voiced[at]++;
            }
        }
    }

    /**
     * @param reference at 16 kHz, at most {@link #MOST_SECONDS} long
     * @param synthesized the same
     */
    public static VoiceDistance between(float[] reference, float[] synthesized) {
        double[][] one = MelCepstrum.of(reference);
        double[][] other = MelCepstrum.of(synthesized);
        double[] pitch = Pitch.of(reference);
        double[] otherPitch = Pitch.of(synthesized);
        Ways before = new Ways(other.length);
        Ways now = new Ways(other.length);
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                if (i == 0 && j == 0) {
                    now.set(0, new Ways(1), 0);
                } else if (i > 0 && j > 0 && before.cost[j - 1] <= Math.min(before.cost[j], now.cost[j - 1])) {
                    now.set(j, before, j - 1);
                } else if (j == 0 || (i > 0 && before.cost[j] <= now.cost[j - 1])) {
                    now.set(j, before, j);
                } else {
                    now.set(j, now, j - 1);
                }
                now.pair(j, distance(one[i], other[j]), pitch[i], otherPitch[j]);
            }
            Ways kept = before;
            before = now;
            now = kept;
        }
        int end = other.length - 1;
        return new VoiceDistance(
                before.cost[end] / before.pairs[end],
                before.voiced[end] == 0
                        ? Optional.empty()
                        : Optional.of(Math.sqrt(before.squaredCents[end] / before.voiced[end])),
                before.pairs[end],
                before.wrong[end]);
    }

    private static double distance(double[] one, double[] other) {
        double squares = 0;
        for (int order = 0; order < one.length; order++) {
            squares += (one[order] - other[order]) * (one[order] - other[order]);
        }
        return DECIBELS * Math.sqrt(squares);
    }
}
