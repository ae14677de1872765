package org.aimass.engine.task;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.aimass.engine.metrics.MulticlassGroup;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an audit of several classes that come in clusters, column by column.
 *
 * @param cell of features, truth and answer
 * @param weight null where every row counts once
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
record ClusteredLosses(int[] cell, double[] loss, double[] brier, double @Nullable [] weight, int[] cluster) {

    static ClusteredLosses of(KeptRows kept, boolean weighted) {
        int size = kept.size();
        ClusteredLosses rows = new ClusteredLosses(
                new int[size], new double[size], new double[size], weighted ? new double[size] : null, new int[size]);
        int[] next = new int[1];
        kept.forEach((rowCell, rowLoss, rowBrier, rowWeight, rowCluster) -> {
            int at = next[0]++;
            rows.cell[at] = rowCell;
            rows.loss[at] = rowLoss;
            rows.brier[at] = rowBrier;
            if (rows.weight != null) {
                rows.weight[at] = rowWeight;
            }
            rows.cluster[at] = rowCluster;
        });
        return rows;
    }

    /** By group the numbers of its rows. */
    int[][] rowsOf(int[] groupOfCell, int groups) {
        int[] sizes = new int[groups];
        for (int each : cell) {
            sizes[groupOfCell[each]]++;
        }
        int[][] rows = new int[groups][];
        Arrays.setAll(rows, group -> new int[sizes[group]]);
        int[] next = new int[groups];
        for (int row = 0; row < cell.length; row++) {
            int group = groupOfCell[cell[row]];
            rows[group][next[group]++] = row;
        }
        return rows;
    }

    /** @param slot by cell its place in the group's confusion matrix */
    MulticlassGroup.ClusteredRows pick(int[] rows, IntUnaryOperator slot) {
        return new MulticlassGroup.ClusteredRows(
                Arrays.stream(rows).map(row -> slot.applyAsInt(cell[row])).toArray(),
                weight == null ? null : pick(weight, rows),
                Arrays.stream(rows).map(row -> cluster[row]).toArray());
    }

    double[] losses(int[] rows) {
        return pick(loss, rows);
    }

    double[] briers(int[] rows) {
        return pick(brier, rows);
    }

    private static double[] pick(double[] from, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> from[row]).toArray();
    }
}
