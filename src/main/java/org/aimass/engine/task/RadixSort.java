package org.aimass.engine.task;

import java.util.Arrays;

/** Sorts numbers of millions of rows. */
final class RadixSort {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int FLAG_BITS = 8;
    private static final int FLAGS = 1 << FLAG_BITS;
    /** So few are sorted one by one. */
    private static final int FEW = 64;

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

    /**
     * Sorts ascending, in place, without more room than the order takes; equal numbers stand in any order.
     *
     * @param numbers none of them NaN or -0.0
     * @return where each number stood before
     */
    static int[] sortInPlace(double[] numbers) {
        int[] order = new int[numbers.length];
        Arrays.setAll(order, i -> i);
        sortInPlace(numbers, order, 0, numbers.length, Long.SIZE);
        return order;
    }

    /**
     * Sorts a stretch ascending, in place, and something along with it; equal numbers stand in any order.
     *
     * @param numbers none of them NaN or -0.0
     * @param bits how many low bits of the numbers differ at most
     */
    static void sortInPlace(double[] numbers, int[] along, int from, int to, int bits) {
        flag(numbers, along, from, to, Math.max(0, bits - FLAG_BITS));
    }

    /** American flag sort (McIlroy, Bostic and McIlroy, Computing Systems 6, 1993), by the eight bits at the shift. */
    private static void flag(double[] numbers, int[] order, int from, int to, int shift) {
        if (to - from <= FEW) {
            insert(numbers, order, from, to);
            return;
        }
        int[] next = new int[FLAGS];
        for (int i = from; i < to; i++) {
            next[(int) (key(numbers[i]) >>> shift) & (FLAGS - 1)]++;
        }
        int[] ends = new int[FLAGS];
        int end = from;
        for (int flag = 0; flag < FLAGS; flag++) {
            int start = end;
            end += next[flag];
            next[flag] = start;
            ends[flag] = end;
        }
        for (int flag = 0; flag < FLAGS; flag++) {
            while (next[flag] < ends[flag]) {
                int at = next[flag];
                int other = (int) (key(numbers[at]) >>> shift) & (FLAGS - 1);
                if (other == flag) {
                    next[flag]++;
                } else {
                    swap(numbers, order, at, next[other]++);
                }
            }
        }
        for (int flag = 0, start = from; flag < FLAGS && shift > 0; start = ends[flag++]) {
            if (ends[flag] - start > 1) {
                flag(numbers, order, start, ends[flag], Math.max(0, shift - FLAG_BITS));
            }
        }
    }

    private static void insert(double[] numbers, int[] order, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            double number = numbers[i];
            int place = order[i];
            int at = i;
            for (; at > from && numbers[at - 1] > number; at--) {
                numbers[at] = numbers[at - 1];
                order[at] = order[at - 1];
            }
            numbers[at] = number;
            order[at] = place;
        }
    }

    private static void swap(double[] numbers, int[] order, int one, int other) {
        double number = numbers[one];
        numbers[one] = numbers[other];
        numbers[other] = number;
        int place = order[one];
        order[one] = order[other];
        order[other] = place;
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
