package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScoreEdgesTest {

    private static GroupRows rows(double... scores) {
        return new GroupRows(new RowColumns(scores, new byte[scores.length], null, null, null), 0, scores.length);
    }

    /** The stretch that holds each row. */
    private static int[] stretches(ScoreEdges edges, GroupRows rows) {
        int[] found = new int[rows.size()];
        for (int row = 0, stretch = 0; row < found.length; row++) {
            while (!edges.holds(stretch, rows.score(row))) {
                stretch++;
            }
            found[row] = stretch;
        }
        return found;
    }

    @Test
    void equallyManyRowsInEach() {
        GroupRows rows = rows(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
        ScoreEdges edges = ScoreEdges.of(rows, 3);
        assertEquals(3, edges.stretches());
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2}, stretches(edges, rows));
    }

    @Test
    void tiesStayTogether() {
        GroupRows rows = rows(0, 0, 0, 0, 0, 0.2, 0.3, 0.4, 0.5, 0.6);
        ScoreEdges edges = ScoreEdges.of(rows, 5);
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 2, 2, 3, 3}, stretches(edges, rows));
        assertEquals(1, ScoreEdges.of(rows(0.5, 0.5, 0.5), 3).stretches());
        assertEquals(1, ScoreEdges.of(rows(), 3).stretches());
        assertEquals(1, ScoreEdges.of(rows(0.1, 0.2), 1).stretches());
    }

    @Test
    void othersAreCutAlike() {
        ScoreEdges edges = ScoreEdges.of(rows(0.1, 0.2, 0.3, 0.4), 2);
        assertArrayEquals(new int[] {0, 0, 1, 1, 1}, stretches(edges, rows(0.05, 0.25, 0.3, 0.35, 0.9)));
        assertArrayEquals(new int[] {0, 0}, stretches(ScoreEdges.NONE, rows(0.2, 0.9)));
    }

    /** Bins of a histogram hold several rows: 6 of 12 lie below 0.4. */
    @Test
    void binsCountByTheirRows() {
        double[] some = {0, 0, 0};
        RowColumns.Binned sums = new RowColumns.Binned(some, new double[] {0.6, 2, 3.6}, some, some);
        GroupRows bins = new GroupRows(
                new RowColumns(new double[] {0.1, 0.4, 0.6}, new byte[] {2, 0, 3}, new double[] {6, 5, 1}, null, sums),
                0,
                3);
        ScoreEdges edges = ScoreEdges.of(bins, 2);
        assertArrayEquals(new int[] {0, 1, 1}, stretches(edges, bins));
        ScoreCells cells = ScoreCells.of(bins, edges);
        assertEquals(2, cells.stretches());
        assertEquals(6, cells.rows(0, 2));
        assertEquals(5, cells.rows(1, 0));
        assertEquals(1, cells.rows(1, 3));
        assertEquals(0, cells.rows(1, 2));
        assertArrayEquals(new double[] {0.6, 0, 0}, cells.sums(0, 2));
        assertArrayEquals(new double[] {3.6, 0, 0}, cells.sums(1, 3));
    }

    /** Scores 0.25 labelled positive and 0.5, 0.75 labelled negative: squared errors 0.5625, 0.25 + 0.5625. */
    @Test
    void sumsOfScoresAndErrors() {
        GroupRows rows = new GroupRows(
                new RowColumns(new double[] {0.25, 0.5, 0.75}, new byte[] {2, 1, 1}, null, null, null), 0, 3);
        ScoreCells cells = ScoreCells.of(rows, ScoreEdges.NONE);
        assertArrayEquals(new double[] {0.25, 0.5625, Math.log(4)}, cells.sums(0, 2), 1e-15);
        assertArrayEquals(new double[] {1.25, 0.8125, Math.log(8)}, cells.sums(0, 1), 1e-15);
        assertEquals(2, cells.rows(0, 1));
    }

    /** Of 12 a third lies before 0.2, two thirds before 0.5; 6 before 0.4 is the first that is past a third, 11 past two. */
    @Test
    void weightsCountLikeRows() {
        double[] scores = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        GroupRows even = weighted(scores, 4, 1, 2, 1, 3, 1);
        assertArrayEquals(new int[] {0, 1, 1, 1, 2, 2}, stretches(ScoreEdges.of(even, 3), even));
        GroupRows uneven = weighted(scores, 2, 1, 3, 1, 4, 1);
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 2}, stretches(ScoreEdges.of(uneven, 3), uneven));
    }

    private static GroupRows weighted(double[] scores, double... masses) {
        return new GroupRows(new RowColumns(scores, new byte[scores.length], masses, null, null), 0, scores.length);
    }

    /** Nobody lies on either side of an edge where nobody weighs anything. */
    @Test
    void weightlessRowsAreNotCut() {
        assertEquals(
                1,
                ScoreEdges.of(weighted(new double[] {0.1, 0.2, 0.3}, 0, 0, 0), 2)
                        .stretches());
    }

    /** Weights of 0.7, 0, 0, 0 and 0.3: all that follow the first lie beyond the half, and there is one edge only. */
    @Test
    void neverMoreStretchesThanWished() {
        GroupRows rows = weighted(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, 0.7, 0, 0, 0, 0.3);
        ScoreEdges edges = ScoreEdges.of(rows, 2);
        assertArrayEquals(new int[] {0, 1, 1, 1, 1}, stretches(edges, rows));
    }
}
