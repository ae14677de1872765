package org.aimass.engine.speech;

/**
 * The sound that a model takes.
 *
 * @param sampleRate that it takes; sound of other rates is resampled
 * @param normalized whether it takes sound of mean 0 and variance 1, as wav2vec 2.0 does
 */
public record Hearing(int sampleRate, boolean normalized) {

    private static final double SMALLEST_VARIANCE = 1e-7;

    /** The sound as the model takes it. */
    public float[] prepared(float[] samples, int rate) {
        float[] resampled = Resampler.resample(samples, rate, sampleRate);
        return normalized ? normal(resampled) : resampled;
    }

    private static float[] normal(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        double mean = sum / samples.length;
        double squares = 0;
        for (float sample : samples) {
            squares += (sample - mean) * (sample - mean);
        }
        double deviation = Math.sqrt(squares / samples.length + SMALLEST_VARIANCE);
        float[] normal = new float[samples.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = (float) ((samples[i] - mean) / deviation);
        }
        return normal;
    }
}
