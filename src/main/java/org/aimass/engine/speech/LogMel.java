package org.aimass.engine.speech;

import java.util.Arrays;

/**
 * The logarithmic mel spectrogram of a sound, as NVIDIA's NeMo makes it for its acoustic models, but for the ends: each sample less a share of the one
 * before; frames around every hop, beyond the ends silence, under Hann's window; their power in triangular bands up to half the sample
 * rate, as wide as Slaney's mel scale has them and of the same area (Auditory Toolbox, 1998; librosa's default); the natural logarithm
 * of that and 2^-24.
 *
 * @param bands how many, at least 1
 * @param window how long a frame is, in milliseconds
 * @param hop how far frames are apart, in milliseconds
 * @param preemphasis the share of the sample before, from 0 up to 1
 */
public record LogMel(int bands, double window, double hop, double preemphasis) {

    private static final double FLOOR = 0x1p-24;
    private static final double MILLIS = 1_000;
    private static final double LINEAR_STEP = 200 / 3.0;
    private static final double LINEAR_TO = 1_000;
    private static final double LINEAR_MELS = LINEAR_TO / LINEAR_STEP;
    private static final double LOG_STEP = StrictMath.log(6.4) / 27;

    /** The bins of a spectrum that a band takes, and how much of each. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Band(int first, double[] weights) {

        double power(double[] power) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * power[first + i];
            }
            return sum;
        }
    }

    private int samples(double millis, int rate) {
        return (int) Math.max(1, Math.round(millis * rate / MILLIS));
    }

    /** How many frames a sound has. */
    public int frames(int samples, int rate) {
        return 1 + samples / samples(hop, rate);
    }

    /** How many values are transformed for each frame: a power of 2. */
    public int size(int rate) {
        int size = 1;
        while (size < samples(window, rate)) {
            size <<= 1;
        }
        return size;
    }

    /** By [band][frame]. */
    public float[][] of(float[] samples, int rate) {
        int length = samples(window, rate);
        int step = samples(hop, rate);
        int size = size(rate);
        double[] hann = hann(length);
        Band[] filters = filters(size, rate);
        float[][] spectrogram = new float[bands][frames(samples.length, rate)];
        double[] real = new double[size];
        double[] imaginary = new double[size];
        double[] power = new double[size / 2 + 1];
        for (int frame = 0; frame < spectrogram[0].length; frame++) {
            Arrays.fill(real, 0);
            Arrays.fill(imaginary, 0);
            int start = frame * step - length / 2;
            for (int i = 0; i < length; i++) {
                real[i] = hann[i] * emphasized(samples, start + i);
            }
            Fourier.transform(real, imaginary);
            for (int bin = 0; bin < power.length; bin++) {
                power[bin] = real[bin] * real[bin] + imaginary[bin] * imaginary[bin];
            }
            for (int band = 0; band < bands; band++) {
                spectrogram[band][frame] = (float) StrictMath.log(filters[band].power(power) + FLOOR);
            }
        }
        return spectrogram;
    }

    private double emphasized(float[] samples, int at) {
        if (at < 0 || at >= samples.length) {
            return 0;
        }
        return at == 0 ? samples[0] : samples[at] - preemphasis * samples[at - 1];
    }

    private static double[] hann(int length) {
        double[] window = new double[length];
        Arrays.setAll(window, i -> length == 1 ? 1 : 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / (length - 1)));
        return window;
    }

    private Band[] filters(int size, int rate) {
        double[] edges = new double[bands + 2];
        double top = mels(rate / 2.0);
        Arrays.setAll(edges, edge -> hertz(top * edge / (bands + 1)));
        Band[] filters = new Band[bands];
        Arrays.setAll(filters, band -> band(edges[band], edges[band + 1], edges[band + 2], (double) rate / size, size));
        return filters;
    }

    private static Band band(double low, double middle, double high, double binWidth, int size) {
        int first = (int) Math.ceil(low / binWidth);
        int last = (int) Math.min(size / 2.0, Math.floor(high / binWidth));
        double[] weights = new double[Math.max(0, last - first + 1)];
        for (int i = 0; i < weights.length; i++) {
            double hertz = (first + i) * binWidth;
            double weight = Math.min((hertz - low) / (middle - low), (high - hertz) / (high - middle));
            weights[i] = Math.max(0, weight) * 2 / (high - low);
        }
        return new Band(first, weights);
    }

    private static double mels(double hertz) {
        return hertz < LINEAR_TO ? hertz / LINEAR_STEP : LINEAR_MELS + StrictMath.log(hertz / LINEAR_TO) / LOG_STEP;
    }

    private static double hertz(double mels) {
        return mels < LINEAR_MELS ? mels * LINEAR_STEP : LINEAR_TO * StrictMath.exp((mels - LINEAR_MELS) * LOG_STEP);
    }
}
