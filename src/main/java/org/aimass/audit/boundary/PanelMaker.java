package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Measure;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.aimass.web.Scale;

/** Sets measures of all groups of one feature or intersection side by side. */
final class PanelMaker {

    /** More groups stand in the table alone. */
    private static final int MOST_DRAWN = 24;

    private final CompletedAudit audit;
    private final List<String> features;
    private final AuditText text;
    private final Format format;

    PanelMaker(CompletedAudit audit, List<String> features, AuditText text, Format format) {
        this.audit = audit;
        this.features = features;
        this.text = text;
        this.format = format;
    }

    /**
     * One measure.
     *
     * @param mark what all groups are held against; empty where nothing is
     * @param marked what that is called; empty for the usual words
     */
    record Column(String name, Measure measure, OptionalDouble mark, String marked) {
        Column(String name, Measure measure, OptionalDouble mark) {
            this(name, measure, mark, "");
        }

        static Column of(String name, Measure measure) {
            return new Column(name, measure, OptionalDouble.empty());
        }
    }

    /** The words around the numbers. */
    record Words(String heading, String lead, String note) {}

    private record Named(String name, Map<String, String> group) {}

    private List<Named> rows() {
        return Stream.concat(
                        Stream.of(new Named(text.all(audit.counted()), Map.of())),
                        audit.groups(features).stream()
                                .map(GroupSummary::features)
                                .map(group -> new Named(text.group(group), group)))
                .toList();
    }

    /** Whether any group, or everybody, has such a measure. */
    boolean has(Measure measure) {
        return audit.measured(measure, Map.of()).isPresent();
    }

    /** The rows that have any of these measures. */
    private List<Named> rows(List<Column> columns) {
        return rows().stream()
                .filter(row -> !row.group().isEmpty() || columns.stream().anyMatch(column -> has(column.measure())))
                .toList();
    }

    MeasurePanel panel(Words words, List<Column> columns, List<Measurement> summaries) {
        List<MeasurePanel.Line> lines = rows(columns).stream()
                .map(row -> new MeasurePanel.Line(
                        row.name(),
                        columns.stream()
                                .map(column -> cell(column, audit.measured(column.measure(), row.group())))
                                .toList()))
                .toList();
        return new MeasurePanel(
                words.heading(),
                words.lead(),
                words.note(),
                columns.stream()
                        .filter(this::isDrawn)
                        .map(column -> plot(column, rows(columns)))
                        .toList(),
                columns.stream().map(Column::name).toList(),
                lines,
                summaries.stream().map(this::summary).toList());
    }

    /** What is but counted has no interval to draw. */
    private boolean isDrawn(Column column) {
        return audit.measured(column.measure(), Map.of())
                .map(Reading::of)
                .filter(Reading.COUNT::equals)
                .isEmpty();
    }

    private MeasurePanel.Cell cell(Column column, Optional<Measurement> found) {
        return new MeasurePanel.Cell(
                column.name(),
                found.map(this::value).orElse(text.say("results.undefined")),
                found.map(this::around).orElse(""),
                found.map(measurement -> new Explain(text, format).value(measurement))
                        .orElse(null));
    }

    /** In percent where it is a share, else with three decimals. */
    String value(Measurement measurement) {
        return measurement.value() instanceof MetricValue.Measured measured
                ? Reading.of(measurement).value(measured.value(), format)
                : text.say("results.undefined");
    }

    /** "48 of 2,736; 1.33 to 2.32". */
    String around(Measurement measurement) {
        List<String> parts = new ArrayList<>();
        measurement.fraction().map(this::counted).ifPresent(parts::add);
        interval(measurement).ifPresent(parts::add);
        return String.join(text.say("list.semicolon"), parts);
    }

    private String counted(Fraction fraction) {
        boolean whole = fraction.numerator() == Math.rint(fraction.numerator())
                && fraction.denominator() == Math.rint(fraction.denominator());
        return text.say(
                "explain.of",
                whole ? format.whole((long) fraction.numerator()) : format.decimal(fraction.numerator()),
                whole ? format.whole((long) fraction.denominator()) : format.decimal(fraction.denominator()));
    }

    private Optional<String> interval(Measurement measurement) {
        return measurement.uncertainty() instanceof Interval interval
                ? Optional.of(Reading.of(measurement).interval(interval.low(), interval.high(), format))
                : Optional.empty();
    }

    private Plot plot(Column column, List<Named> rows) {
        List<Named> drawn = rows.stream().limit(MOST_DRAWN).toList();
        List<Measurement> found = drawn.stream()
                .flatMap(row -> audit.measured(column.measure(), row.group()).stream())
                .toList();
        StripPlot plot = new StripPlot(scale(found, column.mark()), format);
        column.mark().ifPresent(mark -> plot.line(mark, marked(column, mark)));
        for (Named row : drawn) {
            Measurement measured = audit.measured(column.measure(), row.group()).orElse(null);
            Double value = measured != null && measured.value() instanceof MetricValue.Measured known
                    ? (Double) known.value()
                    : null;
            Interval interval = measured != null && measured.uncertainty() instanceof Interval around ? around : null;
            plot.row(
                    row.name(),
                    measured == null ? text.say("results.undefined") : value(measured),
                    "c-plain",
                    value,
                    interval == null ? value : (Double) interval.low(),
                    interval == null ? value : (Double) interval.high());
        }
        String spoken = drawn.stream()
                .map(row -> text.say(
                        "scores.named",
                        row.name(),
                        audit.measured(column.measure(), row.group())
                                .map(this::value)
                                .orElse(text.say("results.undefined"))))
                .collect(Collectors.joining(text.say("list.semicolon")));
        return plot.plot(
                column.name(), text.say("file.value"), text.say("panel.spoken", column.name(), spoken), null, null);
    }

    private String marked(Column column, double mark) {
        return column.marked().isEmpty()
                ? text.say("panel.mark", format.tick(Scale.Kind.SHARE, mark))
                : column.marked();
    }

    private static Scale scale(List<Measurement> found, OptionalDouble mark) {
        List<Double> ends = new ArrayList<>();
        mark.ifPresent(ends::add);
        for (Measurement measurement : found) {
            if (measurement.value() instanceof MetricValue.Measured measured) {
                ends.add(measured.value());
            }
            if (measurement.uncertainty() instanceof Interval interval) {
                ends.add(interval.low());
                ends.add(interval.high());
            }
        }
        return found.stream()
                .filter(measurement -> measurement.value() instanceof MetricValue.Measured)
                .map(Reading::of)
                .findFirst()
                .orElse(Reading.NUMBER)
                .scale(ends);
    }

    private MeasurePanel.Summary summary(Measurement measurement) {
        OverGroups over = OverGroups.of(measurement);
        return new MeasurePanel.Summary(
                over.name(text),
                text.say("over." + over.form() + ".means"),
                value(measurement),
                interval(measurement).orElseGet(() -> bound(measurement)),
                new Explain(text, format).value(measurement));
    }

    /** How high the rate of the group without any error may be, that nothing can be divided by. */
    private String bound(Measurement measurement) {
        return measurement.at().get("upper_bound") instanceof Double bound
                ? text.say(
                        "over.bound",
                        String.valueOf(measurement.at().get("upper_bound_of")),
                        format.rarePercent(bound),
                        format.wholePercent(audit.plan().confidence()))
                : "";
    }
}
