package org.aimass.engine.metrics;

import java.util.Arrays;

/** In which order numbers are sorted: without objects for each, which would cost more than the sorting. */
final class SortedOrder {

    private SortedOrder() {}

    /** The places of the numbers from the least to the greatest; equal ones stay in their order. */
    static int[] of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int[] taken = new int[sorted.length];
        int[] order = new int[sorted.length];
        for (int place = 0; place < numbers.length; place++) {
            int first = first(sorted, numbers[place]);
            order[first + taken[first]++] = place;
        }
        return order;
    }

    private static int first(double[] sorted, double number) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Double.compare(sorted[middle], number) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
