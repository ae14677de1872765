package org.aimass.audit.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;

/**
 * One comparison of the policy over one feature or intersection: every group with its value, and what was said about it.
 *
 * @param features what forms the groups
 * @param rows one for each group, in the outcome's order, the reference group's among them
 */
public record Strip(List<String> features, Measure measure, Tolerance tolerance, List<Row> rows) {

    /** Whether values are told in percent. */
    public boolean isShare() {
        return isCounted() || Measure.isRate(measure.metric());
    }

    /** Whether it is a share of people that are counted. */
    public boolean isCounted() {
        return measure.rate().isPresent()
                || rows.stream().anyMatch(row -> row.side().count().isPresent());
    }

    public Strip {
        features = List.copyOf(features);
        rows = List.copyOf(rows);
    }

    /**
     * One group.
     *
     * @param side what was compared
     * @param value what the engine measured for it; empty where the outcome has no such measurement
     * @param judged empty for the reference group alone
     */
    public record Row(GroupSummary group, Side side, Optional<Measurement> value, Optional<JudgedComparison> judged) {

        /** The values that form the group, as people read them. */
        public String name() {
            return String.join(", ", group.features().values());
        }

        /** Of the one-sided test, before correction. */
        public OptionalDouble p() {
            return judged.isPresent() ? judged.get().pValue() : OptionalDouble.empty();
        }

        /** Of the one-sided test, after correction. */
        public OptionalDouble adjustedP() {
            return judged.isPresent() ? judged.get().adjustedPValue() : OptionalDouble.empty();
        }

        public boolean isReference() {
            return judged.isEmpty();
        }
    }
}
