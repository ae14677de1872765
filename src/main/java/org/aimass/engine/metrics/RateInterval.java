package org.aimass.engine.metrics;

/** How sure the share of a group is said to be. */
public enum RateInterval {
    /** Wilson's score interval: covers as often as it says, on average over shares. */
    WILSON("wilson"),
    /** The exact interval: never covers less often than it says, and is wider for that. */
    CLOPPER_PEARSON("clopper_pearson");

    private final String word;

    RateInterval(String word) {
        this.word = word;
    }

    /** As in job files and outcomes. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException unless {@code 0 <= x <= n} and {@code n > 0} */
    Interval of(double x, double n, double confidence) {
        return this == WILSON ? Intervals.wilson(x, n, confidence) : Intervals.clopperPearson(x, n, confidence);
    }
}
