package org.aimass.engine.speech;

import java.util.Arrays;

/**
 * What a voice sounds like, moment by moment: cepstra of the logarithmic power in 40 triangular mel bands up to 8 kHz (HTK's mel
 * scale), of 25 ms under Hann's window, every 10 ms. The cepstra are scaled so that the distance of two of them times 10 / ln 10 and the root
 * of 2 is in decibels.
 */
final class MelCepstrum {

    /** Samples a second that it takes. */
    static final int RATE = 16_000;

    static final int HOP = 160;
    /** The first to this one; that of order 0 is loudness, and is left out. */
    static final int ORDER = 24;

    private static final int WINDOW = 400;
    private static final int SIZE = 512;
    private static final int BANDS = 40;
    private static final double FLOOR = 1e-10;
    private static final double[] HANN = hann();
    private static final double[][] FILTERS = filters();
    private static final double[][] COSINES = cosines();

    private MelCepstrum() {}

    private static double[] hann() {
        double[] window = new double[WINDOW];
        Arrays.setAll(window, i -> 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / WINDOW));
        return window;
    }

    private static double mel(double hertz) {
        return 2595 * StrictMath.log10(1 + hertz / 700);
    }

    /** By [band][bin of the spectrum] how much counts. */
    private static double[][] filters() {
        double step = mel(RATE / 2.0) / (BANDS + 1);
        double[][] filters = new double[BANDS][SIZE / 2 + 1];
        for (int band = 0; band < BANDS; band++) {
            for (int bin = 0; bin <= SIZE / 2; bin++) {
                double away = Math.abs(mel((double) bin * RATE / SIZE) / step - (band + 1));
                filters[band][bin] = Math.max(0, 1 - away);
            }
        }
        return filters;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[ORDER][BANDS];
        for (int order = 0; order < ORDER; order++) {
            for (int band = 0; band < BANDS; band++) {
                cosines[order][band] = StrictMath.cos(Math.PI * (order + 1) * (band + 0.5) / BANDS) / BANDS;
            }
        }
        return cosines;
    }

    /** How many frames a sound of so many samples has; at least 1. */
    static int frames(int samples) {
        return 1 + Math.max(0, samples - WINDOW) / HOP;
    }

    /** By [frame][order]; what lacks at the end is silence. */
    static double[][] of(float[] samples) {
        double[][] cepstra = new double[frames(samples.length)][];
        double[] real = new double[SIZE];
        double[] imaginary = new double[SIZE];
        for (int frame = 0; frame < cepstra.length; frame++) {
            Arrays.fill(real, 0);
            Arrays.fill(imaginary, 0);
            for (int i = 0; i < WINDOW && frame * HOP + i < samples.length; i++) {
                real[i] = samples[frame * HOP + i] * HANN[i];
            }
            Fourier.transform(real, imaginary);
            cepstra[frame] = cepstrum(real, imaginary);
        }
        return cepstra;
    }

    private static double[] cepstrum(double[] real, double[] imaginary) {
        double[] bands = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            double power = FLOOR;
            for (int bin = 0; bin <= SIZE / 2; bin++) {
                power += FILTERS[band][bin] * (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]);
            }
            bands[band] = StrictMath.log(power);
        }
        double[] cepstrum = new double[ORDER];
        for (int order = 0; order < ORDER; order++) {
            for (int band = 0; band < BANDS; band++) {
                cepstrum[order] += COSINES[order][band] * bands[band];
            }
        }
        return cepstrum;
    }
}
