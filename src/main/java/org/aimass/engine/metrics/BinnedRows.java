package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a group are spread over bins: an entry of {@code distributions.groups} in the outcome file.
 *
 * @param features feature to value, in the order of the features; empty for all rows
 * @param counts by bin, weights aside
 */
public record BinnedRows(Map<String, String> features, List<Long> counts) {

    public BinnedRows {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        counts = List.copyOf(counts);
    }
}
