package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResamplingTest {

    /** Each pick of one of three clusters adds its ones, tens or hundreds. */
    @Test
    void drawsAsManyClustersAsThereAre() {
        double[][] clusters = {{1, 2}, {10, 30}, {100, 400}};
        Draws picks = new Draws(7, "g");
        Draws draws = new Draws(7, "g");
        double[] masses = {5, 5};
        for (int replicate = 0; replicate < 4; replicate++) {
            double[] expected = new double[2];
            for (int pick = 0; pick < 3; pick++) {
                double[] cluster = clusters[picks.below(3)];
                expected[0] += cluster[0];
                expected[1] += cluster[1];
            }
            Resampling.clusters(clusters).draw(draws, masses);
            assertArrayEquals(expected, masses);
        }
    }

    /** Weights of 6 in all on 4 rows: each row drawn weighs 1.5; cells without weight, or not chosen, stay as they are. */
    @Test
    void drawsRowsFromTheCellsChosen() {
        double[] mass = {1, 0, 9, 2, 3};
        double[] masses = {-1, -1, -1, -1, -1};
        Resampling.rows(5, cell -> mass[cell], cell -> cell != 2, 4).draw(new Draws(7, "g"), masses);
        Draws draws = new Draws(7, "g");
        long first = draws.binomial(4, 1 / 6.0);
        long second = draws.binomial(4 - first, 2 / 5.0);
        assertArrayEquals(new double[] {1.5 * first, -1, -1, 1.5 * second, 1.5 * (4 - first - second)}, masses);
        assertEquals(-2 + 6, Arrays.stream(masses).sum(), 1e-15);
    }
}
