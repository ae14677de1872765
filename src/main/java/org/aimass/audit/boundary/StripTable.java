package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Strip;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of the policy over one feature or intersection, as a table that is its own chart.
 *
 * @param metric its name in words
 * @param tolerance in words
 * @param spread the largest difference or smallest ratio over all groups, which is described and never judged; may be empty
 */
public record StripTable(
        Strip strip, String metric, String tolerance, Scale shares, Scale gaps, String spread, List<Line> lines) {

    public StripTable {
        lines = List.copyOf(lines);
    }

    /** One group: its value, and its gap to the reference group. What there is not is null. */
    public record Line(
            Strip.Row row,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double gap,
            @Nullable Double gapLow,
            @Nullable Double gapHigh,
            @Nullable Verdict verdict,
            String said,
            String doubt,
            @Nullable Explained valueExplained,
            @Nullable Explained gapExplained) {}

    /** How many comparisons of it ended in this verdict. */
    public int ended(Verdict verdict) {
        return (int) lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    static StripTable of(Strip strip, Optional<Measurement> spread, CountedUnit unit, AuditText text, Format format) {
        List<Line> lines =
                strip.rows().stream().map(row -> line(row, unit, text, format)).toList();
        Tolerance tolerance = strip.tolerance();
        List<Double> shares = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        for (Line line : lines) {
            add(shares, line.value(), line.high(), strip.isShare() ? null : line.low());
            add(gaps, line.gap(), line.gapLow(), line.gapHigh());
        }
        return new StripTable(
                strip,
                text.measure(strip.measure()),
                text.tolerance(strip.measure().metric(), tolerance),
                values(strip, shares),
                gaps(strip, gaps),
                spread.map(measurement -> text.spread(measurement, tolerance, strip.isShare()))
                        .orElse(""),
                lines);
    }

    /** Errors may be more than there was: then the axis ends beyond 100 %. */
    private static Scale values(Strip strip, List<Double> ends) {
        if (strip.isCounted()) {
            return Scale.ofShares(ends);
        }
        return strip.isShare() ? Scale.ofRates(ends) : Scale.of(ends);
    }

    private static Scale gaps(Strip strip, List<Double> ends) {
        double bound = strip.tolerance().bound();
        if (strip.tolerance().scale() == Tolerance.Scale.RATIO) {
            return Scale.ofRatios(bound, ends);
        }
        return strip.isShare() ? Scale.ofDifferences(bound, ends) : Scale.ofNumbers(bound, ends);
    }

    private static void add(List<Double> ends, @Nullable Double... values) {
        for (Double value : values) {
            if (value != null) {
                ends.add(value);
            }
        }
    }

    private static Line line(Strip.Row row, CountedUnit unit, AuditText text, Format format) {
        Double value = row.value().map(StripTable::value).orElse(null);
        Interval interval = row.value()
                .map(measurement -> measurement.uncertainty() instanceof Interval found ? found : null)
                .orElse(null);
        JudgedComparison judged = row.judged().orElse(null);
        Double gap = judged != null && judged.gap() instanceof MetricValue.Measured measured ? measured.value() : null;
        Interval around = judged != null && judged.uncertainty() instanceof Interval found ? found : null;
        return new Line(
                row,
                value,
                interval == null ? value : Double.valueOf(interval.low()),
                interval == null ? value : Double.valueOf(interval.high()),
                gap,
                around == null ? gap : Double.valueOf(around.low()),
                around == null ? gap : Double.valueOf(around.high()),
                judged == null ? null : judged.verdict(),
                judged == null ? text.say("results.reference") : text.gap(judged, unit),
                judged == null
                        ? ""
                        : judged.doubt().map(doubt -> text.doubt(doubt, unit)).orElse(""),
                row.value()
                        .map(measurement -> new Explain(text, format).value(measurement, unit))
                        .orElse(null),
                judged == null ? null : new Explain(text, format).judged(judged, unit));
    }

    private static @Nullable Double value(Measurement measurement) {
        return measurement.value() instanceof MetricValue.Measured measured ? measured.value() : null;
    }
}
