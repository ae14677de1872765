package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scores of one group: an entry of {@code scores.groups} in the outcome file.
 *
 * @param features feature to value, in the order of the features; empty for all rows
 */
public record GroupScores(Map<String, String> features, ScoreBins bins) {

    /** Beside all rows, so many groups at most: those with the most rows. */
    public static final int MOST_GROUPS = 1_000;

    public GroupScores {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    /** How many rows have scores. */
    public long rows() {
        return bins.positives() + bins.negatives();
    }
}
