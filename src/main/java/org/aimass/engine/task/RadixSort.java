package org.aimass.engine.task;

import java.util.Arrays;

/** Sorts scores of millions of rows. */
final class RadixSort {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RadixSort() {}

    /**
     * Sorts ascending, in place and stably.
     *
     * @param scores at least 0, none of them -0.0
     * @return where each score stood before
     */
    static int[] sort(double[] scores) {
        int size = scores.length;
        long[] keys = new long[size];
        int[] order = new int[size];
        long varying = 0;
        for (int i = 0; i < size; i++) {
            keys[i] = Double.doubleToRawLongBits(scores[i]);
            order[i] = i;
            varying |= keys[i] ^ keys[0];
        }
        long[] keysTo = new long[size];
        int[] orderTo = new int[size];
        for (int shift = 0; shift < 64; shift += DIGIT_BITS) {
            if (((varying >>> shift) & (DIGITS - 1)) == 0) {
                continue;
            }
            int[] next = new int[DIGITS + 1];
            for (long key : keys) {
                next[digit(key, shift) + 1]++;
            }
            Arrays.parallelPrefix(next, Integer::sum);
            for (int i = 0; i < size; i++) {
                int to = next[digit(keys[i], shift)]++;
                keysTo[to] = keys[i];
                orderTo[to] = order[i];
            }
            long[] sortedKeys = keysTo;
            keysTo = keys;
            keys = sortedKeys;
            int[] sortedOrder = orderTo;
            orderTo = order;
            order = sortedOrder;
        }
        for (int i = 0; i < size; i++) {
            scores[i] = Double.longBitsToDouble(keys[i]);
        }
        return order;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
