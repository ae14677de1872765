package org.aimass.audit.boundary;

import java.util.Map;

/** The keys of words for what rates count and among what, where it is not people. */
final class RateParts {

    private static final String ALL = "rows.all";
    private static final String AGREE = "rows.agree";
    private static final String SELECTED = "rows.selected";
    private static final String UNSELECTED = "rows.unselected";
    private static final String MISSED = "rows.missed";
    private static final String POSITIVE = "rows.positive";
    private static final String NEGATIVE = "rows.negative";

    private static final Map<String, String> COUNTED = Map.of(
            "selection_rate", SELECTED,
            "accuracy", AGREE,
            "true_positive_rate", SELECTED,
            "false_negative_rate", MISSED,
            "false_positive_rate", SELECTED,
            "true_negative_rate", UNSELECTED,
            "precision", POSITIVE,
            "false_discovery_rate", NEGATIVE,
            "negative_predictive_value", NEGATIVE,
            "false_omission_rate", POSITIVE);

    private static final Map<String, String> AMONG = Map.of(
            "selection_rate", ALL,
            "accuracy", ALL,
            "true_positive_rate", POSITIVE,
            "false_negative_rate", POSITIVE,
            "false_positive_rate", NEGATIVE,
            "true_negative_rate", NEGATIVE,
            "precision", SELECTED,
            "false_discovery_rate", SELECTED,
            "negative_predictive_value", UNSELECTED,
            "false_omission_rate", UNSELECTED);

    private RateParts() {}

    /** @param part {@code .counted} or {@code .among} */
    static String key(String rate, String part) {
        return (part.equals(".counted") ? COUNTED : AMONG).getOrDefault(rate, ALL);
    }
}
