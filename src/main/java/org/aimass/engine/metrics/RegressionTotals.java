package org.aimass.engine.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * What is kept of the groups of a regression whose rows are too many to keep one by one: exact sums, the same whatever the order
 * of rows or parts.
 */
public final class RegressionTotals {

    /** A truth or an answer of at least this size is no number to sum. */
    public static final double LARGEST = 0x1p40;

    private static final int WEIGHT = 0;
    private static final int ABSOLUTE = 1;
    private static final int SQUARED = 2;
    private static final int SIGNED = 3;
    private static final int ANSWER = 4;
    private static final int TRUTH = 5;
    /** w y², and what its doubles lack. */
    private static final int TRUTH_SQUARE = 6;

    private static final int TRUTH_SQUARE_REST = 7;
    private static final int FOURTH = 8;
    private static final int ANSWER_SQUARE = 9;
    private static final int SUMS = 10;

    private final ExactSums sums;
    private long[] rows;

    /** So many groups, each without rows. */
    public RegressionTotals(int groups) {
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
     * @param truth below {@link #LARGEST} in size
     * @param answer the same
     * @param weight at least 0, below 2^40
     */
    public void add(int group, double truth, double answer, double weight) {
        int at = group * SUMS;
        double error = answer - truth;
        double square = error * error;
        rows[group]++;
        sums.add(at + WEIGHT, weight);
        sums.add(at + ABSOLUTE, weight * Math.abs(error));
        sums.add(at + SQUARED, weight * square);
        sums.add(at + SIGNED, weight * error);
        sums.add(at + ANSWER, weight * answer);
        sums.add(at + TRUTH, weight * truth);
        double weighted = weight * truth;
        double product = weighted * truth;
        sums.add(at + TRUTH_SQUARE, product);
        sums.add(at + TRUTH_SQUARE_REST, Math.fma(weighted, truth, -product));
        sums.add(at + FOURTH, weight * square * square);
        sums.add(at + ANSWER_SQUARE, weight * answer * answer);
    }

    /** Adds another's group to one of these. */
    public void merge(int group, RegressionTotals other, int otherGroup) {
        rows[group] += other.rows[otherGroup];
        for (int sum = 0; sum < SUMS; sum++) {
            sums.merge(group * SUMS + sum, other.sums, otherGroup * SUMS + sum);
        }
    }

    public long rows(int group) {
        return rows[group];
    }

    /** The metrics that follow from the sums; NaN for the others and where undefined. */
    double[] values(int group) {
        double[] values = new double[RegressionMetrics.LIST.size()];
        Arrays.fill(values, Double.NaN);
        double weight = sum(group, WEIGHT);
        if (weight == 0) {
            return values;
        }
        values[RegressionMetrics.MEAN_ABSOLUTE_ERROR] = sum(group, ABSOLUTE) / weight;
        values[RegressionMetrics.MEAN_SQUARED_ERROR] = sum(group, SQUARED) / weight;
        values[RegressionMetrics.ROOT_MEAN_SQUARED_ERROR] = Math.sqrt(sum(group, SQUARED) / weight);
        values[RegressionMetrics.MEAN_SIGNED_ERROR] = sum(group, SIGNED) / weight;
        values[RegressionMetrics.MEAN_PREDICTION] = sum(group, ANSWER) / weight;
        values[RegressionMetrics.MEAN_LABEL] = sum(group, TRUTH) / weight;
        BigDecimal truth = sums.exact(group * SUMS + TRUTH);
        double spread = sums.exact(group * SUMS + TRUTH_SQUARE)
                .add(sums.exact(group * SUMS + TRUTH_SQUARE_REST))
                .subtract(truth.multiply(truth).divide(sums.exact(group * SUMS + WEIGHT), MathContext.DECIMAL128))
                .doubleValue();
        values[RegressionMetrics.R2_SCORE] = spread > 0 ? 1 - sum(group, SQUARED) / spread : Double.NaN;
        return values;
    }

    /**
     * The sum of the squared deviations of what a metric is the mean of; rows have no weights. NaN for metrics that are no
     * mean.
     */
    double squares(int group, int metric) {
        double n = rows[group];
        return switch (metric) {
            case RegressionMetrics.MEAN_ABSOLUTE_ERROR -> deviation(sum(group, SQUARED), sum(group, ABSOLUTE), n);
            case RegressionMetrics.MEAN_SIGNED_ERROR -> deviation(sum(group, SQUARED), sum(group, SIGNED), n);
            case RegressionMetrics.MEAN_SQUARED_ERROR -> deviation(sum(group, FOURTH), sum(group, SQUARED), n);
            case RegressionMetrics.MEAN_PREDICTION -> deviation(sum(group, ANSWER_SQUARE), sum(group, ANSWER), n);
            case RegressionMetrics.MEAN_LABEL -> deviation(sum(group, TRUTH_SQUARE), sum(group, TRUTH), n);
            default -> Double.NaN;
        };
    }

    private static double deviation(double squares, double sum, double n) {
        return Math.max(0, squares - sum * sum / n);
    }

    private double sum(int group, int sum) {
        return sums.value(group * SUMS + sum);
    }
}
