package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.aimass.audit.entity.ObjectMeasures;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.web.Format;

/**
 * Draws average precision by the overlap that counts, and precision and recall by the size of objects: a few groups in one plot, more
 * in a plot each, before everybody. Where groups have no precision, everybody's is drawn alone.
 */
final class PrecisionPlots {

    /** How far apart whiskers of different groups stand, in shares of the axis. */
    private static final double APART = 0.02;

    private static final int STEPS = 4;

    private final ObjectMeasures measures;
    private final AuditText text;
    private final ObjectText objects;
    private final Format format;

    PrecisionPlots(ObjectMeasures measures, AuditText text, ObjectText objects, Format format) {
        this.measures = measures;
        this.text = text;
        this.objects = objects;
        this.format = format;
    }

    List<Plot> plots() {
        List<Plot> plots = new ArrayList<>();
        List<Measurement> thresholds = measures.byThreshold();
        if (thresholds.size() > 1) {
            double first = ObjectMeasures.threshold(thresholds.get(0)).orElseThrow();
            double last = ObjectMeasures.threshold(thresholds.get(thresholds.size() - 1))
                    .orElseThrow();
            plots.addAll(drawn(
                    "objects.plot.threshold",
                    thresholds,
                    like -> (ObjectMeasures.threshold(like).orElseThrow() - first) / (last - first),
                    true));
        }
        for (String metric : List.of("average_precision", "average_recall")) {
            List<Measurement> areas = measures.byArea(metric);
            plots.addAll(
                    drawn("objects.plot." + metric, areas, like -> (areas.indexOf(like) + 0.5) / areas.size(), false));
        }
        return plots;
    }

    private List<Plot> drawn(
            String title, List<Measurement> likes, ToDoubleFunction<Measurement> across, boolean joined) {
        List<GroupSummary> groups = measures.groups().stream()
                .filter(group -> !group.features().isEmpty() && has(group, likes))
                .toList();
        if (likes.isEmpty()) {
            return List.of();
        }
        if (groups.isEmpty()) {
            return List.of(new Drawing(title, likes, across, joined)
                    .plot(measures.groups().subList(0, 1), false));
        }
        return groups.size() <= PlotSheet.MOST_SERIES
                ? List.of(new Drawing(title, likes, across, joined).plot(groups, false))
                : groups.stream()
                        .map(group -> new Drawing(title, likes, across, joined).plot(List.of(group), true))
                        .toList();
    }

    private boolean has(GroupSummary group, List<Measurement> likes) {
        return likes.stream()
                .flatMap(like -> measures.find(like, group).stream())
                .anyMatch(found -> ObjectMeasures.value(found).isPresent());
    }

    /** One plot of the same measures. */
    private final class Drawing {

        private final String title;
        private final List<Measurement> likes;
        private final ToDoubleFunction<Measurement> across;
        private final boolean joined;

        Drawing(String title, List<Measurement> likes, ToDoubleFunction<Measurement> across, boolean joined) {
            this.title = title;
            this.likes = likes;
            this.across = across;
            this.joined = joined;
        }

        Plot plot(List<GroupSummary> series, boolean alone) {
            PlotSheet sheet = PlotSheet.below(series.size() + (alone ? 1 : 0));
            for (int step = 0; step <= STEPS; step++) {
                double at = (double) step / STEPS;
                sheet.horizontalGrid(at, format.decimal(at, 2));
            }
            for (int i = 0; i < likes.size(); i++) {
                if (!joined || i % 2 == 0 || likes.size() < 6) {
                    sheet.verticalGrid(across.applyAsDouble(likes.get(i)), label(likes.get(i)));
                }
            }
            sheet.horizontalTitle(text.say(title + ".x"));
            if (alone) {
                draw(sheet, PlotSheet.BACKGROUND, 0, measures.groups().get(0));
                sheet.keyAbove(PlotSheet.BACKGROUND, 1, text.say("scores.everybody"));
            }
            for (int i = 0; i < series.size(); i++) {
                draw(sheet, i + 1, (i - (series.size() - 1) / 2.0) * APART, series.get(i));
                sheet.keyAbove(i + 1, i, objects.group(series.get(i)));
            }
            return sheet.plot(
                    alone
                            ? text.say("objects.plot.of", text.say(title), objects.group(series.get(0)))
                            : text.say(title),
                    text.say("objects.plot.unit"),
                    text.say("objects.plot.spoken", text.say(title), spoken(series)));
        }

        private String label(Measurement like) {
            return joined
                    ? format.decimal(ObjectMeasures.threshold(like).orElseThrow(), 2)
                    : text.say("objects.size." + like.at().get("area"));
        }

        private void draw(PlotSheet sheet, int number, double aside, GroupSummary group) {
            List<PlotSheet.Spot> spots = new ArrayList<>();
            for (Measurement like : likes) {
                Optional<Measurement> found = measures.find(like, group);
                Optional<Double> value = found.flatMap(ObjectMeasures::value);
                double at = Math.max(0, Math.min(1, across.applyAsDouble(like) + aside));
                value.ifPresent(share -> spots.add(new PlotSheet.Spot(at, share)));
                Optional<Interval> interval = found.flatMap(ObjectMeasures::interval);
                if (number != PlotSheet.BACKGROUND && value.isPresent() && interval.isPresent()) {
                    sheet.whisker(
                            number,
                            at,
                            within(interval.get().low()),
                            within(interval.get().high()));
                }
            }
            if (joined && spots.size() > 1) {
                sheet.line(number, spots);
            }
            if (number != PlotSheet.BACKGROUND) {
                spots.forEach(spot -> sheet.mark(number, spot));
            }
        }

        private static double within(double share) {
            return Math.max(0, Math.min(1, share));
        }

        private String spoken(List<GroupSummary> series) {
            return series.stream()
                    .map(group -> text.say("scores.named", objects.group(group), ends(group)))
                    .collect(Collectors.joining(text.say("list.semicolon")));
        }

        /** The first and the last value. */
        private String ends(GroupSummary group) {
            return List.of(likes.get(0), likes.get(likes.size() - 1)).stream()
                    .map(like -> text.say(
                            "objects.plot.at",
                            label(like),
                            measures.find(like, group)
                                    .flatMap(ObjectMeasures::value)
                                    .map(format::decimal)
                                    .orElseGet(() -> text.say("results.undefined"))))
                    .collect(Collectors.joining(text.say("list.separator")));
        }
    }
}
