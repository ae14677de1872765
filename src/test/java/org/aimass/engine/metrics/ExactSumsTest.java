package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumsTest {

    private static double sum(double... addends) {
        ExactSums sums = new ExactSums(3);
        for (double addend : addends) {
            sums.add(1, addend);
        }
        assertEquals(0, sums.value(0));
        assertEquals(0, sums.value(2));
        return sums.value(1);
    }

    @Test
    void nothingIsLostBetweenLargeAndSmall() {
        assertEquals(0x1p-100, sum(0x1p60, 0x1p-100, -0x1p60));
        assertEquals(-0x1p-100, sum(0x1p60, -0x1p-100, -0x1p60));
        assertEquals(0, sum(1e20, -3, -1e20, 3));
        assertEquals(0, sum());
        assertEquals(-7, sum(-3, -4));
    }

    @Test
    void carriesRunThroughAllBits() {
        assertEquals(0x1p64, sum(0x1p64, -0x1p-128, 0x1p-128));
        assertEquals(0x1p-128, sum(-0x1p-128, 0x1p-127));
        assertEquals(0x1.0p-64, sum(0x1.fffffffffffffp-65, 0x1p-118, 0, -0.0, 0x1p-128, -0x1p-128));
        assertEquals(-0x1p99, sum(-0x1p98, -0x1p98));
    }

    @Test
    void bitsBelowTheLastAreDropped() {
        assertEquals(0, sum(0x1p-129, Double.MIN_VALUE));
        assertEquals(0x1p-128, sum(0x1.8p-128));
        assertEquals(0, sum(1e-300));
    }

    @Test
    void roundsToTheNearestDouble() {
        assertEquals(1, sum(1, 0x1p-53));
        assertEquals(1 + 0x1p-52, sum(1, 0x1p-53, 0x1p-110));
        assertEquals(1 + 0x1p-51, sum(1, 0x1p-52, 0x1p-53));
        assertEquals(0x1p70 + 0x1p18, sum(0x1p70, 0x1p18, 0x1p-120));
    }

    @Test
    void agreesWithExactArithmetic() {
        SplittableRandom random = new SplittableRandom(5);
        ExactSums sums = new ExactSums(1);
        ExactSums other = new ExactSums(2);
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 20_000; i++) {
            double addend = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(-60, 60));
            exact = exact.add(new BigDecimal(addend));
            if (random.nextBoolean()) {
                sums.add(0, addend);
            } else {
                other.add(1, addend);
            }
        }
        sums.merge(0, other, 1);
        assertEquals(exact.doubleValue(), sums.value(0));
    }

    @Test
    void sumsOfPartsMerge() {
        ExactSums sums = new ExactSums(1);
        ExactSums other = new ExactSums(1);
        sums.add(0, 0x1p-1);
        other.add(0, -1);
        sums.merge(0, other, 0);
        assertEquals(-0.5, sums.value(0));
        sums.grow(2);
        sums.add(1, 3);
        assertEquals(-0.5, sums.value(0));
        assertEquals(3, sums.value(1));
        sums.clear(0);
        assertEquals(0, sums.value(0));
        assertEquals(2, sums.size());
        ExactSums ones = new ExactSums(1);
        ones.add(0, -0x1p-128);
        ExactSums one = new ExactSums(1);
        one.add(0, 0x1p-128);
        ones.merge(0, one, 0);
        assertEquals(0, ones.value(0));
        ones.add(0, -0x1p-128);
        ones.merge(0, ones, 0);
        assertEquals(-0x1p-127, ones.value(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0x1p100, -0x1p100})
    void whatCannotBeSummedIsRefused(double addend) {
        assertThrows(IllegalArgumentException.class, () -> new ExactSums(1).add(0, addend));
    }
}
