package org.aimass.audit.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.shared.Sha256Digest;

/**
 * A completed run with everything that was found: what a results page shows and a report's snapshot is made of. Immutable, apart
 * from the review, which is the run's judgement at the time of reading.
 *
 * @param organizationId the auditor's
 * @param outcomeDigest of the outcome file in the artifact store
 * @param groups all rows first, then every group
 * @param measurements all of them, or those of the whole dataset and of the one feature or intersection that was asked for
 * @param comparisons by rate, then feature set, then group
 * @param findings by comparison
 */
public record CompletedAudit(
        UUID id,
        String number,
        UUID organizationId,
        Subject subject,
        Author author,
        AuditPlan plan,
        Sha256Digest planDigest,
        AuditPolicy policy,
        Instant startedAt,
        Instant finishedAt,
        boolean sandboxed,
        AuditOutcome.Head head,
        Sha256Digest outcomeDigest,
        List<GroupSummary> groups,
        List<Measurement> measurements,
        List<JudgedComparison> comparisons,
        List<Finding> findings,
        Review review) {

    public CompletedAudit {
        groups = List.copyOf(groups);
        measurements = List.copyOf(measurements);
        comparisons = List.copyOf(comparisons);
        findings = List.copyOf(findings);
    }

    public Tally tally() {
        return Tally.of(comparisons);
    }

    /** A metric of the whole dataset; where it has parameters, with those that the engine gives first. */
    public Optional<Measurement> overall(String metric) {
        return measured(metric, Map.of());
    }

    /** What the engine measured of a group. */
    public Optional<Measurement> measured(Measure measure, Map<String, String> group) {
        if (measure.ofClass().isEmpty() && measure.at().isEmpty()) {
            return measured(measure.metric(), group);
        }
        return measurements.stream()
                .filter(m -> m.over().isEmpty() && m.features().equals(group))
                .filter(m -> Measure.of(m).equals(measure))
                .findFirst();
    }

    /** A metric of one group; where it has parameters, with those that the engine gives first. */
    public Optional<Measurement> measured(String metric, Map<String, String> group) {
        return measurements.stream()
                .filter(m -> m.metric().equals(metric) && m.over().isEmpty())
                .filter(m ->
                        m.features().equals(group) && Measure.of(m).ofClass().isEmpty())
                .min(Comparator.comparingInt(m -> m.at().size()));
    }

    /** The groups that these features form. */
    public List<GroupSummary> groups(List<String> features) {
        return Judge.of(features, groups);
    }

    /** Groups of these features that have fewer people than the policy asks for. */
    public List<GroupSummary> tooSmall(List<String> features) {
        return Judge.of(features, groups).stream()
                .filter(group -> group.rows() < policy.minimumGroupSize())
                .toList();
    }

    /** The smallest of the groups that these features form. */
    public Optional<GroupSummary> smallestGroup(List<String> features) {
        return Judge.of(features, groups).stream().min(Comparator.comparingLong(GroupSummary::rows));
    }

    /** Described, never judged: the largest difference or smallest ratio over all groups of a feature or intersection. */
    public Optional<Measurement> spread(Measure measure, List<String> features) {
        return measurements.stream()
                .filter(m -> m.over().equals(features)
                        && m.pair().isEmpty()
                        && m.features().isEmpty())
                .filter(Measure::isPlain)
                .filter(m -> Measure.of(m).equals(measure))
                .findFirst();
    }

    /** One for each comparison of the policy, and each class that it compares, over these features. */
    public List<Strip> strips(List<String> features) {
        GroupMeasures measured = new GroupMeasures(measurements);
        List<GroupSummary> compared = Judge.compared(plan, features, groups);
        List<Strip> strips = new ArrayList<>();
        for (AuditPolicy.Comparison comparison : policy.comparisons()) {
            for (Measure measure : measured.of(comparison)) {
                List<Strip.Row> rows = compared.stream()
                        .map(group -> new Strip.Row(
                                group,
                                measured.side(measure, group),
                                measured.find(measure, group.features()),
                                judged(measure, comparison.tolerance(), group)))
                        .toList();
                strips.add(new Strip(features, measure, comparison.tolerance(), rows));
            }
        }
        return strips;
    }

    private Optional<JudgedComparison> judged(Measure measure, Tolerance tolerance, GroupSummary group) {
        return comparisons.stream()
                .filter(c -> c.measure().equals(measure) && c.tolerance().equals(tolerance))
                .filter(c -> c.group().equals(group.features()))
                .findFirst();
    }

    /** What its groups are made of. */
    public CountedUnit counted() {
        return CountedUnit.of(plan);
    }

    /** The smallest of the groups that were compared. */
    public Optional<GroupSummary> smallestGroup() {
        return groups.stream()
                .filter(group ->
                        plan.featureSets().contains(List.copyOf(group.features().keySet())))
                .min(Comparator.comparingLong(GroupSummary::rows));
    }
}
