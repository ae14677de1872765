package org.aimass.audit.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.GroupName;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.ScoreBins;
import org.aimass.engine.metrics.WhatIf;

/**
 * What would have been measured, had the model selected at another threshold: exact, for thresholds are asked in hundredths, where scores
 * are counted apart. Described, never judged: an audit is of the threshold that its plan froze.
 *
 * @param edge the threshold in hundredths
 * @param rows one for each group whose scores were kept, in the outcome's order
 */
public record OtherThreshold(int edge, List<Row> rows) {

    /** The shares that are told. */
    public static final List<String> RATES =
            List.of("selection_rate", "false_negative_rate", "false_positive_rate", "accuracy");

    /**
     * One group.
     *
     * @param cells in the order of {@link #RATES}
     */
    public record Row(GroupSummary group, boolean reference, List<Cell> cells) {}

    /**
     * A share of one group.
     *
     * @param value at this threshold
     * @param audited at the threshold of the plan
     * @param gap to the comparison group at this threshold; empty for that group itself
     */
    public record Cell(Measurement value, Optional<Measurement> audited, Optional<Measurement> gap) {}

    public OtherThreshold {
        rows = List.copyOf(rows);
    }

    /**
     * @param scores of the groups of these features, as far as they were kept
     * @return empty where there are no scores of the comparison group
     * @throws IllegalArgumentException if the edge is none from 0 to 100
     */
    public static Optional<OtherThreshold> of(
            CompletedAudit audit, List<String> features, List<GroupScores> scores, int edge) {
        List<GroupSummary> groups = Judge.of(features, audit.groups());
        Map<String, ScoreBins> bins = new LinkedHashMap<>();
        for (GroupScores each : scores) {
            if (!each.features().isEmpty()) {
                bins.put(name(each.features()), each.bins());
            }
        }
        return Judge.reference(audit.plan(), features, groups)
                .filter(reference -> bins.containsKey(name(reference.features())))
                .map(reference ->
                        of(audit, groups, reference, new Answer(audit.plan(), features, bins, reference), edge));
    }

    private static OtherThreshold of(
            CompletedAudit audit, List<GroupSummary> groups, GroupSummary reference, Answer answer, int edge) {
        WhatIf.Answer found = answer.at(edge);
        return new OtherThreshold(
                edge,
                groups.stream()
                        .filter(group -> answer.bins.containsKey(name(group.features())))
                        .map(group -> new Row(
                                group,
                                group.equals(reference),
                                RATES.stream()
                                        .map(rate -> cell(audit, group, rate, found))
                                        .toList()))
                        .toList());
    }

    /** The question that is answered at any threshold. */
    private record Answer(AuditPlan plan, List<String> features, Map<String, ScoreBins> bins, GroupSummary reference) {

        WhatIf.Answer at(int edge) {
            Bootstrap bootstrap =
                    new Bootstrap(1, plan.bootstrap().seed(), plan.confidence()); // no spread over all groups is told
            return new WhatIf(features, bins, name(reference.features()), bootstrap).at(edge);
        }
    }

    private static Cell cell(CompletedAudit audit, GroupSummary group, String rate, WhatIf.Answer found) {
        String name = name(group.features());
        Measurement value = found.groups().stream()
                .filter(each -> each.name().equals(name))
                .flatMap(each -> each.rates().stream())
                .filter(measurement -> measurement.metric().equals(rate))
                .findFirst()
                .orElseThrow();
        Optional<Measurement> gap = found.disparities().stream()
                .filter(m -> m.metric().equals(rate + "_difference"))
                .filter(m -> m.pair().isPresent() && m.pair().get().group().equals(name))
                .findFirst();
        return new Cell(value, audit.measured(rate, group.features()), gap);
    }

    private static String name(Map<String, String> features) {
        return GroupName.of(List.copyOf(features.values()));
    }
}
