package org.aimass.engine.metrics;

import java.util.Arrays;

/** The extremes of every metric over some groups, and the value over all their rows. */
public final class Spread {

    private final double[] least;
    private final double[] greatest;
    private final int[] leastGroup;
    private final int[] greatestGroup;
    private final int[] groups;
    private double[] overall;

    /** Of no groups yet, and so many metrics. */
    public Spread(int metrics) {
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

    double overall(int metric) {
        return overall[metric];
    }
}
