package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.RunComparison;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.jspecify.annotations.Nullable;

/**
 * How one measure has changed from one audit to another, for everybody and for each group.
 *
 * @param share whether it is a share of people, shown in percent and points
 */
public record ChangeTable(String metric, boolean share, Scale scale, List<Line> lines) {

    private static final double HUNDREDTH = 0.01;

    public ChangeTable {
        lines = List.copyOf(lines);
    }

    /**
     * One group. What there is not is null.
     *
     * @param first the first audit's value in words, or why there is none
     * @param second the second's
     * @param said the change in words
     */
    public record Line(
            String name,
            String first,
            String second,
            @Nullable Explained firstExplained,
            @Nullable Explained secondExplained,
            @Nullable Double change,
            @Nullable Double low,
            @Nullable Double high,
            String said,
            @Nullable Explained changeExplained) {}

    static ChangeTable of(RunComparison comparison, Measure measure, AuditText text, Format format) {
        List<RunComparison.Row> rows = comparison.rows(measure);
        boolean share = measure.rate().isPresent() || rows.stream().anyMatch(RunComparison.Row::isShare);
        List<Line> lines =
                rows.stream().map(row -> line(row, share, text, format)).toList();
        List<Double> ends = new ArrayList<>();
        for (Line line : lines) {
            if (line.change() != null) {
                ends.add(line.change());
            }
            if (line.low() != null && line.high() != null) {
                ends.add(line.low());
                ends.add(line.high());
            }
        }
        ends.add(-HUNDREDTH);
        ends.add(HUNDREDTH);
        return new ChangeTable(
                text.measure(measure), share, share ? Scale.ofDifferences(HUNDREDTH, ends) : Scale.of(ends), lines);
    }

    private static Line line(RunComparison.Row row, boolean share, AuditText text, Format format) {
        Double change = row.change().orElse(null);
        Interval interval = row.interval().orElse(null);
        return new Line(
                row.isEverybody() ? text.say("scores.everybody") : text.group(row.features()),
                value(row.first(), share, text),
                value(row.second(), share, text),
                explained(row.first(), text, format),
                explained(row.second(), text, format),
                change,
                interval == null ? change : Double.valueOf(interval.low()),
                interval == null ? change : Double.valueOf(interval.high()),
                said(change, interval, share, text, format),
                change == null ? null : new Explain(text, format).change(change, row.interval(), share));
    }

    private static String value(Optional<Measurement> measurement, boolean share, AuditText text) {
        if (measurement.isEmpty()) {
            return text.say("compare.missing");
        }
        return measurement.get().value() instanceof MetricValue.Measured measured
                ? text.number(measured.value(), share)
                : text.say("results.undefined");
    }

    private static @Nullable Explained explained(Optional<Measurement> measurement, AuditText text, Format format) {
        return measurement.map(found -> new Explain(text, format).value(found)).orElse(null);
    }

    private static String said(
            @Nullable Double change, @Nullable Interval interval, boolean share, AuditText text, Format format) {
        if (change == null) {
            return text.say("compare.noChange");
        }
        if (interval == null) {
            return share ? format.points(change) : format.decimal(change);
        }
        return share
                ? format.difference(change, interval.low(), interval.high())
                : format.decimalDifference(change, interval.low(), interval.high());
    }
}
