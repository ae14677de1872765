package org.aimass.audit.entity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.JudgedComparison.Count;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;

/**
 * One measure over all groups of a feature or intersection, each against the comparison group: described, not judged, unless the
 * policy names it.
 *
 * @param metric as in the outcome
 * @param features what forms the groups
 * @param scale whether groups are set apart by difference or by ratio
 * @param rows one for each group, in the outcome's order
 * @param spread the largest difference or the smallest ratio over all groups, where it was measured
 */
public record MeasureTable(
        String metric, List<String> features, Tolerance.Scale scale, List<Row> rows, Optional<Measurement> spread) {

    /**
     * One group.
     *
     * @param value what the engine measured; empty where the outcome has nothing
     * @param contrast to the comparison group; empty for that group itself, and for what is no share of people
     * @param judged by the policy; empty where it says nothing
     */
    public record Row(
            GroupSummary group,
            boolean reference,
            Optional<Measurement> value,
            Optional<Contrast> contrast,
            Optional<JudgedComparison> judged) {

        /** The values that form the group, as people read them. */
        public String name() {
            return String.join(", ", group.features().values());
        }
    }

    public MeasureTable {
        features = List.copyOf(features);
        rows = List.copyOf(rows);
    }

    /** The measures of the audit's groups that have a name without a prefix: shares first, each once. */
    public static List<String> measures(CompletedAudit audit, List<String> features) {
        Map<String, Boolean> shares = new LinkedHashMap<>();
        audit.measurements().stream()
                .filter(m ->
                        m.over().isEmpty() && List.copyOf(m.features().keySet()).equals(features))
                .filter(m -> m.metric().indexOf('.') < 0)
                .forEach(m ->
                        shares.putIfAbsent(m.metric(), Rate.find(m.metric()).isPresent()));
        return shares.keySet().stream()
                .sorted(Comparator.comparing(metric -> !shares.getOrDefault(metric, false)))
                .toList();
    }

    /** @param metric one of {@link #measures} */
    public static MeasureTable of(CompletedAudit audit, List<String> features, String metric, Tolerance.Scale scale) {
        List<GroupSummary> groups = Judge.of(features, audit.groups());
        Optional<GroupSummary> reference = Judge.reference(audit.plan(), features, groups);
        Optional<Rate> rate = Rate.find(metric);
        List<Row> rows = groups.stream()
                .map(group -> {
                    boolean isReference =
                            reference.isPresent() && reference.get().equals(group);
                    Optional<Contrast> contrast = isReference || reference.isEmpty()
                            ? Optional.empty()
                            : rate.map(share -> Contrast.between(
                                    Count.of(share, group),
                                    Count.of(share, reference.get()),
                                    scale,
                                    audit.plan().confidence()));
                    return new Row(
                            group,
                            isReference,
                            audit.measured(metric, group.features()),
                            contrast,
                            judged(audit, metric, scale, group));
                })
                .toList();
        String suffix = scale == Tolerance.Scale.RATIO ? "_ratio" : "_difference";
        return new MeasureTable(metric, features, scale, rows, audit.spread(metric + suffix, features));
    }

    private static Optional<JudgedComparison> judged(
            CompletedAudit audit, String metric, Tolerance.Scale scale, GroupSummary group) {
        return audit.comparisons().stream()
                .filter(c -> c.rate().metric().equals(metric) && c.tolerance().scale() == scale)
                .filter(c -> c.group().equals(group.features()))
                .findFirst();
    }
}
