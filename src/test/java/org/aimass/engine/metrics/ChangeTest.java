package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChangeTest {

    private static Interval wilson(double x, double n) {
        return Intervals.wilson(x, n, 0.95);
    }

    /** Newcombe (1998), table II, case (a): 56/70 - 48/80 = 0.2, method 10: 0.0524 to 0.3339. */
    @Test
    void independentSharesAreNewcombesPublishedOnes() {
        Interval change =
                Change.interval(48 / 80.0, wilson(48, 80), 56 / 70.0, wilson(56, 70), Change.INDEPENDENT, "newcombe");
        assertEquals(0.0524, change.low(), 5e-5);
        assertEquals(0.3339, change.high(), 5e-5);
        assertEquals(Intervals.newcombe(56, 70, 48, 80, 0.95), change);
    }

    /** Ends 0.1 and 0.3 below, 0.2 and 0.4 above: by hand, the correlation -1 adds the distances, 1 subtracts them. */
    @Test
    void theCorrelationDecidesHowDistancesAddUp() {
        Interval first = new Interval(0.4, 0.7, 0.95, "wilson");
        Interval second = new Interval(0.5, 1.2, 0.95, "wilson");
        Interval worst = Change.interval(0.5, first, 0.8, second, Change.UNKNOWN, "m");
        assertEquals(0.3 - (0.3 + 0.2), worst.low(), 1e-15);
        assertEquals(0.3 + (0.4 + 0.1), worst.high(), 1e-15);
        Interval best = Change.interval(0.5, first, 0.8, second, 1, "m");
        assertEquals(0.3 - 0.1, best.low(), 1e-15);
        assertEquals(0.3 + 0.3, best.high(), 1e-15);
        Interval none = Change.interval(0.5, first, 0.8, second, 0, "m");
        assertEquals(0.3 - Math.sqrt(0.09 + 0.04), none.low(), 1e-15);
        assertEquals(0.3 + Math.sqrt(0.16 + 0.01), none.high(), 1e-15);
        Interval half = Change.interval(0.5, first, 0.8, second, -0.5, "m");
        assertEquals(0.3 - Math.sqrt(0.09 + 0.06 + 0.04), half.low(), 1e-15);
        assertEquals("m", half.method());
    }

    /**
     * Of 10 people 7 and then 8: at least 5 are counted twice. (5 * 10 - 56) / root of 21 * 16 = -6 / 18.33. Of 10 people 3 and then 4:
     * perhaps nobody twice; -12 / root of 21 * 24.
     */
    @Test
    void theLeastCorrelationFollowsFromTheMargins() {
        assertEquals(-6 / Math.sqrt(336), Change.leastCorrelation(7, 8, 10), 1e-15);
        assertEquals(-12 / Math.sqrt(504), Change.leastCorrelation(3, 4, 10), 1e-15);
        assertEquals(-1, Change.leastCorrelation(5, 5, 10), 1e-15);
        assertEquals(0, Change.leastCorrelation(0, 5, 10));
        assertEquals(0, Change.leastCorrelation(5, 10, 10));
    }

    /** Every table of two answers by 12 people lies at or above the least correlation, so that its interval lies within. */
    @Test
    void noPairingLeavesTheWidestInterval() {
        int n = 12;
        for (int both = 0; both <= n; both++) {
            for (int first = 0; both + first <= n; first++) {
                for (int second = 0; both + first + second <= n; second++) {
                    double x1 = both + first;
                    double x2 = both + second;
                    double spread = Math.sqrt(x1 * (n - x1) * x2 * (n - x2));
                    double paired = spread == 0 ? 0 : (both * n - x1 * x2) / spread;
                    double least = Change.leastCorrelation(x1, x2, n);
                    assertTrue(least <= paired + 1e-12);
                    Interval known = Change.interval(
                            x1 / n, wilson(x1, n), x2 / n, wilson(x2, n), Math.min(1, Math.max(-1, paired)), "m");
                    Interval widest = Change.interval(x1 / n, wilson(x1, n), x2 / n, wilson(x2, n), least, "m");
                    assertTrue(widest.low() <= known.low() + 1e-12 && widest.high() >= known.high() - 1e-12);
                }
            }
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        Interval interval = wilson(1, 2);
        assertThrows(IllegalArgumentException.class, () -> Change.interval(0, interval, 0, interval, 1.1, "m"));
        assertThrows(IllegalArgumentException.class, () -> Change.interval(0, interval, 0, interval, -1.1, "m"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Change.interval(0, interval, 0, Intervals.wilson(1, 2, 0.9), 0, "m"));
        assertThrows(IllegalArgumentException.class, () -> Change.leastCorrelation(3, 1, 2));
    }
}
