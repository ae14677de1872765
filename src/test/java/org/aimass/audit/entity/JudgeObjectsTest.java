package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.registry.entity.ModelTask;
import org.junit.jupiter.api.Test;

/** Objects of one image are in several groups: what the engine's bootstrap over images says of their difference holds. */
class JudgeObjectsTest {

    private static final Map<String, Object> FOUND = Map.of("iou", 0.5, "score", 0.25);
    private static final Map<String, Object> PRECISE =
            Map.of("iou", "0.50:0.95", "area", "all", "max_detections", 100L);

    private static AuditPlan plan() {
        AuditPlan any = Plans.byAge();
        return new AuditPlan(
                ModelTask.OBJECT_DETECTION,
                any.model(),
                any.dataset(),
                any.policy(),
                PlanColumns.of(Map.of()),
                Optional.empty(),
                TaskOptions.NONE,
                OptionalDouble.of(0.25),
                List.of("tone"),
                List.of(),
                Map.of("tone", "light"),
                List.of(),
                0.95,
                any.bootstrap());
    }

    private static Measurement measured(
            String metric, String tone, Map<String, Object> at, double value, double error) {
        return new Measurement(
                metric,
                Map.of("tone", tone),
                List.of(),
                List.of(),
                Optional.empty(),
                at,
                MetricValue.of(value),
                Optional.empty(),
                new Interval(
                        value - 2 * error,
                        value + 2 * error,
                        0.95,
                        "bootstrap_images",
                        Optional.of(new Estimate(error, Double.POSITIVE_INFINITY))));
    }

    private static Measurement difference(String metric, Map<String, Object> at, double value, double error) {
        return new Measurement(
                metric + "_difference",
                Map.of(),
                List.of("tone"),
                List.of(),
                Optional.of(new Measurement.Pair("dark", "light")),
                at,
                MetricValue.of(value),
                Optional.empty(),
                new Interval(
                        value - 2 * error,
                        value + 2 * error,
                        0.95,
                        "bootstrap_images",
                        Optional.of(new Estimate(error, Double.POSITIVE_INFINITY))));
    }

    private static Map<String, Object> and(Map<String, Object> at, String name, Object value) {
        Map<String, Object> more = new TreeMap<>(at);
        more.put(name, value);
        return more;
    }

    @Test
    void allCategoriesTogetherAreJudgedByTheErrorOfTheDifference() {
        List<GroupSummary> groups = List.of(
                GroupSummary.uncounted(Map.of(), 500, false),
                GroupSummary.uncounted(Map.of("tone", "light"), 320, false),
                GroupSummary.uncounted(Map.of("tone", "dark"), 180, false));
        List<Measurement> all = new ArrayList<>();
        all.add(measured("miss_rate", "light", FOUND, 0.24, 0.03));
        all.add(measured("miss_rate", "dark", FOUND, 0.46, 0.035));
        all.add(difference("miss_rate", FOUND, 0.22, 0.05));
        all.add(measured("average_precision", "light", PRECISE, 0.61, 0.02));
        all.add(measured("average_precision", "dark", PRECISE, 0.6, 0.021));
        all.add(difference("average_precision", PRECISE, -0.01, 0.0125));
        all.add(measured("average_precision", "light", and(PRECISE, "category", "dog"), 0.9, 0.1));
        all.add(measured("average_precision", "dark", and(PRECISE, "category", "dog"), 0.1, 0.1));
        all.add(measured("average_precision", "light", and(PRECISE, "area", "small"), 0.3, 0.1));
        AuditPolicy policy = Plans.policy(List.of(
                new AuditPolicy.Comparison(
                        "miss_rate", false, Map.of(), new Tolerance(Tolerance.Scale.DIFFERENCE, 0.05)),
                new AuditPolicy.Comparison(
                        "average_precision",
                        false,
                        Map.of("area", "all", "iou", "0.50:0.95"),
                        new Tolerance(Tolerance.Scale.DIFFERENCE, 0.05))));
        List<JudgedComparison> judged = Judge.judge(policy, plan(), groups, all);
        assertEquals(2, judged.size());
        JudgedComparison missed = judged.get(0);
        assertEquals(Map.of("iou", "0.5"), missed.measure().at());
        assertEquals(Verdict.DISPARITY_SHOWN, missed.verdict());
        assertEquals(0.0003369292656768808, missed.pValue().orElseThrow(), 1e-12); // beyond 0.05 by 3.4 errors
        Interval around = (Interval) missed.uncertainty();
        assertEquals("bootstrap_error", around.method());
        assertEquals(0.22 - 1.959963984540054 * 0.05, around.low(), 1e-12);
        JudgedComparison precise = judged.get(1);
        assertEquals(
                Map.of("area", "all", "iou", "0.50:0.95", "max_detections", "100"),
                precise.measure().at());
        assertEquals(Verdict.WITHIN_TOLERANCE, precise.verdict());
        assertEquals(-0.01 + 1.959963984540054 * 0.0125, ((Interval) precise.uncertainty()).high(), 1e-12);
    }
}
