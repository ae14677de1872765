package org.aimass.engine.metrics;

import java.util.Optional;

/** The median of independent rows, and how sure it is whatever their distribution. */
final class OrderStatistics {

    private static final double USUAL = 0.95;

    private OrderStatistics() {}

    /**
     * The interval between two of the sorted values that holds the median with at least the confidence (Conover, Practical
     * Nonparametric Statistics, 3rd edition, 1999, section 3.2); none where there are too few.
     */
    static Uncertainty median(double[] sorted, double confidence) {
        int n = sorted.length;
        int below = rank(n, (1 - confidence) / 2);
        return below < 0
                ? new Uncertainty.NoInterval("too few rows for an interval of the median")
                : new Interval(sorted[below], sorted[n - 1 - below], confidence, "order_statistics");
    }

    /** The largest rank, from 0, such that the chance of the median lying below the value there is at most the tail; else -1. */
    private static int rank(int n, double tail) {
        int low = -1;
        int high = n / 2;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            // of n fair coins at most `middle` heads: I_(1/2)(n - middle, middle + 1)
            if (Beta.regularized(0.5, n - middle, middle + 1.0) <= tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** As far as the interval's width tells. */
    static Optional<Estimate> estimateOfMedian(double[] sorted) {
        return median(sorted, USUAL) instanceof Interval interval && interval.high() > interval.low()
                ? Optional.of(Estimate.known((interval.high() - interval.low()) / 2 / Normal.twoSided(USUAL)))
                : Optional.empty();
    }
}
