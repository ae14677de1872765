package org.aimass.engine.metrics;

/**
 * A two-sided confidence interval.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite, at least {@code low}
 * @param confidence the nominal coverage, strictly between 0 and 1
 * @param method {@code wilson}, {@code clopper_pearson}, {@code newcombe}, {@code katz}, {@code delong}, {@code normal} or
 *     {@code bootstrap}; where rows carry weights or clusters the method says so
 */
public record Interval(double low, double high, double confidence, String method) implements Uncertainty {

    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1, not " + confidence);
        }
    }

    /** Whether the value lies in this interval, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
