package org.aimass.engine.data;

/**
 * Sound on one channel.
 *
 * @param rate samples a second, at least 1
 * @param samples from -1 up to, but without, 1, as far as they were whole numbers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sound(int rate, float[] samples) {

    /** In seconds. */
    public double duration() {
        return (double) samples.length / rate;
    }
}
