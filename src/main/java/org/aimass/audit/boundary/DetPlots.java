package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.audit.entity.ErrorCurve;
import org.aimass.web.Format;

/**
 * Draws what the thresholds of a verification trade off, both errors by their logarithm. Up to four groups share a plot; of more, each has
 * a plot of its own, before the line of all pairs.
 */
final class DetPlots {

    /** More groups stand in the file alone. */
    static final int MOST_DRAWN = 12;

    private final List<ErrorCurve> groups;
    private final Optional<ErrorCurve> everybody;
    private final List<Target> targets;
    private final AuditText text;
    private final Format format;
    private final LogAxis across;
    private final LogAxis up;

    /**
     * Where a threshold was set.
     *
     * @param share the false match rate of all pairs that it was set for
     * @param errors of each group that has both above 0
     */
    record Target(double share, List<Errors> errors) {}

    /** Of one group at a target's threshold. */
    record Errors(ErrorCurve of, double falseMatchRate, double falseNonMatchRate) {}

    DetPlots(List<ErrorCurve> curves, List<Target> targets, AuditText text, Format format) {
        groups = curves.stream()
                .filter(curve -> !curve.isEverybody())
                .limit(MOST_DRAWN)
                .toList();
        everybody = curves.stream().filter(ErrorCurve::isEverybody).findFirst();
        this.targets = targets;
        this.text = text;
        this.format = format;
        List<ErrorCurve.Point> points = Stream.concat(groups.stream(), everybody.stream())
                .flatMap(DetPlots::drawn)
                .toList();
        across = LogAxis.over(Stream.concat(
                        points.stream().map(ErrorCurve.Point::falseMatchRate),
                        targets.stream().map(Target::share))
                .mapToDouble(Double::doubleValue));
        up = LogAxis.over(points.stream().mapToDouble(ErrorCurve.Point::falseNonMatchRate));
    }

    private static Stream<ErrorCurve.Point> drawn(ErrorCurve curve) {
        return curve.points().stream().filter(ErrorCurve.Point::hasLogarithms);
    }

    List<Plot> plots() {
        return groups.size() <= PlotSheet.MOST_SERIES
                ? List.of(plot(groups, false))
                : groups.stream().map(group -> plot(List.of(group), true)).toList();
    }

    private Plot plot(List<ErrorCurve> series, boolean alone) {
        PlotSheet sheet = PlotSheet.below(series.size() + (alone ? 1 : 0));
        across.ticks(format).forEach(tick -> sheet.verticalGrid(tick.place(), tick.label()));
        up.ticks(format).forEach(tick -> sheet.horizontalGrid(tick.place(), tick.label()));
        sheet.horizontalTitle(text.say("det.x"));
        targets.forEach(target -> sheet.guide(across.place(target.share())));
        if (alone) {
            everybody.ifPresent(all -> {
                draw(sheet, PlotSheet.BACKGROUND, all);
                sheet.keyAbove(PlotSheet.BACKGROUND, 1, name(all));
            });
        }
        for (int i = 0; i < series.size(); i++) {
            draw(sheet, i + 1, series.get(i));
            sheet.keyAbove(i + 1, i, name(series.get(i)));
        }
        return sheet.plot(alone ? name(series.get(0)) : text.say("det.title"), text.say("det.unit"), spoken(series));
    }

    private void draw(PlotSheet sheet, int number, ErrorCurve curve) {
        List<PlotSheet.Spot> spots = drawn(curve)
                .map(point -> spot(point.falseMatchRate(), point.falseNonMatchRate()))
                .toList();
        if (!spots.isEmpty()) {
            sheet.line(number, spots);
        }
        if (number != PlotSheet.BACKGROUND) {
            errors(curve)
                    .forEach(errors -> sheet.mark(number, spot(errors.falseMatchRate(), errors.falseNonMatchRate())));
        }
    }

    private Stream<Errors> errors(ErrorCurve curve) {
        return targets.stream().flatMap(target -> target.errors().stream()).filter(errors -> errors.of()
                .equals(curve));
    }

    private PlotSheet.Spot spot(double falseMatchRate, double falseNonMatchRate) {
        return new PlotSheet.Spot(across.place(falseMatchRate), up.place(falseNonMatchRate));
    }

    private String name(ErrorCurve curve) {
        return curve.isEverybody() ? text.say("unit.PAIRS.all") : text.group(curve.features());
    }

    /** What the first target's threshold means for each group. */
    private String spoken(List<ErrorCurve> series) {
        List<String> said = new ArrayList<>();
        for (ErrorCurve curve : series) {
            said.add(errors(curve)
                    .findFirst()
                    .map(errors -> text.say(
                            "det.spoken.group",
                            name(curve),
                            format.rarePercent(errors.falseMatchRate()),
                            format.rarePercent(errors.falseNonMatchRate())))
                    .orElseGet(() -> text.say("scores.named", name(curve), text.say("det.spoken.none"))));
        }
        String target =
                targets.isEmpty() ? "" : format.rarePercent(targets.get(0).share());
        return text.say("det.spoken", target, said.stream().collect(Collectors.joining(text.say("list.semicolon"))));
    }
}
