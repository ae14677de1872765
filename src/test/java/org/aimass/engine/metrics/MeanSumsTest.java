package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of 1, 4, 2 and 10 with weights of 2, 1, 3 and 0.5: 17 over 6.5. */
class MeanSumsTest {

    private static final double MEAN = 17 / 6.5;

    private static void assertMean(MeanSums sums, int group) {
        assertEquals(MEAN, sums.mean(group), 1e-15);
        double squares = square(2 * (1 - MEAN)) + square(4 - MEAN) + square(3 * (2 - MEAN)) + square((10 - MEAN) / 2);
        Estimate estimate = sums.estimate(group).orElseThrow();
        assertEquals(Math.sqrt(squares * 4 / 3) / 6.5, estimate.standardError(), 1e-14);
        assertEquals(3, estimate.freedom());
    }

    private static double square(double number) {
        return number * number;
    }

    @Test
    void sumsEachGroup() {
        MeanSums sums = new MeanSums(2);
        assertEquals(2, sums.groups());
        sums.add(0, 7, 5);
        sums.add(1, 1, 2);
        sums.add(1, 4, 1);
        sums.add(1, 2, 3);
        sums.add(1, 10, 0.5);
        assertMean(sums, 1);
        assertEquals(7, sums.mean(0));
        assertEquals(Optional.empty(), sums.estimate(0));
        MulticlassGroup.Mean mean = MulticlassGroup.Mean.of(sums, 1);
        assertEquals(MEAN, mean.value(), 1e-15);
        assertEquals(sums.estimate(1), mean.estimate());
    }

    @Test
    void mergesAndGrows() {
        MeanSums whole = new MeanSums(1);
        whole.grow(4);
        assertEquals(4, whole.groups());
        assertEquals(Double.NaN, whole.mean(3));
        whole.add(3, 1, 2);
        MeanSums part = new MeanSums(3);
        part.add(1, 8, 1);
        part.add(2, 4, 1);
        part.add(2, 2, 3);
        part.add(2, 10, 0.5);
        whole.merge(3, part, 2);
        assertMean(whole, 3);
        whole.add(2, 9, 0);
        assertEquals(Double.NaN, whole.mean(2));
        assertEquals(Optional.empty(), whole.estimate(2));
    }
}
