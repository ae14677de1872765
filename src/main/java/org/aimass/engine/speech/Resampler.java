package org.aimass.engine.speech;

/**
 * Brings sound to another rate: each new sample is the old ones about it under a sinc that lets through what both rates can hold,
 * cut off by Kaiser's window (Smith, Digital Audio Resampling, CCRMA, Stanford).
 */
public final class Resampler {

    /** Zero crossings of the sinc on either side. */
    private static final int CROSSINGS = 32;

    private static final int STEPS = 512;
    private static final double BETA = 9;
    /** The share of the band that is kept as it is. */
    private static final double ROLL_OFF = 0.945;

    /** The windowed sinc from its middle, {@link #STEPS} places for each crossing. */
    private static final double[] WINDOWED = windowed();

    private Resampler() {}

    private static double[] windowed() {
        double[] table = new double[CROSSINGS * STEPS + 2];
        double whole = bessel(BETA);
        for (int i = 0; i <= CROSSINGS * STEPS; i++) {
            double place = (double) i / STEPS;
            double share = place / CROSSINGS;
            double sinc = i == 0 ? 1 : StrictMath.sin(Math.PI * place) / (Math.PI * place);
            table[i] = sinc * bessel(BETA * Math.sqrt(1 - share * share)) / whole;
        }
        return table;
    }

    /** The modified Bessel function of the first kind and order 0, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-16 * sum; k++) {
            term *= x * x / 4 / k / k;
            sum += term;
        }
        return sum;
    }

    /**
     * @param from samples a second, at least 1
     * @param to samples a second, at least 1
     */
    public static float[] resample(float[] samples, int from, int to) {
        if (from == to) {
            return samples;
        }
        int size = (int) Math.ceil((double) samples.length * to / from);
        double narrow = ROLL_OFF * Math.min(1, (double) to / from);
        float[] resampled = new float[size];
        for (int i = 0; i < size; i++) {
            double place = (double) i * from / to;
            double reach = CROSSINGS / narrow;
            int first = (int) Math.max(0, Math.ceil(place - reach));
            int last = (int) Math.min(samples.length - 1.0, Math.floor(place + reach));
            double sum = 0;
            for (int at = first; at <= last; at++) {
                double step = Math.abs(at - place) * narrow * STEPS;
                int below = (int) step;
                double height = WINDOWED[below] + (step - below) * (WINDOWED[below + 1] - WINDOWED[below]);
                sum += samples[at] * height;
            }
            resampled[i] = (float) (sum * narrow);
        }
        return resampled;
    }
}
