package org.aimass.audit.boundary;

import java.util.Map;
import java.util.Optional;

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

    private static final Map<String, String> AMONG = Map.ofEntries(
            Map.entry("selection_rate", ALL),
            Map.entry("accuracy", ALL),
            Map.entry("calibration_in_the_large", ALL),
            Map.entry("true_positive_rate", POSITIVE),
            Map.entry("false_negative_rate", POSITIVE),
            Map.entry("false_positive_rate", NEGATIVE),
            Map.entry("true_negative_rate", NEGATIVE),
            Map.entry("precision", SELECTED),
            Map.entry("false_discovery_rate", SELECTED),
            Map.entry("negative_predictive_value", UNSELECTED),
            Map.entry("false_omission_rate", UNSELECTED));

    private RateParts() {}

    /**
     * Empty where the metric itself says what it counts.
     *
     * @param part {@code .counted} or {@code .among}
     */
    static Optional<String> find(String metric, String part) {
        return Optional.ofNullable((part.equals(".counted") ? COUNTED : AMONG).get(metric));
    }
}
