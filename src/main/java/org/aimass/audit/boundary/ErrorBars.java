package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Measure;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;

/** Draws what errors of speech recognition are made of: of each group a bar of words taken for others, missed, and said by nobody. */
record ErrorBars(CompletedAudit audit, List<String> features, AuditText text, Format format) {

    /** What a bar is made of, from its left end. */
    static final List<String> RATES = List.of("substitution_rate", "deletion_rate", "insertion_rate");

    private static final int MOST_DRAWN = 24;
    private static final int ROW = 56;
    private static final double LEFT = 6;
    private static final double WIDE = 308;
    private static final double GAP = 2;

    private record Bar(String name, List<Double> rates) {
        double total() {
            return rates.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** The same panel with one drawing of all three. */
    Optional<MeasurePanel> panel(Optional<MeasurePanel> numbers) {
        return numbers.map(panel -> new MeasurePanel(
                panel.heading(),
                panel.lead(),
                panel.note(),
                List.of(plot(panel.heading())),
                panel.columns(),
                panel.lines(),
                panel.summaries()));
    }

    private List<Bar> bars() {
        return Stream.concat(
                        Stream.of(Map.<String, String>of()),
                        audit.groups(features).stream().map(GroupSummary::features))
                .limit(MOST_DRAWN)
                .map(this::bar)
                .toList();
    }

    private Bar bar(Map<String, String> group) {
        List<Double> rates = RATES.stream()
                .flatMap(rate -> audit.measured(Measure.of(rate), group).stream())
                .flatMap(found -> found.value() instanceof MetricValue.Measured measured
                        ? Stream.of(measured.value())
                        : Stream.empty())
                .toList();
        return new Bar(
                group.isEmpty() ? text.all(audit.counted()) : text.group(group),
                rates.size() == RATES.size() ? rates : List.of());
    }

    private Plot plot(String title) {
        List<Bar> bars = bars();
        double longest = bars.stream().mapToDouble(Bar::total).max().orElse(0);
        List<Plot.Line> lines = new ArrayList<>();
        List<Plot.Label> labels = new ArrayList<>();
        for (int row = 0; row < bars.size(); row++) {
            Bar bar = bars.get(row);
            int top = ROW * row;
            labels.add(new Plot.Label("direct", Plot.number(LEFT), Integer.toString(top + 14), "start", bar.name()));
            labels.add(new Plot.Label("", Plot.number(LEFT + WIDE), Integer.toString(top + 14), "end", together(bar)));
            if (longest > 0) {
                draw(bar, top + 20, WIDE / longest, lines);
            }
            name(bar, top + 48, labels);
        }
        String spoken = bars.stream().map(this::said).collect(Collectors.joining(text.say("list.semicolon")));
        return new Plot(
                title,
                text.say("words.kinds.unit"),
                text.say("words.kinds.spoken", spoken),
                ROW * bars.size() + 4,
                lines,
                labels);
    }

    private void draw(Bar bar, int top, double scale, List<Plot.Line> lines) {
        double at = LEFT;
        for (int kind = 0; kind < bar.rates().size(); kind++) {
            double width = bar.rates().get(kind) * scale;
            if (width > GAP) {
                String along = Plot.number(width - GAP);
                lines.add(new Plot.Line(
                        "f" + (kind + 1), "M" + Plot.number(at) + " " + top + "h" + along + "v14h-" + along + "z"));
            }
            at += width;
        }
    }

    /** Below the bar, in the order and the hues of its pieces. */
    private void name(Bar bar, int y, List<Plot.Label> labels) {
        for (int kind = 0; kind < bar.rates().size(); kind++) {
            labels.add(new Plot.Label(
                    "f" + (kind + 1),
                    Plot.number(LEFT + WIDE * kind / RATES.size()),
                    Integer.toString(y),
                    "start",
                    kind(bar, kind)));
        }
    }

    /** "D 2.0". */
    private String kind(Bar bar, int kind) {
        return text.say(
                "words.kinds.kind",
                text.say("words.sign." + RATES.get(kind)),
                format.decimal(100 * bar.rates().get(kind), 1));
    }

    private String together(Bar bar) {
        return bar.rates().isEmpty() ? text.say("results.undefined") : format.percent(bar.total());
    }

    private String said(Bar bar) {
        List<String> kinds = IntStream.range(0, bar.rates().size())
                .mapToObj(kind -> kind(bar, kind))
                .toList();
        return text.say("scores.named", bar.name(), text.say("words.kinds.said", together(bar), text.list(kinds)));
    }
}
