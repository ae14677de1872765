package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.aimass.engine.metrics.ExactSums;
import org.aimass.engine.metrics.RowColumns;
import org.aimass.engine.metrics.ScoreHistogram;
import org.jspecify.annotations.Nullable;

/** All rows at hand, by ascending score, ready to be dealt out to the groups of any partition. */
final class SortedRows {

    private final int[] code;
    private final double @Nullable [] score;
    private final double @Nullable [] mass;
    private final int @Nullable [] cluster;
    private final RowColumns.@Nullable Binned binned;

    private SortedRows(
            int[] code,
            double @Nullable [] score,
            double @Nullable [] mass,
            int @Nullable [] cluster,
            RowColumns.@Nullable Binned binned) {
        this.code = code;
        this.score = score;
        this.mass = mass;
        this.cluster = cluster;
        this.binned = binned;
    }

    static SortedRows of(KeptRows kept, BinaryPlan plan) {
        if (plan.scored() && !plan.groups().weighted() && !plan.groups().clustered()) {
            ScoreSort sort = new ScoreSort(kept);
            return new SortedRows(sort.codes(), sort.scores(), null, null, null);
        }
        int size = kept.size();
        int[] code = new int[size];
        double[] score = new double[plan.scored() ? size : 0];
        double[] mass = new double[plan.groups().weighted() ? size : 0];
        int[] cluster = new int[plan.groups().clustered() ? size : 0];
        int[] next = new int[1];
        kept.forEach((rowCode, rowScore, rowMass, unused, rowCluster) -> {
            int at = next[0]++;
            code[at] = rowCode;
            if (plan.scored()) {
                score[at] = rowScore;
            }
            if (plan.groups().weighted()) {
                mass[at] = rowMass;
            }
            if (plan.groups().clustered()) {
                cluster[at] = rowCluster;
            }
        });
        if (!plan.scored()) {
            return new SortedRows(code, null, plan.groups().weighted() ? mass : null, cluster, null);
        }
        int[] order = RadixSort.sortInPlace(score);
        return new SortedRows(
                pick(code, order),
                score,
                plan.groups().weighted() ? pick(mass, order) : null,
                plan.groups().clustered() ? pick(cluster, order) : null,
                null);
    }

    static SortedRows of(ScoreHistogram histogram) {
        double[] score = histogram.scores();
        int[] order = RadixSort.sortInPlace(score);
        int[] code = new int[order.length];
        Arrays.setAll(code, i -> histogram.code(order[i]));
        return new SortedRows(code, score, pick(histogram.masses(), order), null, pick(histogram.binned(), order));
    }

    /** The columns dealt out: group after group, within a group by ascending score. */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    record Dealt(RowColumns columns, int[] starts) {}

    /** @param groupOfCell by cell of features; negative leaves its rows out */
    Dealt deal(int[] groupOfCell, int groups) {
        int[] starts = new int[groups + 1];
        for (int row : code) {
            int group = groupOfCell[row >> 2];
            if (group >= 0) {
                starts[group + 1]++;
            }
        }
        for (int group = 0; group < groups; group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = Arrays.copyOf(starts, groups);
        return new Dealt(
                mass == null && cluster == null && score != null
                        ? dealSingle(score, groupOfCell, next, starts[groups])
                        : deal(groupOfCell, next, starts[groups]),
                starts);
    }

    /** @param next by group where its next row goes */
    private RowColumns dealSingle(double[] ascending, int[] groupOfCell, int[] next, int size) {
        byte[] cell = new byte[size];
        if (next.length == 1 && size == code.length) {
            for (int row = 0; row < size; row++) {
                cell[row] = (byte) (code[row] & 3);
            }
            return new RowColumns(ascending, cell, null, null, null);
        }
        double[] dealt = new double[size];
        for (int row = 0; row < code.length; row++) {
            int group = groupOfCell[code[row] >> 2];
            if (group >= 0) {
                int to = next[group]++;
                dealt[to] = ascending[row];
                cell[to] = (byte) (code[row] & 3);
            }
        }
        return new RowColumns(dealt, cell, null, null, null);
    }

    private RowColumns deal(int[] groupOfCell, int[] next, int size) {
        int[] order = new int[size];
        for (int row = 0; row < code.length; row++) {
            int group = groupOfCell[code[row] >> 2];
            if (group >= 0) {
                order[next[group]++] = row;
            }
        }
        byte[] cell = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            cell[i] = (byte) (code[order[i]] & 3);
        }
        return new RowColumns(
                score == null ? null : pick(score, order),
                cell,
                mass == null ? null : pick(mass, order),
                cluster == null ? null : pick(cluster, order),
                binned == null ? null : pick(binned, order));
    }

    /** The middle score, or the mean of the two middle ones; of weighted rows where half the weight lies on either side. */
    double median() {
        double[] scores = requireNonNull(score);
        if (mass == null) {
            int size = scores.length;
            return (scores[(size - 1) / 2] + scores[size / 2]) / 2;
        }
        return weightedMedian(scores, mass);
    }

    private static double weightedMedian(double[] scores, double[] mass) {
        ExactSums sums = new ExactSums(2);
        for (double weight : mass) {
            sums.add(0, weight);
        }
        double half = sums.value(0) / 2;
        for (int i = 0; i < scores.length; i++) {
            sums.add(1, mass[i]);
            boolean tied = i + 1 < scores.length && scores[i + 1] == scores[i];
            if (!tied && sums.value(1) >= half) {
                int next = i + 1;
                while (next < scores.length && mass[next] == 0) {
                    next++;
                }
                return sums.value(1) == half && next < scores.length ? (scores[i] + scores[next]) / 2 : scores[i];
            }
        }
        return scores[scores.length - 1];
    }

    private static RowColumns.Binned pick(RowColumns.Binned from, int[] order) {
        return new RowColumns.Binned(
                pick(from.massSquares(), order),
                pick(from.score(), order),
                pick(from.brier(), order),
                pick(from.loss(), order));
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
