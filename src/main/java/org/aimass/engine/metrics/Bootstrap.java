package org.aimass.engine.metrics;

import java.util.Optional;

/**
 * The bootstrap over count cells (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13: percentile
 * intervals). Its cost does not depend on the number of rows; its draws depend on the seed and the group's name alone.
 *
 * @param replicates how many, at least 1
 * @param seed of all draws
 * @param confidence of the intervals
 * @param rates how shares, which need no bootstrap, get theirs
 */
public record Bootstrap(int replicates, long seed, double confidence, RateInterval rates) {

    /** Cells of all groups together stay near this, so that many groups do not make the bootstrap slow. */
    private static final int STRETCHES = 4096;

    private static final int MOST_STRETCHES = 64;
    private static final int FEWEST_STRETCHES = 4;
    /** An interval may leave out this share of replicates as undefined. */
    private static final double UNDEFINED_SHARE = 0.05;

    public Bootstrap {
        if (replicates < 1) {
            throw new IllegalArgumentException("a bootstrap has replicates, not " + replicates);
        }
    }

    /**
     * A group's values, resampled.
     *
     * @param name tells its draws from those of other groups
     * @param groups how many groups share the work
     */
    public Sample of(GroupData group, BaseMetrics metrics, String name, int groups) {
        int stretches = Math.min(MOST_STRETCHES, Math.max(FEWEST_STRETCHES, STRETCHES / Math.max(1, groups)));
        return group.sample(metrics, replicates, stretches, new Draws(seed, name));
    }

    /** With Wilson's intervals of shares. */
    public Bootstrap(int replicates, long seed, double confidence) {
        this(replicates, seed, confidence, RateInterval.WILSON);
    }

    /** The interval of a share. */
    public Interval interval(Proportion share) {
        return share.interval(confidence, rates);
    }

    /**
     * The percentile interval of a value.
     *
     * @param replicated the resampled values, NaN where undefined; put into another order
     */
    public Uncertainty interval(double value, double[] replicated, String method) {
        int defined = Selection.definedFirst(replicated);
        if (replicated.length - defined > UNDEFINED_SHARE * replicated.length) {
            return new Uncertainty.NoInterval(
                    (replicated.length - defined) + " of " + replicated.length + " bootstrap replicates are undefined");
        }
        double low = quantile(replicated, defined, (1 - confidence) / 2);
        double high = quantile(replicated, defined, (1 + confidence) / 2);
        if (low == high) {
            return new Uncertainty.NoInterval("the bootstrap replicates do not vary");
        }
        if (value < low || value > high) {
            return new Uncertainty.NoInterval("the bootstrap is biased here: its interval does not hold the value");
        }
        double spread = spread(replicated, defined);
        // replicates that differ by less than 1e-162 have no spread that a double can hold
        return new Interval(
                low, high, confidence, method, spread > 0 ? Optional.of(Estimate.known(spread)) : Optional.empty());
    }

    /** The standard deviation of the first of some numbers. */
    private static double spread(double[] numbers, int size) {
        double mean = mean(numbers, size, 0, false);
        return Math.sqrt(mean(numbers, size, mean, true) * size / (size - 1));
    }

    /** Of the first of some numbers less something, squared or not. */
    private static double mean(double[] numbers, int size, double less, boolean squared) {
        Compensated sum = new Compensated();
        for (int i = 0; i < size; i++) {
            double rest = numbers[i] - less;
            sum.add(squared ? rest * rest : rest);
        }
        return sum.value() / size;
    }

    /** Type 7 of Hyndman and Fan (The American Statistician 50, 1996), as in NumPy. */
    private static double quantile(double[] numbers, int size, double p) {
        double place = (size - 1) * p;
        int below = (int) Math.floor(place);
        Selection.place(numbers, size, below);
        double least = numbers[below];
        double next = below + 1 < size ? Selection.least(numbers, below + 1, size) : least;
        return least + (place - below) * (next - least) + 0.0; // no negative zero
    }
}
