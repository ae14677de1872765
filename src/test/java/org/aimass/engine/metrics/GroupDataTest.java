package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.aimass.engine.metrics.Uncertainty.NoInterval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupDataTest {

    private static final double[] SCORE = {0, 0.1, 0.1, 0.35, 0.35, 0.35, 0.6, 0.8, 1};
    /** fn tn tn fn tn tn tp fp tp. */
    private static final byte[] CELL = {2, 3, 3, 2, 3, 3, 0, 1, 0};

    private static final GroupCounts COUNTS = new GroupCounts(2, 1, 2, 4);
    private final BaseMetrics metrics = new BaseMetrics(true, List.of(2));

    private static GroupData data(double @Nullable [] mass, int @Nullable [] cluster) {
        RowColumns columns = new RowColumns(SCORE, CELL, mass, cluster, null);
        return GroupData.of(COUNTS, new GroupRows(columns, 0, SCORE.length), OptionalDouble.of(0.35));
    }

    /**
     * Pairs of a positive (0, 0.35, 0.6, 1) and a negative (0.1, 0.1, 0.35, 0.35, 0.8): 0 + (2 + 1) + 4 + 5 = 12 of 20.
     * Precision at 1: 1/1, at 0.6: 2/3, at 0.35: 3/6, at 0: 4/9, each for a quarter of the positives.
     */
    @Test
    void scoreMetricsByHand() {
        double[] values = data(null, null).values(metrics);
        assertEquals(12 / 20.0, values[BaseMetrics.ROC_AUC], 1e-15);
        assertEquals((1 + 2 / 3.0 + 3 / 6.0 + 4 / 9.0) / 4, values[BaseMetrics.AVERAGE_PRECISION], 1e-15);
        double brier = (1 + 0.01 + 0.01 + 0.65 * 0.65 + 2 * 0.35 * 0.35 + 0.16 + 0.64 + 0) / 9;
        assertEquals(brier, values[BaseMetrics.BRIER_SCORE], 1e-15);
        double loss = -(Math.log(0x1p-52)
                        + 2 * Math.log(0.9)
                        + Math.log(0.35)
                        + 2 * Math.log(0.65)
                        + Math.log(0.6)
                        + Math.log(0.2)
                        + Math.log(1 - 0x1p-52))
                / 9;
        assertEquals(loss, values[BaseMetrics.LOG_LOSS], 1e-14);
        assertEquals(3.65 / 9, values[BaseMetrics.MEAN_SCORE], 1e-15);
        assertEquals((3.65 - 4) / 9, values[BaseMetrics.CALIBRATION_IN_THE_LARGE], 1e-15);
        // below a half: scores 1.25 against 2 positives of 6; above: 2.4 against 2 of 3
        assertEquals((0.75 + 0.4) / 9, values[BaseMetrics.expectedError(0)], 1e-15);
        assertEquals((0.75 + 0.4) / 9, values[BaseMetrics.expectedError(1)], 1e-15);
        assertEquals(0.4 / 3, values[BaseMetrics.expectedError(0) + 2], 1e-15);
    }

    @Test
    void aboveTheMedianIsStrictlyAbove() {
        Proportion scoring = data(null, null).proportion(Rate.SCORING_RATE).orElseThrow();
        assertEquals(3, scoring.numerator());
        assertEquals(9, scoring.denominator());
        double[] mass = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        Proportion weighted = data(mass, null).proportion(Rate.SCORING_RATE).orElseThrow();
        assertEquals(7 + 8 + 9, weighted.numerator());
        assertEquals(45, weighted.denominator());
        int[] cluster = {0, 1, 2, 3, 0, 1, 2, 3, 4};
        Proportion clustered = data(null, cluster).proportion(Rate.SCORING_RATE).orElseThrow();
        assertEquals(3, clustered.numerator());
        assertEquals(9, clustered.denominator());
    }

    /** At or below the median tp 1, fp 2, fn 3, tn 4; above it 5, 6, 7, 8. */
    @Test
    void theConfusionMatrixHoldsRowsOnBothSidesOfTheMedian() {
        double[] score = new double[36];
        byte[] cell = new byte[36];
        int row = 0;
        for (int kind = 0; kind < 8; kind++) {
            for (int i = 0; i <= kind; i++) {
                score[row] = kind < 4 ? 0.2 : 0.8;
                cell[row++] = (byte) (kind % 4);
            }
        }
        GroupData data = GroupData.of(
                new GroupCounts(6, 8, 10, 12),
                new GroupRows(new RowColumns(score, cell, null, null, null), 0, 36),
                OptionalDouble.of(0.2));
        assertArrayEquals(new double[] {6, 8, 10, 12}, data.confusion());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, data.cells());
        assertEquals(14 / 36.0, data.values(new BaseMetrics(false, List.of()))[BaseMetrics.SELECTION_RATE], 1e-15);
        assertEquals(
                new Proportion(26, 36, 36, true),
                data.proportion(Rate.SCORING_RATE).orElseThrow());
    }

    @Test
    void rowsThatWeighNothingAreNotNoRows() {
        GroupData weightless = GroupData.weighted(new GroupCounts(1, 2, 3, 4), new double[4], new double[4]);
        assertEquals("all weights are 0", weightless.whyUndefined(metrics, BaseMetrics.F1_SCORE));
        assertEquals("no rows", GroupData.counted(GroupCounts.NONE).whyUndefined(metrics, BaseMetrics.F1_SCORE));
        GroupData negative = GroupData.counted(new GroupCounts(0, 0, 0, 4));
        assertEquals("no labelled or predicted positives", negative.whyUndefined(metrics, BaseMetrics.F1_SCORE));
    }

    /**
     * DeLong by hand. Of each positive the share of negatives below, ties half: 0, 3/5, 4/5, 1; mean 0.6. Of each negative
     * the share of positives above: 3/4, 3/4, 5/8, 5/8, 1/4. Variance of the first over 4 plus that of the second over 5.
     */
    @Test
    void deLongByHand() {
        double first = (0.36 + 0 + 0.04 + 0.16) / 3 / 4;
        double second = (2 * 0.15 * 0.15 + 2 * 0.025 * 0.025 + 0.35 * 0.35) / 4 / 5;
        Interval interval = assertInstanceOf(Interval.class, data(null, null).areaInterval(metrics, 0.6, 0.95));
        double half = 1.959963984540054 * Math.sqrt(first + second);
        assertEquals(0.6 - half, interval.low(), 1e-14);
        assertEquals(1, interval.high());
        assertEquals("delong", interval.method());
    }

    @Test
    void weightsOfTwoCountLikeTwoRows() {
        double[] mass = new double[9];
        Arrays.fill(mass, 2);
        GroupData doubled = data(mass, null);
        double[] plain = data(null, null).values(metrics);
        double[] weighted = doubled.values(metrics);
        for (int metric = 0; metric < plain.length; metric++) {
            assertEquals(plain[metric], weighted[metric], 1e-14);
        }
        Proportion rate = doubled.proportion(Rate.SELECTION_RATE).orElseThrow();
        assertEquals(6, rate.numerator());
        assertEquals(18, rate.denominator());
        assertEquals(9, rate.effectiveRows(), 1e-12);
        Interval interval = rate.interval(0.95);
        assertEquals(Intervals.wilson(3, 9, 0.95).low(), interval.low(), 1e-14);
        assertEquals("wilson_effective_rows", interval.method());
        assertEquals("bootstrap_effective_rows", doubled.bootstrapMethod());
        Interval area = assertInstanceOf(Interval.class, doubled.areaInterval(metrics, 0.6, 0.95));
        Interval unweighted = assertInstanceOf(Interval.class, data(null, null).areaInterval(metrics, 0.6, 0.95));
        assertEquals(unweighted.low(), area.low(), 1e-14);
        assertEquals("delong_weights", area.method());
    }

    /** Weights 3 of the tp, 1 of the fn, tn and fp: p = 3/6; sum of squared deviations 9/4 + 3 * 1/4 = 3; 36/4/3 = 3. */
    @Test
    void unequalWeightsAreWorthFewerRows() {
        GroupData data =
                GroupData.weighted(new GroupCounts(1, 1, 1, 1), new double[] {3, 1, 1, 1}, new double[] {9, 1, 1, 1});
        Proportion rate = data.proportion(new Rate("tp", Rate.TP, Rate.ALL)).orElseThrow();
        assertEquals(0.5, rate.value());
        assertEquals(3, rate.effectiveRows(), 1e-12);
        // nobody above: Kish, 4 * 4 over 9 + ... of the labelled positives only
        GroupData none =
                GroupData.weighted(new GroupCounts(0, 0, 2, 5), new double[] {0, 0, 4, 5}, new double[] {0, 0, 10, 5});
        assertEquals(1.6, none.proportion(Rate.TRUE_POSITIVE_RATE).orElseThrow().effectiveRows(), 1e-12);
        assertEquals(Optional.empty(), none.proportion(Rate.PRECISION));
    }

    @Test
    void equalWeightsOfOneArePlain() {
        double[] mass = new double[9];
        Arrays.fill(mass, 1);
        assertTrue(data(mass, null).proportion(Rate.ACCURACY).orElseThrow().plain());
    }

    /** Three clusters of three rows each, alike within: as good as three rows. */
    @Test
    void rowsOfOneClusterAreNotIndependent() {
        byte[] cell = {0, 0, 0, 2, 2, 2, 2, 2, 2};
        int[] cluster = {7, 7, 7, 4, 4, 4, 9, 9, 9};
        RowColumns columns = new RowColumns(null, cell, null, cluster, null);
        GroupData data =
                GroupData.of(new GroupCounts(3, 0, 6, 0), new GroupRows(columns, 0, 9), OptionalDouble.empty());
        Proportion rate = data.proportion(Rate.TRUE_POSITIVE_RATE).orElseThrow();
        assertEquals(1 / 3.0, rate.value());
        // 3/2 times (2^2 + 1 + 1) over 81 is the variance 1/9; p (1 - p) = 2/9
        assertEquals(2, rate.effectiveRows(), 1e-12);
        // no variance between clusters: Kish, 81 over 27
        assertEquals(3, data.proportion(Rate.PREVALENCE).orElseThrow().effectiveRows(), 1e-12);
        assertEquals("bootstrap_clusters", data.bootstrapMethod());
    }

    @Test
    void aSingleClusterIsWorthOneRow() {
        RowColumns columns = new RowColumns(null, new byte[] {0, 2, 1}, null, new int[] {3, 3, 3}, null);
        GroupData data =
                GroupData.of(new GroupCounts(1, 1, 1, 0), new GroupRows(columns, 0, 3), OptionalDouble.empty());
        assertEquals(1, data.proportion(Rate.SELECTION_RATE).orElseThrow().effectiveRows(), 1e-12);
    }

    /** Every row its own cluster: Obuchowski's variance is DeLong's but for the small-sample factors. */
    @Test
    void clusteredAreaOfSingleRows() {
        int[] cluster = {8, 7, 6, 5, 4, 3, 2, 1, 0};
        Interval area = assertInstanceOf(Interval.class, data(null, cluster).areaInterval(metrics, 0.6, 0.95));
        double first = (0.36 + 0 + 0.04 + 0.16) / 16;
        double second = (2 * 0.15 * 0.15 + 2 * 0.025 * 0.025 + 0.35 * 0.35) / 25;
        assertEquals(0.6 - 1.959963984540054 * Math.sqrt((first + second) * 9 / 8), area.low(), 1e-14);
        assertEquals("delong_clusters", area.method());
        int[] one = new int[9];
        assertInstanceOf(NoInterval.class, data(null, one).areaInterval(metrics, 0.6, 0.95));
    }

    private GroupData scored(double[] score, byte[] cell, GroupCounts counts) {
        RowColumns columns = new RowColumns(score, cell, null, null, null);
        return GroupData.of(counts, new GroupRows(columns, 0, cell.length), OptionalDouble.of(0.5));
    }

    @Test
    void noAreaIntervalWhereNoneIsSound() {
        GroupData separated =
                scored(new double[] {0.1, 0.2, 0.7, 0.8}, new byte[] {3, 3, 0, 0}, new GroupCounts(2, 0, 0, 2));
        assertEquals(1, separated.values(metrics)[BaseMetrics.ROC_AUC]);
        assertEquals(
                new NoInterval("the labels are wholly separated, or the scores all tied"),
                separated.areaInterval(metrics, 1, 0.95));
        GroupData lonely = scored(new double[] {0.1, 0.2, 0.15}, new byte[] {3, 3, 2}, new GroupCounts(0, 0, 1, 2));
        assertEquals(
                new NoInterval("fewer than two rows or clusters of a label"), lonely.areaInterval(metrics, 0.5, 0.95));
    }

    @Test
    void undefinedIsNaN() {
        double[] values = scored(new double[] {0.1, 0.7}, new byte[] {3, 1}, new GroupCounts(0, 1, 0, 1))
                .values(metrics);
        assertEquals(Double.NaN, values[BaseMetrics.ROC_AUC]);
        assertEquals(Double.NaN, values[BaseMetrics.AVERAGE_PRECISION]);
        assertEquals(0.25, values[BaseMetrics.BRIER_SCORE], 1e-15);
        RowColumns nobody = new RowColumns(new double[0], new byte[0], null, null, null);
        double[] none = GroupData.of(GroupCounts.NONE, new GroupRows(nobody, 0, 0), OptionalDouble.of(0.5))
                .values(metrics);
        for (double value : none) {
            assertEquals(Double.NaN, value);
        }
    }

    @Test
    void rowsOfNoWeightSayNothing() {
        double[] mass = {0, 0, 0, 0, 0, 0, 0, 0, 0};
        for (double value : data(mass, null).values(metrics)) {
            assertEquals(Double.NaN, value);
        }
        double[] some = {1, 2, 0, 4, 5, 0, 7, 8, 0};
        double[] values = data(some, null).values(metrics);
        // positives 0 (1), 0.35 (4), 0.6 (7); negatives 0.1 (2), 0.35 (5), 0.8 (8): 4 * (2 + 2.5) + 7 * 7 of 12 * 15
        assertEquals(67 / 180.0, values[BaseMetrics.ROC_AUC], 1e-15);
    }

    /** The cells of the bootstrap, taken as they are, give the values of the rows. */
    @Test
    void cellTableHoldsTheRows() {
        SplittableRandom random = new SplittableRandom(2);
        int size = 500;
        double[] score =
                random.doubles(size).map(s -> Math.rint(s * 40) / 40).sorted().toArray();
        byte[] cell = new byte[size];
        long[] count = new long[4];
        for (int i = 0; i < size; i++) {
            cell[i] = (byte) random.nextInt(4);
            count[cell[i]]++;
        }
        BaseMetrics both = new BaseMetrics(true, List.of(10, 7));
        GroupRows rows = new GroupRows(new RowColumns(score, cell, null, null, null), 0, size);
        GroupData data =
                GroupData.of(new GroupCounts(count[0], count[1], count[2], count[3]), rows, OptionalDouble.empty());
        double[] exact = data.values(both);
        for (int wished : new int[] {1000, 3}) {
            CellTable table = CellTable.scored(both, rows, size, wished);
            double[] masses = new double[table.size()];
            for (int i = 0; i < masses.length; i++) {
                masses[i] = table.mass(i);
            }
            double[] values = new double[both.size()];
            table.evaluate(masses, new double[4], values);
            for (int metric = 0; metric < values.length; metric++) {
                boolean ranked = metric == BaseMetrics.ROC_AUC || metric == BaseMetrics.AVERAGE_PRECISION;
                assertEquals(exact[metric], values[metric], ranked && wished == 3 ? 0.01 : 1e-13);
            }
        }
    }

    @Test
    void errorBoundsAreForBinsOnly() {
        assertEquals(Map.of(), data(null, null).errorBounds(metrics));
        assertEquals(
                Map.of(),
                GroupData.counted(new GroupCounts(1, 2, 3, 4)).errorBounds(new BaseMetrics(false, List.of())));
    }

    /** Cut into three: 0, 0.1 and 0.1; 0.35 three times; the rest. */
    @Test
    void scoreCellsByHand() {
        ScoreEdges edges = data(null, null).scoreEdges(3);
        RowColumns columns = new RowColumns(SCORE, CELL, null, null, null);
        GroupData asked = GroupData.of(COUNTS, new GroupRows(columns, 0, 9), OptionalDouble.of(0.35), edges);
        double[] two = new double[9];
        Arrays.fill(two, 2);
        for (GroupData data : List.of(asked, data(null, null), data(two, null))) {
            double times = data.plain() ? 1 : 2;
            ScoreCells cells = data.scoreCells(edges);
            assertEquals(3, cells.stretches());
            double[][] rows = {{0, 0, 1, 2}, {0, 0, 1, 2}, {2, 1, 0, 0}};
            for (int stretch = 0; stretch < 3; stretch++) {
                for (int cell = 0; cell < 4; cell++) {
                    assertEquals(times * rows[stretch][cell], cells.rows(stretch, cell));
                }
            }
            double loss = -Math.log(0.6) - Math.log(1 - 0x1p-52);
            assertArrayEquals(new double[] {times * 1.6, times * 0.16, times * loss}, cells.sums(2, 0), 1e-14);
            assertArrayEquals(
                    new double[] {times * 0.7, times * 0.245, -times * 2 * Math.log(0.65)}, cells.sums(1, 3), 1e-14);
            ScoreCells counted = data.scoreCells(ScoreEdges.NONE);
            assertEquals(1, counted.stretches());
            assertEquals(times * 4, counted.rows(0, 3));
            assertEquals(times, counted.rows(0, 1));
        }
    }

    @Test
    void scoreBinsByHand() {
        for (GroupData data : List.of(data(null, null), data(null, new int[] {0, 0, 1, 1, 2, 2, 3, 3, 4}))) {
            List<ScoreBins.Bin> bins = data.scoreBins().bins();
            assertEquals(
                    List.of("0 1 0", "10 0 2", "35 1 2", "60 1 0", "80 0 1", "99 1 0"),
                    bins.stream()
                            .map(bin -> bin.place() + " " + bin.positive() + " " + bin.negative())
                            .toList());
            assertEquals(1.05, bins.get(2).scoreSum(), 1e-15);
        }
    }

    /** Of 0.05 and 0.35 the positives 0, 0.35, 0.6 and 1 lie above none, one and a tie, both, both. */
    @Test
    void positivesAgainstAnothersNegatives() {
        RowColumns columns = new RowColumns(new double[] {0.05, 0.2, 0.35}, new byte[] {3, 2, 3}, null, null, null);
        GroupData other =
                GroupData.of(new GroupCounts(0, 0, 1, 2), new GroupRows(columns, 0, 3), OptionalDouble.of(0.35));
        assertEquals((1.5 + 2 + 2) / 8, data(null, null).area(other, 0.95).value(), 1e-15);
        // and of its one positive, at 0.2, two of the five negatives here lie below
        assertEquals(2 / 5.0, other.area(data(null, null), 0.95).value(), 1e-15);
    }

    /** Rows passed at once draw as those that are looked at one by one. */
    @Test
    void samplesHoldTheValues() {
        double[] one = new double[9];
        Arrays.fill(one, 1);
        Sample single = data(null, null).sample(metrics, 20, 9, new Draws(3, "g"));
        Sample weighted = data(one, null).sample(metrics, 20, 9, new Draws(3, "g"));
        assertArrayEquals(data(null, null).values(metrics), single.values(), 1e-15);
        assertArrayEquals(single.values(), weighted.values(), 1e-14);
        for (int replicate = 0; replicate < 20; replicate++) {
            assertArrayEquals(
                    single.replicates().values(replicate), weighted.replicates().values(replicate), 1e-14);
        }
        BaseMetrics unscored = new BaseMetrics(false, List.of());
        assertArrayEquals(
                data(null, null).values(unscored),
                data(null, null).sample(unscored, 2, 9, new Draws(3, "g")).values());
    }

    /** The rows of both groups together; what a caller's array held before is nothing to it. */
    @Test
    void twoGroupsPooled() {
        ScoreEdges edges = data(null, null).scoreEdges(3);
        RowColumns columns = new RowColumns(new double[] {0.05, 0.2, 0.9}, new byte[] {3, 2, 1}, null, null, null);
        GroupData other =
                GroupData.of(new GroupCounts(0, 1, 1, 1), new GroupRows(columns, 0, 3), OptionalDouble.of(0.35));
        BaseMetrics scored = new BaseMetrics(true, List.of());
        CellTable table = CellTable.pooled(scored, data(null, null).scoreCells(edges), other.scoreCells(edges));
        double[] masses = new double[table.size()];
        Arrays.setAll(masses, table::mass);
        double[] confusion = {9, 9, 9, 9};
        table.confusion(masses, confusion);
        assertArrayEquals(new double[] {2, 2, 3, 5}, confusion);
        double[] values = new double[scored.size()];
        table.evaluate(masses, confusion, values);
        assertEquals((3.65 + 1.15) / 12, values[BaseMetrics.MEAN_SCORE], 1e-15);
        double brier = (1 + 0.01 + 0.01 + 0.65 * 0.65 + 2 * 0.35 * 0.35 + 0.16 + 0.64 + 0) + 0.0025 + 0.64 + 0.81;
        assertEquals(brier / 12, values[BaseMetrics.BRIER_SCORE], 1e-15);
    }

    /** A row with a weight of 4 that is found and one of 1 that is missed vary less than two rows do, but are two; the others are not asked. */
    @Test
    void weightsNeverMakeMoreRowsThanThereAre() {
        GroupData data =
                GroupData.weighted(new GroupCounts(1, 3, 1, 5), new double[] {4, 3, 1, 5}, new double[] {16, 3, 1, 5});
        assertEquals(
                new Proportion(4, 5, 2, false),
                data.proportion(Rate.TRUE_POSITIVE_RATE).orElseThrow());
    }

    /**
     * Clusters of 1e9, 1e9 and 1e-9: so little is wrong that the share is 1 as a double, and the clusters are worth
     * (2e9 + 1e-9) squared over 2e18 + 1e-18 rows.
     */
    @Test
    void aShareThatRoundsToOneRestsOnTheWeights() {
        RowColumns columns =
                new RowColumns(null, new byte[] {0, 0, 2}, new double[] {1e9, 1e9, 1e-9}, new int[] {4, 5, 6}, null);
        Proportion share = GroupData.of(
                        new GroupCounts(2, 0, 1, 0), new GroupRows(columns, 0, 3), OptionalDouble.empty())
                .proportion(Rate.ACCURACY)
                .orElseThrow();
        assertEquals(1, share.value());
        assertEquals(2, share.effectiveRows(), 1e-15);
        assertEquals(1, share.interval(0.95).high());
    }
}
