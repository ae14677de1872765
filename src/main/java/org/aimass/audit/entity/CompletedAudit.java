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
        return measurements.stream()
                .filter(m -> m.metric().equals(metric) && m.over().isEmpty())
                .filter(m -> m.features().isEmpty())
                .min(Comparator.comparingInt(m -> m.at().size()));
    }

    /** What the engine measured for this group. */
    public Optional<Measurement> value(String metric, GroupSummary group) {
        return measurements.stream()
                .filter(m -> m.metric().equals(metric) && m.over().isEmpty() && m.at().isEmpty())
                .filter(m -> m.features().equals(group.features()))
                .findFirst();
    }

    /** A metric of one group; where it has parameters, with those that the engine gives first. */
    public Optional<Measurement> measured(String metric, Map<String, String> group) {
        return measurements.stream()
                .filter(m -> m.metric().equals(metric) && m.over().isEmpty())
                .filter(m -> m.features().equals(group))
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
    public Optional<Measurement> spread(String metric, List<String> features) {
        return measurements.stream()
                .filter(m -> m.metric().equals(metric)
                        && m.over().equals(features)
                        && m.pair().isEmpty())
                .filter(m -> m.features().isEmpty() && m.at().isEmpty())
                .findFirst();
    }

    /** One for each comparison of the policy, over these features. */
    public List<Strip> strips(List<String> features) {
        List<GroupSummary> compared = Judge.of(features, groups);
        List<Strip> strips = new ArrayList<>();
        for (AuditPolicy.Comparison comparison : policy.comparisons()) {
            strips.add(new Strip(
                    features,
                    comparison,
                    compared.stream().map(group -> row(comparison, group)).toList()));
        }
        return strips;
    }

    private Strip.Row row(AuditPolicy.Comparison comparison, GroupSummary group) {
        Optional<JudgedComparison> judged = comparisons.stream()
                .filter(c -> c.rate() == comparison.rate() && c.tolerance().equals(comparison.tolerance()))
                .filter(c -> c.group().equals(group.features()))
                .findFirst();
        JudgedComparison.Count count = new JudgedComparison.Count(
                comparison.rate().numerator(group.counts()), comparison.rate().denominator(group.counts()));
        return new Strip.Row(group, count, value(comparison.rate().metric(), group), judged);
    }

    /** The smallest of the groups that were compared. */
    public Optional<GroupSummary> smallestGroup() {
        return groups.stream()
                .filter(group -> !group.features().isEmpty())
                .min(Comparator.comparingLong(GroupSummary::rows));
    }
}
