package org.aimass.registry.entity;

/**
 * The logarithmic mel spectrogram that a model of speech takes, made as NVIDIA's NeMo makes it.
 *
 * @param mels how many bands, from 1 to 256
 * @param window how long a frame is, from 1 to 200 milliseconds
 * @param hop how far frames are apart, from 1 millisecond to the length of one
 * @param preemphasis the share of the sample before that each sample loses, from 0 to 1
 */
public record Spectrogram(int mels, double window, double hop, double preemphasis) {

    /** What most models of speech that take one take. */
    public static final Spectrogram USUAL = new Spectrogram(80, 25, 10, 0.97);

    private static final int MOST_MELS = 256;
    private static final double LONGEST_WINDOW = 200;

    boolean hasMels() {
        return mels >= 1 && mels <= MOST_MELS;
    }

    boolean hasWindow() {
        return window >= 1 && window <= LONGEST_WINDOW;
    }

    /** Where the frame itself has no length, of any up to the longest. */
    boolean hasHop() {
        return hop >= 1 && hop <= (hasWindow() ? window : LONGEST_WINDOW);
    }

    boolean hasPreemphasis() {
        return preemphasis >= 0 && preemphasis <= 1;
    }
}
