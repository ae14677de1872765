package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** What is measured over all groups of a feature together, with its bootstrap. Groups are added one after the other. */
public final class GroupSpreads {

    private final BaseMetrics metrics;
    private final Spread spread;
    private final Spread[] spreads;
    private final EntropyIndex.Benefits benefits;
    private final EntropyIndex.Benefits[] benefitsOf;
    private final double[] confusion = new double[4];
    private final double[][] confusionOf;
    private final double[][] confusionGivenLabelOf;

    public GroupSpreads(BaseMetrics metrics, int replicates, boolean positiveIsFavorable) {
        this.metrics = metrics;
        spread = new Spread(metrics.size());
        spreads = new Spread[replicates];
        Arrays.setAll(spreads, replicate -> new Spread(metrics.size()));
        benefits = new EntropyIndex.Benefits(positiveIsFavorable);
        benefitsOf = new EntropyIndex.Benefits[replicates];
        Arrays.setAll(benefitsOf, replicate -> new EntropyIndex.Benefits(positiveIsFavorable));
        confusionOf = new double[replicates][4];
        confusionGivenLabelOf = new double[replicates][4];
    }

    /**
     * Adds a group.
     *
     * @param group its index, which disparities name it by
     * @param values its metrics
     */
    public void add(int group, GroupData data, double[] values, Replicates replicates) {
        double[] four = data.confusion();
        spread.add(group, values);
        benefits.addGroup(four);
        sum(confusion, four);
        for (int replicate = 0; replicate < spreads.length; replicate++) {
            spreads[replicate].add(group, replicates.values(replicate));
            benefitsOf[replicate].addGroup(replicates.confusion(replicate));
            sum(confusionOf[replicate], replicates.confusion(replicate));
            sum(confusionGivenLabelOf[replicate], replicates.confusionGivenLabel(replicate));
        }
    }

    private static void sum(double[] into, double[] addend) {
        for (int cell = 0; cell < into.length; cell++) {
            into[cell] += addend[cell];
        }
    }

    /** Takes all groups together for the disparities to overall: call once, after the last group. */
    public void close() {
        spread.overall(metrics.ofConfusion(confusion, confusion));
        for (int replicate = 0; replicate < spreads.length; replicate++) {
            spreads[replicate].overall(metrics.ofConfusion(confusionOf[replicate], confusionGivenLabelOf[replicate]));
        }
    }

    public Spread spread() {
        return spread;
    }

    /** A disparity's bootstrap, NaN where undefined. */
    public double[] replicated(Disparity disparity) {
        return each(spreads, disparity::value);
    }

    /** An entropy index between groups; NaN where undefined. */
    public double value(EntropyIndex index) {
        return index.of(benefits);
    }

    /** Its bootstrap. */
    public double[] replicated(EntropyIndex index) {
        return each(benefitsOf, index::of);
    }

    private static <T> double[] each(T[] replicates, ToDoubleFunction<T> value) {
        return Arrays.stream(replicates).mapToDouble(value).toArray();
    }
}
