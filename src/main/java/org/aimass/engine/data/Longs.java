package org.aimass.engine.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Whole numbers one after the other. */
final class Longs {

    private static final int FIRST = 16;

    private long[] values = new long[FIRST];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    long get(int place) {
        return values[place];
    }

    int size() {
        return size;
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Those that are there more than once. */
    Set<Long> repeated() {
        Set<Long> repeated = new HashSet<>();
        long[] sorted = sorted();
        for (int i = 1; i < size; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated.add(sorted[i]);
            }
        }
        return repeated;
    }
}
