package org.aimass.engine.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Rows that are looked at one by one: for scores, and for clusters. Either single rows, or bins of a
 * {@link ScoreHistogram} that hold many rows each. Ordered by group, within a group by ascending score.
 *
 * @param score from 0 to 1; null where rows have none
 * @param cell 0 tp, 1 fp, 2 fn, 3 tn
 * @param mass the weight; null where each row counts once
 * @param cluster code of the cluster from 0; null where rows are independent
 * @param binned what bins hold beside; null for single rows
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record RowColumns(
        double @Nullable [] score,
        byte[] cell,
        double @Nullable [] mass,
        int @Nullable [] cluster,
        @Nullable Binned binned) {

    /**
     * Sums over the rows of each bin.
     *
     * @param massSquares of the squared weights
     * @param score of weight times score
     * @param brier of weight times squared error
     * @param loss of weight times log loss
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    public record Binned(double[] massSquares, double[] score, double[] brier, double[] loss) {}
}
