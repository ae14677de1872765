package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The extremes of every metric over some groups, and the same of their bootstrap. Groups are added one after the other. */
public final class Spreads {

    private final Spread spread;
    private final Spread[] replicated;

    /**
     * @param kept the metrics of which every group's value is kept
     * @param replicatedToo whether it is kept in every replicate too
     */
    public Spreads(int metrics, int replicates, Collection<Integer> kept, boolean replicatedToo) {
        spread = new Spread(metrics, kept);
        replicated = new Spread[replicates];
        Arrays.setAll(replicated, replicate -> new Spread(metrics, replicatedToo ? kept : List.of()));
    }

    /**
     * @param group its index, which disparities name it by
     * @param replicates by [replicate][metric]
     */
    public void add(int group, double[] values, double[][] replicates) {
        spread.add(group, values);
        for (int replicate = 0; replicate < replicated.length; replicate++) {
            replicated[replicate].add(group, replicates[replicate]);
        }
    }

    public Spread spread() {
        return spread;
    }

    /** A disparity's bootstrap, NaN where undefined. */
    public double[] replicated(Disparity disparity) {
        return Arrays.stream(replicated).mapToDouble(disparity::value).toArray();
    }
}
