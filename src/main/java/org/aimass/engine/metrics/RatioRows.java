package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one group, in an order that follows from the dataset.
 *
 * @param size how many rows
 * @param numbers by [number][row]; where rows have weights, times these
 * @param weighted whether rows have weights
 * @param keys by grouping and row the code of the unit that it belongs to; null where every row is one
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record RatioRows(int size, double[][] numbers, boolean weighted, int[] @Nullable [] keys) {

    int keyings() {
        return keys.length;
    }

    boolean clustered(int keying) {
        return keys[keying] != null;
    }

    /** The metric's quotients of the rows that have something below, ascending. */
    double[] quotients(RatioMetric metric) {
        double[] above = numbers[metric.above()];
        double[] below = numbers[metric.below()];
        return IntStream.range(0, size)
                .filter(row -> below[row] > 0)
                .mapToDouble(row -> above[row] / below[row])
                .sorted()
                .toArray();
    }

    /** The rows of the given numbers, in that order. */
    public RatioRows pick(int[] rows) {
        double[][] picked = new double[numbers.length][rows.length];
        for (int number = 0; number < numbers.length; number++) {
            for (int row = 0; row < rows.length; row++) {
                picked[number][row] = numbers[number][rows[row]];
            }
        }
        int[][] pickedKeys = new int[keys.length][];
        for (int keying = 0; keying < keys.length; keying++) {
            int[] codes = keys[keying];
            pickedKeys[keying] = codes == null
                    ? null
                    : Arrays.stream(rows).map(row -> codes[row]).toArray();
        }
        return new RatioRows(rows.length, picked, weighted, pickedKeys);
    }
}
