package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

    private static void assertInterval(double low, double high, String method, Interval interval, double delta) {
        assertEquals(low, interval.low(), delta);
        assertEquals(high, interval.high(), delta);
        assertEquals(method, interval.method());
        assertEquals(0.95, interval.confidence());
    }

    /** Against SciPy 1.17. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.27753279986288926",
        "10, 10, 0.7224672001371109, 1",
        "3, 17, 0.061911266376209945, 0.4102945856883412",
        "1, 100000, 1.765247730378316e-06, 5.664709659040965e-05",
        "805, 1795, 0.42559496162893107, 0.4715610667176223",
        "2000000, 20000000, 0.0998685984382544, 0.10013155522006893"
    })
    void wilson(double x, double n, double low, double high) {
        assertInterval(low, high, "wilson", Intervals.wilson(x, n, 0.95), 1e-14);
    }

    /** Against the beta quantiles of SciPy 1.17 (Boost). */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0, 0.3084971078187607",
        "10, 10, 0.6915028921812392, 1.0",
        "3, 17, 0.037985068070626, 0.43431787284428397",
        "1, 100000, 2.531780477933314e-07, 5.571516034774275e-05",
        "805, 1795, 0.42528226326049784, 0.4718223700868356",
        "2000000, 20000000, 0.09986855452003568, 0.10013156128143215"
    })
    void clopperPearson(double x, double n, double low, double high) {
        assertInterval(low, high, "clopper_pearson", Intervals.clopperPearson(x, n, 0.95), 1e-13);
    }

    /** Newcombe 1998, table II: rows (a) 56/70 - 48/80, (b) 9/10 - 3/10 and (g) 10/10 - 0/20. */
    @ParameterizedTest
    @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "10, 10, 0, 20, 0.6791, 1"})
    void newcombe(double x1, double n1, double x2, double n2, double low, double high) {
        assertInterval(low, high, "newcombe", Intervals.newcombe(x1, n1, x2, n2, 0.95), 5e-5);
        assertInterval(-high, -low, "newcombe", Intervals.newcombe(x2, n2, x1, n1, 0.95), 5e-5);
    }

    /** By hand: log(0.6 / 0.4) +- 1.959964 sqrt(1/30 - 1/50 + 1/24 - 1/60). */
    @Test
    void katz() {
        double half = 1.959963984540054 * Math.sqrt(1 / 30.0 - 1 / 50.0 + 1 / 24.0 - 1 / 60.0);
        assertInterval(
                1.5 * Math.exp(-half), 1.5 * Math.exp(half), "katz", Intervals.katz(30, 50, 24, 60, 0.95), 1e-14);
    }

    @Test
    void ratioOfNoneFallsBackToTheScore() {
        assertInterval(0, 0.8549668589519319, "score", Intervals.katz(0, 20, 6, 30, 0.95), 1e-10);
    }

    @Test
    void ratioOfAllToAllFallsBackToTheScore() {
        assertInterval(0.7575059933447581, 1.2560972547125273, "score", Intervals.katz(12, 12, 15, 15, 0.95), 1e-10);
    }

    @Test
    void noRatioToNone() {
        assertThrows(IllegalArgumentException.class, () -> Intervals.katz(3, 20, 0, 30, 0.95));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "-1, 5", "6, 5", "NaN, 5"})
    void whatIsNoProportionIsRefused(double x, double n) {
        assertThrows(IllegalArgumentException.class, () -> Intervals.wilson(x, n, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Intervals.clopperPearson(x, n, 0.95));
    }

    @Test
    void anIntervalHoldsItsEndsAndIsOrdered() {
        Interval interval = new Interval(-1, 2, 0.9, "wilson");
        assertTrue(interval.contains(-1) && interval.contains(2));
        assertFalse(interval.contains(-1.1) || interval.contains(2.1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1, 0.9, "wilson"));
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1, 0.9, "wilson"));
        assertThrows(IllegalArgumentException.class, () -> new Interval(0, Double.POSITIVE_INFINITY, 0.9, "wilson"));
        assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1, 0, "wilson"));
        assertThrows(IllegalArgumentException.class, () -> new Interval(0, 1, 1, "wilson"));
    }

    /** Half an effective row of 10 against 4 of 20: at both ends of Koopman's interval the score is the normal quantile. */
    @Test
    void lessThanOneEffectiveRowHasTheScoreInterval() {
        Interval interval = Intervals.katz(0.5, 10, 4, 20, 0.95);
        assertEquals("score", interval.method());
        assertEquals(1.959963984540054, ProportionTest.ratioScore(0.5, 10, 4, 20, interval.low()), 1e-9);
        assertEquals(-1.959963984540054, ProportionTest.ratioScore(0.5, 10, 4, 20, interval.high()), 1e-9);
    }

    @Test
    void refusesWhatIsNoProportion() {
        assertThrows(IllegalArgumentException.class, () -> Intervals.katz(5, 4, 1, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Intervals.katz(1, 2, 5, 4, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Intervals.katz(1, 2, 0.5, 4, 0.95));
    }
}
