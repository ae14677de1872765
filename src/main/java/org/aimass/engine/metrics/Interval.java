package org.aimass.engine.metrics;

import java.util.Optional;

/**
 * A two-sided confidence interval.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite, at least {@code low}
 * @param confidence the nominal coverage, strictly between 0 and 1
 * @param method {@code wilson}, {@code clopper_pearson}, {@code newcombe}, {@code katz}, {@code delong}, {@code normal} or
 *     {@code bootstrap}; where rows carry weights or clusters the method says so
 * @param estimate the standard error, where the interval rests on one: for tests against other values
 */
public record Interval(double low, double high, double confidence, String method, Optional<Estimate> estimate)
        implements Uncertainty {

    /** Without a standard error. */
    public Interval(double low, double high, double confidence, String method) {
        this(low, high, confidence, method, Optional.empty());
    }

    Interval(double low, double high, double confidence, String method, Estimate estimate) {
        this(low, high, confidence, method, Optional.of(estimate));
    }

    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1, not " + confidence);
        }
    }

    /** Of the square root of what this is the interval of; the standard error by the delta method. */
    Interval root() {
        double least = Math.sqrt(Math.max(0, low));
        double most = Math.sqrt(Math.max(0, high));
        double middle = Math.sqrt(Math.max(0, (low + high) / 2));
        return new Interval(
                least,
                most,
                confidence,
                method,
                estimate.filter(it -> middle > 0)
                        .map(it -> new Estimate(it.standardError() / (2 * middle), it.freedom())));
    }

    /** No lower than the one end, no higher than the other: where the value itself cannot be. */
    public Interval within(double least, double most) {
        return new Interval(Math.max(least, low), Math.min(most, high), confidence, method, estimate);
    }

    /** Whether the value lies in this interval, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
