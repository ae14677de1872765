package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditSlice;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Contrast;
import org.aimass.audit.entity.Count;
import org.aimass.audit.entity.GroupCurves;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.MeasureTable;
import org.aimass.audit.entity.Side;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ReliabilityBin;
import org.aimass.engine.metrics.RocCurve;
import org.aimass.engine.metrics.ScoreStep;
import org.aimass.engine.metrics.Uncertainty;

/** The parts of a results page as data. Columns are named as the outcome file and Fairlearn name things, in every language. */
final class ResultData {

    private static final List<String> INTERVAL =
            List.of("interval_low", "interval_high", "confidence", "interval_method", "no_interval");

    private ResultData() {}

    /** The policy's comparisons over some features. */
    static DataTable judged(CompletedAudit audit, List<String> features) {
        DataTable table = new DataTable(columns(
                columns(
                        List.of(
                                "metric",
                                "class",
                                "scale",
                                "tolerance",
                                "group",
                                "reference",
                                "group_value",
                                "group_numerator",
                                "group_denominator",
                                "reference_value",
                                "reference_numerator",
                                "reference_denominator",
                                "gap",
                                "undefined"),
                        INTERVAL),
                List.of("p_value", "p_value_holm", "verdict", "doubt")));
        for (JudgedComparison c : audit.comparisons()) {
            if (List.copyOf(c.group().keySet()).equals(features)) {
                table.add(cells(
                        List.of(
                                c.measure().metric(),
                                variant(c.measure()),
                                c.tolerance().scale().name(),
                                c.tolerance().bound(),
                                name(c.group().values()),
                                name(c.reference().values()),
                                value(c.groupSide().value()),
                                numerator(c.groupSide()),
                                c.groupSide().people(),
                                value(c.referenceSide().value()),
                                numerator(c.referenceSide()),
                                c.referenceSide().people(),
                                value(c.gap()),
                                undefined(c.gap())),
                        interval(c.uncertainty()),
                        List.of(
                                number(c.pValue()),
                                number(c.adjustedPValue()),
                                c.verdict().name(),
                                c.doubt().map(Enum::name).orElse(""))));
            }
        }
        return table;
    }

    /** The class, or the parameters that tell the measure from others of its metric. */
    private static String variant(Measure measure) {
        return measure.ofClass().orElseGet(() -> measure.at().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" ")));
    }

    static DataTable measure(MeasureTable measure) {
        DataTable table = new DataTable(columns(
                columns(
                        List.of("metric", "class", "group", "rows", "value", "undefined", "numerator", "denominator"),
                        INTERVAL),
                List.of("scale", "is_reference", "gap", "gap_low", "gap_high", "gap_method")));
        for (MeasureTable.Row row : measure.rows()) {
            table.add(cells(
                    List.of(
                            measure.measure().metric(),
                            variant(measure.measure()),
                            row.name(),
                            row.group().rows()),
                    row.value().map(ResultData::measured).orElse(List.of("", "", "", "", "", "", "", "", "")),
                    List.of(measure.scale().name(), row.reference()),
                    row.contrast().map(ResultData::gap).orElse(List.of("", "", "", ""))));
        }
        return table;
    }

    /** One measure of each group within each slice. */
    static DataTable slices(List<AuditSlice> slices, Measure measure, Map<String, String> reference, AuditPlan plan) {
        DataTable table = new DataTable(columns(
                columns(
                        List.of(
                                "slice",
                                "metric",
                                "class",
                                "group",
                                "rows",
                                "value",
                                "undefined",
                                "numerator",
                                "denominator"),
                        INTERVAL),
                List.of("is_reference", "gap", "gap_low", "gap_high", "gap_method")));
        for (AuditSlice slice : slices) {
            for (AuditSlice.Row row : slice.rows(measure, reference, plan)) {
                table.add(cells(
                        List.of(
                                name(slice.values().values()),
                                measure.metric(),
                                variant(measure),
                                name(row.group().features().values()),
                                row.group().rows()),
                        row.value().map(ResultData::measured).orElse(List.of("", "", "", "", "", "", "", "", "")),
                        List.of(row.reference()),
                        row.contrast().map(ResultData::gap).orElse(List.of("", "", "", ""))));
            }
        }
        return table;
    }

    /** Everything that was measured over some features, and of everybody. */
    static DataTable measurements(List<Measurement> measurements) {
        DataTable table = new DataTable(columns(
                List.of("metric", "group", "over", "pair", "at", "value", "undefined", "numerator", "denominator"),
                INTERVAL));
        for (Measurement m : measurements) {
            table.add(cells(
                    List.of(
                            m.metric(),
                            name(m.features().values()),
                            name(m.over()),
                            m.pair()
                                    .map(pair -> pair.group() + " : " + pair.reference())
                                    .orElse(""),
                            m.at().toString().replaceAll("[{}]", "")),
                    measured(m)));
        }
        return table;
    }

    static DataTable counts(List<GroupSummary> groups) {
        DataTable table = new DataTable(List.of(
                "group", "rows", "true_positives", "false_positives", "false_negatives", "true_negatives", "small"));
        for (GroupSummary group : groups) {
            table.add(List.of(
                    name(group.features().values()),
                    group.rows(),
                    cell(group, GroupCounts::tp),
                    cell(group, GroupCounts::fp),
                    cell(group, GroupCounts::fn),
                    cell(group, GroupCounts::tn),
                    group.small()));
        }
        return table;
    }

    private static Object cell(GroupSummary group, Function<GroupCounts, Long> cell) {
        return group.confusion().<Object>map(cell).orElse("");
    }

    private static Object numerator(Side side) {
        return side.count().<Object>map(Count::numerator).orElse("");
    }

    static DataTable roc(List<GroupCurves> curves) {
        DataTable table = new DataTable(List.of(
                "group",
                "threshold",
                "selected_positives",
                "labelled_positives",
                "selected_negatives",
                "labelled_negatives",
                "true_positive_rate",
                "false_positive_rate"));
        for (GroupCurves group : curves) {
            List<RocCurve.Point> points = group.roc().map(RocCurve::points).orElse(List.of());
            for (RocCurve.Point point : points) {
                table.add(List.of(
                        group.name(),
                        Double.isInfinite(point.threshold()) ? "" : point.threshold(),
                        point.selectedPositives(),
                        group.labelledPositives(),
                        point.selectedNegatives(),
                        group.labelledNegatives(),
                        point.truePositiveRate(),
                        point.falsePositiveRate()));
            }
        }
        return table;
    }

    static DataTable reliability(List<GroupCurves> curves) {
        DataTable table = new DataTable(columns(
                List.of("group", "score_from", "score_to", "rows", "positives", "mean_score", "observed"), INTERVAL));
        for (GroupCurves group : curves) {
            for (ReliabilityBin bin : group.reliability()) {
                table.add(cells(
                        List.of(
                                group.name(),
                                bin.from(),
                                bin.to(),
                                bin.rows(),
                                bin.positives(),
                                value(bin.meanScore()),
                                value(bin.observed())),
                        interval(bin.uncertainty())));
            }
        }
        return table;
    }

    static DataTable distribution(List<GroupCurves> curves) {
        DataTable table = new DataTable(List.of("group", "label", "score_from", "score_to", "rows", "share"));
        for (GroupCurves group : curves) {
            add(table, group.name(), "positive", group.positives());
            add(table, group.name(), "negative", group.negatives());
        }
        return table;
    }

    private static void add(DataTable table, String group, String label, List<ScoreStep> steps) {
        for (ScoreStep step : steps) {
            table.add(List.of(group, label, step.from(), step.to(), step.rows(), value(step.share())));
        }
    }

    private static List<Object> measured(Measurement m) {
        return cells(
                List.of(
                        value(m.value()),
                        undefined(m.value()),
                        m.fraction().<Object>map(Fraction::numerator).orElse(""),
                        m.fraction().<Object>map(Fraction::denominator).orElse("")),
                interval(m.uncertainty()));
    }

    private static List<Object> gap(Contrast contrast) {
        Interval interval = contrast.uncertainty() instanceof Interval found ? found : null;
        return List.of(
                value(contrast.gap()),
                interval == null ? "" : interval.low(),
                interval == null ? "" : interval.high(),
                interval == null ? "" : interval.method());
    }

    private static List<Object> interval(Uncertainty uncertainty) {
        if (uncertainty instanceof Interval interval) {
            return List.of(interval.low(), interval.high(), interval.confidence(), interval.method(), "");
        }
        return List.of("", "", "", "", uncertainty instanceof Uncertainty.NoInterval none ? none.reason() : "");
    }

    private static Object value(MetricValue value) {
        return value instanceof MetricValue.Measured measured ? (Object) measured.value() : "";
    }

    private static String undefined(MetricValue value) {
        return value instanceof MetricValue.Undefined undefined ? undefined.reason() : "";
    }

    private static Object number(OptionalDouble number) {
        return number.isPresent() ? (Object) number.getAsDouble() : "";
    }

    private static String name(Iterable<String> values) {
        return String.join(", ", values);
    }

    private static List<String> columns(List<String> names, List<String> more) {
        return Stream.concat(names.stream(), more.stream()).toList();
    }

    private static List<Object> cells(List<?>... parts) {
        List<Object> cells = new ArrayList<>();
        for (List<?> part : parts) {
            cells.addAll(part);
        }
        return cells;
    }
}
