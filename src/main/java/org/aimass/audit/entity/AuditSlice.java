package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;

/**
 * What was found among the rows that are alike in what was controlled for: described, not judged.
 *
 * @param values by control feature, the value that the rows have in common
 * @param groups of the slice, by their own features alone
 * @param measurements of the slice, in the same way
 */
public record AuditSlice(Map<String, String> values, List<GroupSummary> groups, List<Measurement> measurements) {

    /**
     * The slices of one feature or intersection, in the outcome's order.
     *
     * @param plan which controls for something
     * @param features of the plan, without what is controlled for
     * @param groups of the whole outcome
     * @param measurements of these features within slices, at least
     */
    public static List<AuditSlice> of(
            AuditPlan plan, List<String> features, List<GroupSummary> groups, List<Measurement> measurements) {
        Set<Map<String, String>> slices = new LinkedHashSet<>();
        for (GroupSummary group : Judge.of(plan.withinSlice(features), groups)) {
            slices.add(kept(group.features(), plan.controlFeatures(), true));
        }
        return slices.stream()
                .map(slice -> of(plan, features, slice, groups, measurements))
                .toList();
    }

    private static AuditSlice of(
            AuditPlan plan,
            List<String> features,
            Map<String, String> slice,
            List<GroupSummary> groups,
            List<Measurement> measurements) {
        List<String> control = plan.controlFeatures();
        List<GroupSummary> own = Judge.of(plan.withinSlice(features), groups).stream()
                .filter(group -> kept(group.features(), control, true).equals(slice))
                .map(group -> new GroupSummary(
                        kept(group.features(), control, false), group.rows(), group.confusion(), group.small()))
                .toList();
        List<Measurement> measured = new ArrayList<>();
        for (Measurement m : measurements) {
            if (kept(m.features(), control, true).equals(slice)) {
                measured.add(new Measurement(
                        m.metric(),
                        kept(m.features(), control, false),
                        m.over(),
                        m.groups(),
                        m.pair(),
                        m.at(),
                        m.value(),
                        m.fraction(),
                        m.uncertainty()));
            }
        }
        return new AuditSlice(slice, own, measured);
    }

    /** Those of the control features, or the others. */
    private static Map<String, String> kept(Map<String, String> features, List<String> control, boolean controls) {
        Map<String, String> kept = new LinkedHashMap<>(features);
        kept.keySet().removeIf(name -> control.contains(name) != controls);
        return kept;
    }

    /** One group against the comparison group of the whole dataset, which may be missing here. */
    public record Row(
            GroupSummary group,
            boolean reference,
            Optional<Measurement> value,
            Side side,
            Optional<Contrast> contrast) {}

    /**
     * @param reference the comparison group of the whole dataset
     * @param plan whose people may be in several groups
     */
    public List<Row> rows(Measure measure, Map<String, String> reference, AuditPlan plan) {
        GroupMeasures measured = new GroupMeasures(measurements);
        Optional<GroupSummary> other = groups.stream()
                .filter(group -> group.features().equals(reference))
                .findFirst();
        return groups.stream()
                .map(group -> new Row(
                        group,
                        group.features().equals(reference),
                        measured.find(measure, group.features()),
                        measured.side(measure, group),
                        other.filter(it -> !it.equals(group))
                                .map(it -> measured.pair(measure, group, it, plan.comparesPeople()))
                                .filter(pair -> pair.isComparable(Tolerance.Scale.DIFFERENCE))
                                .map(pair -> Contrast.between(pair, Tolerance.Scale.DIFFERENCE, plan.confidence()))))
                .toList();
    }
}
