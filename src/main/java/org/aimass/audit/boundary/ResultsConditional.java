package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.entity.AuditSlice;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Judge;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.MeasureTable;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** Groups compared again among rows that are alike in what the plan controls for: described, not judged. */
@Named
@RequestScoped
public class ResultsConditional {

    private static final String OVER_SLICES = "conditional_demographic_disparity";
    private static final String WITHIN = "demographic_disparity";

    @Inject
    AuditResultsPage page;

    @Inject
    AuditResults results;

    @Inject
    ResultsAddress address;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable List<AuditSlice> slices;

    /** One slice, called by its values, such as "region: North". */
    public record Slice(String name, List<Line> lines) {}

    /**
     * One group of a slice, in words.
     *
     * @param gap to the comparison group of the whole dataset; empty where there is none here
     */
    public record Line(String name, String value, String interval, String people, boolean reference, String gap) {}

    private List<AuditSlice> found() {
        List<AuditSlice> known = slices;
        if (known == null) {
            known = results.slices(page.getAudit().id(), page.getShown());
            slices = known;
        }
        return known;
    }

    /** Those of the whole dataset and, of classifiers with two answers, the disparity within each slice. */
    public List<Measure> getMeasures() {
        Set<Measure> measures = new LinkedHashSet<>(MeasureTable.measures(page.getAudit(), page.getFeatures()));
        found().stream()
                .flatMap(slice -> slice.measurements().stream())
                .filter(m -> m.metric().equals(WITHIN))
                .map(Measure::of)
                .forEach(measures::add);
        return measures.stream()
                .filter(measure -> text.isNamed(measure.metric()))
                .toList();
    }

    public Measure getMeasure() {
        return address.measure(getMeasures());
    }

    /** Whether values are told in percent. */
    public boolean isShare() {
        return Measure.isRate(getMeasure().metric());
    }

    public List<Slice> getSlices() {
        Map<String, String> reference = reference();
        return found().stream()
                .map(slice -> new Slice(
                        slice.values().entrySet().stream()
                                .map(value -> value.getKey() + text.say("list.colon") + value.getValue())
                                .collect(Collectors.joining(text.say("list.semicolon"))),
                        slice.rows(getMeasure(), reference, page.getAudit().plan()).stream()
                                .map(this::line)
                                .toList()))
                .toList();
    }

    private Map<String, String> reference() {
        CompletedAudit audit = page.getAudit();
        List<GroupSummary> compared = Judge.compared(audit.plan(), page.getFeatures(), audit.groups());
        return Judge.reference(audit.plan(), page.getFeatures(), compared)
                .map(GroupSummary::features)
                .orElse(Map.of());
    }

    private Line line(AuditSlice.Row row) {
        boolean share = isShare() || row.side().count().isPresent();
        return new Line(
                text.group(row.group().features()),
                row.side().value() instanceof MetricValue.Measured measured
                        ? text.number(measured.value(), share)
                        : text.say("results.undefined"),
                row.value().map(value -> interval(value, share)).orElse(""),
                format.whole(row.side().people()),
                row.reference(),
                row.contrast()
                        .map(contrast -> contrast.gap() instanceof MetricValue.Measured gap
                                        && contrast.uncertainty() instanceof Interval around
                                ? share
                                        ? format.difference(gap.value(), around.low(), around.high())
                                        : format.decimalDifference(gap.value(), around.low(), around.high())
                                : text.say("results.undefined"))
                        .orElse(""));
    }

    private String interval(Measurement value, boolean share) {
        return value.uncertainty() instanceof Interval around ? text.interval(around.low(), around.high(), share) : "";
    }

    /** Of classifiers with two answers: each group's disparity, averaged over the slices by their rows. */
    public List<Line> getOverSlices() {
        List<Line> lines = new ArrayList<>();
        for (GroupSummary group : page.getAudit().groups(page.getFeatures())) {
            page.getAudit()
                    .measured(OVER_SLICES, group.features())
                    .ifPresent(m -> lines.add(new Line(
                            text.group(group.features()),
                            m.value() instanceof MetricValue.Measured measured
                                    ? text.number(measured.value(), false)
                                    : text.say("results.undefined"),
                            interval(m, false),
                            format.whole(group.rows()),
                            false,
                            "")));
        }
        return lines;
    }

    DataTable table() {
        return ResultData.slices(
                found(), getMeasure(), reference(), page.getAudit().plan());
    }
}
