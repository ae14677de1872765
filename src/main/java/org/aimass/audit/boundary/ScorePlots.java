package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.aimass.audit.entity.GroupCurves;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ReliabilityBin;
import org.aimass.engine.metrics.ScoreStep;
import org.aimass.web.Format;
import org.aimass.web.Scale;

/** Draws what groups' scores show. Up to four groups share a plot; of more, each has a plot of its own, before everybody's line. */
final class ScorePlots {

    private final List<GroupCurves> groups;
    private final Optional<GroupCurves> everybody;
    private final OptionalDouble threshold;
    private final AuditText text;
    private final Format format;

    /** @param curves all rows, and the groups shown */
    ScorePlots(List<GroupCurves> curves, OptionalDouble threshold, AuditText text, Format format) {
        groups = curves.stream().filter(curve -> !curve.isEverybody()).toList();
        everybody = curves.stream().filter(GroupCurves::isEverybody).findFirst();
        this.threshold = threshold;
        this.text = text;
        this.format = format;
    }

    private interface Drawing {
        Plot of(List<GroupCurves> series, boolean alone);
    }

    private List<Plot> each(Drawing drawing) {
        return groups.size() <= PlotSheet.MOST_SERIES
                ? List.of(drawing.of(groups, false))
                : groups.stream().map(group -> drawing.of(List.of(group), true)).toList();
    }

    private String title(String key, List<GroupCurves> series, boolean alone) {
        return alone ? series.get(0).name() : text.say(key);
    }

    List<Plot> roc() {
        return each(this::roc);
    }

    private Plot roc(List<GroupCurves> series, boolean alone) {
        PlotSheet sheet = PlotSheet.square();
        shares(sheet);
        sheet.horizontalTitle(text.say("scores.roc.x"));
        sheet.diagonal();
        if (alone) {
            everybody.filter(all -> all.roc().isPresent()).ifPresent(all -> {
                sheet.line(PlotSheet.BACKGROUND, rocSpots(all));
                sheet.keyBelow(PlotSheet.BACKGROUND, 1, 2, text.say("scores.everybody"));
            });
        }
        for (int i = 0; i < series.size(); i++) {
            GroupCurves group = series.get(i);
            int number = i + 1;
            group.roc().ifPresent(curve -> sheet.line(number, rocSpots(group)));
            group.chosen()
                    .ifPresent(chosen -> sheet.mark(
                            number, new PlotSheet.Spot(chosen.falsePositiveRate(), chosen.truePositiveRate())));
        }
        for (int i = 0; i < series.size(); i++) {
            sheet.keyBelow(i + 1, i, alone ? 2 : series.size(), areaName(series.get(i)));
        }
        String spoken = series.stream().map(this::areaName).collect(Collectors.joining(text.say("list.separator")));
        return sheet.plot(
                title("scores.roc", series, alone),
                threshold.isPresent()
                        ? text.say("scores.roc.unit", format.decimal(threshold.getAsDouble(), 2))
                        : text.say("scores.roc.unit.decisions"),
                text.say("scores.roc.spoken", spoken));
    }

    private static List<PlotSheet.Spot> rocSpots(GroupCurves group) {
        return group.roc().orElseThrow().points().stream()
                .map(point -> new PlotSheet.Spot(point.falsePositiveRate(), point.truePositiveRate()))
                .toList();
    }

    private String areaName(GroupCurves group) {
        return text.say(
                "scores.named", group.name(), group.roc().isEmpty() ? text.say("results.undefined") : area(group));
    }

    private String area(GroupCurves group) {
        return group.area()
                .map(measurement -> measurement.value() instanceof MetricValue.Measured measured
                        ? format.decimal(measured.value())
                        : text.say("results.undefined"))
                .orElse("");
    }

    List<Plot> reliability() {
        return each(this::reliability);
    }

    private Plot reliability(List<GroupCurves> series, boolean alone) {
        PlotSheet sheet = PlotSheet.below(series.size() + (alone ? 1 : 0));
        shares(sheet);
        sheet.horizontalTitle(text.say("scores.x"));
        sheet.diagonal();
        if (alone) {
            everybody.ifPresent(all -> {
                sheet.line(PlotSheet.BACKGROUND, spots(all));
                sheet.keyAbove(PlotSheet.BACKGROUND, 1, text.say("scores.everybody"));
            });
        }
        for (int i = 0; i < series.size(); i++) {
            sheet.line(i + 1, spots(series.get(i)));
            for (ReliabilityBin bin : series.get(i).reliability()) {
                if (bin.uncertainty() instanceof Interval interval) {
                    sheet.whisker(i + 1, value(bin.meanScore()), interval.low(), interval.high());
                    sheet.mark(i + 1, new PlotSheet.Spot(value(bin.meanScore()), value(bin.observed())));
                }
            }
        }
        for (int i = 0; i < series.size(); i++) {
            sheet.keyAbove(i + 1, i, series.get(i).name());
        }
        String spoken = series.stream()
                .map(group -> text.say("scores.reliability.off", group.name(), group.binsOff(), group.binsFilled()))
                .collect(Collectors.joining(text.say("list.semicolon")));
        return sheet.plot(
                title("scores.reliability", series, alone),
                text.say("scores.reliability.unit"),
                text.say("scores.reliability.spoken", spoken));
    }

    private static List<PlotSheet.Spot> spots(GroupCurves group) {
        return group.reliability().stream()
                .filter(bin -> bin.rows() > 0)
                .map(bin -> new PlotSheet.Spot(value(bin.meanScore()), value(bin.observed())))
                .toList();
    }

    /** @param positive whether of the labelled positives, else of the labelled negatives */
    List<Plot> distribution(boolean positive) {
        List<GroupCurves> shown = new ArrayList<>(groups);
        if (groups.size() > PlotSheet.MOST_SERIES) {
            everybody.ifPresent(shown::add);
        }
        double highest = shown.stream()
                .flatMapToDouble(group -> heights(group, positive).stream().mapToDouble(Double::doubleValue))
                .max()
                .orElse(1);
        Scale scale = Scale.ofShares(List.of(highest));
        return each((series, alone) -> distribution(series, alone, positive, scale));
    }

    private Plot distribution(List<GroupCurves> series, boolean alone, boolean positive, Scale scale) {
        PlotSheet sheet = PlotSheet.below(series.size() + (alone ? 1 : 0));
        scale.ticks()
                .forEach(tick ->
                        sheet.horizontalGrid(tick.value() / scale.to(), format.tick(scale.kind(), tick.value())));
        DoubleStream.of(0, 0.5, 1).forEach(at -> sheet.verticalGrid(at, percent(at)));
        sheet.horizontalTitle(text.say("scores.x"));
        threshold.ifPresent(at -> sheet.threshold(at, text.say("scores.threshold")));
        sheet.baseline();
        if (alone) {
            everybody.ifPresent(all -> {
                sheet.steps(PlotSheet.BACKGROUND, scaled(all, positive, scale));
                sheet.keyAbove(PlotSheet.BACKGROUND, 1, text.say("scores.everybody"));
            });
        }
        for (int i = 0; i < series.size(); i++) {
            sheet.steps(i + 1, scaled(series.get(i), positive, scale));
            sheet.keyAbove(i + 1, i, series.get(i).name());
        }
        String spoken = series.stream()
                .map(group -> text.say(
                        "scores.named",
                        group.name(),
                        group.chosen()
                                .map(chosen -> format.percent(
                                        positive ? chosen.truePositiveRate() : chosen.falsePositiveRate()))
                                .orElse(text.say("results.undefined"))))
                .collect(Collectors.joining(text.say("list.separator")));
        return sheet.plot(
                title(positive ? "scores.positives" : "scores.negatives", series, alone),
                text.say("scores.distribution.unit"),
                text.say(positive ? "scores.positives.spoken" : "scores.negatives.spoken", spoken));
    }

    private static List<Double> scaled(GroupCurves group, boolean positive, Scale scale) {
        return heights(group, positive).stream()
                .map(share -> share / scale.to())
                .toList();
    }

    private static List<Double> heights(GroupCurves group, boolean positive) {
        List<ScoreStep> steps = positive ? group.positives() : group.negatives();
        return steps.stream().map(step -> value(step.share())).toList();
    }

    private static double value(MetricValue value) {
        return value instanceof MetricValue.Measured measured ? measured.value() : 0;
    }

    private void shares(PlotSheet sheet) {
        DoubleStream.of(0, 0.5, 1).forEach(at -> {
            sheet.horizontalGrid(at, percent(at));
            sheet.verticalGrid(at, percent(at));
        });
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }
}
