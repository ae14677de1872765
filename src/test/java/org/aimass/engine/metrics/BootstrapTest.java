package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.Uncertainty.NoInterval;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final BaseMetrics UNSCORED = new BaseMetrics(false, List.of());
    private final Bootstrap bootstrap = new Bootstrap(4000, 7, 0.95);

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    /** The spread of replicates is the binomial standard error, of rates with the number of each label held fixed. */
    @Test
    void replicatesVaryAsRowsDo() {
        GroupData group = GroupData.counted(new GroupCounts(60, 30, 40, 170));
        Replicates replicates = bootstrap.of(group, UNSCORED, "g", 1).replicates();
        assertEquals(4000, replicates.size());
        assertEquals(Math.sqrt(0.3 * 0.7 / 300), deviation(replicates.of(BaseMetrics.SELECTION_RATE)), 0.0009);
        assertEquals(Math.sqrt(0.6 * 0.4 / 100), deviation(replicates.of(BaseMetrics.TRUE_POSITIVE_RATE)), 0.0017);
        for (int replicate = 0; replicate < 10; replicate++) {
            double[] given = replicates.confusionGivenLabel(replicate);
            assertEquals(100, given[0] + given[2]);
            assertEquals(200, given[1] + given[3]);
            assertEquals(300, Arrays.stream(replicates.confusion(replicate)).sum());
        }
    }

    @Test
    void theSameNameGivesTheSameDraws() {
        GroupData group = GroupData.counted(new GroupCounts(60, 30, 40, 170));
        double[] first = bootstrap.of(group, UNSCORED, "g", 1).replicates().of(0);
        assertArrayEquals(
                first, bootstrap.of(group, UNSCORED, "g", 1).replicates().of(0));
        assertEquals(
                false,
                Arrays.equals(
                        first,
                        bootstrap.of(group, UNSCORED, "h", 1).replicates().of(0)));
    }

    /** Weights 2 everywhere: as many effective rows, masses twice as large. */
    @Test
    void weightedRowsAreDrawnByTheirWorth() {
        GroupData group = GroupData.weighted(
                new GroupCounts(60, 30, 40, 170), new double[] {120, 60, 80, 340}, new double[] {240, 120, 160, 680});
        Replicates replicates = bootstrap.of(group, UNSCORED, "g", 1).replicates();
        assertEquals(Math.sqrt(0.3 * 0.7 / 300), deviation(replicates.of(BaseMetrics.SELECTION_RATE)), 0.0009);
        assertEquals(600, Arrays.stream(replicates.confusion(0)).sum(), 1e-9);
        GroupData none = GroupData.weighted(GroupCounts.NONE, new double[4], new double[4]);
        assertEquals(
                0,
                Arrays.stream(bootstrap.of(none, UNSCORED, "n", 1).replicates().confusion(0))
                        .sum());
    }

    /** 900 clusters of two like rows: twice the variance of rows, also where clusters are thrown together. */
    @Test
    void clustersAreDrawnWhole() {
        int clusters = 900;
        byte[] cell = new byte[2 * clusters];
        int[] cluster = new int[2 * clusters];
        double[] score = new double[2 * clusters];
        for (int i = 0; i < cell.length; i++) {
            cluster[i] = i / 2;
            cell[i] = (byte) (cluster[i] % 10 < 3 ? 0 : 3);
            score[i] = 0.25;
        }
        GroupCounts counts = new GroupCounts(540, 0, 0, 1260);
        BaseMetrics scored = new BaseMetrics(true, List.of(10));
        double expected = Math.sqrt(0.3 * 0.7 / clusters);
        GroupRows unscoredRows = new GroupRows(new RowColumns(null, cell, null, cluster, null), 0, cell.length);
        GroupRows scoredRows = new GroupRows(new RowColumns(score, cell, null, cluster, null), 0, cell.length);
        GroupData unscored = GroupData.of(counts, unscoredRows, OptionalDouble.empty());
        GroupData withScores = GroupData.of(counts, scoredRows, OptionalDouble.of(0.25));
        assertEquals(
                expected,
                deviation(bootstrap.of(unscored, UNSCORED, "c", 1).replicates().of(BaseMetrics.SELECTION_RATE)),
                0.1 * expected);
        Replicates replicates = bootstrap.of(withScores, scored, "c", 1).replicates();
        assertEquals(expected, deviation(replicates.of(BaseMetrics.SELECTION_RATE)), 0.1 * expected);
        assertEquals(0.25, replicates.of(BaseMetrics.MEAN_SCORE)[0], 1e-12);
    }

    /** Numbers 1 to 101: the quantiles of 2.5 % and 97.5 % are 3.5 and 98.5. */
    @Test
    void percentilesInterpolate() {
        double[] replicated =
                IntStream.rangeClosed(1, 101).mapToDouble(i -> 102 - i).toArray();
        Interval interval = assertInstanceOf(Interval.class, bootstrap.interval(50, replicated, "bootstrap"));
        assertEquals(3.5, interval.low(), 1e-12);
        assertEquals(98.5, interval.high(), 1e-12);
        assertEquals("bootstrap", interval.method());
        // 101 * 102 / 12 is the variance of the numbers
        assertEquals(
                Math.sqrt(101 * 102 / 12.0), interval.estimate().orElseThrow().standardError(), 1e-12);
        // the quartiles, 26 and 76, lie in their interval
        Bootstrap half = new Bootstrap(101, 7, 0.5);
        assertEquals(
                26,
                assertInstanceOf(Interval.class, half.interval(26, replicated, "b"))
                        .low());
        assertEquals(
                76,
                assertInstanceOf(Interval.class, half.interval(76, replicated, "b"))
                        .high());
    }

    /** One of twenty may be undefined, not two: of 1 to 19 the quantiles are 1.45 and 18.55. */
    @Test
    void fewReplicatesMayBeUndefined() {
        double[] replicated = IntStream.rangeClosed(1, 20)
                .mapToDouble(i -> i == 20 ? Double.NaN : i)
                .toArray();
        Interval interval = assertInstanceOf(Interval.class, bootstrap.interval(10, replicated, "bootstrap"));
        assertEquals(1.45, interval.low(), 1e-12);
        assertEquals(18.55, interval.high(), 1e-12);
        replicated[4] = Double.NaN;
        assertEquals(
                new NoInterval("2 of 20 bootstrap replicates are undefined"),
                bootstrap.interval(10, replicated, "bootstrap"));
    }

    /** Replicates of 1e-200 and 2e-200 deviate by 5e-201, whose square is no double above 0. */
    @Test
    void tinyReplicatesHaveAnIntervalButNoStandardError() {
        Interval interval = assertInstanceOf(
                Interval.class, bootstrap.interval(1.5e-200, new double[] {1e-200, 2e-200}, "bootstrap"));
        assertEquals(1.025e-200, interval.low(), 1e-210);
        assertEquals(Optional.empty(), interval.estimate());
    }

    @Test
    void noIntervalWhereNoneIsSound() {
        double nan = Double.NaN;
        assertEquals(
                new NoInterval("2 of 4 bootstrap replicates are undefined"),
                bootstrap.interval(1, new double[] {1, nan, 2, nan}, "bootstrap"));
        assertEquals(
                new NoInterval("the bootstrap replicates do not vary"),
                bootstrap.interval(1, new double[] {1, 1, 1}, "bootstrap"));
        NoInterval biased = new NoInterval("the bootstrap is biased here: its interval does not hold the value");
        assertEquals(biased, bootstrap.interval(0, new double[] {1, 2, 3}, "bootstrap"));
        assertEquals(biased, bootstrap.interval(4, new double[] {1, 2, 3}, "bootstrap"));
        assertInstanceOf(NoInterval.class, bootstrap.interval(0, new double[] {nan}, "bootstrap"));
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(0, 7, 0.95));
    }

    /** Two groups with tp 6, fp 2, fn 4, tn 8 and tp 9, fp 5, fn 1, tn 10. */
    @Test
    void spreadsCollectGroups() {
        GroupSpreads spreads = new GroupSpreads(UNSCORED, 50, true);
        GroupData first = GroupData.counted(new GroupCounts(6, 2, 4, 8));
        GroupData second = GroupData.counted(new GroupCounts(9, 5, 1, 10));
        Bootstrap fifty = new Bootstrap(50, 7, 0.95);
        Replicates a = fifty.of(first, UNSCORED, "a", 2).replicates();
        Replicates b = fifty.of(second, UNSCORED, "b", 2).replicates();
        spreads.add(0, first, first.values(UNSCORED), a);
        spreads.add(1, second, second.values(UNSCORED), b);
        spreads.close();
        Disparity difference = Disparity.all(UNSCORED).get(0);
        assertEquals(14 / 25.0 - 8 / 20.0, difference.value(spreads.spread()), 1e-15);
        double[] expected = a.combined(b, (u, p) -> Math.abs(u[0] - p[0]));
        assertArrayEquals(expected, spreads.replicated(difference), 1e-15);
        // all together 22 of 45 are selected, and 15 of 20 positives
        Disparity toOverall = Disparity.all(UNSCORED).stream()
                .filter(it -> it.name().equals("demographic_parity_difference_to_overall"))
                .findFirst()
                .orElseThrow();
        assertEquals(22 / 45.0 - 8 / 20.0, toOverall.value(spreads.spread()), 1e-15);
        Disparity ofPositives = Disparity.all(UNSCORED).stream()
                .filter(it -> it.name().equals("equal_opportunity_difference_to_overall"))
                .findFirst()
                .orElseThrow();
        double[] selected = spreads.replicated(toOverall);
        double[] found = spreads.replicated(ofPositives);
        for (int replicate = 0; replicate < 50; replicate++) {
            double[] one = a.confusion(replicate);
            double[] two = b.confusion(replicate);
            assertEquals(apart(one[0] + one[1], 20, two[0] + two[1], 25), selected[replicate], 1e-15);
            assertEquals(
                    apart(a.confusionGivenLabel(replicate)[0], 10, b.confusionGivenLabel(replicate)[0], 10),
                    found[replicate],
                    1e-15);
        }
        EntropyIndex.Benefits benefits = new EntropyIndex.Benefits(true)
                .addGroup(new double[] {6, 2, 4, 8})
                .addGroup(new double[] {9, 5, 1, 10});
        assertEquals(EntropyIndex.THEIL_INDEX.of(benefits), spreads.value(EntropyIndex.THEIL_INDEX), 1e-15);
        assertEquals(50, spreads.replicated(EntropyIndex.THEIL_INDEX).length);
        assertEquals(8 / 20.0, a.ofConfusion(c -> 8 / (c[0] + c[1] + c[2] + c[3]))[0], 1e-15);
    }

    /** How far the share of the one or the other is from that of both, at most. */
    private static double apart(double one, double ofOne, double two, double ofTwo) {
        double both = (one + two) / (ofOne + ofTwo);
        return Math.max(Math.abs(one / ofOne - both), Math.abs(two / ofTwo - both));
    }

    @Test
    void sharesCompare() {
        Proportion plain = new Proportion(30, 50, 50, true);
        Proportion other = new Proportion(24, 60, 60, true);
        Proportion weighted = new Proportion(24, 60, 30, false);
        assertEquals(Intervals.newcombe(30, 50, 24, 60, 0.95), plain.differenceInterval(other, 0.95));
        assertEquals(Intervals.katz(30, 50, 24, 60, 0.95), plain.ratioInterval(other, 0.95));
        assertEquals(new Fraction(30, 50), plain.fraction());
        Interval mixed = plain.differenceInterval(weighted, 0.95);
        assertEquals("newcombe_effective_rows", mixed.method());
        assertEquals(Intervals.newcombe(30, 50, 12, 30, 0.95).low(), mixed.low(), 1e-15);
        assertEquals(
                new NoInterval("fewer than one effective row is counted in the reference group"),
                plain.ratioInterval(new Proportion(1, 60, 30, false), 0.95));
    }

    /** 4,096 stretches are shared by the groups: 64 each up to 64 groups, 40 for 100, and never fewer than 4. */
    @Test
    void groupsShareTheStretchesThatAreDrawn() {
        double[] sixtyFour = drawnAmong(64);
        assertArrayEquals(sixtyFour, drawnAmong(0));
        assertArrayEquals(sixtyFour, drawnAmong(1));
        assertEquals(false, Arrays.equals(sixtyFour, drawnAmong(100)));
        assertArrayEquals(drawnAmong(1_024), drawnAmong(9_999));
        assertEquals(false, Arrays.equals(drawnAmong(1_024), drawnAmong(100)));
    }

    private static double[] drawnAmong(int groups) {
        double[] score = IntStream.range(0, 800).mapToDouble(i -> i / 800.0).toArray();
        byte[] cell = new byte[800];
        for (int row = 0; row < 800; row++) {
            cell[row] = (byte) ((row * 7 / 3 + row / 5) % 4);
        }
        GroupRows rows = new GroupRows(new RowColumns(score, cell, null, null, null), 0, 800);
        long[] counts = rows.cells(0, 800);
        GroupData data =
                GroupData.of(new GroupCounts(counts[0], counts[1], counts[2], counts[3]), rows, OptionalDouble.empty());
        return new Bootstrap(5, 7, 0.95)
                .of(data, new BaseMetrics(true, List.of()), "g", groups)
                .replicates()
                .of(BaseMetrics.ROC_AUC);
    }
}
