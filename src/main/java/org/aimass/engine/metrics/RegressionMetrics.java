package org.aimass.engine.metrics;

import java.util.List;
import java.util.Map;

/**
 * The metrics of a regression, of every group; the error of a row is its answer less its truth. Values travel as an array in
 * the order of {@link #LIST}; NaN stands for undefined. Some may be below 0: their ratios are the least over the greatest all
 * the same, as elsewhere in the field.
 */
public final class RegressionMetrics {

    public static final int MEAN_ABSOLUTE_ERROR = 0;
    public static final int MEAN_SQUARED_ERROR = 1;
    public static final int ROOT_MEAN_SQUARED_ERROR = 2;
    public static final int R2_SCORE = 3;
    public static final int MEAN_SIGNED_ERROR = 4;
    public static final int MEAN_PREDICTION = 5;
    public static final int MEAN_LABEL = 6;
    public static final int MEDIAN_ABSOLUTE_ERROR = 7;
    public static final int MAX_ERROR = 8;
    public static final int STATISTICAL_PARITY_KS = 9;

    /** Names as in scikit-learn, where it has one. */
    public static final List<BaseMetric> LIST = List.of(
            metric("mean_absolute_error"),
            metric("mean_squared_error"),
            metric("root_mean_squared_error"),
            metric("r2_score"),
            metric("mean_signed_error"),
            metric("mean_prediction"),
            metric("mean_label"),
            metric("median_absolute_error"),
            metric("max_error"),
            metric("statistical_parity_ks"));

    private RegressionMetrics() {}

    private static BaseMetric metric(String name) {
        return new BaseMetric(name, Map.of(), false, false);
    }

    /** The interval as far as the metric can reach: errors are at least 0, R&sup2; is at most 1. */
    static Interval bounded(int metric, Interval interval) {
        return switch (metric) {
            case MEAN_ABSOLUTE_ERROR, MEAN_SQUARED_ERROR -> interval.within(0, Double.POSITIVE_INFINITY);
            case R2_SCORE -> interval.within(Double.NEGATIVE_INFINITY, 1);
            default -> interval;
        };
    }

    /** Why a metric has no value for a group. */
    public static String whyUndefined(int metric, long rows) {
        if (rows == 0) {
            return "no rows";
        }
        return metric == R2_SCORE ? "all labels are equal" : "all weights are 0";
    }
}
