package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogarithmTest {

    private static void isStrict(double x) {
        assertEquals(
                Double.doubleToRawLongBits(StrictMath.log(x)), Double.doubleToRawLongBits(Logarithm.of(x)), "of " + x);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                -1,
                1,
                2,
                0.5,
                Math.E,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                1.0000001,
                0.9999999,
                0.70710678,
                1.41421356,
                1024,
                1025
            })
    void ofSpecialNumbers(double x) {
        isStrict(x);
        isStrict(Math.nextUp(x));
        isStrict(Math.nextDown(x));
    }

    @Test
    void ofAnyNumber() {
        Random random = new Random(2);
        for (int i = 0; i < 300_000; i++) {
            isStrict(Double.longBitsToDouble(random.nextLong()));
            isStrict(random.nextDouble());
            isStrict(1 + random.nextGaussian() * Math.scalb(1.0, -random.nextInt(60)));
            isStrict(random.nextInt(100_000) + 1.0);
        }
    }
}
