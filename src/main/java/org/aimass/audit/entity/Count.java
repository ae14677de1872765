package org.aimass.audit.entity;

import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.MetricValue;

/** A share of people as its two counts. */
public record Count(long numerator, long denominator) {

    /** A group's rate, of a classifier with two answers. */
    public static Count of(Rate rate, GroupSummary group) {
        return new Count(rate.numerator(group.counts()), rate.denominator(group.counts()));
    }

    /** The share; undefined over nobody. */
    public MetricValue value() {
        return denominator == 0
                ? MetricValue.undefined("nobody in the denominator")
                : MetricValue.of((double) numerator / denominator);
    }
}
