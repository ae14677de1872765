package org.aimass.engine.task;

import java.util.Arrays;

/** Sorts numbers of millions of rows. */
final class RadixSort {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RadixSort() {}

    /**
     * Sorts ascending, in place and stably.
     *
     * @param numbers none of them NaN or -0.0
     * @return where each number stood before
     */
    static int[] sort(double[] numbers) {
        int size = numbers.length;
        long[] keys = new long[size];
        int[] order = new int[size];
        long varying = 0;
        for (int i = 0; i < size; i++) {
            keys[i] = key(numbers[i]);
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
            numbers[i] = number(keys[i]);
        }
        return order;
    }

    /** Rises, unsigned, as the numbers do. */
    private static long key(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    private static double number(long key) {
        return Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
