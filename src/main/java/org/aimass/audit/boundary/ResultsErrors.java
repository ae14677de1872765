package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.entity.ErrorCurve;
import org.aimass.audit.entity.Measure;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** What the thresholds of a face verification trade off, group by group. */
@Named
@RequestScoped
public class ResultsErrors {

    @Inject
    AuditResultsPage page;

    @Inject
    AuditResults results;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable List<ErrorCurve> curves;

    /** The errors of all groups at one threshold. */
    public record Line(String threshold, List<String> cells) {}

    /** All pairs first. */
    private List<ErrorCurve> all() {
        List<ErrorCurve> known = curves;
        if (known == null) {
            known = results.details(page.getAudit().id(), page.getShown())
                    .tradeOffs()
                    .map(ErrorCurve::of)
                    .orElse(List.of());
            curves = known;
        }
        return known;
    }

    private List<ErrorCurve> shown() {
        return all().stream().limit(DetPlots.MOST_DRAWN + 1L).toList();
    }

    /** Whether the run kept them. */
    public boolean isThere() {
        return all().size() > 1;
    }

    /** How many groups are in the file alone. */
    public int getLeftOut() {
        return all().size() - shown().size();
    }

    public List<Plot> getPlots() {
        return new DetPlots(shown(), targets(), text, format).plots();
    }

    private List<DetPlots.Target> targets() {
        return FacePanels.targetsOfPairs(page.getAudit()).stream()
                .map(target -> new DetPlots.Target(
                        Double.parseDouble(target),
                        shown().stream()
                                .flatMap(curve -> errors(curve, target).stream())
                                .toList()))
                .toList();
    }

    private Optional<DetPlots.Errors> errors(ErrorCurve curve, String target) {
        double matches = rate(curve, FacePanels.falseMatches(target));
        double nonMatches = rate(curve, FacePanels.falseNonMatches(target));
        return matches > 0 && nonMatches > 0
                ? Optional.of(new DetPlots.Errors(curve, matches, nonMatches))
                : Optional.empty();
    }

    /** 0 where it is undefined, too. */
    private double rate(ErrorCurve curve, Measure measure) {
        return page.getAudit()
                .measured(measure, curve.features())
                .map(found -> found.value() instanceof MetricValue.Measured measured ? measured.value() : 0.0)
                .orElse(0.0);
    }

    public List<String> getGroups() {
        return shown().stream().map(this::name).toList();
    }

    private String name(ErrorCurve curve) {
        return curve.isEverybody() ? text.all(page.getAudit().counted()) : text.group(curve.features());
    }

    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        int thresholds =
                shown().stream().mapToInt(curve -> curve.points().size()).max().orElse(0);
        for (int i = 0; i < thresholds; i++) {
            int at = i;
            lines.add(new Line(
                    format.decimal(all().get(0).points().get(at).threshold(), 4),
                    shown().stream().map(curve -> cell(curve, at)).toList()));
        }
        return lines;
    }

    private String cell(ErrorCurve curve, int at) {
        if (curve.points().isEmpty()) {
            return text.say("results.undefined");
        }
        ErrorCurve.Point point = curve.points().get(at);
        return text.say(
                "det.cell", format.rarePercent(point.falseMatchRate()), format.rarePercent(point.falseNonMatchRate()));
    }

    /** Every threshold of every group. */
    DataTable table() {
        DataTable table = new DataTable(List.of(
                "group",
                "threshold",
                "false_matches",
                "impostor_pairs",
                "false_match_rate",
                "false_non_matches",
                "genuine_pairs",
                "false_non_match_rate"));
        all().stream()
                .flatMap(curve -> curve.points().stream().map(point -> row(curve, point)))
                .forEach(table::add);
        return table;
    }

    private static List<Object> row(ErrorCurve curve, ErrorCurve.Point point) {
        return Stream.<Object>of(
                        String.join(", ", curve.features().values()),
                        point.threshold(),
                        point.falseMatches(),
                        curve.impostor(),
                        point.falseMatchRate(),
                        point.falseNonMatches(),
                        curve.genuine(),
                        point.falseNonMatchRate())
                .toList();
    }
}
