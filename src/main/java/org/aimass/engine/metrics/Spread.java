package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The extremes of every metric over some groups, every group's value of a few, and the value over all their rows. */
public final class Spread {

    private final double[] least;
    private final double[] greatest;
    private final int[] leastGroup;
    private final int[] greatestGroup;
    private final int[] groups;
    private final Map<Integer, List<Double>> each = new TreeMap<>();
    private double[] overall;

    /** Of no groups yet, and so many metrics. */
    public Spread(int metrics) {
        this(metrics, List.of());
    }

    /** @param kept the metrics of which every group's value is kept */
    public Spread(int metrics, Collection<Integer> kept) {
        kept.forEach(metric -> each.put(metric, new ArrayList<>()));
        least = new double[metrics];
        greatest = new double[metrics];
        leastGroup = new int[metrics];
        greatestGroup = new int[metrics];
        groups = new int[metrics];
        overall = new double[metrics];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        Arrays.fill(overall, Double.NaN);
    }

    /**
     * @param group its index, to name the extremes by; of equal groups the first added is named
     * @param values NaN where undefined
     */
    public void add(int group, double[] values) {
        for (int metric = 0; metric < groups.length; metric++) {
            double value = values[metric];
            if (Double.isNaN(value)) {
                continue;
            }
            groups[metric]++;
            if (value < least[metric]) {
                least[metric] = value;
                leastGroup[metric] = group;
            }
            if (value > greatest[metric]) {
                greatest[metric] = value;
                greatestGroup[metric] = group;
            }
        }
        each.forEach((metric, all) -> {
            if (!Double.isNaN(values[metric])) {
                all.add(values[metric]);
            }
        });
    }

    /** Tells the values over all rows. */
    public void overall(double[] values) {
        overall = values.clone();
    }

    double least(int metric) {
        return least[metric];
    }

    double greatest(int metric) {
        return greatest[metric];
    }

    int leastGroup(int metric) {
        return leastGroup[metric];
    }

    int greatestGroup(int metric) {
        return greatestGroup[metric];
    }

    /** How many groups have a value. */
    int groups(int metric) {
        return groups[metric];
    }

    /** The value of each group that has one, in the order they were added; none where they are not kept. */
    double[] each(int metric) {
        return each.getOrDefault(metric, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    double overall(int metric) {
        return overall[metric];
    }
}
