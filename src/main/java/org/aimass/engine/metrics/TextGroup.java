package org.aimass.engine.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One group of a language model's answers: its values, how sure they are, and their resampling by row or by cluster. */
public final class TextGroup implements MeasuredGroup {

    /** Units are drawn again in at most so many blocks: a power of 2. */
    private static final int BLOCKS = 1_024;

    private final TextMetrics metrics;
    private final long[] keys;
    private final double[][] units;
    private final boolean clustered;
    private final double[] sums;
    private final double[] values;

    /**
     * @param keys of the units: a cluster that holds rows of two groups is a unit of both
     * @param units by [row, or cluster of rows][sum], in an order that follows from the data
     * @param clustered whether units are clusters
     */
    public TextGroup(TextMetrics metrics, long[] keys, double[][] units, boolean clustered) {
        this.metrics = metrics;
        this.keys = keys;
        this.units = units;
        this.clustered = clustered;
        sums = new double[metrics.sums()];
        for (double[] unit : units) {
            metrics.close(unit);
        }
        for (int sum = 0; sum < sums.length; sum++) {
            Compensated total = new Compensated();
            for (double[] unit : units) {
                total.add(unit[sum]);
            }
            sums[sum] = total.value();
        }
        values = evaluate(sums);
    }

    private double[] evaluate(double[] ofSums) {
        return metrics.formulas().stream()
                .mapToDouble(formula -> formula.value(ofSums))
                .toArray();
    }

    @Override
    public long rows() {
        return (long) sums[TextMetrics.ROWS];
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return metrics.formulas().get(metric).whyUndefined();
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return clustered
                ? Optional.empty()
                : fraction(metric).map(it -> new Proportion(it.numerator(), it.denominator(), it.denominator(), true));
    }

    @Override
    public Optional<Fraction> fraction(int metric) {
        return metrics.formulas().get(metric) instanceof TextMetrics.Quotient share
                        && share.counted()
                        && sums[share.below()] > 0
                ? Optional.of(new Fraction(sums[share.above()], sums[share.below()]))
                : Optional.empty();
    }

    private String method() {
        return clustered ? "student_t_clusters" : "student_t";
    }

    private static Uncertainty none() {
        return new Uncertainty.NoInterval("fewer than two rows or clusters, or all alike");
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        Map<Long, Double> ofUnit = new LinkedHashMap<>();
        addInfluences(metric, 1, ofUnit);
        return Optional.of(estimate(ofUnit)
                .<Uncertainty>map(estimate -> estimate.around(values[metric], confidence, method()))
                .orElseGet(TextGroup::none));
    }

    private static Optional<Estimate> estimate(Map<Long, Double> ofUnit) {
        Compensated squares = new Compensated();
        ofUnit.values().forEach(influence -> squares.add(influence * influence));
        return RatioEstimate.of(ofUnit.size(), squares.value(), 1);
    }

    private void addInfluences(int metric, int sign, Map<Long, Double> ofUnit) {
        TextMetrics.Formula formula = metrics.formulas().get(metric);
        for (int unit = 0; unit < units.length; unit++) {
            ofUnit.merge(keys[unit], sign * formula.influence(sums, units[unit]), Double::sum);
        }
    }

    /** Of groups that share clusters what each cluster adds to the difference is taken together. */
    @Override
    public Optional<Uncertainty> difference(int metric, MeasuredGroup other, double confidence) {
        if (!clustered) {
            return MeasuredGroup.super.difference(metric, other, confidence);
        }
        TextGroup reference = (TextGroup) other;
        double difference = values[metric] - reference.values[metric];
        Map<Long, Double> ofUnit = new LinkedHashMap<>();
        addInfluences(metric, 1, ofUnit);
        reference.addInfluences(metric, -1, ofUnit);
        return Optional.of(estimate(ofUnit)
                .<Uncertainty>map(estimate -> estimate.around(difference, confidence, method()))
                .orElseGet(TextGroup::none));
    }

    /**
     * Each unit is drawn with a multiplicity of its own (Poisson bootstrap: Chamandy and others, Google Research, 2012), many of them
     * in blocks; clusters for all groups alike, because groups share them.
     */
    @Override
    public double[][] replicates(int count, long seed, String group) {
        Map<Integer, double[]> blocks = new TreeMap<>();
        for (int unit = 0; unit < units.length; unit++) {
            double[] block = blocks.computeIfAbsent(
                    (int) (Draws.mix(keys[unit]) & (BLOCKS - 1)), key -> new double[sums.length]);
            for (int sum = 0; sum < block.length; sum++) {
                block[sum] += units[unit][sum];
            }
        }
        double[][] drawn = new double[count][sums.length];
        blocks.forEach((key, block) -> {
            Draws draws = new Draws(seed, (clustered ? "clusters " : group + " rows ") + key);
            for (double[] replicate : drawn) {
                int times = draws.poissonOfOne();
                for (int sum = 0; times > 0 && sum < block.length; sum++) {
                    replicate[sum] += times * block[sum];
                }
            }
        });
        double[][] replicates = new double[count][];
        for (int replicate = 0; replicate < count; replicate++) {
            replicates[replicate] = evaluate(drawn[replicate]);
        }
        return replicates;
    }

    @Override
    public String bootstrapMethod() {
        return clustered ? "bootstrap_clusters" : "bootstrap";
    }
}
