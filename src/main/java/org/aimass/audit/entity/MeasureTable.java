package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;

/**
 * One measure over all groups of a feature or intersection, each against the comparison group: described, not judged, unless the
 * policy names it.
 *
 * @param features what forms the groups
 * @param scale whether groups are set apart by difference or by ratio
 * @param rows one for each group, in the outcome's order
 * @param spread the largest difference or the smallest ratio over all groups, where it was measured
 */
public record MeasureTable(
        Measure measure, List<String> features, Tolerance.Scale scale, List<Row> rows, Optional<Measurement> spread) {

    /**
     * One group.
     *
     * @param side what is compared
     * @param value what the engine measured; empty where the outcome has nothing
     * @param contrast to the comparison group; empty for that group itself, and for what cannot be compared
     * @param judged by the policy; empty where it says nothing
     */
    public record Row(
            GroupSummary group,
            boolean reference,
            Side side,
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

    /**
     * The measures of the audit's groups that have a name without a prefix, each once: shares first; of several classes those that
     * tell of no class first.
     */
    public static List<Measure> measures(CompletedAudit audit, List<String> features) {
        Map<Measure, Boolean> shares = new LinkedHashMap<>();
        audit.measurements().stream()
                .filter(m ->
                        m.over().isEmpty() && List.copyOf(m.features().keySet()).equals(features))
                .filter(m -> m.metric().indexOf('.') < 0)
                .forEach(m -> shares.merge(
                        Measure.of(m),
                        m.fraction().isPresent() || Rate.find(m.metric()).isPresent(),
                        Boolean::logicalOr));
        return shares.keySet().stream()
                .sorted(Comparator.comparing(
                                (Measure measure) -> measure.ofClass().isPresent())
                        .thenComparing(measure -> !shares.getOrDefault(measure, false)))
                .toList();
    }

    /** @param measure one of {@link #measures} */
    public static MeasureTable of(CompletedAudit audit, List<String> features, Measure measure, Tolerance.Scale scale) {
        List<GroupSummary> groups = Judge.of(features, audit.groups());
        List<GroupSummary> compared = Judge.compared(audit.plan(), features, audit.groups());
        Optional<GroupSummary> reference = Judge.reference(audit.plan(), features, compared);
        GroupMeasures measured = new GroupMeasures(audit.measurements());
        List<Row> rows = new ArrayList<>();
        for (GroupSummary group : groups) {
            Optional<Measurement> value = audit.measured(measure, group.features());
            boolean isReference = reference.isPresent() && reference.get().equals(group);
            Optional<Contrast> contrast = isReference || !compared.contains(group)
                    ? Optional.empty()
                    : reference
                            .map(other -> measured.pair(
                                    measure, group, other, audit.plan().comparesPeople()))
                            .filter(pair -> pair.isComparable(scale))
                            .map(pair ->
                                    Contrast.between(pair, scale, audit.plan().confidence()));
            rows.add(new Row(
                    group,
                    isReference,
                    Side.of(measure, group, value),
                    value,
                    contrast,
                    judged(audit, measure, scale, group)));
        }
        String suffix = scale == Tolerance.Scale.RATIO ? "_ratio" : "_difference";
        return new MeasureTable(
                measure, features, scale, rows, audit.spread(measure.named(measure.metric() + suffix), features));
    }

    /** Whether it is a share of people, in all groups that have any. */
    public boolean isShare() {
        return rows.stream().anyMatch(row -> row.side().count().isPresent())
                && rows.stream()
                        .allMatch(row ->
                                row.side().count().isPresent() || row.side().value() instanceof MetricValue.Undefined);
    }

    private static Optional<JudgedComparison> judged(
            CompletedAudit audit, Measure measure, Tolerance.Scale scale, GroupSummary group) {
        return audit.comparisons().stream()
                .filter(c -> c.measure().equals(measure) && c.tolerance().scale() == scale)
                .filter(c -> c.group().equals(group.features()))
                .findFirst();
    }
}
