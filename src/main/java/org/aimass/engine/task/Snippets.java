package org.aimass.engine.task;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.RatioRows;

/**
 * All rows of an audit whose metrics are quotients of sums, in the order of the dataset.
 *
 * @param cell by row its combination of the features' values
 * @param duration by row, NaN where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
record Snippets(RatioRows rows, int[] cell, double[] duration) {

    /** The rows of each group of a partition. */
    List<Snippets> deal(Partition partition) {
        int groups = partition.groups().size();
        int[] sizes = new int[groups];
        for (int of : cell) {
            sizes[partition.groupOfCell()[of]]++;
        }
        int[][] dealt = new int[groups][];
        Arrays.setAll(dealt, group -> new int[sizes[group]]);
        int[] next = new int[groups];
        for (int row = 0; row < cell.length; row++) {
            int group = partition.groupOfCell()[cell[row]];
            dealt[group][next[group]++] = row;
        }
        return IntStream.range(0, groups).mapToObj(group -> pick(dealt[group])).toList();
    }

    private Snippets pick(int[] chosen) {
        return new Snippets(
                rows.pick(chosen),
                Arrays.stream(chosen).map(row -> cell[row]).toArray(),
                Arrays.stream(chosen).mapToDouble(row -> duration[row]).toArray());
    }

    /** The durations that cut those of all rows into as many bins as given, each with as many rows; fewer where many are alike. */
    double[] edgesOfDurations(int bins) {
        double[] sorted =
                Arrays.stream(duration).filter(it -> !Double.isNaN(it)).sorted().toArray();
        return sorted.length == 0
                ? new double[0]
                : IntStream.range(1, bins)
                        .mapToDouble(edge -> sorted[(int) ((long) sorted.length * edge / bins)])
                        .distinct()
                        .toArray();
    }

    /** By row the bin that its duration falls into, -1 where it is unknown; a duration at an edge belongs above it. */
    int[] bins(double[] edges) {
        return Arrays.stream(duration)
                .mapToInt(it -> {
                    int at = Arrays.binarySearch(edges, it);
                    return Double.isNaN(it) ? -1 : at >= 0 ? at + 1 : -at - 1;
                })
                .toArray();
    }
}
