package org.aimass.audit.entity;

import java.util.Arrays;
import java.util.Optional;
import org.aimass.engine.metrics.GroupCounts;

/**
 * The metrics that a policy can judge: shares of people, each the quotient of two counts, so that a difference or ratio of two
 * groups has an exact test and a closed interval. Named as in Fairlearn and scikit-learn. From 0 to 1.
 */
public enum Rate {
    SELECTION_RATE("selection_rate"),
    ACCURACY("accuracy"),
    TRUE_POSITIVE_RATE("true_positive_rate"),
    FALSE_NEGATIVE_RATE("false_negative_rate"),
    FALSE_POSITIVE_RATE("false_positive_rate"),
    TRUE_NEGATIVE_RATE("true_negative_rate"),
    PRECISION("precision"),
    FALSE_DISCOVERY_RATE("false_discovery_rate"),
    NEGATIVE_PREDICTIVE_VALUE("negative_predictive_value"),
    FALSE_OMISSION_RATE("false_omission_rate");

    private final String metric;

    Rate(String metric) {
        this.metric = metric;
    }

    /** The name in policies, outcomes and reports. */
    public String metric() {
        return metric;
    }

    /** How many of the group the rate counts, out of {@link #denominator}. */
    public long numerator(GroupCounts c) {
        return switch (this) {
            case SELECTION_RATE -> c.tp() + c.fp();
            case ACCURACY -> c.tp() + c.tn();
            case TRUE_POSITIVE_RATE, PRECISION -> c.tp();
            case FALSE_NEGATIVE_RATE, FALSE_OMISSION_RATE -> c.fn();
            case FALSE_POSITIVE_RATE, FALSE_DISCOVERY_RATE -> c.fp();
            case TRUE_NEGATIVE_RATE, NEGATIVE_PREDICTIVE_VALUE -> c.tn();
        };
    }

    /** How many people of the group the rate is taken over; 0 makes it undefined. */
    public long denominator(GroupCounts c) {
        return switch (this) {
            case SELECTION_RATE, ACCURACY -> c.rows();
            case TRUE_POSITIVE_RATE, FALSE_NEGATIVE_RATE -> c.tp() + c.fn();
            case FALSE_POSITIVE_RATE, TRUE_NEGATIVE_RATE -> c.fp() + c.tn();
            case PRECISION, FALSE_DISCOVERY_RATE -> c.tp() + c.fp();
            case NEGATIVE_PREDICTIVE_VALUE, FALSE_OMISSION_RATE -> c.tn() + c.fn();
        };
    }

    /** Whether labels alone say over whom it is taken, so that the same rows give the same people whatever a model answers. */
    public boolean isOverLabels() {
        return switch (this) {
            case SELECTION_RATE,
                    ACCURACY,
                    TRUE_POSITIVE_RATE,
                    FALSE_NEGATIVE_RATE,
                    FALSE_POSITIVE_RATE,
                    TRUE_NEGATIVE_RATE -> true;
            case PRECISION, FALSE_DISCOVERY_RATE, NEGATIVE_PREDICTIVE_VALUE, FALSE_OMISSION_RATE -> false;
        };
    }

    public static Optional<Rate> find(String metric) {
        return Arrays.stream(values())
                .filter(rate -> rate.metric.equals(metric))
                .findFirst();
    }
}
