package org.aimass.engine.metrics;

import java.util.Optional;

/** One group of a regression that is known by its sums alone. */
public final class SummedRegressionGroup implements MeasuredGroup {

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
    public Uncertainty uncertainty(int metric, double confidence) {
        if (metric == RegressionMetrics.ROOT_MEAN_SQUARED_ERROR) {
            return uncertainty(RegressionMetrics.MEAN_SQUARED_ERROR, confidence) instanceof Interval square
                    ? square.root()
                    : tooMany();
        }
        return estimate(metric)
                .<Uncertainty>map(estimate -> estimate.around(values[metric], confidence, "student_t"))
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
    public double[][] replicates(int count, Draws draws) {
        double[][] replicates = new double[count][values.length];
        for (double[] replicate : replicates) {
            for (int metric = 0; metric < replicate.length; metric++) {
                double step = draws.normal();
                replicate[metric] = uncertainty(metric, 0.95) instanceof Interval interval
                        ? values[metric]
                                + step * interval.estimate().orElseThrow().standardError()
                        : Double.NaN;
            }
        }
        return replicates;
    }

    @Override
    public String bootstrapMethod() {
        return "bootstrap";
    }
}
