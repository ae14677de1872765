package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against mpmath with 40 digits; the counts in millions against closed forms and Boost. */
class BetaTest {

    @ParameterizedTest
    @CsvSource({
        "0.3, 2, 5, 0.579825",
        "0.9, 0.5, 3.5, 0.999904154094280708",
        "0.01, 1, 1, 0.01",
        "0.5, 1000, 1001, 0.50891950557292716",
        "0.46, 3317, 3898, 0.518151139841686295",
        "0, 2, 3, 0",
        "1, 2, 3, 1"
    })
    void regularizedIsAccurate(double x, double a, double b, double expected) {
        assertEquals(expected, Beta.regularized(x, a, b), 1e-14);
        assertEquals(1 - expected, Beta.regularized(1 - x, b, a), 1e-13);
    }

    @Test
    void countsOfMillionsKeepTheirDigits() {
        assertEquals(-Math.expm1(2e7 * Math.log1p(-1e-7)), Beta.regularized(1e-7, 1, 2e7), 1e-9);
        assertEquals(0.5001090298066255, Beta.regularized(0.1, 2e6, 18_000_001), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.025, 3, 15", "0.5, 1, 1", "0.975, 805, 991", "1e-9, 4, 9"})
    void quantileInverts(double p, double a, double b) {
        assertEquals(p, Beta.regularized(Beta.quantile(p, a, b), a, b), 1e-13);
    }

    @Test
    void quantileEnds() {
        assertEquals(0, Beta.quantile(0, 2, 3));
        assertEquals(1, Beta.quantile(1, 2, 3));
    }

    @Test
    void stirlingErrorOfOneIsThatOfItsFactorial() {
        assertEquals(1 - 0.5 * Math.log(2 * Math.PI), Beta.stirlingError(1), 1e-15);
    }

    /** (1 - 1e-12)^(1e8) = 1 - 1e-4 + 5e-9 - ..., that is exp(-1e-4); (1e-18)^2; 3 over 2 times 0.1^2 times 0.9. */
    @Test
    void binomialKeepsTheDigitsOfTheRarer() {
        assertEquals(0.9999000049998333, Beta.binomial(0, 100_000_000, 1e-12, 1 - 1e-12), 1e-15);
        assertEquals(0.9999000049998333, Beta.binomial(100_000_000, 100_000_000, 1 - 1e-12, 1e-12), 1e-15);
        assertEquals(1e-36, Beta.binomial(0, 2, 1, 1e-18), 1e-50);
        assertEquals(1, Beta.binomial(0, 0, 0.3, 0.7));
        assertEquals(0.027, Beta.binomial(2, 3, 0.1, 0.9), 1e-16);
    }
}
