package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** The usual tables, as R's qt gives them. */
    @ParameterizedTest
    @CsvSource({
        "0.95, 1,        12.706204736174698",
        "0.95, 2,        4.302652729749462",
        "0.95, 5,        2.5705818356363146",
        "0.90, 10,       1.8124611228116756",
        "0.99, 30,       2.7499956535670317",
        "0.95, 1000,     1.9623390808264078",
        "0.95, 20000000, 1.959963984540054",
        "0.95, Infinity, 1.959963984540054"
    })
    void quantiles(double confidence, double freedom, double t) {
        assertEquals(t, StudentT.twoSided(confidence, freedom), 1e-9 * t);
    }

    /** With one degree of freedom it is Cauchy's distribution: 1/2 - arctan(t) / pi lie above t. */
    @Test
    void tails() {
        assertEquals(0.5 - Math.atan(3) / Math.PI, StudentT.upperTail(3, 1), 1e-12);
        assertEquals(0.5 + Math.atan(3) / Math.PI, StudentT.upperTail(-3, 1), 1e-12);
        assertEquals(0.5, StudentT.upperTail(0, 7), 1e-12);
        assertEquals(Normal.upperTail(1.7), StudentT.upperTail(1.7, Double.POSITIVE_INFINITY));
    }

    /** Two samples of 15 with the variances 7.9 and 3.8, as in the usual worked example: 24.9 degrees of freedom. */
    @Test
    void welch() {
        Estimate one = new Estimate(Math.sqrt(7.9 / 15), 14);
        Estimate other = new Estimate(Math.sqrt(3.8 / 15), 14);
        Estimate difference = one.minus(other);
        assertEquals(Math.sqrt(0.78), difference.standardError(), 1e-15);
        assertEquals(24.9, difference.freedom(), 0.05);
        assertEquals(
                Double.POSITIVE_INFINITY,
                Estimate.known(1).minus(Estimate.known(2)).freedom());
        assertEquals(Math.sqrt(5), Estimate.known(1).minus(Estimate.known(2)).standardError(), 1e-15);
    }

    @Test
    void ofALogarithm() {
        assertEquals(new Estimate(0.25, 9), new Estimate(2, 9).ofLogarithm(8));
    }

    @Test
    void aStandardErrorIsAboveZeroAndFinite() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Estimate(wrong, 3));
        }
        assertThrows(IllegalArgumentException.class, () -> new Estimate(1, 0));
    }

    /** The root of 4 to 9 with the standard error 1 in the middle of 6.5. */
    @Test
    void theRootOfAnInterval() {
        Interval root = new Interval(4, 9, 0.95, "student_t", new Estimate(1, 5)).root();
        assertEquals(2, root.low());
        assertEquals(3, root.high());
        assertEquals(new Estimate(1 / (2 * Math.sqrt(6.5)), 5), root.estimate().orElseThrow());
    }

    /** 3e-200 and 4e-200 make 5e-200; their freedoms of 9 and 16 make 25 squared over 81 / 9 and 256 / 16. */
    @Test
    void tinyErrorsDiffer() {
        Estimate difference = new Estimate(3e-200, 9).minus(new Estimate(4e-200, 16));
        assertEquals(5e-200, difference.standardError(), 1e-214);
        assertEquals(625 / 25.0, difference.freedom(), 1e-12);
    }
}
