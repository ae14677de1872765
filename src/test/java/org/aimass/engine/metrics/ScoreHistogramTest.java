package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {

    private static final int ROWS = 40_000;
    private final BaseMetrics metrics = new BaseMetrics(true, List.of(10));
    private final double[] score = new double[ROWS];
    private final byte[] cell = new byte[ROWS];
    private final GroupCounts counts;

    ScoreHistogramTest() {
        SplittableRandom random = new SplittableRandom(9);
        long[] count = new long[4];
        for (int i = 0; i < ROWS; i++) {
            // squeezed against both ends, with a few rows on the edges of bins
            double logit = 12 * (random.nextDouble() + random.nextDouble() - 1);
            score[i] = i % 100 == 0 ? random.nextInt(11) / 10.0 : 1 / (1 + Math.exp(-logit));
            cell[i] = (byte) Rate.cell(random.nextDouble() < score[i], score[i] >= 0.5);
            count[cell[i]]++;
        }
        counts = new GroupCounts(count[0], count[1], count[2], count[3]);
    }

    private GroupData exact() {
        int[] order = IntStream.range(0, ROWS)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> score[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> score[i]).toArray();
        byte[] cells = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
            cells[i] = cell[order[i]];
        }
        GroupRows rows = new GroupRows(new RowColumns(sorted, cells, null, null, null), 0, ROWS);
        return GroupData.of(counts, rows, OptionalDouble.empty());
    }

    private GroupData binned(ScoreHistogram histogram) {
        double[] scores = histogram.scores();
        double[] masses = histogram.masses();
        RowColumns.Binned sums = histogram.binned();
        int[] order = IntStream.range(0, histogram.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        byte[] cells = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            cells[i] = (byte) (histogram.code(order[i]) & 3);
        }
        RowColumns columns = new RowColumns(
                pick(scores, order),
                cells,
                pick(masses, order),
                null,
                new RowColumns.Binned(
                        pick(sums.massSquares(), order),
                        pick(sums.score(), order),
                        pick(sums.brier(), order),
                        pick(sums.loss(), order)));
        return GroupData.of(counts, new GroupRows(columns, 0, order.length), OptionalDouble.empty());
    }

    private static double[] pick(double[] from, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> from[i]).toArray();
    }

    @Test
    void valuesLieWithinTheStatedBounds() {
        ScoreHistogram histogram = new ScoreHistogram(metrics);
        for (int i = 0; i < ROWS; i++) {
            histogram.add(cell[i], score[i], 1);
        }
        assertTrue(histogram.size() < ROWS / 2, () -> "bins: " + histogram.size());
        double[] exact = exact().values(metrics);
        GroupData data = binned(histogram);
        double[] values = data.values(metrics);
        Map<Integer, Double> bounds = data.errorBounds(metrics);
        assertEquals(2, bounds.size());
        for (int metric = 0; metric < values.length; metric++) {
            double bound = bounds.getOrDefault(metric, 1e-12);
            assertEquals(exact[metric], values[metric], bound, "metric " + metric);
        }
        assertTrue(bounds.getOrDefault(BaseMetrics.ROC_AUC, 1.0) < 1e-3, bounds::toString);
        assertTrue(bounds.getOrDefault(BaseMetrics.AVERAGE_PRECISION, 1.0) < 3e-3, bounds::toString);
        Interval area = (Interval) exact().areaInterval(metrics, exact[BaseMetrics.ROC_AUC], 0.95);
        Interval fromBins = (Interval) data.areaInterval(metrics, values[BaseMetrics.ROC_AUC], 0.95);
        assertEquals(area.low(), fromBins.low(), 1e-4);
        assertEquals("delong", fromBins.method());
    }

    @Test
    void partsMergeUnderOtherCodes() {
        ScoreHistogram whole = new ScoreHistogram(metrics);
        ScoreHistogram first = new ScoreHistogram(metrics);
        ScoreHistogram second = new ScoreHistogram(metrics);
        for (int i = 0; i < ROWS; i++) {
            whole.add(4 + cell[i], score[i], 0.25);
            (i % 3 == 0 ? first : second).add(cell[i], score[i], 0.25);
        }
        ScoreHistogram merged = new ScoreHistogram(metrics);
        int[] codes = {4, 5, 6, 7};
        merged.merge(second, codes);
        merged.merge(first, codes);
        assertEquals(whole.size(), merged.size());
        double[] expected = binned(whole).values(metrics);
        double[] actual = binned(merged).values(metrics);
        for (int metric = 0; metric < expected.length; metric++) {
            assertEquals(expected[metric], actual[metric]);
        }
        assertEquals(4, whole.code(0) & ~3);
    }

    /** Weights of 0.25, 2 and twice 1 in one bin of rows that are positive, one of 3 in another that are not. */
    @Test
    void sumsWeightsAndTheirSquares() {
        ScoreHistogram part = new ScoreHistogram(metrics);
        part.add(0, 0.25, 0.25);
        part.add(0, 0.25, 2);
        part.add(0, 0.25, 1);
        part.add(0, 0.25, 1);
        part.add(1, 0.75, 3);
        assertSums(part);
        ScoreHistogram whole = new ScoreHistogram(metrics);
        whole.add(0, 0.25, 1);
        ScoreHistogram rest = new ScoreHistogram(metrics);
        rest.add(0, 0.25, 0.25);
        rest.add(0, 0.25, 1);
        rest.add(0, 0.25, 2);
        rest.add(1, 0.75, 3);
        whole.merge(rest, new int[] {0, 1, 2, 3});
        assertSums(whole);
    }

    private static void assertSums(ScoreHistogram histogram) {
        assertEquals(2, histogram.size());
        assertArrayEquals(new double[] {4.25, 3}, histogram.masses());
        RowColumns.Binned binned = histogram.binned();
        assertArrayEquals(new double[] {0.0625 + 4 + 2, 9}, binned.massSquares());
        assertArrayEquals(new double[] {4.25 * 0.25, 3 * 0.75}, binned.score());
        assertArrayEquals(new double[] {4.25 * 0.5625, 3 * 0.5625}, binned.brier(), 1e-15);
        assertArrayEquals(new double[] {-4.25 * Math.log(0.25), -3 * Math.log(0.25)}, binned.loss(), 1e-14);
        assertArrayEquals(new double[] {0.25, 0.75}, histogram.scores());
    }
}
