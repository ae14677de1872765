package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ToleranceTest {

    private static final Tolerance POINTS = new Tolerance(Tolerance.Scale.DIFFERENCE, 0.05);
    private static final Tolerance FIFTHS = new Tolerance(Tolerance.Scale.RATIO, 0.8);

    @Test
    void aDifferenceHasASymmetricBand() {
        assertEquals(-0.05, POINTS.low());
        assertEquals(0.05, POINTS.high());
        assertEquals(0, POINTS.ideal());
    }

    @Test
    void aRatioIsBoundedByItsReciprocal() {
        assertEquals(0.8, FIFTHS.low());
        assertEquals(1.25, FIFTHS.high());
        assertEquals(1, FIFTHS.ideal());
    }

    @Test
    void aBoundLiesBetweenZeroAndOne() {
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(Tolerance.Scale.DIFFERENCE, 0));
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(Tolerance.Scale.RATIO, 1));
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(Tolerance.Scale.RATIO, Double.NaN));
    }

    @Test
    void severityCountsTolerances() {
        assertEquals(Severity.LOW, Severity.of(POINTS, 0.0599));
        assertEquals(Severity.MEDIUM, Severity.of(POINTS, -0.0601));
        assertEquals(Severity.MEDIUM, Severity.of(POINTS, 0.0749));
        assertEquals(Severity.HIGH, Severity.of(POINTS, 0.0751));
    }

    /** 0.8 to the power of 1.2 is 0.7651, to the power of 1.5 it is 0.7155; 1 / 0.7155 is 1.3976. */
    @Test
    void severityOfARatioCountsItsLogarithm() {
        assertEquals(Severity.LOW, Severity.of(FIFTHS, 0.77));
        assertEquals(Severity.MEDIUM, Severity.of(FIFTHS, 0.76));
        assertEquals(Severity.MEDIUM, Severity.of(FIFTHS, 0.72));
        assertEquals(Severity.HIGH, Severity.of(FIFTHS, 0.71));
        assertEquals(Severity.HIGH, Severity.of(FIFTHS, 1.40));
        assertEquals(Severity.MEDIUM, Severity.of(FIFTHS, 1.39));
        assertEquals(Severity.HIGH, Severity.of(FIFTHS, 0));
    }
}
