package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTestTest {

    /** Against the closed form of Farrington and Manning's cubic. */
    @ParameterizedTest
    @CsvSource({
        "30, 50, 20, 60, 0.05, 2.2738252297136876",
        "532, 1901, 461, 966, 0.05, -13.291064277515584",
        "461, 966, 532, 1901, 0.05, 7.7772253506686875",
        "7, 30, 3, 25, 0.1, 0.13187122690377637"
    })
    void differenceScore(double x1, double n1, double x2, double n2, double tolerance, double z) {
        assertEquals(z, ProportionTest.differenceScore(x1, n1, x2, n2, tolerance), 1e-9);
        double p = Normal.upperTail(z);
        assertEquals(p, ProportionTest.differenceAbove(x1, n1, x2, n2, tolerance), 1e-8 * p);
        assertEquals(p, ProportionTest.differenceBelow(x2, n2, x1, n1, tolerance), 1e-8 * p);
    }

    /** (0.6 - 1/3) / sqrt(5/11 * 6/11 * (1/50 + 1/60)) = 2.7968235951. */
    @Test
    void withoutToleranceItIsThePooledTest() {
        assertEquals(2.7968235951204043, ProportionTest.differenceScore(30, 50, 20, 60, 0), 1e-12);
        double p = Normal.upperTail(2.7968235951204043);
        assertEquals(2 * p, 2 * ProportionTest.differenceAbove(30, 50, 20, 60, 0), 1e-12);
        assertEquals(1, ProportionTest.differenceOutside(20, 60, 20, 60, 0), 1e-12);
    }

    /** z = 2.2738 has a standard error of (4/15 - 0.05) / z, so the other side lies at z + 0.1 / error. */
    @Test
    void outsideAddsTheFarTail() {
        double z = 2.2738252297136876;
        double far = z + 0.1 * z / (30 / 50.0 - 20 / 60.0 - 0.05);
        double p = Normal.upperTail(z) + Normal.upperTail(far);
        assertEquals(p, ProportionTest.differenceOutside(30, 50, 20, 60, 0.05), 1e-12);
        assertEquals(p, ProportionTest.differenceOutside(20, 60, 30, 50, 0.05), 1e-12);
    }

    /** Against Koopman's closed form. */
    @Test
    void ratio() {
        assertEquals(0.042406612919734535, ProportionTest.ratioAbove(30, 50, 20, 60, 1.25), 1e-12);
        assertEquals(0.030813123866393285, ProportionTest.ratioBelow(12, 40, 30, 50, 0.8), 1e-12);
        assertEquals(0.9691868761336068, ProportionTest.ratioAbove(12, 40, 30, 50, 0.8), 1e-12);
    }

    @Test
    void emptyCellsGiveAnAnswer() {
        assertEquals(0.5, ProportionTest.differenceAbove(0, 20, 0, 30, 0), 1e-12);
        assertEquals(0.5, ProportionTest.differenceAbove(20, 20, 30, 30, 0), 1e-12);
        // p1 = 1, p2 = 0: with no tolerance the pooled rate is 20/50 and z = 1 / sqrt(0.24 (1/20 + 1/30))
        assertEquals(1 / Math.sqrt(0.24 / 12), ProportionTest.differenceScore(20, 20, 0, 30, 0), 1e-12);
        assertEquals(1, ProportionTest.differenceAbove(0, 20, 30, 30, 0.1), 1e-12);
        assertEquals(0.5, ProportionTest.ratioAbove(0, 20, 0, 30, 0.8), 1e-12);
    }

    @Test
    void whatIsNoToleranceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ProportionTest.differenceAbove(1, 2, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> ProportionTest.differenceAbove(1, 2, 1, 2, -1));
        assertThrows(IllegalArgumentException.class, () -> ProportionTest.differenceAbove(3, 2, 1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> ProportionTest.differenceAbove(1, 2, 3, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> ProportionTest.ratioAbove(1, 2, 1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> ProportionTest.ratioBelow(1, 0, 1, 2, 0.8));
        assertThrows(IllegalArgumentException.class, () -> ProportionTest.ratioBelow(1, 2, 1, 0, 0.8));
    }
}
