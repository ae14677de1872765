package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Optional;

/** One group of ranked items: its values, how sure they are, and their resampling by list. */
public final class RankingGroup implements MeasuredGroup {

    /** So many lists are drawn again one by one; more are drawn from the normal distribution of their sums. */
    private static final int DRAWN_SINGLY = 1_024;

    private final RankingMetrics metrics;
    private final double[][] units;
    private final boolean clustered;
    private final double[] sums;
    private final double[] values;

    /**
     * @param units by [list, or cluster of lists][sum], in an order that follows from the data
     * @param clustered whether units are clusters of lists
     */
    public RankingGroup(RankingMetrics metrics, double[][] units, boolean clustered) {
        this.metrics = metrics;
        this.units = units;
        this.clustered = clustered;
        sums = new double[metrics.sums()];
        for (int sum = 0; sum < sums.length; sum++) {
            Compensated total = new Compensated();
            for (double[] unit : units) {
                total.add(unit[sum]);
            }
            sums[sum] = total.value();
        }
        values = new double[metrics.list().size()];
        metrics.evaluate(sums, values);
    }

    @Override
    public long rows() {
        return (long) sums[RankingMetrics.ITEMS];
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return metrics.whyUndefined(metric, sums);
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return Optional.empty();
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        String method = clustered ? "student_t_clusters" : "student_t_lists";
        return Optional.of(estimate(metric)
                .<Uncertainty>map(estimate -> estimate.around(values[metric], confidence, method))
                .orElseGet(() -> new Uncertainty.NoInterval("fewer than two lists, or all alike")));
    }

    private Optional<Estimate> estimate(int metric) {
        if (Double.isNaN(values[metric])) {
            return Optional.empty();
        }
        Compensated squares = new Compensated();
        long counted = 0;
        for (double[] unit : units) {
            double influence = metrics.influence(metric, sums, values[metric], unit);
            squares.add(influence * influence);
            counted += unit[RankingMetrics.ALL_ITEMS] > 0 ? 1 : 0;
        }
        return RatioEstimate.of(counted, squares.value(), 1);
    }

    @Override
    public double[][] replicates(int count, Draws draws) {
        double[][] replicates = new double[count][values.length];
        if (units.length > DRAWN_SINGLY) {
            double[] errors = new double[values.length];
            Arrays.setAll(
                    errors,
                    metric -> estimate(metric).map(Estimate::standardError).orElse(Double.NaN));
            for (double[] replicate : replicates) {
                Arrays.setAll(replicate, metric -> values[metric] + draws.normal() * errors[metric]);
            }
            return replicates;
        }
        double[] drawn = new double[sums.length];
        for (double[] replicate : replicates) {
            Arrays.fill(drawn, 0);
            for (int pick = 0; pick < units.length; pick++) {
                double[] unit = units[draws.below(units.length)];
                for (int sum = 0; sum < drawn.length; sum++) {
                    drawn[sum] += unit[sum];
                }
            }
            metrics.evaluate(drawn, replicate);
        }
        return replicates;
    }

    @Override
    public String bootstrapMethod() {
        return clustered ? "bootstrap_clusters" : "bootstrap_lists";
    }
}
