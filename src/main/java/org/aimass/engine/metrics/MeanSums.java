package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Sums from which the mean of a number of each row, and its standard error, follow: exact, the same whatever the order of rows
 * or parts.
 */
public final class MeanSums {

    private static final int WEIGHT = 0;
    private static final int VALUE = 1;
    /** w², w² x, w² x². */
    private static final int SQUARES = 2;

    private static final int SUMS = 5;

    private final ExactSums sums;
    private long[] rows;

    /** So many groups, each without rows. */
    public MeanSums(int groups) {
        sums = ExactSums.wide(groups * SUMS);
        rows = new long[groups];
    }

    public int groups() {
        return rows.length;
    }

    /** Makes room for more groups, each without rows. */
    public void grow(int groups) {
        sums.grow(groups * SUMS);
        rows = Arrays.copyOf(rows, groups);
    }

    /**
     * @param value below 2^40 in size
     * @param weight at least 0, below 2^40
     */
    public void add(int group, double value, double weight) {
        int at = group * SUMS;
        double square = weight * weight;
        rows[group]++;
        sums.add(at + WEIGHT, weight);
        sums.add(at + VALUE, weight * value);
        sums.add(at + SQUARES, square);
        sums.add(at + SQUARES + 1, square * value);
        sums.add(at + SQUARES + 2, square * value * value);
    }

    /** Adds another's group to one of these. */
    public void merge(int group, MeanSums other, int otherGroup) {
        rows[group] += other.rows[otherGroup];
        for (int sum = 0; sum < SUMS; sum++) {
            sums.merge(group * SUMS + sum, other.sums, otherGroup * SUMS + sum);
        }
    }

    /** NaN where there are no rows, or only weights of 0. */
    double mean(int group) {
        double weight = sums.value(group * SUMS + WEIGHT);
        return weight == 0 ? Double.NaN : sums.value(group * SUMS + VALUE) / weight;
    }

    /** How sure the mean of independent rows is. */
    Optional<Estimate> estimate(int group) {
        int at = group * SUMS + SQUARES;
        double mean = mean(group);
        double squares = sums.value(at + 2) - 2 * mean * sums.value(at + 1) + mean * mean * sums.value(at);
        return RatioEstimate.of(rows[group], Math.max(0, squares), sums.value(group * SUMS + WEIGHT));
    }
}
