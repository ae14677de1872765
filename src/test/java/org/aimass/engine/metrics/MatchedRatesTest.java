package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The group has 0.5, 0.9 and 0.1 in the first of four bins and 0.3 and 0.7 in the second, and 9 in the third alone; the reference 0.2
 * and 0.4 in the first, 0.6 in the second and 8 in the last alone. One row of each is of no bin.
 */
class MatchedRatesTest {

    private static MatchedRates.Side group(int @Nullable [] cluster) {
        return new MatchedRates.Side(
                new int[] {0, 1, 0, 2, 0, 1, -1},
                new double[] {0.5, 0.3, 0.9, 9, 0.1, 0.7, 5},
                new double[] {1, 1, 1, 1, 1, 1, 1},
                cluster);
    }

    private static MatchedRates.Side reference(int @Nullable [] cluster) {
        return new MatchedRates.Side(
                new int[] {3, 0, 1, 0, -1}, new double[] {8, 0.2, 0.6, 0.4, 7}, new double[] {1, 1, 1, 1, 1}, cluster);
    }

    /** 3/5 of (0.5 - 0.3) and 2/5 of (0.5 - 0.6). */
    @Test
    void comparesWithinBinsThatHoldBoth() {
        MatchedRates matched = MatchedRates.of(group(null), reference(null), 4);
        assertEquals(0.6 * 0.2 - 0.4 * 0.1, matched.difference(), 1e-15);
        assertEquals(5, matched.rows());
        assertEquals(3, matched.referenceRows());
    }

    /**
     * In the group every row deviates by a fifth of what it lies off its bin's mean: 0, 0.4, -0.4, -0.2, 0.2; in the reference by 0.6 / 2
     * and 0.4 times: -0.1, 0.1, 0.
     */
    @Test
    void knowsHowSureItIs() {
        MatchedRates matched = MatchedRates.of(group(null), reference(null), 4);
        double own = (0.16 + 0.16 + 0.04 + 0.04) / 25 * 5 / 4;
        double others = (0.01 + 0.01) * 0.09 * 3 / 2;
        Estimate estimate = matched.estimate().orElseThrow();
        assertEquals(Math.sqrt(own + others), estimate.standardError(), 1e-15);
        double welch = (own + others) * (own + others) / (own * own / 4 + others * others / 2);
        assertEquals(welch, estimate.freedom(), 1e-12);
        assertEquals("welch", ((Interval) matched.uncertainty(0.95)).method());
    }

    /** Speaker 1 of the group has 0.5 and 0.3, speaker 2 the rest. */
    @Test
    void takesSpeakersTogether() {
        MatchedRates matched =
                MatchedRates.of(group(new int[] {1, 1, 2, 2, 2, 2, 2}), reference(new int[] {4, 4, 5, 4, 5}), 4);
        double own = (0.2 * 0.2 + 0.2 * 0.2) / 25 * 2;
        assertEquals(0.08, matched.difference(), 1e-15);
        assertEquals(Math.sqrt(own), matched.estimate().orElseThrow().standardError(), 1e-12); // 0.2 and 0.4 even out
        MatchedRates other = MatchedRates.of(group(new int[] {1, 1, 2, 2, 2, 2, 2}), reference(null), 4);
        double others = (0.01 + 0.01) * 0.09 * 3 / 2;
        assertEquals(Math.sqrt(own + others), other.estimate().orElseThrow().standardError(), 1e-15);
    }

    @Test
    void nothingInCommonIsNoComparison() {
        MatchedRates.Side elsewhere = new MatchedRates.Side(new int[] {3}, new double[] {1}, new double[] {1}, null);
        MatchedRates matched = MatchedRates.of(group(null), elsewhere, 4);
        assertTrue(Double.isNaN(matched.difference()));
        assertEquals(0, matched.rows());
        MatchedRates.Side one = new MatchedRates.Side(new int[] {0}, new double[] {1}, new double[] {1}, null);
        assertEquals(
                new Uncertainty.NoInterval("a group has fewer than two matched rows or clusters, or all alike"),
                MatchedRates.of(group(null), one, 4).uncertainty(0.95));
        MatchedRates.Side unspoken =
                new MatchedRates.Side(new int[] {0, 0}, new double[] {0, 3}, new double[] {0, 2}, null);
        assertEquals(1, MatchedRates.of(unspoken, group(null), 4).rows());
        assertEquals(1.5 - 0.5, MatchedRates.of(unspoken, group(null), 4).difference(), 1e-15);
    }

    /**
     * In the first of two bins the group has 3 with a weight of 2 and 1 with a weight of 0.5: 4 of 2.5; in the second 6 with a weight of
     * 4. The reference has 2 of 4 and 3 of 1. So the bins count 2.5 and 4 in 6.5.
     */
    @Test
    void weighsRows() {
        MatchedRates.Side group = new MatchedRates.Side(
                new int[] {0, 0, 1, 1}, new double[] {3, 1, 4, 2}, new double[] {2, 0.5, 1, 3}, null);
        MatchedRates.Side reference =
                new MatchedRates.Side(new int[] {0, 0, 1}, new double[] {0.5, 1.5, 3}, new double[] {3, 1, 1}, null);
        MatchedRates matched = MatchedRates.of(group, reference, 2);
        assertEquals((2.5 * (4 / 2.5 - 2 / 4.0) + 4 * (6 / 4.0 - 3)) / 6.5, matched.difference(), 1e-15);
        // what a row has more than its weight in the bin's mean, 1.6 and 1.5 in the group, 0.5 in the reference
        double own = (2 * 0.2 * 0.2 + 2 * 2.5 * 2.5) / (6.5 * 6.5) * 4 / 3;
        double others = 2 * 2.5 * 2.5 / (6.5 * 6.5) / 16 * 3 / 2;
        assertEquals(Math.sqrt(own + others), matched.estimate().orElseThrow().standardError(), 1e-14);
    }
}
