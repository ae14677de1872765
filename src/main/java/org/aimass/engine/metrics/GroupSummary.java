package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who was counted: an entry of {@code groups} in the outcome file.
 *
 * @param features feature to value, in the order of the features; empty for all rows
 * @param rows how many rows, weights aside
 * @param counts the confusion counts, weights aside
 * @param small whether the group has fewer rows than the plan's minimum; it stays in every value all the same
 */
public record GroupSummary(Map<String, String> features, long rows, GroupCounts counts, boolean small) {

    /** Of a task that has no confusion counts. */
    public static GroupSummary uncounted(Map<String, String> features, long rows, boolean small) {
        return new GroupSummary(features, rows, GroupCounts.NONE, small);
    }

    public GroupSummary {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }
}
