package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchSumsTest {

    private static final int TP = 0;
    private static final int FP = 1;
    private static final int FN = 2;
    private static final int TN = 3;

    private static GroupRows rows(double[] scores, byte[] cells, double... masses) {
        return new GroupRows(
                new RowColumns(scores, cells, masses.length == 0 ? null : masses, null, null), 0, scores.length);
    }

    private static StretchSums all(GroupRows rows) {
        StretchSums sums = StretchSums.of(rows);
        for (int row = 0; row < rows.size(); row++) {
            sums.add(row);
        }
        return sums;
    }

    /**
     * Scores 0.125 and 0.25 labelled positive: squared errors 0.765625 and 0.5625, likelihoods 1/8 and 1/4, losses log 32 together;
     * 0.5 labelled negative twice, 0.75 labelled positive, 1 labelled negative, whose likelihood is cut off at 2^-52.
     */
    @Test
    void addsUpByCell() {
        double[] scores = {0.125, 0.25, 0.5, 0.5, 0.75, 1};
        StretchSums sums = all(rows(scores, new byte[] {FN, FN, TN, TN, TP, FP}));
        assertEquals(6, sums.mass());
        assertEquals(2, sums.mass(FN));
        assertEquals(0.375, sums.score(FN));
        assertEquals(1.328125, sums.brier(FN));
        assertEquals(Math.log(32), sums.loss(FN), 1e-15);
        assertEquals(2, sums.mass(TN));
        assertEquals(1, sums.score(TN));
        assertEquals(0.5, sums.brier(TN));
        assertEquals(Math.log(4), sums.loss(TN), 1e-15);
        assertEquals(0.0625, sums.brier(TP));
        assertEquals(-Math.log(0.75), sums.loss(TP), 1e-16);
        assertEquals(52 * Math.log(2), sums.loss(FP), 1e-14);
        sums.clear();
        sums.add(4);
        assertEquals(0, sums.mass(FN));
        assertEquals(1, sums.mass());
        assertEquals(0.75, sums.score(TP));
        assertEquals(-Math.log(0.75), sums.loss(TP), 1e-16);
    }

    /** Weights of 3 and 1 are as four rows, three of them alike. */
    @Test
    void weightsAreLikeRowsThatRepeat() {
        StretchSums weighted = all(rows(new double[] {0.3, 0.9}, new byte[] {FP, FP}, 3, 1));
        StretchSums repeated = all(rows(new double[] {0.3, 0.3, 0.3, 0.9}, new byte[] {FP, FP, FP, FP}));
        assertEquals(4, weighted.mass());
        assertEquals(4, repeated.mass());
        assertEquals(weighted.score(FP), repeated.score(FP), 1e-15);
        assertEquals(1.8, repeated.score(FP), 1e-15);
        assertEquals(3 * 0.09 + 0.81, repeated.brier(FP), 1e-15);
        assertEquals(weighted.brier(FP), repeated.brier(FP), 1e-15);
        assertEquals(weighted.loss(FP), repeated.loss(FP), 1e-15);
        assertEquals(-3 * Math.log(0.7) - Math.log(0.1), repeated.loss(FP), 1e-15);
    }

    @Test
    void tiesEndWhereTheScoreRises() {
        GroupRows rows = rows(new double[] {0.5, 0.5, 0.75}, new byte[] {TN, FN, TP});
        StretchSums sums = StretchSums.of(rows);
        assertEquals(2, sums.addTied(0));
        assertEquals(2, sums.mass());
        assertEquals(3, sums.addTied(2));
        assertEquals(1.75, sums.score(TN) + sums.score(FN) + sums.score(TP));
    }

    /** Sure and right a million times: losses of 1e-9 and less, whose product differs from 1 in its last digits alone. */
    @Test
    void losesNothingOfSmallLosses() {
        double[] scores = new Random(7).doubles(1_000_000, 0, 2e-9).sorted().toArray();
        byte[] cells = new byte[scores.length];
        Arrays.fill(cells, (byte) TN);
        StretchSums sums = all(rows(scores, cells));
        BigDecimal loss = BigDecimal.ZERO;
        BigDecimal score = BigDecimal.ZERO;
        for (double each : scores) {
            loss = loss.add(new BigDecimal(-StrictMath.log(1 - each)));
            score = score.add(new BigDecimal(each));
        }
        assertEquals(loss.doubleValue(), sums.loss(TN), 1e-15 * loss.doubleValue());
        assertEquals(score.doubleValue(), sums.score(TN));
    }

    /** Wrong a hundred thousand times: the product falls below the smallest number again and again. */
    @Test
    void losesNothingOfLargeLosses() {
        double[] scores = new Random(8).doubles(100_000).sorted().toArray();
        byte[] cells = new byte[scores.length];
        Arrays.fill(cells, (byte) TP);
        StretchSums sums = all(rows(scores, cells));
        BigDecimal loss = BigDecimal.ZERO;
        for (double each : scores) {
            loss = loss.subtract(new BigDecimal(StrictMath.log(each)));
        }
        assertEquals(loss.doubleValue(), sums.loss(TP), 1e-15 * loss.doubleValue());
    }
}
