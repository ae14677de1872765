package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** One group of ranked items: its values, how sure they are, and their resampling by list. */
public final class RankingGroup implements MeasuredGroup {

    private final RankingMetrics metrics;
    private final SummedUnits units;
    private final boolean clustered;
    private final long items;
    private final double[] sums;
    private final double[] values;

    /**
     * @param keys of the units: a list that holds items of two groups is a unit of both
     * @param units by [list, or cluster of lists][sum], in an order that follows from the data
     * @param clustered whether units are clusters of lists
     * @param items how many there are, weights aside
     */
    public RankingGroup(RankingMetrics metrics, int[] keys, double[][] units, boolean clustered, long items) {
        this.metrics = metrics;
        this.clustered = clustered;
        this.items = items;
        this.units = new SummedUnits(Arrays.stream(keys).asLongStream().toArray(), units, metrics.sums());
        sums = this.units.sums();
        values = new double[metrics.list().size()];
        metrics.evaluate(sums, values);
    }

    /** Of items that count once each. */
    RankingGroup(RankingMetrics metrics, int[] keys, double[][] units, boolean clustered) {
        this(metrics, keys, units, clustered, itemsOf(units));
    }

    private static long itemsOf(double[][] units) {
        return (long) Arrays.stream(units)
                .mapToDouble(unit -> unit[RankingMetrics.ITEMS])
                .sum();
    }

    @Override
    public long rows() {
        return items;
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return items > 0 && sums[RankingMetrics.ITEMS] == 0 ? "all weights are 0" : metrics.whyUndefined(metric, sums);
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return Optional.empty();
    }

    private String method() {
        return clustered ? "student_t_clusters" : "student_t_lists";
    }

    private static Uncertainty none() {
        return new Uncertainty.NoInterval("fewer than two lists, or all alike");
    }

    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return Optional.of(Optional.of(metric)
                .filter(it -> !Double.isNaN(values[it]))
                .flatMap(it -> SummedUnits.estimate(influences(it)))
                .<Uncertainty>map(estimate -> estimate.around(values[metric], confidence, method()))
                .orElseGet(RankingGroup::none));
    }

    /** A list that nothing of the group could stand in has no part in it. */
    private Map<Long, Double> influences(int metric) {
        return units.influences(
                unit -> unit[RankingMetrics.ALL_ITEMS] > 0,
                unit -> metrics.influence(metric, sums, values[metric], unit));
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
        return Optional.of(SummedUnits.estimate(influences(metric), reference.influences(metric))
                .<Uncertainty>map(estimate -> estimate.around(difference, confidence, method()))
                .orElseGet(RankingGroup::none));
    }

    /** Lists are drawn again for all groups alike, because groups share them. */
    @Override
    public double[][] replicates(int count, long seed, String group) {
        double[][] drawn = units.drawn(count, seed, "lists");
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
