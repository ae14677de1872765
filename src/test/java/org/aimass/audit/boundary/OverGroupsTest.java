package org.aimass.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.Measure;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.junit.jupiter.api.Test;

class OverGroupsTest {

    private static Measurement measured(String metric, Map<String, Object> at) {
        return new Measurement(
                metric,
                Map.of(),
                List.of("sex"),
                List.of(),
                Optional.empty(),
                at,
                MetricValue.of(2.5),
                Optional.empty(),
                new Uncertainty.NoInterval("not asked for"));
    }

    @Test
    void ofOneErrorItsRateIsNamedWithItsTarget() {
        Measurement measurement = measured(
                "false_match_rate_max_over_geometric_mean", Map.of("target_fmr", 0.001, "upper_bound", 0.0013));
        assertTrue(OverGroups.is(measurement));
        assertEquals(
                new OverGroups(
                        "max_over_geometric_mean",
                        new Measure("false_match_rate", Optional.empty(), Map.of("target_fmr", "0.001"))),
                OverGroups.of(measurement));
    }

    @Test
    void ofBothErrorsThereIsNoRate() {
        Measurement measurement = measured("garbe", Map.of("alpha", 0.5, "rank", 5, "target_fpir", 0.01));
        assertTrue(OverGroups.is(measurement));
        assertEquals("garbe", OverGroups.of(measurement).form());
        assertEquals(
                Map.of("alpha", "0.5", "rank", "5", "target_fpir", "0.01"),
                OverGroups.of(measurement).rate().at());
    }

    @Test
    void differencesAreOthers() {
        assertFalse(OverGroups.is(measured("false_match_rate_difference", Map.of("target_fmr", 0.001))));
    }
}
