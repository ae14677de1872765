package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResamplingRowsTest {

    /** Twenty cells that hold something, of 1 to 20, 210 in all; two that hold nothing, and one that is not chosen. */
    private static final double[] MASS = {
        3, 0, 5, 2, 10, 17, 99, 1, 4, 6, 7, 8, 9, 11, 0, 12, 13, 14, 15, 16, 18, 19, 20
    };

    private static final int NOT_CHOSEN = 6;
    private static final double ALL = 210;

    /** Means n p and variances n p (1 - p) of each cell, and the covariance -n p q of two. */
    private static void holds(int rows, double unit) {
        int draws = 20_000;
        Resampling resampling =
                Resampling.rows(MASS.length, cell -> unit * MASS[cell], cell -> cell != NOT_CHOSEN, rows);
        Draws stream = new Draws(11, "rows " + rows);
        double[] masses = new double[MASS.length];
        Arrays.fill(masses, -1);
        double[] sum = new double[MASS.length];
        double[] squares = new double[MASS.length];
        double product = 0;
        double weight = unit * ALL / rows;
        for (int draw = 0; draw < draws; draw++) {
            resampling.draw(stream, masses);
            double total = 0;
            for (int cell = 0; cell < masses.length; cell++) {
                double drawn = masses[cell] / weight;
                if (masses[cell] >= 0) {
                    assertEquals(Math.rint(drawn), drawn, 1e-9 * rows);
                    total += drawn;
                }
                sum[cell] += drawn;
                squares[cell] += drawn * drawn;
            }
            assertEquals((double) rows, total, 1e-9 * rows);
            product += masses[5] * masses[22] / (weight * weight);
        }
        assertArrayEquals(new double[] {-1, -1, -1}, new double[] {masses[1], masses[NOT_CHOSEN], masses[14]});
        for (int cell = 0; cell < MASS.length; cell++) {
            if (masses[cell] >= 0) {
                double p = MASS[cell] / ALL;
                double mean = sum[cell] / draws;
                double variance = rows * p * (1 - p);
                assertEquals(rows * p, mean, 5 * Math.sqrt(variance / draws));
                assertEquals(variance, squares[cell] / draws - mean * mean, 0.08 * variance + 0.0025);
            }
        }
        double covariance = product / draws - sum[5] / draws * sum[22] / draws;
        assertEquals(-rows * 17 / ALL * 20 / ALL, covariance, 0.0025 * rows);
    }

    /** Twenty cells: 160 rows are drawn one by one, 161 by binomials. */
    @Test
    void fewRowsAreDrawnOneByOne() {
        holds(7, 1);
        holds(160, 1);
    }

    @Test
    void manyRowsAreDrawnByBinomials() {
        holds(161, 1);
        holds(4_000, 1);
    }

    /** Each row drawn then weighs its share of the mass. */
    @Test
    void weightedRows() {
        holds(30, 0.25);
        holds(900, 2);
    }

    @Test
    void nothingIsDrawnOfNothing() {
        double[] masses = {4};
        Resampling.rows(1, cell -> 0, cell -> true, 0).draw(new Draws(1, "none"), masses);
        assertEquals(4, masses[0]);
    }

    /** Cells whose shares are lost in rounding before or behind a huge one. */
    @Test
    void tinyShares() {
        for (int huge : new int[] {0, 9, 19}) {
            double[] drawn = new double[20];
            Resampling.rows(20, cell -> cell == huge ? 1e300 : 1e-300, cell -> true, 10)
                    .draw(new Draws(1, "tiny"), drawn);
            double[] expected = new double[20];
            expected[huge] = 1e300;
            assertArrayEquals(expected, drawn, 1e288);
        }
    }

    /** Each row that is drawn singly takes one number of the stream: 8 rows for each of 16 cells or more. */
    @Test
    void theWayOfDrawingFollowsRowsAndCells() {
        assertTrue(drawnSingly(16, 128));
        assertFalse(drawnSingly(16, 129));
        assertFalse(drawnSingly(15, 20));
        assertTrue(drawnSingly(40, 7));
        assertFalse(drawnSingly(40, 321));
    }

    private static boolean drawnSingly(int cells, int rows) {
        Draws draws = new Draws(3, "n");
        Resampling.rows(cells, cell -> 1, cell -> true, rows).draw(draws, new double[cells]);
        Draws same = new Draws(3, "n");
        for (int row = 0; row < rows; row++) {
            same.uniform();
        }
        return same.uniform() == draws.uniform();
    }
}
