package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScoreSumsTest {

    private static final int TP = 0;
    private static final int FN = 2;
    private static final int TN = 3;

    /** Beside 1 a double has no room for 2^-60, but for 256 of them; over all cells as well. */
    @Test
    void keepsWhatEachAdditionRoundsAway() {
        ScoreSums sums = new ScoreSums();
        sums.add(TP, 1, 1);
        for (int row = 0; row < 256; row++) {
            sums.add(TP, 0x1p-60, 1);
        }
        assertEquals(1 + 0x1p-52, sums.score(TP));
        assertEquals(1 + 0x1p-52, sums.score());
        ScoreSums both = new ScoreSums();
        both.add(sums);
        both.add(FN, 0.5, 1);
        assertEquals(1 + 0x1p-52, both.score(TP));
        assertEquals(1.5 + 0x1p-52, both.score());
        assertEquals(257, both.rows(TP));
    }

    /** Three times 0.1 is rounded up: five times that would be above 1.5. */
    @Test
    void keepsWhatMultiplyingRoundsAway() {
        ScoreSums sums = new ScoreSums();
        for (int time = 0; time < 5; time++) {
            sums.add(TN, 0.1, 3);
        }
        assertEquals(1.5, sums.score(TN));
        assertEquals(15, sums.mass(TN));
        assertEquals(0.15, sums.brier(TN), 1e-16);
        assertEquals(-15 * Math.log(0.9), sums.loss(TN), 1e-14);
    }
}
