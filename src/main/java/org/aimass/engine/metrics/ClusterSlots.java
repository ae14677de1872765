package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Numbers the clusters of a group's rows from 0. The numbering follows the codes, so nothing may depend on its order. */
final class ClusterSlots {

    private ClusterSlots() {}

    /** The number of each row's cluster. */
    static int[] of(GroupRows rows) {
        return of(rows.size(), rows::cluster);
    }

    /** The same of any rows, by their codes. */
    static int[] of(int rows, IntUnaryOperator code) {
        int[] codes = new int[rows];
        Arrays.setAll(codes, code);
        int[] distinct = Arrays.stream(codes).sorted().distinct().toArray();
        int[] slots = new int[codes.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = Arrays.binarySearch(distinct, codes[i]);
        }
        return slots;
    }

    static int count(int[] slots) {
        int count = 0;
        for (int slot : slots) {
            count = Math.max(count, slot + 1);
        }
        return count;
    }

    /** n / (n - 1) times the sum of the n squares; NaN for fewer than two. */
    static double sumOfSquares(ExactSums sums) {
        ExactSums squares = new ExactSums(1);
        for (int slot = 0; slot < sums.size(); slot++) {
            double value = sums.value(slot);
            squares.add(0, value * value);
        }
        double n = sums.size();
        return n > 1 ? n / (n - 1) * squares.value(0) : Double.NaN;
    }
}
