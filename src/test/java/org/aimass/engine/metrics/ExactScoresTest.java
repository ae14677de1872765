package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 1 labelled positive and 4 negative at 0.2, 3 and 2 at 0.4, 5 and none at 0.5, 6 and 1 at 0.7: 15 and 7 in all. */
class ExactScoresTest {

    private static final byte TP = 0;
    private static final byte FP = 1;
    private static final byte FN = 2;
    private static final byte TN = 3;

    private static final GroupRows ROWS = new GroupRows(
            new RowColumns(
                    new double[] {0.2, 0.2, 0.4, 0.4, 0.5, 0.7, 0.7},
                    new byte[] {FN, TN, FN, TN, TP, TP, FP},
                    new double[] {1, 4, 3, 2, 5, 6, 1},
                    null,
                    null),
            0,
            7);

    private final ExactScores scores = new ExactScores(ROWS, new double[] {11, 1, 4, 6, 0, 0, 0, 0});
    private final double[] values = new double[new BaseMetrics(true, List.of()).size()];

    {
        scores.into(values);
    }

    /** Positives at 0.2 are above half of 4 negatives, at 0.4 above 4 and half of 2, at 0.5 above 6, at 0.7 above 6 and a half. */
    @Test
    void areaCountsTiesHalf() {
        assertEquals((2 + 3 * 5 + 5 * 6 + 6 * 6.5) / (15 * 7), values[BaseMetrics.ROC_AUC], 1e-15);
        assertEquals((4 + 3 * 2 + 6) / 2.0 / (15 * 7), scores.areaBound(), 1e-15);
    }

    /** From each score on lie 15 and 7, 14 and 3, 11 and 1, 6 and 1. */
    @Test
    void precisionIsAveragedOverPositives() {
        double sum = 15 / 22.0 + 3 * 14 / 17.0 + 5 * 11 / 12.0 + 6 * 6 / 7.0;
        assertEquals(sum / 15, values[BaseMetrics.AVERAGE_PRECISION], 1e-15);
    }

    /**
     * At best the positives come before the negatives they are tied with: 15 of 18, 14 of 15, 11 of 12, 6 of 6; at worst nobody of a
     * score is a hit yet: 14 of 21, 11 of 14, 6 of 7, none. The farther one counts: the best twice, then the worst.
     */
    @Test
    void ofTiedRowsNobodyKnowsWhichComesFirst() {
        double inDoubt =
                (15 / 18.0 - 15 / 22.0) + 3 * (14 / 15.0 - 14 / 17.0) + 5 * (11 / 12.0 - 6 / 7.0) + 6 * (6 / 7.0);
        assertEquals(inDoubt / 15, scores.precisionBound(), 1e-15);
    }
}
