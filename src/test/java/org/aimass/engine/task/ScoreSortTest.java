package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreSortTest {

    private static KeptRows kept(double[] scores, int[] codes) {
        KeptRows kept = new KeptRows(true, false, false, false);
        for (int row = 0; row < scores.length; row++) {
            kept.add(codes[row], scores[row], 1, 0, 0);
        }
        return kept;
    }

    @Test
    void carriesTheCodesAlong() {
        KeptRows kept = kept(new double[] {0.75, 0, 1, 0.5, Double.MIN_VALUE}, new int[] {11, 22, 33, 44, 55});
        ScoreSort sorted = new ScoreSort(kept);
        assertArrayEquals(new double[] {0, Double.MIN_VALUE, 0.5, 0.75, 1}, sorted.scores());
        assertArrayEquals(new int[] {22, 55, 44, 11, 33}, sorted.codes());
        assertEquals(0, kept.size());
    }

    /** Scores of every size, tied ones among them; enough for several chunks. */
    private static double score(Random random) {
        double score = random.nextDouble();
        return switch (random.nextInt(5)) {
            case 0 -> Math.rint(10 * score) / 10;
            case 1 -> Math.scalb(score, -random.nextInt(1100));
            case 2 -> (float) score;
            case 3 -> 1 - Math.scalb(score, -random.nextInt(60));
            default -> score;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 65, 1000, 100_000})
    void sortsAsTheLibraryDoesAndKeepsEveryRow(int size) {
        Random random = new Random(size);
        double[] scores = new double[size];
        int[] codes = new int[size];
        for (int row = 0; row < size; row++) {
            scores[row] = score(random);
            codes[row] = row;
        }
        ScoreSort sorted = new ScoreSort(kept(scores, codes));
        double[] expected = scores.clone();
        Arrays.sort(expected);
        assertArrayEquals(expected, sorted.scores());
        for (int at = 0; at < size; at++) {
            assertEquals(expected[at], scores[sorted.codes()[at]]);
        }
        assertEquals(size, Arrays.stream(sorted.codes()).distinct().count());
    }
}
