package org.aimass.engine.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The confusion matrix of a group: the cells that hold rows, by ascending truth, then answer.
 *
 * @param classes how many there are
 * @param truth by cell the class of its rows
 * @param answer by cell the class that they were taken for
 * @param mass by cell the rows, or the sum of their weights
 * @param squares by cell the sum of the squared weights; null where every row counts once
 * @param rowsOf by cell the rows, weights aside
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record ConfusionCells(
        int classes, int[] truth, int[] answer, double[] mass, double @Nullable [] squares, long[] rowsOf) {

    /** How many rows there are in all. */
    public long rows() {
        long rows = 0;
        for (long each : rowsOf) {
            rows += each;
        }
        return rows;
    }

    public int size() {
        return truth.length;
    }

    double total() {
        double total = 0;
        for (double each : mass) {
            total += each;
        }
        return total;
    }

    /** How many rows are drawn again: as many as there are, or by Kish as their weights are worth. */
    long drawn() {
        if (squares == null) {
            return rows();
        }
        double total = total();
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return sum == 0 ? 0 : Math.max(1, Math.round(total * total / sum));
    }
}
