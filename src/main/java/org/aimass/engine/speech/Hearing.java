package org.aimass.engine.speech;

import java.util.Optional;

/**
 * The sound that a model takes.
 *
 * @param sampleRate that it takes; sound of other rates is resampled
 * @param normalized whether it takes sound of mean 0 and variance 1, as wav2vec 2.0 does; of a spectrogram each band, as NeMo does
 * @param mel the spectrogram that it takes; empty where it takes the samples themselves
 */
public record Hearing(int sampleRate, boolean normalized, Optional<LogMel> mel) {

    private static final double SMALLEST_VARIANCE = 1e-7;
    private static final double SMALLEST_DEVIATION = 1e-5;

    /** The samples as the model takes them, or its spectrogram is made of. */
    public float[] samples(float[] samples, int rate) {
        float[] resampled = Resampler.resample(samples, rate, sampleRate);
        return normalized && mel.isEmpty() ? normal(resampled) : resampled;
    }

    /**
     * The spectrogram as the model takes it, by [band][frame]; where it is normalized, of at least two frames.
     *
     * @param samples of {@link #samples}
     */
    public float[][] spectrogram(float[] samples) {
        float[][] spectrogram = mel.orElseThrow().of(samples, sampleRate);
        for (int band = 0; normalized && band < spectrogram.length; band++) {
            spectrogram[band] = normalBand(spectrogram[band]);
        }
        return spectrogram;
    }

    private static float[] normal(float[] samples) {
        double mean = mean(samples);
        return scaled(samples, mean, Math.sqrt(squares(samples, mean) / samples.length + SMALLEST_VARIANCE));
    }

    private static float[] normalBand(float[] band) {
        double mean = mean(band);
        return scaled(band, mean, Math.sqrt(squares(band, mean) / (band.length - 1)) + SMALLEST_DEVIATION);
    }

    private static double mean(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    private static double squares(float[] numbers, double mean) {
        double squares = 0;
        for (float number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return squares;
    }

    private static float[] scaled(float[] numbers, double mean, double deviation) {
        float[] scaled = new float[numbers.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) ((numbers[i] - mean) / deviation);
        }
        return scaled;
    }
}
