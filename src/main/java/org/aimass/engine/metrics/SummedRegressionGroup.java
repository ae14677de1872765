package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Optional;

/** One group of a regression that is known by its sums alone. */
public final class SummedRegressionGroup implements MeasuredGroup {

    /** The standard error is the same whatever the confidence. */
    private static final double ANY = 0.95;

    private final RegressionTotals totals;
    private final int group;
    private final boolean plain;
    private final double[] values;

    /** @param plain whether rows have neither weights nor clusters */
    public SummedRegressionGroup(RegressionTotals totals, int group, boolean plain) {
        this.totals = totals;
        this.group = group;
        this.plain = plain;
        values = totals.values(group);
    }

    @Override
    public long rows() {
        return totals.rows(group);
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return metric > RegressionMetrics.MEAN_LABEL
                ? "too many rows to keep them one by one"
                : RegressionMetrics.whyUndefined(metric, rows());
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return Optional.empty();
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return Optional.of(around(metric, confidence));
    }

    private Uncertainty around(int metric, double confidence) {
        if (metric == RegressionMetrics.ROOT_MEAN_SQUARED_ERROR) {
            return estimate(RegressionMetrics.MEAN_SQUARED_ERROR)
                    .<Uncertainty>map(square -> square.around(
                                    values[RegressionMetrics.MEAN_SQUARED_ERROR], confidence, "student_t")
                            .root())
                    .orElseGet(SummedRegressionGroup::tooMany);
        }
        return estimate(metric)
                .<Uncertainty>map(estimate ->
                        RegressionMetrics.bounded(metric, estimate.around(values[metric], confidence, "student_t")))
                .orElseGet(SummedRegressionGroup::tooMany);
    }

    private static Uncertainty tooMany() {
        return new Uncertainty.NoInterval("too many rows to keep them one by one");
    }

    private Optional<Estimate> estimate(int metric) {
        double squares = totals.squares(group, metric);
        return plain && !Double.isNaN(squares) && !Double.isNaN(values[metric])
                ? RatioEstimate.of(rows(), squares, (double) rows())
                : Optional.empty();
    }

    @Override
    public double[][] replicates(int count, long seed, String group) {
        Draws draws = new Draws(seed, group);
        double[] standardErrors = new double[values.length];
        Arrays.setAll(
                standardErrors,
                metric -> around(metric, ANY) instanceof Interval interval
                        ? interval.estimate().map(Estimate::standardError).orElse(Double.NaN)
                        : Double.NaN);
        double[][] replicates = new double[count][values.length];
        for (double[] replicate : replicates) {
            Arrays.setAll(replicate, metric -> values[metric] + draws.normal() * standardErrors[metric]);
        }
        return replicates;
    }

    @Override
    public String bootstrapMethod() {
        return "bootstrap";
    }
}
