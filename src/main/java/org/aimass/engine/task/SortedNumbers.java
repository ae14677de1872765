package org.aimass.engine.task;

import java.util.Arrays;
import org.aimass.engine.metrics.NumberRows;
import org.jspecify.annotations.Nullable;

/** All rows of a regression in one order that follows from what they hold, ready to be dealt out to the groups of any partition. */
final class SortedNumbers {

    private final int[] cell;
    private final double[] truth;
    private final double[] answer;
    private final double @Nullable [] weight;
    private final int @Nullable [] cluster;

    private SortedNumbers(
            int[] cell, double[] truth, double[] answer, double @Nullable [] weight, int @Nullable [] cluster) {
        this.cell = cell;
        this.truth = truth;
        this.answer = answer;
        this.weight = weight;
        this.cluster = cluster;
    }

    /** By ascending answer, then truth, then weight. */
    static SortedNumbers of(KeptRows kept, GroupPlan plan) {
        int size = kept.size();
        int[] cell = new int[size];
        double[] truth = new double[size];
        double[] answer = new double[size];
        double[] weight = new double[plan.weighted() ? size : 0];
        int[] cluster = new int[plan.clustered() ? size : 0];
        int[] next = new int[1];
        kept.forEach((rowCell, rowTruth, rowAnswer, rowWeight, rowCluster) -> {
            int at = next[0]++;
            cell[at] = rowCell;
            truth[at] = rowTruth;
            answer[at] = rowAnswer;
            if (plan.weighted()) {
                weight[at] = rowWeight;
            }
            if (plan.clustered()) {
                cluster[at] = rowCluster;
            }
        });
        SortedNumbers rows = new SortedNumbers(
                cell, truth, answer, plan.weighted() ? weight : null, plan.clustered() ? cluster : null);
        if (plan.weighted()) {
            rows = rows.pick(RadixSort.sort(weight.clone()));
        }
        rows = rows.pick(RadixSort.sort(rows.truth.clone()));
        return rows.pick(RadixSort.sort(rows.answer.clone()));
    }

    private SortedNumbers pick(int[] order) {
        return new SortedNumbers(
                pick(cell, order),
                pick(truth, order),
                pick(answer, order),
                weight == null ? null : pick(weight, order),
                cluster == null ? null : pick(cluster, order));
    }

    /** The rows of each group of a partition; those of no group are left out. */
    NumberRows[] deal(int[] groupOfCell, int groups) {
        int[] starts = new int[groups + 1];
        for (int row : cell) {
            if (groupOfCell[row] >= 0) {
                starts[groupOfCell[row] + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = Arrays.copyOf(starts, groups);
        int[] order = new int[starts[groups]];
        for (int row = 0; row < cell.length; row++) {
            int group = groupOfCell[cell[row]];
            if (group >= 0) {
                order[next[group]++] = row;
            }
        }
        SortedNumbers dealt = pick(order);
        NumberRows[] rows = new NumberRows[groups];
        Arrays.setAll(
                rows,
                group -> new NumberRows(
                        dealt.truth, dealt.answer, dealt.weight, dealt.cluster, starts[group], starts[group + 1]));
        return rows;
    }

    private static double[] pick(double[] from, int[] order) {
        double[] picked = new double[order.length];
        Arrays.setAll(picked, i -> from[order[i]]);
        return picked;
    }

    private static int[] pick(int[] from, int[] order) {
        int[] picked = new int[order.length];
        Arrays.setAll(picked, i -> from[order[i]]);
        return picked;
    }
}
