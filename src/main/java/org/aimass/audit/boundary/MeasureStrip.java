package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import org.aimass.audit.entity.Contrast;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.MeasureTable;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.jspecify.annotations.Nullable;

/**
 * One measure of every group as a table that is its own chart.
 *
 * @param metric its name in words
 * @param share whether it is a share of people, so that groups are set against the comparison group
 * @param spread the largest difference or the smallest ratio over all groups, in words; may be empty
 */
public record MeasureStrip(
        MeasureTable table, String metric, boolean share, Scale values, Scale gaps, String spread, List<Line> lines) {

    private static final double HUNDREDTH = 0.01;
    private static final double NEARLY_ONE = 0.95;

    public MeasureStrip {
        lines = List.copyOf(lines);
    }

    /** Whether values are told in percent. */
    public boolean isPercent() {
        return share || Measure.isRate(table.measure().metric());
    }

    /** Whether the values' axis begins elsewhere than at 0. */
    public boolean isCut() {
        return values.from() > 0;
    }

    /**
     * One group. What there is not is null.
     *
     * @param people over whom the value is taken
     */
    public record Line(
            String name,
            boolean reference,
            long people,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            String undefined,
            @Nullable Double gap,
            @Nullable Double gapLow,
            @Nullable Double gapHigh,
            String said,
            @Nullable Verdict verdict,
            @Nullable Explained valueExplained,
            @Nullable Explained gapExplained) {}

    static MeasureStrip of(MeasureTable table, CountedUnit unit, AuditText text, Format format) {
        boolean share = table.isShare();
        boolean rate = Measure.isRate(table.measure().metric());
        List<Line> lines = table.rows().stream()
                .map(row -> line(table, row, unit, text, format))
                .toList();
        List<Double> values = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        for (Line line : lines) {
            add(values, line.value(), line.low(), line.high());
            add(gaps, line.gap(), line.gapLow(), line.gapHigh());
        }
        boolean ratio = table.scale() == Tolerance.Scale.RATIO;
        return new MeasureStrip(
                table,
                text.measure(table.measure()),
                share,
                share ? Scale.ofShares(values) : rate ? Scale.ofRates(values) : Scale.of(values),
                ratio ? Scale.ofRatios(NEARLY_ONE, gaps) : Scale.ofDifferences(HUNDREDTH, gaps),
                table.spread()
                        .map(measurement -> spread(measurement, table.scale(), share, text))
                        .orElse(""),
                lines);
    }

    private static String spread(Measurement measurement, Tolerance.Scale scale, boolean share, AuditText text) {
        if (!(measurement.value() instanceof MetricValue.Measured measured)) {
            return "";
        }
        return share || scale == Tolerance.Scale.RATIO
                ? text.spread(measurement, new Tolerance(scale, NEARLY_ONE), share)
                : text.say("spread.number", text.number(measured.value(), false));
    }

    private static void add(List<Double> ends, @Nullable Double... values) {
        for (Double value : values) {
            if (value != null) {
                ends.add(value);
            }
        }
    }

    private static Line line(
            MeasureTable table, MeasureTable.Row row, CountedUnit unit, AuditText text, Format format) {
        Measurement found = row.value().orElse(null);
        Double value =
                found != null && found.value() instanceof MetricValue.Measured measured ? measured.value() : null;
        Interval around = found != null && found.uncertainty() instanceof Interval interval ? interval : null;
        Contrast contrast = row.contrast().orElse(null);
        Double gap =
                contrast != null && contrast.gap() instanceof MetricValue.Measured measured ? measured.value() : null;
        Interval gapAround = contrast != null && contrast.uncertainty() instanceof Interval interval ? interval : null;
        return new Line(
                row.name(),
                row.reference(),
                row.side().people(),
                value,
                around == null ? value : Double.valueOf(around.low()),
                around == null ? value : Double.valueOf(around.high()),
                found != null && found.value() instanceof MetricValue.Undefined ? text.say("results.nobody") : "",
                gap,
                gapAround == null ? gap : Double.valueOf(gapAround.low()),
                gapAround == null ? gap : Double.valueOf(gapAround.high()),
                said(row, gap, gapAround, table.scale(), text, format),
                row.judged().map(JudgedComparison::verdict).orElse(null),
                found == null ? null : new Explain(text, format).value(found, unit),
                contrast == null ? null : explained(table, row, contrast, unit, text, format));
    }

    private static String said(
            MeasureTable.Row row,
            @Nullable Double gap,
            @Nullable Interval around,
            Tolerance.Scale scale,
            AuditText text,
            Format format) {
        if (row.reference()) {
            return text.say("results.reference");
        }
        if (gap == null || around == null) {
            return row.contrast().isPresent() ? text.say("results.undefined") : "";
        }
        return scale == Tolerance.Scale.DIFFERENCE
                ? format.difference(gap, around.low(), around.high())
                : format.decimalDifference(gap, around.low(), around.high());
    }

    private static Explained explained(
            MeasureTable table,
            MeasureTable.Row row,
            Contrast contrast,
            CountedUnit unit,
            AuditText text,
            Format format) {
        if (row.judged().isPresent()) {
            return new Explain(text, format).judged(row.judged().get(), unit);
        }
        MeasureTable.Row reference = table.rows().stream()
                .filter(MeasureTable.Row::reference)
                .findFirst()
                .orElseThrow();
        return new Explain(text, format)
                .described(contrast, table.scale(), row.name(), row.side(), reference.name(), reference.side());
    }
}
