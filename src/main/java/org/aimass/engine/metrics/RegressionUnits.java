package org.aimass.engine.metrics;

import static org.aimass.engine.metrics.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_LABEL;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_PREDICTION;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_SIGNED_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_SQUARED_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.R2_SCORE;
import static org.aimass.engine.metrics.RegressionMetrics.ROOT_MEAN_SQUARED_ERROR;

import java.util.Optional;

/** The independent units of a group of a regression, its rows or its clusters, and what each adds to the sums. */
final class RegressionUnits {

    private static final int WEIGHT = 0;
    private static final int ABSOLUTE = 1;
    private static final int SQUARED = 2;
    private static final int SIGNED = 3;
    private static final int ANSWER = 4;
    private static final int TRUTH = 5;
    /** Weight times the truth's deviation from the group's mean, and times its square. */
    private static final int DEVIATION = 6;

    private static final int SPREAD = 7;
    private static final int SUMS = 8;

    private final NumberRows rows;
    private final double meanTruth;
    private final int size;
    /** By [unit * SUMS + sum]; empty where units are rows. */
    private final double[] totals;

    RegressionUnits(NumberRows rows, double meanTruth) {
        this.rows = rows;
        this.meanTruth = meanTruth;
        if (rows.cluster() == null) {
            size = rows.size();
            totals = new double[0];
            return;
        }
        int[] slots = ClusterSlots.of(rows.size(), rows::cluster);
        size = ClusterSlots.count(slots);
        ExactSums sums = ExactSums.wide(size * SUMS);
        for (int row = 0; row < slots.length; row++) {
            for (int sum = 0; sum < SUMS; sum++) {
                sums.add(slots[row] * SUMS + sum, ofRow(row, sum));
            }
        }
        totals = new double[size * SUMS];
        for (int sum = 0; sum < totals.length; sum++) {
            totals[sum] = sums.value(sum);
        }
    }

    int size() {
        return size;
    }

    private double of(int unit, int sum) {
        return rows.cluster() == null ? ofRow(unit, sum) : totals[unit * SUMS + sum];
    }

    private double ofRow(int row, int sum) {
        double weight = rows.weight(row);
        if (weight == 0) {
            return 0; // also where all weigh nothing, so that nothing deviates from a mean
        }
        double error = rows.error(row);
        double deviation = rows.truth(row) - meanTruth;
        return weight
                * switch (sum) {
                    case ABSOLUTE -> Math.abs(error);
                    case SQUARED -> error * error;
                    case SIGNED -> error;
                    case ANSWER -> rows.answer(row);
                    case TRUTH -> rows.truth(row);
                    case DEVIATION -> deviation;
                    case SPREAD -> deviation * deviation;
                    default -> 1;
                };
    }

    /** Fills in what follows from the sums; NaN where undefined. */
    void values(double[] values) {
        Compensated[] sums = new Compensated[SUMS];
        for (int sum = 0; sum < SUMS; sum++) {
            sums[sum] = new Compensated();
            for (int row = 0; row < rows.size(); row++) {
                sums[sum].add(ofRow(row, sum));
            }
        }
        double[] plain = new double[SUMS];
        for (int sum = 0; sum < SUMS; sum++) {
            plain[sum] = sums[sum].value();
        }
        evaluate(plain, values);
    }

    private static void evaluate(double[] sums, double[] values) {
        double weight = sums[WEIGHT] == 0 ? Double.NaN : sums[WEIGHT];
        values[MEAN_ABSOLUTE_ERROR] = sums[ABSOLUTE] / weight;
        values[MEAN_SQUARED_ERROR] = sums[SQUARED] / weight;
        values[ROOT_MEAN_SQUARED_ERROR] = Math.sqrt(sums[SQUARED] / weight);
        values[MEAN_SIGNED_ERROR] = sums[SIGNED] / weight;
        values[MEAN_PREDICTION] = sums[ANSWER] / weight;
        values[MEAN_LABEL] = sums[TRUTH] / weight;
        double spread = sums[SPREAD] - sums[DEVIATION] * sums[DEVIATION] / weight;
        values[R2_SCORE] = spread > 0 ? 1 - sums[SQUARED] / spread : Double.NaN;
    }

    /** How sure a mean, or R&sup2;, is. */
    Optional<Estimate> estimate(int metric, double value) {
        int above =
                switch (metric) {
                    case MEAN_ABSOLUTE_ERROR -> ABSOLUTE;
                    case MEAN_SQUARED_ERROR, R2_SCORE -> SQUARED;
                    case MEAN_SIGNED_ERROR -> SIGNED;
                    case MEAN_PREDICTION -> ANSWER;
                    case MEAN_LABEL -> TRUTH;
                    default -> throw new IllegalArgumentException("no mean: " + metric);
                };
        boolean share = metric == R2_SCORE;
        return RatioEstimate.of(
                size, unit -> of(unit, above), unit -> of(unit, share ? SPREAD : WEIGHT), share ? 1 - value : value);
    }

    /** Fills in the same over as many units drawn with replacement. */
    void drawn(Draws draws, double[] values) {
        double[] sums = new double[SUMS];
        for (int pick = 0; pick < size; pick++) {
            int unit = draws.below(size);
            for (int sum = 0; sum < SUMS; sum++) {
                sums[sum] += of(unit, sum);
            }
        }
        evaluate(sums, values);
    }
}
