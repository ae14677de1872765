package org.aimass.engine.metrics;

/** A metric's value: a finite number, or the reason why there is none. Never null, NaN, infinite or a convenient 0. */
public sealed interface MetricValue {

    /** A finite number. */
    record Measured(double value) implements MetricValue {
        public Measured {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a measured value is finite, not " + value);
            }
        }
    }

    /**
     * No number exists.
     *
     * @param reason in English, lower case, such as {@code no predicted positives}
     */
    record Undefined(String reason) implements MetricValue {}

    static MetricValue of(double value) {
        return new Measured(value);
    }

    static MetricValue undefined(String reason) {
        return new Undefined(reason);
    }
}
