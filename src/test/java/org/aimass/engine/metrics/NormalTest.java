package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against mpmath with 40 digits. */
class NormalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "0.5, 0.308537538725986896",
        "1.9, 0.0287165598160017994",
        "1.99, 0.0232954677502118219",
        "2.01, 0.0222155944294314748",
        "3, 0.00134989803163009453",
        "6, 9.86587645037698141e-10",
        "10, 7.61985302416052607e-24",
        "20, 2.7536241186062337e-89"
    })
    void upperTailIsAccurateFarOut(double z, double expected) {
        assertEquals(expected, Normal.upperTail(z), expected * 1e-13);
        assertEquals(1 - expected, Normal.upperTail(-z), 1e-15);
    }

    @Test
    void upperTailEnds() {
        assertEquals(0, Normal.upperTail(1000));
        assertEquals(1, Normal.upperTail(-1000));
        assertEquals(0, Normal.upperTail(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0e-300, -37.0470962993611992",
        "1.0e-20, -9.26234008979840757",
        "1.0e-6, -4.75342430882289895",
        "0.01, -2.3263478740408411",
        "0.025, -1.95996398454005424",
        "0.2, -0.841621233572914205",
        "0.3, -0.524400512708040784",
        "0.49999, -0.00002506628274893494",
        "0.5, 0",
        "0.6, 0.253347103135799799",
        "0.75, 0.674489750196081743",
        "0.975, 1.95996398454005424"
    })
    void quantileIsAccurate(double p, double expected) {
        assertEquals(expected, Normal.quantile(p), 2e-15 * Math.max(1, Math.abs(expected)));
    }

    @Test
    void twoSidedZIsTheUsualOne() {
        assertEquals(1.959963984540054, Normal.twoSided(0.95), 1e-15);
        assertEquals(2.5758293035489004, Normal.twoSided(0.99), 1e-15);
        assertEquals(1.959963984540054, Normal.twoSided(0.95), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-0.1", "NaN"})
    void noQuantileOfWhatIsNoProbability(double p) {
        assertThrows(IllegalArgumentException.class, () -> Normal.quantile(p));
    }
}
