package org.aimass.engine.metrics;

import static org.aimass.engine.metrics.RegressionMetrics.MAX_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_LABEL;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_PREDICTION;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_SIGNED_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_SQUARED_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEDIAN_ABSOLUTE_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.R2_SCORE;
import static org.aimass.engine.metrics.RegressionMetrics.ROOT_MEAN_SQUARED_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.STATISTICAL_PARITY_KS;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** One group of a regression whose rows are at hand: its values, how sure they are, and their resampling. */
public final class RegressionGroup implements MeasuredGroup {

    /** So many independent units are drawn again one by one; more are drawn from the normal distribution of their sums. */
    private static final int DRAWN_SINGLY = 1_024;

    private final NumberRows rows;
    private final double[] values = new double[RegressionMetrics.LIST.size()];
    private final double meanTruth;
    private final double[] errors;
    private final RegressionUnits units;
    private final AnswerDistance parity;

    /**
     * @param everybody the rows whose answers the group's are held against: all of the same slice
     */
    public RegressionGroup(NumberRows rows, NumberRows everybody) {
        this.rows = rows;
        meanTruth = mean(rows::truth);
        units = new RegressionUnits(rows, meanTruth);
        errors = new double[rows.size()];
        Arrays.setAll(errors, row -> Math.abs(rows.error(row)));
        Arrays.sort(errors);
        parity = AnswerDistance.between(rows, everybody);
        units.values(values);
        values[STATISTICAL_PARITY_KS] = parity.value();
        if (errors.length > 0) {
            values[MAX_ERROR] = errors[errors.length - 1];
            values[MEDIAN_ABSOLUTE_ERROR] = rows.weight() == null ? median() : Double.NaN;
        } else {
            Arrays.fill(values, Double.NaN);
        }
    }

    /** Bins that hold most of the errors. */
    public double[] edgesOfErrors() {
        return Bins.edgesOfErrors(errors);
    }

    /** How the errors are spread over bins. */
    public BinnedRows binned(Map<String, String> features, double[] edges) {
        return Bins.bin(features, rows.size(), rows::error, edges);
    }

    private double mean(RatioEstimate.Column column) {
        return RatioEstimate.value(rows.size(), row -> rows.weight(row) * column.of(row), rows::weight);
    }

    private double median() {
        return (errors[(errors.length - 1) / 2] + errors[errors.length / 2]) / 2;
    }

    @Override
    public long rows() {
        return rows.size();
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return Optional.empty();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return metric == MEDIAN_ABSOLUTE_ERROR && rows.size() > 0
                ? "rows have weights"
                : RegressionMetrics.whyUndefined(metric, rows.size());
    }

    /** How sure a metric's value is, where its sampling error is known. */
    private Optional<Estimate> estimate(int metric) {
        double value = values[metric];
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        return switch (metric) {
            case MEAN_ABSOLUTE_ERROR, MEAN_SQUARED_ERROR, MEAN_SIGNED_ERROR, MEAN_PREDICTION, MEAN_LABEL, R2_SCORE ->
                units.estimate(metric, value);
            case ROOT_MEAN_SQUARED_ERROR ->
                estimate(MEAN_SQUARED_ERROR)
                        .map(square -> new Estimate(square.standardError() / (2 * value), square.freedom()));
            case STATISTICAL_PARITY_KS -> parity.estimate(units.size());
            case MEDIAN_ABSOLUTE_ERROR -> plain() ? OrderStatistics.estimateOfMedian(errors) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return Optional.of(around(metric, confidence));
    }

    private Uncertainty around(int metric, double confidence) {
        double value = values[metric];
        if (metric == MAX_ERROR) {
            return new Uncertainty.NoInterval("the largest of some rows says nothing about the largest of all");
        }
        if (metric == STATISTICAL_PARITY_KS) {
            return parity.uncertainty(confidence, plain());
        }
        if (metric == MEDIAN_ABSOLUTE_ERROR) {
            return plain()
                    ? OrderStatistics.median(errors, confidence)
                    : new Uncertainty.NoInterval("rows have weights or clusters");
        }
        Optional<Estimate> estimate = estimate(metric);
        if (estimate.isEmpty()) {
            return new Uncertainty.NoInterval("fewer than two rows or clusters, or all alike");
        }
        if (metric == ROOT_MEAN_SQUARED_ERROR) {
            Estimate square = estimate(MEAN_SQUARED_ERROR).orElseThrow();
            return square.around(values[MEAN_SQUARED_ERROR], confidence, method())
                    .root();
        }
        return RegressionMetrics.bounded(metric, estimate.get().around(value, confidence, method()));
    }

    private boolean plain() {
        return rows.weight() == null && rows.cluster() == null;
    }

    /** How intervals of means are named. */
    private String method() {
        return rows.cluster() != null
                ? "student_t_clusters"
                : rows.weight() != null ? "student_t_weights" : "student_t";
    }

    @Override
    public String bootstrapMethod() {
        return rows.cluster() != null ? "bootstrap_clusters" : "bootstrap";
    }

    @Override
    public double[][] replicates(int count, long seed, String group) {
        Draws draws = new Draws(seed, group);
        double[][] replicates = new double[count][values.length];
        boolean singly = units.size() <= DRAWN_SINGLY;
        double[] standardErrors = new double[values.length];
        Arrays.setAll(
                standardErrors,
                metric -> estimate(metric).map(Estimate::standardError).orElse(Double.NaN));
        for (double[] replicate : replicates) {
            if (singly) {
                units.drawn(draws, replicate);
            }
            for (int metric = singly ? MEDIAN_ABSOLUTE_ERROR : 0; metric < replicate.length; metric++) {
                replicate[metric] = values[metric] + draws.normal() * standardErrors[metric];
            }
        }
        return replicates;
    }
}
