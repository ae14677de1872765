package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

    private static double of(double[][] features, boolean... positive) {
        return Consistency.of(features, positive).orElseThrow();
    }

    /** The neighbours of 0, 1, 2 and 4 are 0, 1, 2, 4 and 7, 2 of 5 positive; those of 7 and 11 are 1, 2, 4, 7 and 11, 3 of 5. */
    @Test
    void comparesEachRowWithItsNearestFive() {
        double[][] places = {{7}, {0}, {2}, {11}, {1}, {4}};
        assertEquals(
                1 - (0.4 + 0.4 + 0.6 + 0.4 + 0.4 + 0.4) / 6, of(places, true, false, true, true, false, false), 1e-15);
        assertEquals(1, of(places, true, true, true, true, true, true));
    }

    /**
     * Of the middle's neighbours five are equally near for four places, 2 of them positive: its mean is (1 + 4 * 2/5) / 5. Two rows
     * stand in the north, one of them positive, and share the south's last place.
     */
    @Test
    void letsEquallyNearRowsShareThePlaces() {
        double[][] cross = {{0, 0}, {3, 0}, {-3, 0}, {0, 3}, {0, 3}, {0, -3}};
        assertEquals(
                1 - (0.48 + 0.4 + 0.4 + 0.6 + 0.4 + 0.5) / 6, of(cross, true, true, false, false, true, false), 1e-15);
    }

    /** Which label is called positive does not matter, nor the order of rows or features. */
    @Test
    void dependsOnNothingElse() {
        double[][] cross = {{0, 3}, {0, 0}, {0, 3}, {-3, 0}, {0, -3}, {3, 0}};
        double[][] turned =
                Arrays.stream(cross).map(row -> new double[] {row[1], row[0]}).toArray(double[][]::new);
        assertEquals(1 - 2.78 / 6, of(turned, true, false, false, true, true, false), 1e-15);
    }

    @Test
    void agreesWithLookingAtAllPairs() {
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            double[][] features = new double[60][3];
            boolean[] positive = new boolean[60];
            for (int row = 0; row < 60; row++) {
                features[row] = new double[] {random.nextInt(4), random.nextInt(40), random.nextInt(3)};
                positive[row] = random.nextInt(3) == 0;
            }
            double gaps = 0;
            for (int row = 0; row < 60; row++) {
                gaps += Math.abs((positive[row] ? 1 : 0) - slowMean(features, positive, row));
            }
            assertEquals(1 - gaps / 60, of(features, positive), 1e-14);
        }
    }

    /** More rows than a block holds, more columns than are added up at a time; many rows are tied. */
    @Test
    void agreesWithLookingAtAllPairsOfSeveralBlocks() {
        Random random = new Random(11);
        for (int columns = 1; columns <= 6; columns++) {
            double[][] features = new double[301][columns];
            boolean[] positive = new boolean[301];
            for (int row = 0; row < 301; row++) {
                int most = columns < 3 ? 200 : 6;
                features[row] = IntStream.range(0, columns)
                        .mapToDouble(i -> random.nextInt(most))
                        .toArray();
                positive[row] = random.nextInt(3) == 0;
            }
            double gaps = 0;
            for (int row = 0; row < 301; row++) {
                gaps += Math.abs((positive[row] ? 1 : 0) - slowMean(features, positive, row));
            }
            assertEquals(1 - gaps / 301, of(features, positive), 1e-14);
        }
    }

    /** Far from 0 and close together, columns of one value, some as large and as small as numbers can be. */
    @Test
    void agreesWithLookingAtAllPairsWhateverTheNumbers() {
        Random random = new Random(7);
        double[] middles = {0, 1e9, -1e15, 1e300, 1e-310};
        double[] widths = {0, 1e-9, 1, 1e5, 1e-200, 1e150, Double.MAX_VALUE};
        for (double middle : middles) {
            for (double width : widths) {
                double[][] features = new double[150][5];
                boolean[] positive = new boolean[150];
                for (int row = 0; row < 150; row++) {
                    for (int column = 0; column < 4; column++) {
                        features[row][column] =
                                middle + (random.nextDouble() - 0.5) * width * Math.pow(10, -3 * column);
                    }
                    positive[row] = random.nextInt(3) == 0;
                }
                double gaps = 0;
                for (int row = 0; row < 150; row++) {
                    gaps += Math.abs((positive[row] ? 1 : 0) - slowMean(features, positive, row));
                }
                assertEquals(1 - gaps / 150, of(features, positive), 1e-14, middle + " and " + width);
            }
        }
    }

    private static double slowMean(double[][] features, boolean[] positive, int row) {
        double[] distances = IntStream.range(0, features.length)
                .mapToDouble(other -> IntStream.range(0, features[row].length)
                        .mapToDouble(i -> Math.pow(features[row][i] - features[other][i], 2))
                        .sum())
                .toArray();
        double fifth = Arrays.stream(distances).sorted().toArray()[4];
        long nearer = Arrays.stream(distances).filter(it -> it < fifth).count();
        long tied = Arrays.stream(distances).filter(it -> it == fifth).count();
        double sum = 0;
        for (int other = 0; other < features.length; other++) {
            double share = distances[other] < fifth ? 1 : distances[other] == fifth ? (5.0 - nearer) / tied : 0;
            sum += positive[other] ? share : 0;
        }
        return sum / 5;
    }

    @Test
    void hasNoValueForFewerRowsThanNeighbors() {
        assertEquals(Optional.empty(), Consistency.of(new double[4][1], new boolean[4]));
        assertEquals(0.68, of(new double[5][1], true, false, false, false, false), 1e-15);
    }
}
