package org.aimass.audit.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ReliabilityBin;
import org.aimass.engine.metrics.RocCurve;
import org.aimass.engine.metrics.ScoreBins;
import org.aimass.engine.metrics.ScoreStep;
import org.aimass.engine.metrics.ScoreViews;

/**
 * What the scores of one group show.
 *
 * @param group no features for all rows
 * @param area under the curve, as the engine measured it over single scores, with its interval
 * @param roc empty where one of the labels has nobody
 * @param chosen the share of labelled negatives and of labelled positives that the audited threshold selects; empty where one
 *     of the labels has nobody
 * @param reliability in ten bins of equal width
 * @param positives how the scores of the labelled positives are spread, in twenty steps
 * @param negatives how those of the labelled negatives are
 */
public record GroupCurves(
        GroupSummary group,
        Optional<Measurement> area,
        Optional<RocCurve> roc,
        Optional<Chosen> chosen,
        List<ReliabilityBin> reliability,
        List<ScoreStep> positives,
        List<ScoreStep> negatives) {

    private static final int RELIABILITY_BINS = 10;
    private static final int STEPS = 20;

    /** Where the audited decisions stand, from the counts themselves. */
    public record Chosen(double falsePositiveRate, double truePositiveRate) {

        static Optional<Chosen> of(GroupSummary group) {
            Count wrongly = Count.of(Rate.FALSE_POSITIVE_RATE, group);
            Count rightly = Count.of(Rate.TRUE_POSITIVE_RATE, group);
            return wrongly.denominator() == 0 || rightly.denominator() == 0
                    ? Optional.empty()
                    : Optional.of(new Chosen(
                            (double) wrongly.numerator() / wrongly.denominator(),
                            (double) rightly.numerator() / rightly.denominator()));
        }
    }

    public GroupCurves {
        reliability = List.copyOf(reliability);
        positives = List.copyOf(positives);
        negatives = List.copyOf(negatives);
    }

    /** The values that form the group, as people read them; empty for all rows. */
    public String name() {
        return String.join(", ", group.features().values());
    }

    public boolean isEverybody() {
        return group.features().isEmpty();
    }

    public long labelledPositives() {
        return group.counts().tp() + group.counts().fn();
    }

    public long labelledNegatives() {
        return group.counts().fp() + group.counts().tn();
    }

    /** How many bins of the reliability hold anybody. */
    public long binsFilled() {
        return reliability.stream().filter(bin -> bin.rows() > 0).count();
    }

    /** In how many of them the interval of the observed share does not hold the mean score. */
    public long binsOff() {
        return reliability.stream()
                .filter(bin -> bin.uncertainty() instanceof Interval interval
                        && bin.meanScore() instanceof MetricValue.Measured score
                        && !interval.contains(score.value()))
                .count();
    }

    /**
     * All rows first, then the groups of these features; none where the run has no scores.
     *
     * @param scores of those groups, as far as they were kept
     */
    public static List<GroupCurves> of(CompletedAudit audit, List<String> features, List<GroupScores> scores) {
        Map<Map<String, String>, ScoreBins> bins =
                scores.stream().collect(Collectors.toMap(GroupScores::features, GroupScores::bins));
        return audit.groups().stream()
                .filter(group -> group.features().isEmpty()
                        || List.copyOf(group.features().keySet()).equals(features))
                .flatMap(group ->
                        Optional.ofNullable(bins.get(group.features())).stream().map(found -> of(audit, group, found)))
                .toList();
    }

    private static GroupCurves of(CompletedAudit audit, GroupSummary group, ScoreBins bins) {
        return new GroupCurves(
                group,
                audit.measured("roc_auc", group.features()),
                ScoreViews.roc(bins),
                Chosen.of(group),
                ScoreViews.reliability(bins, RELIABILITY_BINS, audit.plan().confidence()),
                ScoreViews.distribution(bins, true, STEPS),
                ScoreViews.distribution(bins, false, STEPS));
    }
}
