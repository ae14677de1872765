package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** One group of a language model's answers: its values, how sure they are, and their resampling by row or by cluster. */
public final class TextGroup implements MeasuredGroup {

    private final TextMetrics metrics;
    private final SummedUnits units;
    private final boolean clustered;
    private final boolean weighted;
    private final long rows;
    private final double[] sums;
    private final double[] values;

    /**
     * @param keys of the units: a cluster that holds rows of two groups is a unit of both
     * @param units by [row, or cluster of rows][sum], in an order that follows from the data; what each row adds is times its weight.
     *     A term counts once, however much its rows weigh, unless they weigh nothing
     * @param clustered whether units are clusters
     * @param weighted whether rows have weights
     * @param rows how many there are, weights aside
     */
    public TextGroup(
            TextMetrics metrics, long[] keys, double[][] units, boolean clustered, boolean weighted, long rows) {
        this.metrics = metrics;
        this.clustered = clustered;
        this.weighted = weighted;
        this.rows = rows;
        for (double[] unit : units) {
            metrics.close(unit);
        }
        this.units = new SummedUnits(keys, units, metrics.sums());
        sums = this.units.sums();
        values = evaluate(sums);
    }

    /** Of rows that count once each. */
    TextGroup(TextMetrics metrics, long[] keys, double[][] units, boolean clustered) {
        this(metrics, keys, units, clustered, false, rowsOf(units));
    }

    private static long rowsOf(double[][] units) {
        return (long)
                Arrays.stream(units).mapToDouble(unit -> unit[TextMetrics.ROWS]).sum();
    }

    private double[] evaluate(double[] ofSums) {
        return metrics.formulas().stream()
                .mapToDouble(formula -> formula.value(ofSums))
                .toArray();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return rows > 0 && sums[TextMetrics.ROWS] == 0
                ? "all weights are 0"
                : metrics.formulas().get(metric).whyUndefined();
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return clustered ? Optional.empty() : share(metric).map(this::proportion);
    }

    private Proportion proportion(TextMetrics.Quotient share) {
        double above = sums[share.above()];
        double below = sums[share.below()];
        return weighted
                ? Proportion.weighted(
                        above,
                        below,
                        units.squares(share.above()),
                        units.squares(share.below()),
                        units.adding(share.below()))
                : new Proportion(above, below, below, true);
    }

    @Override
    public Optional<Fraction> fraction(int metric) {
        return share(metric).map(share -> new Fraction(sums[share.above()], sums[share.below()]));
    }

    /** Of what is counted, where there is something to count. */
    private Optional<TextMetrics.Quotient> share(int metric) {
        return metrics.formulas().get(metric) instanceof TextMetrics.Quotient share
                        && share.counted()
                        && sums[share.below()] > 0
                ? Optional.of(share)
                : Optional.empty();
    }

    private String method() {
        return clustered ? "student_t_clusters" : weighted ? "student_t_weights" : "student_t";
    }

    private static Uncertainty none() {
        return new Uncertainty.NoInterval("fewer than two rows or clusters, or all alike");
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return Optional.of(SummedUnits.estimate(influences(metric))
                .<Uncertainty>map(estimate -> estimate.around(values[metric], confidence, method()))
                .orElseGet(TextGroup::none));
    }

    private Map<Long, Double> influences(int metric) {
        TextMetrics.Formula formula = metrics.formulas().get(metric);
        return units.influences(unit -> unit[TextMetrics.ROWS] > 0, unit -> formula.influence(sums, unit));
    }

    /** Of groups that share clusters what each cluster adds to the difference is taken together. */
    @Override
    public Optional<Uncertainty> difference(int metric, MeasuredGroup other, double confidence) {
        if (!clustered) {
            return MeasuredGroup.super.difference(metric, other, confidence);
        }
        TextGroup reference = (TextGroup) other;
        double difference = values[metric] - reference.values[metric];
        return Optional.of(SummedUnits.estimate(influences(metric), reference.influences(metric))
                .<Uncertainty>map(estimate -> estimate.around(difference, confidence, method()))
                .orElseGet(TextGroup::none));
    }

    /** Clusters are drawn for all groups alike, because groups share them. */
    @Override
    public double[][] replicates(int count, long seed, String group) {
        return Arrays.stream(units.drawn(count, seed, clustered ? "clusters" : group + " rows"))
                .map(this::evaluate)
                .toArray(double[][]::new);
    }

    @Override
    public String bootstrapMethod() {
        return clustered ? "bootstrap_clusters" : "bootstrap";
    }
}
