package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One pass over rows finds what passes of their own find. */
class ScoreScanTest {

    private static final BaseMetrics METRICS = new BaseMetrics(true, List.of(10, 7));

    private static GroupRows rows(double[] ascending, byte[] cell) {
        return new GroupRows(new RowColumns(ascending, cell, null, null, null), 0, cell.length);
    }

    private static double[] cells(byte[] cell) {
        double[] cells = new double[Rate.CELLS];
        for (byte one : cell) {
            cells[one]++;
        }
        return cells;
    }

    /**
     * Two negatives at 0.2, then one at 0.4 with a positive, then a positive at 0.7. Of 6 pairs the positives win 2.5 and 3. Their shares
     * of the negatives are 5/6 and 1, those that the negatives see above are 1, 1 and 3/4, around means of 11/12: the deviations are
     * 1/12 twice, and 1/12 twice with 1/6, so the variance is (2/144) / 1 / 2 + (6/144) / 2 / 3.
     */
    @Test
    void countsRanks() {
        RankSums ranks = new RankSums(2, 3);
        ranks.pass(0, 2);
        ranks.pass(1, 1);
        ranks.pass(1, 0);
        assertEquals(5.5 / 6, ranks.area());
        assertEquals(2 / 144.0 / 1 / 2 + 6 / 144.0 / 2 / 3, ranks.areaVariance(), 1e-16);
        assertEquals((1 + 2 / 3.0) / 2, ranks.averagePrecision(), 1e-16);
    }

    /** Sums of squares beyond 64 bits: half of the negatives below all positives, half above. */
    @Test
    void countsRanksOfManyRows() {
        RankSums ranks = new RankSums(10_000_000, 9_000_000);
        ranks.pass(0, 4_500_000);
        ranks.pass(10_000_000, 0);
        ranks.pass(0, 4_500_000);
        assertEquals(0.5, ranks.area());
        assertEquals(0.25 / (9_000_000 - 1), ranks.areaVariance(), 1e-22);
        RankSums apart = new RankSums(10_000_000, 9_000_000);
        apart.pass(0, 9_000_000);
        apart.pass(10_000_000, 0);
        assertEquals(0, apart.areaVariance());
    }

    @Test
    void findsWhatOtherPassesFind() {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            int size = 1 + random.nextInt(400);
            int different = 1 + random.nextInt(round % 2 == 0 ? 20 : 100_000);
            double[] score = random.doubles(size)
                    .map(number -> Math.floor(number * different) / different)
                    .sorted()
                    .toArray();
            byte[] cell = new byte[size];
            for (int row = 0; row < size; row++) {
                cell[row] = (byte) random.nextInt(4);
            }
            int wished = 1 + random.nextInt(9);
            agree(rows(score, cell), cells(cell), wished, ScoreEdges.of(rows(score, cell), 5));
        }
    }

    private static void agree(GroupRows rows, double[] cells, int wished, ScoreEdges edges) {
        ScoreScan scan = ScoreScan.of(rows, cells, METRICS, wished, edges);
        CellTable table = CellTable.scored(METRICS, rows, rows.size(), wished);
        double[] expected = table.values();
        ExactScores ranks = new ExactScores(rows, cells);
        ranks.into(expected);
        double[] values = scan.values();
        assertArrayEquals(expected, values, 1e-13);
        long[] ofLabel = {(long) (cells[1] + cells[3]), (long) (cells[0] + cells[2])};
        double variance = ranks.areaVariance(values[BaseMetrics.ROC_AUC], ofLabel);
        assertEquals(variance, scan.ranks().areaVariance(), 1e-15);
        assertEquals(table.size(), scan.table().size());
        for (int at = 0; at < table.size(); at++) {
            assertEquals(table.mass(at), scan.table().mass(at));
            assertEquals(table.outcome(at), scan.table().outcome(at));
            assertEquals(table.stretch(at), scan.table().stretch(at));
        }
        sameBins(ScoreBins.of(rows), scan.bins());
        ScoreCells asked = ScoreCells.of(rows, edges);
        for (int stretch = 0; stretch < asked.stretches(); stretch++) {
            for (int cell = 0; cell < 4; cell++) {
                assertEquals(asked.rows(stretch, cell), scan.cells().rows(stretch, cell));
                assertArrayEquals(asked.sums(stretch, cell), scan.cells().sums(stretch, cell), 1e-11);
            }
        }
    }

    private static void sameBins(ScoreBins expected, ScoreBins found) {
        assertEquals(expected.bins().size(), found.bins().size());
        for (int bin = 0; bin < expected.bins().size(); bin++) {
            ScoreBins.Bin one = expected.bins().get(bin);
            ScoreBins.Bin other = found.bins().get(bin);
            assertEquals(one.place(), other.place());
            assertEquals(one.positive(), other.positive());
            assertEquals(one.negative(), other.negative());
            assertEquals(one.scoreSum(), other.scoreSum(), 1e-12);
        }
    }

    /** Of rows in clusters some weigh nothing, and are the only ones of their cell: they take no part in the bootstrap. */
    @Test
    void letsWeightlessRowsOfClustersBe() {
        GroupRows rows = new GroupRows(
                new RowColumns(
                        new double[] {0.25, 0.5, 0.75},
                        new byte[] {3, 0, 1},
                        new double[] {1, 2, 0},
                        new int[] {0, 1, 1},
                        null),
                0,
                3);
        GroupData data = GroupData.of(new GroupCounts(1, 1, 0, 1), rows, OptionalDouble.empty());
        Sample sample = new Bootstrap(20, 3, 0.9).of(data, METRICS, "group", 1);
        assertEquals(20, sample.replicates().size());
        for (int replicate = 0; replicate < 20; replicate++) {
            assertEquals(0, sample.replicates().confusion(replicate)[1]);
        }
    }
}
