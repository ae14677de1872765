package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Group a: 0.10 2+ 9-, 0.35 3+ 4-, 0.50 5+ 1-, 0.99 7+ 0-. Group b: 0.10 1+ 12-, 0.35 6+ 5-, 0.60 2+ 3-. */
class WhatIfTest {

    private static final ScoreBins A = new ScoreBins(List.of(
            new ScoreBins.Bin(10, 2, 9, 1.1),
            new ScoreBins.Bin(35, 3, 4, 2.45),
            new ScoreBins.Bin(50, 5, 1, 3),
            new ScoreBins.Bin(99, 7, 0, 6.95)));
    private static final ScoreBins B = new ScoreBins(List.of(
            new ScoreBins.Bin(10, 1, 12, 1.3), new ScoreBins.Bin(35, 6, 5, 3.9), new ScoreBins.Bin(60, 2, 3, 3)));

    private static WhatIf whatIf() {
        Map<String, ScoreBins> groups = new LinkedHashMap<>();
        groups.put("b", B);
        groups.put("a", A);
        return new WhatIf(List.of("g"), groups, "a", new Bootstrap(200, 7, 0.95));
    }

    private static Measurement find(List<Measurement> all, String metric) {
        return all.stream()
                .filter(measurement -> measurement.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static Measurement pair(WhatIf.Answer answer, String metric) {
        return answer.disparities().stream()
                .filter(measurement -> measurement.metric().equals(metric)
                        && measurement.pair().isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsAtEdges() {
        assertEquals(new GroupCounts(17, 14, 0, 0), A.at(0));
        assertEquals(new GroupCounts(17, 14, 0, 0), A.at(10));
        assertEquals(new GroupCounts(15, 5, 2, 9), A.at(11));
        assertEquals(new GroupCounts(12, 1, 5, 13), A.at(50));
        assertEquals(new GroupCounts(7, 0, 10, 14), A.at(99));
        assertEquals(new GroupCounts(0, 0, 17, 14), A.at(100));
        assertEquals(11, A.bins().get(0).rows());
        assertEquals(31, new GroupScores(Map.of("g", "a"), A).rows());
        assertThrows(IllegalArgumentException.class, () -> A.at(-1));
        assertThrows(IllegalArgumentException.class, () -> A.at(101));
    }

    @Test
    void thresholdsAreEdges() {
        assertEquals(29, ScoreBins.nearestEdge(0.29));
        assertEquals(0.29, ScoreBins.edge(ScoreBins.nearestEdge(0.29)));
        assertEquals(13, ScoreBins.nearestEdge(0.1349));
        assertEquals(14, ScoreBins.nearestEdge(0.136));
        assertEquals(0, ScoreBins.nearestEdge(0));
        assertEquals(100, ScoreBins.nearestEdge(1));
        assertThrows(IllegalArgumentException.class, () -> ScoreBins.nearestEdge(-0.1));
        assertThrows(IllegalArgumentException.class, () -> ScoreBins.nearestEdge(1.1));
        assertThrows(IllegalArgumentException.class, () -> ScoreBins.nearestEdge(Double.NaN));
    }

    /** At 0.36: a selects 12 and 1 of 31, b 2 and 3 of 29. */
    @Test
    void oneThresholdForAll() {
        WhatIf.Answer answer = whatIf().at(36);
        assertEquals(
                List.of("b", "a"),
                answer.groups().stream().map(WhatIf.Group::name).toList());
        WhatIf.Group b = answer.groups().get(0);
        assertEquals(new GroupCounts(2, 3, 7, 17), b.counts());
        assertEquals(0.36, b.threshold());
        Measurement selection = find(b.rates(), "selection_rate");
        assertEquals(MetricValue.of(5 / 29.0), selection.value());
        assertEquals(Optional.of(new Fraction(5, 29)), selection.fraction());
        assertEquals(Intervals.wilson(5, 29, 0.95), selection.uncertainty());
        assertEquals(Map.of("threshold", 0.36), selection.at());
        assertEquals(Map.of("g", "b"), selection.features());
        assertEquals(new BaseMetrics(false, List.of()).size(), b.rates().size());
        measured((2 / 9.0 + 17 / 20.0) / 2, find(b.rates(), "balanced_accuracy"));
        measured(4 / 14.0, find(b.rates(), "f1_score"));
        measured(13 / Math.sqrt(5 * 9 * 20 * 24), find(b.rates(), "matthews_corrcoef"));
        Measurement parity = find(answer.disparities(), "demographic_parity_difference");
        assertEquals(13 / 31.0 - 5 / 29.0, ((MetricValue.Measured) parity.value()).value(), 1e-15);
        assertEquals(List.of("a", "b"), parity.groups());
        assertEquals(
                "bootstrap",
                assertInstanceOf(Interval.class, parity.uncertainty()).method());
        // of all 60 rows 18 are selected: b is farther from that than a
        Measurement toOverall = find(answer.disparities(), "demographic_parity_difference_to_overall");
        assertEquals(18 / 60.0 - 5 / 29.0, ((MetricValue.Measured) toOverall.value()).value(), 1e-15);
        assertEquals(List.of("b"), toOverall.groups());
        assertInstanceOf(Interval.class, toOverall.uncertainty());
        Measurement gap = pair(answer, "true_positive_rate_difference");
        assertEquals(2 / 9.0 - 12 / 17.0, ((MetricValue.Measured) gap.value()).value(), 1e-15);
        assertEquals(Intervals.newcombe(2, 9, 12, 17, 0.95), gap.uncertainty());
        assertEquals(Optional.of(new Measurement.Pair("b", "a")), gap.pair());
        assertEquals(List.of("g"), gap.over());
        Measurement ratio = pair(answer, "true_positive_rate_ratio");
        assertEquals(2 / 9.0 / (12 / 17.0), ((MetricValue.Measured) ratio.value()).value(), 1e-15);
        assertEquals(Intervals.katz(2, 9, 12, 17, 0.95), ratio.uncertainty());
    }

    private static void measured(double value, Measurement measurement) {
        assertEquals(value, ((MetricValue.Measured) measurement.value()).value(), 1e-15);
        Interval interval = assertInstanceOf(Interval.class, measurement.uncertainty());
        assertEquals("bootstrap", interval.method());
        assertTrue(interval.low() < value && value < interval.high());
        assertEquals(Optional.empty(), measurement.fraction());
    }

    @Test
    void oneThresholdForEach() {
        WhatIf.Answer answer = whatIf().at(Map.of("a", 51, "b", 20));
        assertEquals(new GroupCounts(8, 8, 1, 12), answer.groups().get(0).counts());
        assertEquals(0.2, answer.groups().get(0).threshold());
        assertEquals(new GroupCounts(7, 0, 10, 14), answer.groups().get(1).counts());
        assertThrows(IllegalArgumentException.class, () -> whatIf().at(Map.of("a", 51)));
    }

    @Test
    void whatIsUndefinedIsSaid() {
        WhatIf.Answer nobody = whatIf().at(100);
        assertEquals(
                MetricValue.undefined("no predicted positives"),
                find(nobody.groups().get(1).rates(), "precision").value());
        assertEquals(
                new Uncertainty.NoInterval("the value is undefined"),
                find(nobody.groups().get(1).rates(), "precision").uncertainty());
        assertEquals(
                MetricValue.undefined("no predicted positives"),
                find(nobody.groups().get(1).rates(), "matthews_corrcoef").value());
        assertEquals(
                MetricValue.undefined("no predicted positives in the group"),
                pair(nobody, "precision_difference").value());
        assertEquals(
                MetricValue.undefined("the reference group's rate is 0"),
                pair(nobody, "selection_rate_ratio").value());
        assertEquals(
                MetricValue.of(0), pair(nobody, "selection_rate_difference").value());
        assertEquals(
                MetricValue.undefined("fewer than two groups have a value"),
                find(nobody.disparities(), "precision_difference").value());
        WhatIf.Answer half = whatIf().at(Map.of("a", 100, "b", 36));
        assertEquals(
                MetricValue.undefined("no predicted positives in the reference group"),
                pair(half, "precision_ratio").value());
        assertThrows(
                IllegalArgumentException.class,
                () -> new WhatIf(List.of("g"), Map.of("b", B), "a", new Bootstrap(2, 7, 0.95)));
    }

    /** a selects 13 of 31 at 0.5, which is 0.419; b 16 of 29 (0.552) below 0.36 and 5 of 29 (0.172) from there to 0.6. */
    @Test
    void nearestThresholds() {
        Map<String, Integer> edges = whatIf().nearest(Rate.SELECTION_RATE, 50).orElseThrow();
        assertEquals(Map.of("a", 50, "b", 35), edges);
        assertEquals(List.of("b", "a"), List.copyOf(edges.keySet()));
        // of a's labelled negatives 1 of 14 is selected; of b's 3 of 20 up to 0.6, none above
        assertEquals(
                61, whatIf().nearest(Rate.FALSE_POSITIVE_RATE, 50).orElseThrow().get("b"));
        // 1 of 1: nobody else comes as near as at the lowest edges
        assertEquals(
                0, whatIf().nearest(Rate.TRUE_POSITIVE_RATE, 0).orElseThrow().get("b"));
        assertTrue(whatIf().nearest(Rate.PRECISION, 100).isEmpty());
    }

    /** A group without labelled positives never has a true positive rate. */
    @Test
    void whoNeverHasTheShareKeepsTheThreshold() {
        ScoreBins negatives = new ScoreBins(List.of(new ScoreBins.Bin(40, 0, 6, 2.4)));
        WhatIf two = new WhatIf(List.of("g"), Map.of("a", A, "c", negatives), "a", new Bootstrap(2, 7, 0.95));
        assertEquals(50, two.nearest(Rate.TRUE_POSITIVE_RATE, 50).orElseThrow().get("c"));
        // every threshold above 0.4 selects none of the negatives, as a's does of 1 of 14 from 0.41 on
        assertEquals(50, two.nearest(Rate.FALSE_POSITIVE_RATE, 50).orElseThrow().get("c"));
    }
}
