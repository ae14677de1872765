package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** What the clusters of a group hold by cell. */
final class ClusterTotals {

    /** More clusters than this are thrown together at random before the bootstrap draws them. */
    static final int MOST = 400;

    private ClusterTotals() {}

    /** Mass by [cluster][cell of eight], the clusters in the order of their slots. */
    static double[][] confusion(GroupRows rows, int[] slots, IntUnaryOperator cellOf) {
        int count = ClusterSlots.count(slots);
        ExactSums sums = new ExactSums(rows.plain() ? 0 : count * Rate.CELLS);
        double[][] totals = new double[count][Rate.CELLS];
        for (int i = 0; i < slots.length; i++) {
            if (rows.plain()) {
                totals[slots[i]][cellOf.applyAsInt(i)]++;
            } else {
                sums.add(slots[i] * Rate.CELLS + cellOf.applyAsInt(i), rows.mass(i));
            }
        }
        for (int sum = 0; sum < sums.size(); sum++) {
            totals[sum / Rate.CELLS][sum % Rate.CELLS] = sums.value(sum);
        }
        return totals;
    }

    /**
     * Mass by [cluster][cell] for the bootstrap. The order of the clusters follows from what they hold and from the draws,
     * not from their codes. Where there are more than {@link #MOST}, they are added up at random in as many equal shares: that
     * leaves the variance of sums over clusters as it is on average (random groups; Wolter, Introduction to Variance
     * Estimation, chapter 2).
     */
    static double[][] shuffled(GroupRows rows, int[] slots, int cells, IntUnaryOperator cellOf, Draws draws) {
        return shuffled(slots, cells, cellOf, rows::mass, draws);
    }

    /**
     * The same of any rows.
     *
     * @param slots by row the number of its cluster
     * @param cellOf by row its cell, whose number follows from what the row holds
     * @param mass by row its weight
     */
    static double[][] shuffled(int[] slots, int cells, IntUnaryOperator cellOf, IntToDoubleFunction mass, Draws draws) {
        int count = ClusterSlots.count(slots);
        long[] content = new long[count];
        for (int i = 0; i < slots.length; i++) {
            long row = Double.doubleToLongBits(mass.applyAsDouble(i)) * 31 + cellOf.applyAsInt(i);
            content[slots[i]] += Draws.mix(row * 0x9e3779b97f4a7c15L + 1);
        }
        Integer[] order = new Integer[count];
        Arrays.setAll(order, slot -> slot);
        Arrays.sort(order, Comparator.comparingLong(slot -> content[slot]));
        int groups = Math.min(count, MOST);
        int[] groupOf = new int[count];
        for (int i = count - 1; i >= 0; i--) {
            int j = draws.below(i + 1);
            groupOf[order[j]] = i % groups;
            order[j] = order[i];
        }
        ExactSums sums = new ExactSums(groups * cells);
        for (int i = 0; i < slots.length; i++) {
            if (mass.applyAsDouble(i) != 0) { // a cell without weight is none
                sums.add(groupOf[slots[i]] * cells + cellOf.applyAsInt(i), mass.applyAsDouble(i));
            }
        }
        double[][] totals = new double[groups][cells];
        for (int sum = 0; sum < sums.size(); sum++) {
            totals[sum / cells][sum % cells] = sums.value(sum);
        }
        return totals;
    }
}
