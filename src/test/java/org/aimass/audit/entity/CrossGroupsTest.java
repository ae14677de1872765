package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.junit.jupiter.api.Test;

class CrossGroupsTest {

    private static final Measure AT_TARGET =
            new Measure("false_match_rate", Optional.empty(), Map.of("target_fmr", "0.01"));

    private static Measurement measured(double target, int numerator, int denominator, String... groups) {
        Map<String, String> features = new LinkedHashMap<>();
        features.put("left", groups[0]);
        if (groups.length > 1) {
            features.put("right", groups[1]);
        }
        return new Measurement(
                "false_match_rate",
                features,
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of("target_fmr", target),
                MetricValue.of((double) numerator / denominator),
                Optional.of(new Fraction(numerator, denominator)),
                new Uncertainty.NoInterval("not asked for"));
    }

    private static final CrossGroups CROSS = CrossGroups.of(
            List.of(
                    measured(0.01, 7, 10, "w"),
                    measured(0.001, 6, 10, "m", "m"),
                    measured(0.01, 5, 10, "w", "w"),
                    measured(0.01, 1, 10, "m", "w"),
                    measured(0.01, 3, 10, "m", "m")),
            List.of("left", "right"),
            AT_TARGET);

    @Test
    void eachPairOfGroupsIsFoundFromBothSides() {
        assertEquals(List.of("m", "w"), CROSS.groups());
        assertEquals(Optional.of(MetricValue.of(0.1)), CROSS.cell("m", "w").map(Measurement::value));
        assertEquals(CROSS.cell("m", "w"), CROSS.cell("w", "m"));
        assertEquals(Optional.of(MetricValue.of(0.3)), CROSS.cell("m", "m").map(Measurement::value));
        assertEquals(Optional.of(MetricValue.of(0.5)), CROSS.cell("w", "w").map(Measurement::value));
    }

    @Test
    void pairsOfGroupsThatDoNotOccurHaveNoCell() {
        assertEquals(Optional.empty(), CROSS.cell("m", "x"));
    }
}
