package org.aimass.engine.task;

import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;

/**
 * Counts the rows of a binary classifier's audit and measures them. One thread fills one instance; instances merge in any
 * order to the same outcome, byte for byte.
 */
public final class BinaryClassification {

    private final BinaryPlan plan;
    private GroupCounts counts = GroupCounts.NONE;

    public BinaryClassification(BinaryPlan plan) {
        this.plan = plan;
    }

    /**
     * Counts some rows.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises, or holds a score outside [0, 1]
     */
    public void add(LabelledBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            boolean positive = batch.label()[row] == 1;
            boolean selected = batch.prediction()[row] == 1;
            counts = counts.plus(new GroupCounts(
                    positive && selected ? 1 : 0,
                    !positive && selected ? 1 : 0,
                    positive && !selected ? 1 : 0,
                    !positive && !selected ? 1 : 0));
        }
    }

    /**
     * Adds all that the other has counted; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(BinaryClassification other) {
        counts = counts.plus(other.counts);
    }

    /**
     * Everything measured over the rows added and merged so far.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not exist
     */
    public BinaryOutcome outcome(List<List<String>> dictionaries) {
        boolean small = counts.rows() < plan.minimumGroupSize() || dictionaries.isEmpty();
        return new BinaryOutcome(List.of(new GroupSummary(Map.of(), counts.rows(), counts, small)), List.of());
    }
}
