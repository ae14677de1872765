package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who was counted: an entry of {@code groups} in the outcome file.
 *
 * @param features feature to value, in the order of the features; empty for all rows
 * @param rows how many rows, weights aside
 * @param confusion the confusion counts, weights aside; empty where the task has none
 * @param small whether the group has fewer rows than the plan's minimum; it stays in every value all the same
 */
public record GroupSummary(Map<String, String> features, long rows, Optional<GroupCounts> confusion, boolean small) {

    /** Of a binary classification. */
    public GroupSummary(Map<String, String> features, long rows, GroupCounts counts, boolean small) {
        this(features, rows, Optional.of(counts), small);
    }

    /** Of a task that has no confusion counts. */
    public static GroupSummary uncounted(Map<String, String> features, long rows, boolean small) {
        return new GroupSummary(features, rows, Optional.empty(), small);
    }

    public GroupSummary {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    /**
     * The confusion counts of a group of a binary classification.
     *
     * @throws IllegalStateException if the task has none
     */
    public GroupCounts counts() {
        return confusion.orElseThrow(() -> new IllegalStateException("this task has no confusion counts"));
    }
}
