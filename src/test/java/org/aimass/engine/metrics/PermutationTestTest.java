package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

    private static final BaseMetrics METRICS = new BaseMetrics(true, List.of());
    private static final int PERMUTATIONS = 20_000;

    /** Four rows of the group, then five of its reference; ascending within each. */
    private static final double[] SCORES = {0.15, 0.35, 0.55, 0.85, 0.1, 0.3, 0.5, 0.7, 0.9};

    private static final boolean[] POSITIVE = {true, false, true, false, false, false, true, true, true};

    private static GroupRows rows(double[] scores, boolean[] positive, int from, int to) {
        byte[] cell = new byte[scores.length];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = (byte) Rate.cell(positive[i], scores[i] >= 0.5);
        }
        return new GroupRows(new RowColumns(scores, cell, null, null, null), from, to);
    }

    /** Cut so finely that each row has a stretch of its own. */
    private static ScoreEdges finest() {
        double[] sorted = {0.1, 0.15, 0.3, 0.35, 0.5, 0.55, 0.7, 0.85, 0.9};
        return ScoreEdges.of(rows(sorted, new boolean[9], 0, 9), 9);
    }

    private static double[] values(int members) {
        int size = Integer.bitCount(members);
        double[] scores = new double[size];
        boolean[] positive = new boolean[size];
        int at = 0;
        for (double score : new double[] {0.1, 0.15, 0.3, 0.35, 0.5, 0.55, 0.7, 0.85, 0.9}) {
            int row = indexOf(score);
            if ((members >> row & 1) == 1) {
                scores[at] = score;
                positive[at++] = POSITIVE[row];
            }
        }
        GroupRows rows = rows(scores, positive, 0, size);
        return GroupData.of(GroupCounts.NONE, rows, OptionalDouble.empty()).values(METRICS);
    }

    private static int indexOf(double score) {
        for (int row = 0; row < SCORES.length; row++) {
            if (SCORES[row] == score) {
                return row;
            }
        }
        throw new IllegalArgumentException("no row scores " + score);
    }

    /** Against all 126 ways to choose the group, or all 60 that keep how many of it have which label. */
    @Test
    void agreesWithAllPermutations() {
        ScoreCells group = ScoreCells.of(rows(SCORES, POSITIVE, 0, 4), finest());
        ScoreCells reference = ScoreCells.of(rows(SCORES, POSITIVE, 4, 9), finest());
        List<MetricValue> values = new PermutationTest(PERMUTATIONS, 7).pValues(METRICS, group, reference, "a");
        for (int metric = 0; metric < METRICS.size(); metric++) {
            boolean givenLabel = METRICS.list().get(metric).givenLabel();
            double observed = Math.abs(values(0b1111)[metric] - values(0b111110000)[metric]);
            int all = 0;
            int hits = 0;
            for (int members = 0; members < 1 << 9; members++) {
                if (Integer.bitCount(members) != 4 || (givenLabel && positives(members) != 2)) {
                    continue;
                }
                all++;
                double gap = Math.abs(values(members)[metric] - values(0b111111111 ^ members)[metric]);
                hits += gap < observed - 1e-9 ? 0 : 1;
            }
            assertEquals(givenLabel ? 60 : 126, all);
            double p = hits / (double) all;
            double error = 4 * Math.sqrt(p * (1 - p) / PERMUTATIONS) + 2.0 / PERMUTATIONS;
            String name = METRICS.list().get(metric).name();
            assertEquals(p, ((MetricValue.Measured) values.get(metric)).value(), error, name);
        }
    }

    private static int positives(int members) {
        int positives = 0;
        for (int row = 0; row < POSITIVE.length; row++) {
            positives += (members >> row & 1) == 1 && POSITIVE[row] ? 1 : 0;
        }
        return positives;
    }

    /** Separated scores: no permutation in a thousand comes near, so the least possible p-value 1 / 1001. */
    @Test
    void aCertainDifferenceHasTheLeastPossibleValue() {
        ScoreCells group = ScoreCells.counted(new double[] {90, 10, 20, 80});
        ScoreCells reference = ScoreCells.counted(new double[] {20, 70, 80, 30});
        BaseMetrics unscored = new BaseMetrics(false, List.of());
        List<MetricValue> values = new PermutationTest(1000, 7).pValues(unscored, group, reference, "a");
        assertEquals(MetricValue.of(1 / 1001.0), values.get(BaseMetrics.F1_SCORE));
        assertEquals(MetricValue.of(1 / 1001.0), values.get(BaseMetrics.MATTHEWS_CORRCOEF));
    }

    @Test
    void equalGroupsDoNotDiffer() {
        ScoreCells one = ScoreCells.counted(new double[] {40, 30, 20, 10});
        BaseMetrics unscored = new BaseMetrics(false, List.of());
        for (MetricValue value : new PermutationTest(100, 7).pValues(unscored, one, one, "a")) {
            assertEquals(MetricValue.of(1), value);
        }
    }

    @Test
    void whatIsUndefinedHasNoTest() {
        ScoreCells group = ScoreCells.counted(new double[] {0, 3, 0, 4});
        ScoreCells reference = ScoreCells.counted(new double[] {5, 1, 2, 6});
        BaseMetrics unscored = new BaseMetrics(false, List.of());
        List<MetricValue> values = new PermutationTest(50, 7).pValues(unscored, group, reference, "a");
        assertEquals(
                MetricValue.undefined("the metric is undefined in the group or in the reference group"),
                values.get(BaseMetrics.TRUE_POSITIVE_RATE));
        assertTrue(values.get(BaseMetrics.FALSE_POSITIVE_RATE) instanceof MetricValue.Measured);
    }

    @Test
    void drawsDependOnSeedAndName() {
        ScoreCells group = ScoreCells.of(rows(SCORES, POSITIVE, 0, 4), finest());
        ScoreCells reference = ScoreCells.of(rows(SCORES, POSITIVE, 4, 9), finest());
        PermutationTest test = new PermutationTest(1000, 7);
        List<MetricValue> values = test.pValues(METRICS, group, reference, "a");
        assertEquals(values, test.pValues(METRICS, group, reference, "a"));
        assertNotEquals(values, test.pValues(METRICS, group, reference, "b"));
        assertNotEquals(values, new PermutationTest(1000, 8).pValues(METRICS, group, reference, "a"));
        assertThrows(IllegalArgumentException.class, () -> new PermutationTest(0, 7));
    }

    /** Groups that do not differ: of 400 tests at 0.1 about 40 reject, whatever the metric. */
    @Test
    void keepsItsLevel() {
        Random random = new Random(20260301);
        int rejected = 0;
        int rejectedLarge = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] scores = random.doubles(90).toArray();
            boolean[] positive = new boolean[90];
            Arrays.sort(scores, 0, 30);
            Arrays.sort(scores, 30, 90);
            for (int i = 0; i < 90; i++) {
                positive[i] = random.nextDouble() < scores[i];
            }
            double[] sorted = scores.clone();
            Arrays.sort(sorted);
            ScoreEdges edges = ScoreEdges.of(rows(sorted, positive, 0, 90), 8);
            ScoreCells group = ScoreCells.of(rows(scores, positive, 0, 30), edges);
            ScoreCells reference = ScoreCells.of(rows(scores, positive, 30, 90), edges);
            List<MetricValue> values = new PermutationTest(99, trial).pValues(METRICS, group, reference, "a");
            rejected += ((MetricValue.Measured) values.get(BaseMetrics.ROC_AUC)).value() <= 0.1 ? 1 : 0;
            MetricValue calibration = values.get(BaseMetrics.CALIBRATION_IN_THE_LARGE);
            rejectedLarge += ((MetricValue.Measured) calibration).value() <= 0.1 ? 1 : 0;
        }
        assertEquals(40, rejected, 4 * Math.sqrt(36));
        assertEquals(40, rejectedLarge, 4 * Math.sqrt(36));
    }
}
