package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTest {

    /** Fisher's lady took three of four cups rightly: 34/70 in R's help of fisher.test, 17/70 for "greater". */
    @Test
    void teaTasting() {
        assertEquals(34 / 70.0, FisherExact.twoSided(3, 4, 1, 4), 1e-15);
        assertEquals(17 / 70.0, FisherExact.above(3, 4, 1, 4), 1e-15);
        assertEquals(69 / 70.0, FisherExact.below(3, 4, 1, 4), 1e-15);
    }

    /** The first two from SciPy's documentation, the others from SciPy 1.17. */
    @ParameterizedTest
    @CsvSource({
        "8, 10, 1, 6, 0.034965034965034975, 0.9991258741258742, 0.024475524475524483",
        "6, 8, 1, 5, 0.10256410256410256, 0.9953379953379954, 0.08624708624708625",
        "1, 10, 11, 14, 0.0027594561852200836, 0.0013797280926100418, 0.9999663480953022",
        "10, 12, 3, 18, 0.0005367241191434357, 0.9999845190186861, 0.000465180943362905",
        "2, 17, 11, 14, 0.00025912340943280487, 0.00024758418753271925, 0.999992431627989",
        "0, 10, 10, 10, 1.082508822446903e-05, 5.412544112234515e-06, 1.0"
    })
    void small(long x1, long n1, long x2, long n2, double two, double below, double above) {
        assertEquals(two, FisherExact.twoSided(x1, n1, x2, n2), 1e-12 * two);
        assertEquals(two, FisherExact.twoSided(x2, n2, x1, n1), 1e-12 * two);
        assertEquals(two, FisherExact.twoSided(n1 - x1, n1, n2 - x2, n2), 1e-12 * two);
        assertEquals(below, FisherExact.below(x1, n1, x2, n2), 1e-12 * below);
        assertEquals(above, FisherExact.above(x1, n1, x2, n2), 1e-12 * above);
        assertEquals(above, FisherExact.below(x2, n2, x1, n1), 1e-12 * above);
    }

    /** Counts of millions, against sums of forty digits. */
    @ParameterizedTest
    @CsvSource({
        "1200345, 3000000, 1199000, 3000001, 0.2623371787747523, 0.8690796045249727, 0.13127504268051282",
        "4, 2000000, 19, 2500000, 0.01041696119224122, 0.0063418229534328831, 0.9985365421958269",
        "150000, 1000000, 300900, 2000000, 0.30468801234190535, 0.15234232591971, 0.84846382507412283"
    })
    void large(long x1, long n1, long x2, long n2, double two, double below, double above) {
        assertEquals(two, FisherExact.twoSided(x1, n1, x2, n2), 1e-10 * two);
        assertEquals(below, FisherExact.below(x1, n1, x2, n2), 1e-10 * below);
        assertEquals(above, FisherExact.above(x1, n1, x2, n2), 1e-10 * above);
    }

    /** Every table of up to nine rows a side, against all subsets counted by Pascal's triangle. */
    @Test
    void everySmallTable() {
        double[][] choose = new double[19][19];
        for (int n = 0; n < choose.length; n++) {
            choose[n][0] = 1;
            for (int k = 1; k <= n; k++) {
                choose[n][k] = choose[n - 1][k - 1] + choose[n - 1][k];
            }
        }
        for (int n1 = 1; n1 < 10; n1++) {
            for (int n2 = 1; n2 < 10; n2++) {
                for (int x1 = 0; x1 <= n1; x1++) {
                    for (int x2 = 0; x2 <= n2; x2++) {
                        agrees(choose, x1, n1, x2, n2);
                    }
                }
            }
        }
    }

    private static void agrees(double[][] choose, int x1, int n1, int x2, int n2) {
        int hits = x1 + x2;
        double ways = choose[n1][x1] * choose[n2][x2];
        double two = 0;
        double below = 0;
        double above = 0;
        for (int k = Math.max(0, hits - n2); k <= Math.min(hits, n1); k++) {
            double of = choose[n1][k] * choose[n2][hits - k];
            two += of <= ways ? of : 0;
            below += k <= x1 ? of : 0;
            above += k >= x1 ? of : 0;
        }
        double all = choose[n1 + n2][hits];
        String table = x1 + " of " + n1 + ", " + x2 + " of " + n2;
        assertEquals(two / all, FisherExact.twoSided(x1, n1, x2, n2), 1e-13, table);
        assertEquals(below / all, FisherExact.below(x1, n1, x2, n2), 1e-13, table);
        assertEquals(above / all, FisherExact.above(x1, n1, x2, n2), 1e-13, table);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FisherExact.twoSided(1, 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> FisherExact.above(1, 2, 3, 2));
        assertThrows(IllegalArgumentException.class, () -> FisherExact.below(-1, 2, 1, 2));
    }
}
