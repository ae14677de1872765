package org.aimass.engine.metrics;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one group of a regression, from {@code from} up to, but without, {@code to}: by ascending answer, among equal ones
 * by ascending truth, then weight. So sums over them do not depend on the order in which they were read.
 *
 * @param truth finite
 * @param answer finite
 * @param weight at least 0; null where every row counts once
 * @param cluster code of the cluster; null where rows are independent
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record NumberRows(
        double[] truth, double[] answer, double @Nullable [] weight, int @Nullable [] cluster, int from, int to) {

    public int size() {
        return to - from;
    }

    double truth(int row) {
        return truth[from + row];
    }

    double answer(int row) {
        return answer[from + row];
    }

    /** Answer less truth. */
    double error(int row) {
        return answer(row) - truth(row);
    }

    double weight(int row) {
        return weight == null ? 1 : weight[from + row];
    }

    int cluster(int row) {
        return requireNonNull(cluster)[from + row];
    }
}
