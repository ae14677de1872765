package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which classes the rows of a group were taken for: an entry of {@code confusion.groups} in the outcome file.
 *
 * @param features feature to value, in the order of the features; empty for all rows
 */
public record ConfusionMatrix(Map<String, String> features, ConfusionCells cells) {

    public ConfusionMatrix {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }
}
