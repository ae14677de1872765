package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RankSumsTest {

    private static final int A = 300_000_001;
    private static final int B = 200_000_003;
    private static final int C = 500_000_039;
    private static final int D = 400_000_007;

    /**
     * Squares of so many rows fill more than 64 bits. A positives and B negatives of one score, C and D of a higher one: the former are
     * above B / 2 negatives, the latter above B + D / 2.
     */
    @Test
    void asManyRowsAsMayCome() {
        RankSums sums = new RankSums(A + C, B + D);
        sums.pass(A, B);
        sums.pass(C, D);
        double positives = A + C;
        double negatives = B + D;
        double low = B / 2.0 / negatives;
        double high = (B + D / 2.0) / negatives;
        double area = (A * low + C * high) / positives;
        assertEquals(area, sums.area(), 1e-15);
        assertEquals(
                (A * (positives / (positives + negatives)) + C * ((double) C / (C + D))) / positives,
                sums.averagePrecision(),
                1e-15);
        double ofPositives = (A * Math.pow(low - area, 2) + C * Math.pow(high - area, 2)) / (positives - 1);
        double above = (C + A / 2.0) / positives;
        double aboveHigh = C / 2.0 / positives;
        double ofNegatives = (B * Math.pow(above - area, 2) + D * Math.pow(aboveHigh - area, 2)) / (negatives - 1);
        double variance = ofPositives / positives + ofNegatives / negatives;
        assertEquals(variance, sums.areaVariance(), 1e-12 * variance);
    }

    @Test
    void oneRowOfALabelLeavesTheVarianceOpen() {
        RankSums one = new RankSums(1, 3);
        one.pass(1, 3);
        assertEquals(Double.NaN, one.areaVariance());
        RankSums two = new RankSums(2, 1);
        two.pass(2, 1);
        assertEquals(Double.NaN, two.areaVariance());
        assertEquals(0.5, two.area());
        assertEquals(2 / 3.0, two.averagePrecision());
    }
}
