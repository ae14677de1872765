package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreStepsTest {

    private static ScoreSteps steps(int most, double... score) {
        boolean[] genuine = new boolean[score.length];
        Arrays.fill(genuine, true);
        return new ScoreSteps(new PairRows(score, genuine, new long[0], new long[0]), List.of(), most);
    }

    /** Ten scores in three steps are 4, 4 and 2; in four 3, 3, 3 and 1; nine cannot hold each its own, so they come by two. */
    @Test
    void takesNeighboursTogether() {
        double[] ten = IntStream.range(0, 10).mapToDouble(i -> i / 10.0).toArray();
        assertArrayEquals(new double[] {4, 4, 2}, steps(3, ten).counts()[ScoreSteps.GENUINE]);
        assertArrayEquals(new double[] {3, 3, 3, 1}, steps(4, ten).counts()[ScoreSteps.GENUINE]);
        assertArrayEquals(new double[] {2, 2, 2, 2, 2}, steps(9, ten).counts()[ScoreSteps.GENUINE]);
        assertEquals(10, steps(10, ten).size());
        // four scores fit, however many rows share one
        assertArrayEquals(
                new double[] {1, 1, 5, 1},
                steps(4, 0.1, 0.2, 0.3, 0.3, 0.3, 0.3, 0.3, 0.4).counts()[ScoreSteps.GENUINE]);
    }

    /** Against the middle score of 0.4: -0.3 twice and 0 twice, then 0.2. */
    @Test
    void averagesEachStep() {
        ScoreSteps steps = steps(2, 0.1, 0.1, 0.4, 0.4, 0.6);
        assertEquals(2, steps.size());
        assertEquals(-0.15, steps.mean(ScoreSteps.GENUINE, 0), 1e-15);
        assertEquals(0.045, steps.meanSquare(ScoreSteps.GENUINE, 0), 1e-15);
        assertEquals(0.2, steps.mean(ScoreSteps.GENUINE, 1), 1e-15);
        assertEquals(0.04, steps.meanSquare(ScoreSteps.GENUINE, 1), 1e-15);
        assertEquals(0, steps.mean(ScoreSteps.IMPOSTOR, 1));
    }
}
