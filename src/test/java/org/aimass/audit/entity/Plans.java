package org.aimass.audit.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Sha256Digest;

/** Plans, policies and counts for tests. */
public final class Plans {

    public static final Sha256Digest DATASET = Sha256Digest.of(new byte[] {1});
    public static final Sha256Digest MODEL = Sha256Digest.of(new byte[] {2});

    private Plans() {}

    public static AuditPlan plan(
            List<String> features, List<List<String>> intersections, Map<String, String> references) {
        return new AuditPlan(
                ModelTask.BINARY_CLASSIFICATION,
                new AuditPlan.Model(
                        new UUID(0, 1),
                        Optional.of(MODEL),
                        Map.of("X", List.of("income", "rent"), "age", List.of("age"))),
                new AuditPlan.Dataset(new UUID(0, 2), DATASET, "csv"),
                new AuditPlan.Policy("public-benefits", "1.0", Sha256Digest.of(new byte[] {3})),
                PlanColumns.of(Map.of("label", "entitled")),
                Optional.of(new AuditPlan.Labels("1", "0")),
                TaskOptions.NONE,
                OptionalDouble.of(0.5),
                features,
                intersections,
                references,
                List.of(),
                0.95,
                new AuditPlan.Bootstrap(1000, 7));
    }

    /** Of a ranking, whose lists hold items of several groups. */
    public static AuditPlan ranking(String feature, String reference) {
        AuditPlan plan = plan(List.of(feature), List.of(), Map.of(feature, reference));
        return new AuditPlan(
                ModelTask.RANKING,
                plan.model(),
                plan.dataset(),
                plan.policy(),
                PlanColumns.of(Map.of("relevance", "clicks", "score", "s", "query", "q")),
                Optional.empty(),
                TaskOptions.NONE,
                OptionalDouble.empty(),
                plan.sensitiveFeatures(),
                List.of(),
                plan.referenceGroups(),
                List.of(),
                0.95,
                plan.bootstrap());
    }

    public static AuditPlan byAge() {
        return plan(List.of("age"), List.of(), Map.of());
    }

    public static AuditPolicy policy(Rate rate, Tolerance.Scale scale, double bound) {
        return policy(List.of(new AuditPolicy.Comparison(rate.metric(), false, new Tolerance(scale, bound))));
    }

    /** From the groups' counts alone. */
    public static List<JudgedComparison> judge(AuditPolicy policy, AuditPlan plan, List<GroupSummary> groups) {
        return Judge.judge(policy, plan, groups, List.of());
    }

    public static AuditPolicy policy(List<AuditPolicy.Comparison> comparisons) {
        return new AuditPolicy(
                "for-tests",
                "1.0",
                "nobody",
                Set.of(ModelTask.BINARY_CLASSIFICATION),
                10,
                comparisons,
                Sha256Digest.of(new byte[] {3}));
    }

    /** A group of so many labelled positives of whom so many were missed, and of nobody else. */
    public static GroupSummary missed(String age, long missed, long of) {
        return group(Map.of("age", age), new GroupCounts(of - missed, 0, missed, 0));
    }

    /** A group of so many people of whom so many were selected. */
    public static GroupSummary selected(String age, long selected, long of) {
        return group(Map.of("age", age), new GroupCounts(selected, 0, of - selected, 0));
    }

    public static GroupSummary group(Map<String, String> features, GroupCounts counts) {
        return new GroupSummary(features, counts.rows(), counts, counts.rows() < 10);
    }
}
