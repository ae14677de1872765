package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The errors of one group at each threshold: an entry of {@code error_trade_off.groups} in the outcome file.
 *
 * @param features feature to value, in the order of the features; empty for all rows
 * @param genuine pairs of one person
 * @param impostor pairs of two people
 * @param falseMatches of the impostor pairs those accepted, by threshold
 * @param falseNonMatches of the genuine pairs those not accepted, by threshold
 */
public record ErrorTradeOff(
        Map<String, String> features,
        long genuine,
        long impostor,
        List<Long> falseMatches,
        List<Long> falseNonMatches) {

    public ErrorTradeOff {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        falseMatches = List.copyOf(falseMatches);
        falseNonMatches = List.copyOf(falseNonMatches);
    }
}
