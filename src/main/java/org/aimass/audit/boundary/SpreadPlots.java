package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Distributions;
import org.aimass.web.Format;
import org.aimass.web.Scale;

/** Draws how errors or places are spread: a few groups in one plot, more in a plot each, before everybody. */
final class SpreadPlots {

    private final Distributions spread;
    private final AuditText text;
    private final Format format;
    private final Scale scale;
    private final List<BinnedRows> groups;
    private final List<BinnedRows> everybody;

    SpreadPlots(Distributions spread, AuditText text, Format format) {
        this.spread = spread;
        this.text = text;
        this.format = format;
        groups = spread.groups().stream()
                .filter(group -> !group.features().isEmpty())
                .toList();
        everybody = spread.groups().stream()
                .filter(group -> group.features().isEmpty())
                .toList();
        double highest = spread.groups().stream()
                .flatMapToDouble(group -> heights(group).stream().mapToDouble(Double::doubleValue))
                .max()
                .orElse(1);
        scale = Scale.ofShares(List.of(highest));
    }

    /** Of the group's rows, the share that a bin holds; 0 where it has none. */
    static double share(BinnedRows group, int bin) {
        long rows = group.counts().stream().mapToLong(Long::longValue).sum();
        return rows == 0 ? 0 : (double) group.counts().get(bin) / rows;
    }

    private static List<Double> heights(BinnedRows group) {
        List<Double> heights = new ArrayList<>();
        for (int bin = 0; bin < group.counts().size(); bin++) {
            heights.add(share(group, bin));
        }
        return heights;
    }

    List<Plot> plots() {
        return groups.size() <= PlotSheet.MOST_SERIES
                ? List.of(plot(groups, false))
                : groups.stream().map(group -> plot(List.of(group), true)).toList();
    }

    private Plot plot(List<BinnedRows> series, boolean alone) {
        PlotSheet sheet = PlotSheet.below(series.size() + (alone ? 1 : 0));
        scale.ticks()
                .forEach(tick ->
                        sheet.horizontalGrid(tick.value() / scale.to(), format.tick(scale.kind(), tick.value())));
        for (int part = 0; part <= 2; part++) {
            sheet.verticalGrid(part / 2.0, edge(part));
        }
        sheet.horizontalTitle(text.say("spread." + spread.of() + ".x"));
        sheet.baseline();
        if (alone) {
            everybody.forEach(all -> {
                sheet.steps(PlotSheet.BACKGROUND, scaled(all));
                sheet.keyAbove(PlotSheet.BACKGROUND, 1, text.say("scores.everybody"));
            });
        }
        for (int i = 0; i < series.size(); i++) {
            sheet.steps(i + 1, scaled(series.get(i)));
            sheet.keyAbove(i + 1, i, name(series.get(i)));
        }
        String spoken = series.stream()
                .map(group -> text.say("scores.named", name(group), format.percent(outer(group))))
                .collect(Collectors.joining(text.say("list.separator")));
        return sheet.plot(
                alone ? name(series.get(0)) : text.say("spread." + spread.of()),
                text.say("spread.unit"),
                text.say("spread." + spread.of() + ".spoken", spoken));
    }

    /** The edge at the left, the middle or the right. */
    private String edge(int part) {
        int bins = spread.edges().size() - 1;
        double edge = spread.edges().get(part * bins / 2);
        return spread.of().equals(Distributions.PLACE) ? format.whole((long) edge) : format.decimal(edge, 0);
    }

    /** Of places the share of the first one; of errors that of the half that lies further out. */
    private double outer(BinnedRows group) {
        if (spread.of().equals(Distributions.PLACE)) {
            return share(group, 0);
        }
        int bins = group.counts().size();
        double outer = 0;
        for (int bin = 0; bin < bins; bin++) {
            outer += bin < bins / 4 || bin >= bins - bins / 4 ? share(group, bin) : 0;
        }
        return outer;
    }

    private String name(BinnedRows group) {
        return text.group(group.features());
    }

    private List<Double> scaled(BinnedRows group) {
        return heights(group).stream().map(share -> share / scale.to()).toList();
    }
}
