package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mates at 0.9 (first), 0.5 (third) and nowhere; strangers with 0.8, 0.3 and nobody; thresholds of 0.5 and 0.85. */
class IdentificationMetricsTest {

    private static final double NEVER = Double.NEGATIVE_INFINITY;
    private static final double NOWHERE = Double.POSITIVE_INFINITY;

    private static final SearchRows SEARCHES = new SearchRows(
            new boolean[] {true, true, true, false, false, false},
            new double[] {0.9, 0.5, NEVER, 0.8, 0.3, NEVER},
            new double[] {1, 3, NOWHERE, NOWHERE, NOWHERE, NOWHERE},
            new long[0]);

    private final IdentificationMetrics metrics =
            new IdentificationMetrics(List.of(0.4, 0.1), List.of(0.5, 0.85), List.of(2, 3), 0.5);

    @Test
    void countsBothKindsOfSearches() {
        double third = 1 / 3.0;
        assertArrayEquals(
                new double[] {2 * third, 2 * third, third, third, 2 * third, third, 0, 2 * third, 2 * third},
                metrics.count(SEARCHES).values(),
                1e-15);
        assertEquals(
                List.of(
                        Map.of(),
                        Map.of("rank", 2),
                        Map.of("rank", 3),
                        Map.of("target_fpir", 0.4, "threshold", 0.5),
                        Map.of("rank", 2, "target_fpir", 0.4, "threshold", 0.5),
                        Map.of("rank", 3, "target_fpir", 0.4, "threshold", 0.5),
                        Map.of("target_fpir", 0.1, "threshold", 0.85),
                        Map.of("rank", 2, "target_fpir", 0.1, "threshold", 0.85),
                        Map.of("rank", 3, "target_fpir", 0.1, "threshold", 0.85)),
                metrics.list().stream().map(BaseMetric::at).toList());
    }

    /** A candidate at the threshold is at or above it; mates are none of the strangers, whatever the target. */
    @Test
    void strangersAreCountedAmongStrangers() {
        IdentificationMetrics low = new IdentificationMetrics(List.of(0.4, 0.7), List.of(0.5, 0.3), List.of(2), 0.5);
        double third = 1 / 3.0;
        assertArrayEquals(
                new double[] {2 * third, 2 * third, third, 2 * third, 2 * third, 2 * third},
                low.count(SEARCHES).values(),
                1e-15);
    }

    @Test
    void comparesEachRateAndBothErrorsTogether() {
        List<Disparity> all = metrics.differentials();
        assertEquals(3 * 9 + 3 * 4, all.size());
        Differential last = (Differential) all.get(all.size() - 1);
        assertEquals(List.of(6, 8), last.rates());
        assertEquals(Map.of("rank", 3, "target_fpir", 0.1, "threshold", 0.85, "alpha", 0.5), last.at());
        assertEquals(List.of(3, 4), ((Differential) all.get(27)).rates());
    }

    @Test
    void aTargetWithoutAThresholdHasNoRates() {
        IdentificationMetrics unset = new IdentificationMetrics(
                List.of(0.4, 0.1), List.of(Double.NaN, Double.POSITIVE_INFINITY), List.of(3), 0.5);
        CountedShares shares = unset.count(SEARCHES);
        assertArrayEquals(new double[] {2 / 3.0, 1 / 3.0, Double.NaN, Double.NaN, 0, 1}, shares.values(), 1e-15);
        assertEquals("no searches of people who are not enrolled", shares.whyUndefined(3));
        assertEquals("no searches of people who are enrolled", shares.whyUndefined(5));
        assertEquals("no searches of people who are enrolled", shares.whyUndefined(0));
        assertEquals("no searches of people who are enrolled", shares.whyUndefined(1));
        assertEquals("no searches of people who are not enrolled", shares.whyUndefined(4));
        assertEquals(Map.of("target_fpir", 0.1), unset.list().get(4).at());
    }

    @Test
    void columnsAreEquallyLong() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SearchRows(new boolean[1], new double[2], new double[1], new long[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SearchRows(new boolean[1], new double[1], new double[2], new long[0]));
    }
}
