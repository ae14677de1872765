package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.ExactSums;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.GroupRows;
import org.aimass.engine.metrics.ScoreEdges;
import org.aimass.engine.metrics.WorstSlices;
import org.jspecify.annotations.Nullable;

/** All that a task has counted, ready to be read group by group. */
final class Counted {

    private final CellIndex cells;
    private final long[] counts;
    private final @Nullable ExactSums weights;
    private final @Nullable SortedRows rows;
    private final OptionalDouble median;
    private final boolean clustered;

    /**
     * @param counts by cell of features and cell of the confusion matrix
     * @param weights the same, sums of weights then of squared weights; null where rows have none
     * @param rows where they are needed one by one
     * @param median of their scores, where known
     * @param clustered whether rows come in clusters, which are known row by row
     */
    Counted(
            CellIndex cells,
            long[] counts,
            @Nullable ExactSums weights,
            @Nullable SortedRows rows,
            OptionalDouble median,
            boolean clustered) {
        this.cells = cells;
        this.counts = counts;
        this.weights = weights;
        this.rows = rows;
        this.median = median;
        this.clustered = clustered;
    }

    CellIndex cells() {
        return cells;
    }

    boolean medianKnown() {
        return median.isPresent();
    }

    /** Rows by every combination of the features' values. */
    List<WorstSlices.Cell> combinations(List<List<String>> dictionaries) {
        List<WorstSlices.Cell> combinations = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            List<String> values = new ArrayList<>();
            for (int feature = 0; feature < dictionaries.size(); feature++) {
                values.add(dictionaries.get(feature).get(cells.code(cell, feature)));
            }
            int from = 4 * cell;
            combinations.add(new WorstSlices.Cell(
                    values, new GroupCounts(counts[from], counts[from + 1], counts[from + 2], counts[from + 3])));
        }
        return combinations;
    }

    /** The groups of a partition, in its order. */
    List<GroupData> groups(Partition partition) {
        return groups(partition, ScoreEdges.NONE);
    }

    /** The same, ready to be cut by some edges. */
    List<GroupData> groups(Partition partition, ScoreEdges edges) {
        return groups(partition, true, edges);
    }

    /** The same, without the scores unless they come with the clusters. */
    List<GroupData> groupsByCounts(Partition partition) {
        return groups(partition, clustered, ScoreEdges.NONE);
    }

    private List<GroupData> groups(Partition partition, boolean byRow, ScoreEdges edges) {
        int size = partition.groups().size();
        GroupCounts[] groupCounts = partition.counts(counts, size);
        List<GroupData> groups = new ArrayList<>();
        if (rows != null && byRow) {
            SortedRows.Dealt dealt = rows.deal(partition.groupOfCell(), size);
            for (int group = 0; group < size; group++) {
                GroupRows stretch = new GroupRows(dealt.columns(), dealt.starts()[group], dealt.starts()[group + 1]);
                groups.add(GroupData.of(groupCounts[group], stretch, median, edges));
            }
        } else if (weights != null) {
            double[][] sums = sums(weights, partition, size);
            for (int group = 0; group < size; group++) {
                groups.add(GroupData.weighted(groupCounts[group], sums[2 * group], sums[2 * group + 1]));
            }
        } else {
            Arrays.stream(groupCounts).map(GroupData::counted).forEach(groups::add);
        }
        return groups;
    }

    /** For each group two rows: weights by cell, squared weights by cell. */
    private static double[][] sums(ExactSums weights, Partition partition, int size) {
        ExactSums sums = new ExactSums(8 * size);
        for (int cell = 0; cell < partition.groupOfCell().length; cell++) {
            int group = partition.groupOfCell()[cell];
            for (int i = 0; group >= 0 && i < 8; i++) {
                sums.merge(8 * group + i, weights, 8 * cell + i);
            }
        }
        double[][] values = new double[2 * size][4];
        for (int i = 0; i < 8 * size; i++) {
            values[i / 4][i % 4] = sums.value(i);
        }
        return values;
    }
}
