package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.CrossGroups;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.jspecify.annotations.Nullable;

/** How often two people are taken for one, by the groups of both: a matrix for each target. */
@Named
@RequestScoped
public class ResultsCross {

    /** With more groups a matrix is too wide to be read: then only the pairs of groups with the highest rates are shown. */
    private static final int MOST_GROUPS = 8;

    private static final int MOST_PAIRS = 20;
    private static final int SHADES = 5;

    @Inject
    AuditResultsPage page;

    @Inject
    AuditResults results;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable CompletedAudit audit;

    /**
     * One cell.
     *
     * @param around what it counts and how sure it is; may be empty
     * @param shade from 0 to 5, by the rate in shares of the highest
     * @param same whether both sides are of one group
     */
    public record Cell(String group, String value, String around, int shade, boolean same) {}

    /** The pairs with one group on a side, by the group on the other. */
    public record Line(String group, List<Cell> cells) {}

    /** One target. */
    public record Matrix(String heading, List<String> groups, List<Line> lines, List<Cell> highest) {}

    /** With the numbers of the sides, whichever feature the address names. */
    private CompletedAudit audit() {
        CompletedAudit known = audit;
        if (known == null) {
            int place = page.getAudit().plan().featureSets().indexOf(getSides());
            known = place == page.getShown() || place < 0
                    ? page.getAudit()
                    : results.of(page.getAudit().id(), place);
            audit = known;
        }
        return known;
    }

    /** The columns of the groups of both sides; none where the dataset has none. */
    public List<String> getSides() {
        return page.getAudit().plan().sides();
    }

    private List<CrossGroups> all() {
        return getSides().isEmpty()
                ? List.of()
                : FacePanels.targetsOfPairs(audit()).stream()
                        .map(target ->
                                CrossGroups.of(audit().measurements(), getSides(), FacePanels.falseMatches(target)))
                        .filter(cross -> !cross.groups().isEmpty())
                        .toList();
    }

    public boolean isThere() {
        return !all().isEmpty();
    }

    public List<Matrix> getMatrices() {
        return all().stream().map(this::matrix).toList();
    }

    private Matrix matrix(CrossGroups cross) {
        double highest = cross.cells().values().stream()
                .mapToDouble(ResultsCross::rate)
                .max()
                .orElse(0);
        boolean wide = cross.groups().size() > MOST_GROUPS;
        List<Line> lines = new ArrayList<>();
        for (String one : wide ? List.<String>of() : cross.groups()) {
            lines.add(new Line(
                    one,
                    cross.groups().stream()
                            .map(other -> cell(other, cross.cell(one, other), highest, one.equals(other)))
                            .toList()));
        }
        return new Matrix(
                text.measure(cross.measure()), cross.groups(), lines, wide ? highest(cross, highest) : List.of());
    }

    private List<Cell> highest(CrossGroups cross, double highest) {
        return cross.cells().entrySet().stream()
                .sorted(Comparator.comparingDouble(cell -> -rate(cell.getValue())))
                .limit(MOST_PAIRS)
                .map(cell -> cell(name(cell.getKey()), Optional.of(cell.getValue()), highest, false))
                .toList();
    }

    private String name(List<String> pair) {
        return text.say("cross.pair", pair.get(0), pair.get(1));
    }

    private static double rate(Measurement cell) {
        return cell.value() instanceof MetricValue.Measured measured ? measured.value() : 0;
    }

    private Cell cell(String group, Optional<Measurement> found, double highest, boolean same) {
        PanelMaker maker = new PanelMaker(audit(), getSides(), text, format);
        int shade = found.isEmpty() || highest == 0 ? 0 : (int) Math.ceil(SHADES * rate(found.get()) / highest);
        return new Cell(
                group,
                found.map(maker::value).orElse(text.say("cross.none")),
                found.map(maker::around).orElse(""),
                shade,
                same);
    }

    public List<Plot> getPlots() {
        return all().stream().map(this::plot).toList();
    }

    private Plot plot(CrossGroups cross) {
        PanelMaker maker = new PanelMaker(audit(), getSides(), text, format);
        List<Double> ends = new ArrayList<>();
        cross.cells().values().forEach(cell -> {
            ends.add(rate(cell));
            if (cell.uncertainty() instanceof Interval interval) {
                ends.add(interval.high());
            }
        });
        StripPlot plot = new StripPlot(Scale.ofRareShares(ends), format);
        cross.cells().entrySet().stream()
                .sorted(Comparator.comparingDouble(cell -> -rate(cell.getValue())))
                .limit(MOST_PAIRS)
                .forEach(cell -> {
                    Interval around = cell.getValue().uncertainty() instanceof Interval interval ? interval : null;
                    plot.row(
                            name(cell.getKey()),
                            maker.value(cell.getValue()),
                            "c-plain",
                            around == null ? null : (Double) rate(cell.getValue()),
                            around == null ? null : (Double) around.low(),
                            around == null ? null : (Double) around.high());
                });
        return plot.plot(text.measure(cross.measure()), text.say("file.value"), null, null);
    }

    /** Every pair of groups at every target. */
    DataTable table() {
        return ResultData.measurements(
                all().stream().flatMap(cross -> cross.cells().values().stream()).toList());
    }
}
