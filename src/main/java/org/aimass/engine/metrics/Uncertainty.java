package org.aimass.engine.metrics;

/** What is said about a value's sampling error: an {@link Interval}, or why there is no sound one. */
public sealed interface Uncertainty permits Interval, Uncertainty.NoInterval {

    /**
     * No interval is sound here.
     *
     * @param reason in English, lower case, such as {@code the value is undefined}
     */
    record NoInterval(String reason) implements Uncertainty {}
}
