package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.registry.entity.ModelTask;
import org.junit.jupiter.api.Test;

/** Pairs of faces: groups of both sides, and what is measured at each target. */
class JudgePairsTest {

    private static AuditPlan plan(Map<String, String> columns) {
        AuditPlan any = Plans.byAge();
        return new AuditPlan(
                ModelTask.FACE_VERIFICATION,
                any.model(),
                any.dataset(),
                any.policy(),
                PlanColumns.of(columns),
                Optional.empty(),
                TaskOptions.NONE,
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                Map.of(),
                List.of("light"),
                0.95,
                any.bootstrap());
    }

    private static final AuditPlan OF_SIDES =
            plan(Map.of("genuine", "same", "score", "s", "group_left", "a", "group_right", "b"));

    private static Map<String, String> sides(String left, String right) {
        Map<String, String> sides = new LinkedHashMap<>();
        sides.put("a", left);
        sides.put("b", right);
        return sides;
    }

    private static Measurement matches(String left, String right, double counted, double of, double target) {
        return new Measurement(
                "false_match_rate",
                sides(left, right),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of("target_fmr", target),
                MetricValue.of(counted / of),
                Optional.of(new Fraction(counted, of)),
                new Interval(0, 1, 0.95, "wilson"));
    }

    @Test
    void pairsAcrossGroupsAreNoGroupOfPeople() {
        List<GroupSummary> groups = new ArrayList<>();
        groups.add(GroupSummary.uncounted(Map.of(), 9000, false));
        groups.add(GroupSummary.uncounted(sides("x", "x"), 2000, false));
        groups.add(GroupSummary.uncounted(sides("x", "y"), 5000, false));
        groups.add(GroupSummary.uncounted(sides("y", "y"), 1900, false));
        groups.add(GroupSummary.uncounted(Map.of("light", "dim"), 4000, false));
        List<Measurement> measured = List.of(
                matches("x", "x", 3, 1500, 0.01),
                matches("x", "y", 1, 5000, 0.01),
                matches("y", "y", 70, 1400, 0.01),
                matches("x", "x", 2, 1500, 0.001),
                matches("y", "y", 40, 1400, 0.001));
        AuditPolicy policy = Plans.policy(List.of(
                new AuditPolicy.Comparison("false_match_rate", false, new Tolerance(Tolerance.Scale.RATIO, 0.5))));
        List<JudgedComparison> judged = Judge.judge(policy, OF_SIDES, groups, measured);
        assertEquals(
                List.of("false_match_rate?target_fmr=0.01", "false_match_rate?target_fmr=0.001"),
                judged.stream().map(each -> each.measure().key()).toList());
        JudgedComparison first = judged.get(0);
        assertEquals(sides("y", "y"), first.group());
        assertEquals(sides("x", "x"), first.reference());
        assertEquals(new Count(70, 1400), first.groupSide().count().orElseThrow());
        assertEquals(MetricValue.of(25), first.gap());
        assertEquals(Verdict.DISPARITY_SHOWN, first.verdict());
        assertEquals(2, judged.size());
    }

    @Test
    void whoeverIsInSeveralPairsTiesThem() {
        assertTrue(OF_SIDES.comparesPeople());
        assertFalse(plan(Map.of("genuine", "same", "group_left", "a", "group_right", "b", "cluster_left", "p"))
                .comparesPeople());
        assertEquals(List.of(List.of("a", "b")), OF_SIDES.featureSets());
        assertEquals(List.of(List.of("a", "b"), List.of("light"), List.of("a", "b", "light")), OF_SIDES.countedSets());
    }
}
