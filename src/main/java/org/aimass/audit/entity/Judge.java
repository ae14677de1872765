package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.GroupName;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Holm;
import org.aimass.engine.metrics.Measurement;

/**
 * Says what a policy says about an outcome's numbers. Every measure of the policy, every feature set of the plan and every group
 * but the reference makes one comparison, and every comparison gets a verdict:
 *
 * <ol>
 *   <li>{@link Verdict#DISPARITY_SHOWN} where the one-sided test that the gap lies beyond the tolerance, on the side where it
 *       was measured, rejects at the plan's level (half of what the intervals leave out: 2.5 % at 95 %), with Holm's
 *       correction over all comparisons of the policy; those that cannot be tested count in it too. The chance that a policy
 *       shows any disparity that is not there is so at most 5 % at 95 %, both sides together;
 *   <li>{@link Verdict#WITHIN_TOLERANCE} where the gap's interval, uncorrected, lies wholly within the tolerance, its edges
 *       included;
 *   <li>{@link Verdict#INSUFFICIENT_EVIDENCE} otherwise, and wherever a value is undefined or taken over fewer people than the
 *       policy's minimum.
 * </ol>
 */
public final class Judge {

    private Judge() {}

    /**
     * @param groups the outcome's
     * @param measurements the outcome's
     * @return by comparison of the policy, then class, feature set and group, in the order of policy, plan and outcome
     * @throws IllegalArgumentException if a reference group that the plan names was not measured
     */
    public static List<JudgedComparison> judge(
            AuditPolicy policy, AuditPlan plan, List<GroupSummary> groups, List<Measurement> measurements) {
        GroupMeasures measured = new GroupMeasures(measurements);
        List<Gap> gaps = new ArrayList<>();
        for (AuditPolicy.Comparison comparison : policy.comparisons()) {
            for (Measure measure : measured.of(comparison)) {
                for (List<String> features : plan.featureSets()) {
                    List<GroupSummary> compared = compared(plan, features, groups);
                    Optional<GroupSummary> reference = reference(plan, features, compared);
                    for (GroupSummary group : compared) {
                        if (reference.isPresent() && !group.equals(reference.get())) {
                            gaps.add(Gap.between(
                                    measure,
                                    comparison.tolerance(),
                                    group,
                                    reference.get(),
                                    measured.pair(measure, group, reference.get(), plan.comparesPeople()),
                                    policy.minimumGroupSize(),
                                    plan));
                        }
                    }
                }
            }
        }
        return corrected(gaps, plan.level());
    }

    private static List<JudgedComparison> corrected(List<Gap> gaps, double level) {
        double[] adjusted = Holm.adjust(
                gaps.stream().mapToDouble(gap -> gap.pValue().orElse(1)).toArray());
        List<JudgedComparison> judged = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Gap gap = gaps.get(i);
            OptionalDouble tested = gap.pValue().isPresent() ? OptionalDouble.of(adjusted[i]) : OptionalDouble.empty();
            judged.add(gap.judged(tested, level));
        }
        return List.copyOf(judged);
    }

    /** The groups of exactly these features. */
    public static List<GroupSummary> of(List<String> features, List<GroupSummary> groups) {
        return groups.stream()
                .filter(group -> List.copyOf(group.features().keySet()).equals(features))
                .toList();
    }

    /** Those of them that are compared: pairs across two groups are measured, but are no group of people. */
    public static List<GroupSummary> compared(AuditPlan plan, List<String> features, List<GroupSummary> groups) {
        boolean sides = plan.sides().equals(features);
        return of(features, groups).stream()
                .filter(group ->
                        !sides || group.features().values().stream().distinct().count() == 1)
                .toList();
    }

    /**
     * The group that the others are compared with: the one that the plan names, else the largest, and among equals the first
     * by name.
     *
     * @param groups those of exactly these features that are compared
     */
    public static Optional<GroupSummary> reference(AuditPlan plan, List<String> features, List<GroupSummary> groups) {
        String named = features.size() == 1 ? plan.referenceGroups().get(features.get(0)) : null;
        if (named == null) {
            return groups.stream()
                    .min(Comparator.comparingLong(GroupSummary::rows).reversed().thenComparing(Judge::name));
        }
        return Optional.of(groups.stream()
                .filter(group -> group.features().equals(Map.of(features.get(0), named)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the reference group \"" + named + "\" of " + features.get(0) + " was not measured")));
    }

    private static String name(GroupSummary group) {
        return GroupName.of(List.copyOf(group.features().values()));
    }
}
