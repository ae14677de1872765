package org.aimass.engine.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One group of ranked items: its values, how sure they are, and their resampling by list. */
public final class RankingGroup implements MeasuredGroup {

    /** Lists are drawn again in at most so many blocks: a power of 2. */
    private static final int BLOCKS = 1_024;

    private final RankingMetrics metrics;
    private final int[] keys;
    private final double[][] units;
    private final boolean clustered;
    private final double[] sums;
    private final double[] values;

    /**
     * @param keys of the units: a list that holds items of two groups is a unit of both
     * @param units by [list, or cluster of lists][sum], in an order that follows from the data
     * @param clustered whether units are clusters of lists
     */
    public RankingGroup(RankingMetrics metrics, int[] keys, double[][] units, boolean clustered) {
        this.metrics = metrics;
        this.keys = keys;
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

    /**
     * Items of one list compete for its places, so that groups are not independent: what each list, or cluster of lists, adds
     * to the difference is taken together.
     */
    @Override
    public Optional<Uncertainty> difference(int metric, MeasuredGroup other, double confidence) {
        RankingGroup reference = (RankingGroup) other;
        double difference = values[metric] - reference.values[metric];
        if (Double.isNaN(difference)) {
            return Optional.empty();
        }
        Map<Integer, Double> ofUnit = new LinkedHashMap<>();
        addInfluences(metric, 1, ofUnit);
        reference.addInfluences(metric, -1, ofUnit);
        Compensated squares = new Compensated();
        ofUnit.values().forEach(influence -> squares.add(influence * influence));
        String method = clustered ? "student_t_clusters" : "student_t_lists";
        return Optional.of(RatioEstimate.of(ofUnit.size(), squares.value(), 1)
                .<Uncertainty>map(estimate -> estimate.around(difference, confidence, method))
                .orElseGet(() -> new Uncertainty.NoInterval("fewer than two lists, or all alike")));
    }

    private void addInfluences(int metric, int sign, Map<Integer, Double> ofUnit) {
        for (int unit = 0; unit < units.length; unit++) {
            if (units[unit][RankingMetrics.ALL_ITEMS] > 0) {
                ofUnit.merge(
                        keys[unit], sign * metrics.influence(metric, sums, values[metric], units[unit]), Double::sum);
            }
        }
    }

    /**
     * Lists are drawn again for all groups alike, because groups share them: each with a multiplicity of its own (Poisson
     * bootstrap: Chamandy and others, Google Research, 2012), many of them in blocks.
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
            Draws draws = new Draws(seed, "lists " + key);
            for (double[] replicate : drawn) {
                int times = draws.poissonOfOne();
                for (int sum = 0; times > 0 && sum < block.length; sum++) {
                    replicate[sum] += times * block[sum];
                }
            }
        });
        double[][] replicates = new double[count][values.length];
        for (int replicate = 0; replicate < count; replicate++) {
            metrics.evaluate(drawn[replicate], replicates[replicate]);
        }
        return replicates;
    }

    @Override
    public String bootstrapMethod() {
        return clustered ? "bootstrap_clusters" : "bootstrap_lists";
    }
}
