package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The errors of one group at each threshold: an entry of {@code error_trade_off.groups} in the outcome file.
 *
 * @param features feature to value, in the order of the features; empty for all rows
 * @param genuine pairs of one person
 * @param impostor pairs of two people
 * @param falseMatches of the impostor pairs those accepted, by threshold
 * @param falseNonMatches of the genuine pairs those not accepted, by threshold
 * @param weighed what the same pairs weigh; empty where each counts once
 */
public record ErrorTradeOff(
        Map<String, String> features,
        long genuine,
        long impostor,
        List<Long> falseMatches,
        List<Long> falseNonMatches,
        Optional<Weighed> weighed) {

    /** The sums of the weights of the pairs that the trade-off counts. */
    public record Weighed(double genuine, double impostor, List<Double> falseMatches, List<Double> falseNonMatches) {

        public Weighed {
            falseMatches = List.copyOf(falseMatches);
            falseNonMatches = List.copyOf(falseNonMatches);
        }
    }

    /** Of pairs that count once each. */
    public ErrorTradeOff(
            Map<String, String> features,
            long genuine,
            long impostor,
            List<Long> falseMatches,
            List<Long> falseNonMatches) {
        this(features, genuine, impostor, falseMatches, falseNonMatches, Optional.empty());
    }

    public ErrorTradeOff {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        falseMatches = List.copyOf(falseMatches);
        falseNonMatches = List.copyOf(falseNonMatches);
    }
}
