package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.aimass.web.Scale;

/** Each group's difference to its comparison group, as it is and over snippets that last alike. */
record MatchedPanel(CompletedAudit audit, List<String> features, AuditText text, Format format) {

    private static final String MATCHED = "matched_";
    private static final int MOST_DRAWN = 24;

    private record Both(Measurement plain, Measurement matched) {}

    /** @param metric the difference that is matched; empty where it was not */
    Optional<MeasurePanel> panel(String metric) {
        List<Both> found = audit.measurements().stream()
                .filter(m -> m.metric().equals(MATCHED + metric) && m.over().equals(features))
                .flatMap(matched -> plain(metric, matched).map(it -> new Both(it, matched)).stream())
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> columns = List.of(
                text.say("words.matched.plain"), text.say("words.matched.like"), text.say("words.matched.rows"));
        Scale scale = Scale.ofDifferences(
                0.01,
                found.stream()
                        .flatMap(both -> Stream.of(both.plain(), both.matched()))
                        .flatMap(MatchedPanel::ends)
                        .toList());
        return Optional.of(new MeasurePanel(
                text.say("words.matched"),
                text.say("words.matched.lead", count(found.get(0).matched(), "bins")),
                "",
                List.of(
                        plot(columns.get(0), found, scale, Both::plain),
                        plot(columns.get(1), found, scale, Both::matched)),
                columns,
                found.stream().map(both -> line(both, columns)).toList(),
                List.of()));
    }

    private Optional<Measurement> plain(String metric, Measurement matched) {
        return audit.measurements().stream()
                .filter(m -> m.metric().equals(metric)
                        && m.over().equals(features)
                        && m.pair().equals(matched.pair()))
                .findFirst();
    }

    private static Stream<Double> ends(Measurement measurement) {
        List<Double> ends = new ArrayList<>();
        if (measurement.value() instanceof MetricValue.Measured measured) {
            ends.add(measured.value());
        }
        if (measurement.uncertainty() instanceof Interval interval) {
            ends.add(interval.low());
            ends.add(interval.high());
        }
        return ends.stream();
    }

    private String name(Measurement measurement) {
        Measurement.Pair pair = measurement.pair().orElseThrow();
        return text.say("words.matched.pair", pair.group(), pair.reference());
    }

    private MeasurePanel.Line line(Both both, List<String> columns) {
        return new MeasurePanel.Line(
                name(both.matched()),
                List.of(
                        cell(columns.get(0), both.plain()),
                        cell(columns.get(1), both.matched()),
                        new MeasurePanel.Cell(
                                columns.get(2),
                                text.say(
                                        "words.matched.counts",
                                        count(both.matched(), "rows"),
                                        count(both.matched(), "reference_rows")),
                                "",
                                null)));
    }

    private MeasurePanel.Cell cell(String column, Measurement difference) {
        return new MeasurePanel.Cell(
                column,
                value(difference),
                difference.uncertainty() instanceof Interval interval
                        ? format.pointsInterval(interval.low(), interval.high())
                        : "",
                new Explain(text, format).value(difference));
    }

    private String value(Measurement difference) {
        return difference.value() instanceof MetricValue.Measured measured
                ? format.points(measured.value())
                : text.say("results.undefined");
    }

    private String count(Measurement measurement, String of) {
        return measurement.at().get(of) instanceof Number number ? format.whole(number.longValue()) : "";
    }

    private Plot plot(String title, List<Both> found, Scale scale, Function<Both, Measurement> which) {
        StripPlot plot = new StripPlot(scale, format);
        List<Measurement> drawn = found.stream().limit(MOST_DRAWN).map(which).toList();
        for (Measurement each : drawn) {
            Double value = each.value() instanceof MetricValue.Measured measured ? (Double) measured.value() : null;
            Interval around = each.uncertainty() instanceof Interval interval ? interval : null;
            plot.row(
                    each.pair().orElseThrow().group(),
                    value(each),
                    "c-plain",
                    value,
                    around == null ? value : (Double) around.low(),
                    around == null ? value : (Double) around.high());
        }
        plot.line(0, text.say("words.matched.none"));
        String spoken = drawn.stream()
                .map(each -> text.say("scores.named", each.pair().orElseThrow().group(), value(each)))
                .collect(Collectors.joining(text.say("list.semicolon")));
        return plot.plot(title, text.say("words.matched.unit"), text.say("panel.spoken", title, spoken), null, null);
    }
}
