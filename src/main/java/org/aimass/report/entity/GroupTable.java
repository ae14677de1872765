package org.aimass.report.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Severity;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.report.entity.ReportSnapshot.Range;
import org.jspecify.annotations.Nullable;

/**
 * One metric of every group of one feature, or of one intersection. No group is missing: what is not shown has a row that
 * says so.
 *
 * @param metric the engine's name, such as {@code false_negative_rate}
 * @param ofClass the class that is set against all others; null where the model does not tell several apart
 * @param at the parameters that make several measures of the metric, such as the target of a threshold; null where there are none
 * @param scale whether groups are compared by difference or by ratio
 * @param bound the tolerance, as the policy has it: 0.05 is five percentage points, 0.8 four fifths
 * @param over the features that form the groups
 */
public record GroupTable(
        String metric,
        @Nullable String ofClass,
        @Nullable Map<String, String> at,
        Tolerance.Scale scale,
        double bound,
        List<String> over,
        List<Row> rows) {

    /** Of a metric that is measured once. */
    public GroupTable(
            String metric,
            @Nullable String ofClass,
            Tolerance.Scale scale,
            double bound,
            List<String> over,
            List<Row> rows) {
        this(metric, ofClass, null, scale, bound, over, rows);
    }

    /**
     * A group.
     *
     * @param group its value of each feature, in the order of {@code over}
     * @param reference whether the others are compared with it
     * @param people how many the metric counts; null where hidden
     * @param count how many of them it counted; null where hidden, where counts are rounded, or where it is no share
     * @param value from 0 to 1 where it is a share; null where hidden or undefined
     * @param interval null where hidden, undefined or not to be had
     * @param undefined why there is no value, in English
     * @param gap the difference or ratio to the reference group; null where there is none or either group is hidden
     * @param gapInterval its interval
     * @param verdict null for the reference group
     * @param doubt why the verdict is insufficient evidence
     * @param finding the finding, where a disparity was shown
     * @param hidden why the figures are not shown
     */
    public record Row(
            List<String> group,
            boolean reference,
            @Nullable Long people,
            @Nullable Long count,
            @Nullable Double value,
            @Nullable Range interval,
            @Nullable String undefined,
            @Nullable Double gap,
            @Nullable Range gapInterval,
            @Nullable Verdict verdict,
            @Nullable Doubt doubt,
            @Nullable Finding finding,
            @Nullable HiddenReason hidden) {

        public Row {
            group = List.copyOf(group);
        }
    }

    /** A disparity beyond the tolerance, by its number. */
    public record Finding(String number, Severity severity) {}

    public GroupTable {
        over = List.copyOf(over);
        rows = List.copyOf(rows);
    }

    /** What is measured. */
    public Measure measure() {
        return new Measure(metric, Optional.ofNullable(ofClass), at == null ? Map.of() : at);
    }

    public Tolerance tolerance() {
        return new Tolerance(scale, bound);
    }

    public Optional<Row> referenceRow() {
        return rows.stream().filter(Row::reference).findFirst();
    }
}
