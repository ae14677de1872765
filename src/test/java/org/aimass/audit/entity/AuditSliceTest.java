package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.junit.jupiter.api.Test;

class AuditSliceTest {

    private static final AuditPlan PLAN = plan();

    private static AuditPlan plan() {
        AuditPlan any = Plans.byAge();
        return new AuditPlan(
                any.task(),
                any.model(),
                any.dataset(),
                any.policy(),
                any.columns(),
                any.labels(),
                any.options(),
                any.threshold(),
                List.of("age"),
                List.of(),
                Map.of("age", "old"),
                List.of("region"),
                0.95,
                any.bootstrap());
    }

    private static Map<String, String> in(String age, String region) {
        Map<String, String> features = new LinkedHashMap<>();
        features.put("age", age);
        features.put("region", region);
        return features;
    }

    private static final List<GroupSummary> GROUPS = List.of(
            Plans.group(Map.of(), new GroupCounts(17, 11, 13, 19)),
            Plans.group(Map.of("age", "old"), new GroupCounts(9, 6, 7, 10)),
            Plans.group(Map.of("region", "north"), new GroupCounts(12, 7, 9, 15)),
            Plans.group(in("old", "north"), new GroupCounts(3, 1, 2, 14)),
            Plans.group(in("young", "north"), new GroupCounts(6, 4, 1, 5)),
            Plans.group(in("young", "south"), new GroupCounts(8, 3, 4, 2)));

    @Test
    void eachSliceHasItsOwnGroups() {
        List<AuditSlice> slices = AuditSlice.of(PLAN, List.of("age"), GROUPS, List.of());
        assertEquals(
                List.of(Map.of("region", "north"), Map.of("region", "south")),
                slices.stream().map(AuditSlice::values).toList());
        assertEquals(
                List.of(Map.of("age", "old"), Map.of("age", "young")),
                slices.get(0).groups().stream().map(GroupSummary::features).toList());
    }

    /** 10 of 16 young and 4 of 20 old people are selected in the north; in the south nobody is old. */
    @Test
    void groupsAreSetAgainstTheComparisonGroupOfTheirSlice() {
        List<AuditSlice> slices = AuditSlice.of(PLAN, List.of("age"), GROUPS, List.of());
        List<AuditSlice.Row> north = slices.get(0).rows(Measure.of(Rate.SELECTION_RATE), Map.of("age", "old"), PLAN);
        assertTrue(north.get(0).reference());
        assertTrue(north.get(0).contrast().isEmpty());
        assertEquals(new Count(10, 16), north.get(1).side().count().orElseThrow());
        assertEquals(
                MetricValue.of(10.0 / 16 - 4.0 / 20),
                north.get(1).contrast().orElseThrow().gap());
        List<AuditSlice.Row> south = slices.get(1).rows(Measure.of(Rate.SELECTION_RATE), Map.of("age", "old"), PLAN);
        assertTrue(south.get(0).contrast().isEmpty());
    }

    /** What the engine says of a difference within a slice is not taken for that of another slice. */
    @Test
    void whatWasMeasuredWithinASliceStaysThere() {
        List<Measurement> measured = List.of(
                mean(in("old", "north"), 3.5), mean(in("young", "north"), 4.25), mean(in("young", "south"), 9.75));
        AuditSlice north = AuditSlice.of(PLAN, List.of("age"), GROUPS, measured).get(0);
        List<AuditSlice.Row> rows = north.rows(Measure.of("error"), Map.of("age", "old"), PLAN);
        assertEquals(MetricValue.of(4.25), rows.get(1).side().value());
        assertEquals(MetricValue.of(0.75), rows.get(1).contrast().orElseThrow().gap());
        Interval around = (Interval) rows.get(1).contrast().orElseThrow().uncertainty();
        assertEquals("welch", around.method());
    }

    private static Measurement mean(Map<String, String> features, double value) {
        return new Measurement(
                "error",
                features,
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                MetricValue.of(value),
                Optional.empty(),
                new Estimate(0.3, 17).around(value, 0.95, "student_t"));
    }
}
