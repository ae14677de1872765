package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Rows 2, 3, 4 and 5 of seven. */
class GroupRowsTest {

    private static final double[] SCORE = {0.1, 0.2, 0.25, 0.3, 0.6, 0.75, 0.9};
    private static final byte[] CELL = {3, 3, 2, 3, 1, 0, 0};
    private static final double[] MASS = {7, 6, 2, 4, 3, 8, 9};
    private static final int[] CLUSTER = {1, 1, 5, 4, 7, 5, 9};

    @Test
    void aStretchStartsAtItsOwnFirstRow() {
        GroupRows rows = new GroupRows(new RowColumns(SCORE, CELL, MASS, CLUSTER, null), 2, 6);
        assertEquals(4, rows.size());
        assertEquals(2, rows.cell(0));
        assertEquals(1, rows.cell(2));
        assertTrue(rows.positive(0));
        assertFalse(rows.positive(1));
        assertEquals(0.3, rows.score(1));
        assertEquals(3, rows.mass(2));
        assertEquals(7, rows.cluster(2));
        assertArrayEquals(new long[] {0, 1, 0, 1}, rows.cells(1, 3));
        assertArrayEquals(new long[] {1, 1, 1, 1}, rows.cells(0, 4));
    }

    /** 0.25 labelled positive twice: errors of 0.75; 0.6 labelled negative three times. */
    @Test
    void rowsCountByTheirWeight() {
        GroupRows rows = new GroupRows(new RowColumns(SCORE, CELL, MASS, null, null), 2, 6);
        assertEquals(9, rows.massSquare(2));
        assertEquals(3 * 0.6, rows.scoreSum(2));
        assertEquals(2 * 0.5625, rows.brierSum(0));
        assertEquals(3 * 0.36, rows.brierSum(2), 1e-15);
        assertEquals(2 * Math.log(4), rows.lossSum(0), 1e-15);
        assertEquals(-3 * Math.log(0.4), rows.lossSum(2), 1e-15);
    }

    @Test
    void binsTellTheirOwnSums() {
        RowColumns.Binned binned = new RowColumns.Binned(
                new double[] {1, 2, 30}, new double[] {4, 5, 60}, new double[] {7, 8, 90}, new double[] {10, 11, 120});
        RowColumns columns = new RowColumns(
                new double[] {0.1, 0.4, 0.7}, new byte[] {3, 0, 1}, new double[] {6, 3, 2}, null, binned);
        GroupRows rows = new GroupRows(columns, 1, 3);
        assertEquals(2, rows.size());
        assertEquals(30, rows.massSquare(1));
        assertEquals(60, rows.scoreSum(1));
        assertEquals(90, rows.brierSum(1));
        assertEquals(120, rows.lossSum(1));
        assertTrue(rows.binned());
    }

    @Test
    void knowsWhatRowsHave() {
        GroupRows plain = new GroupRows(new RowColumns(null, CELL, null, null, null), 0, 7);
        assertTrue(plain.plain() && plain.single());
        assertFalse(plain.scored() || plain.binned() || plain.clustered());
        assertEquals(1, plain.mass(6));
        GroupRows weighted = new GroupRows(new RowColumns(SCORE, CELL, MASS, null, null), 0, 7);
        assertFalse(weighted.plain() || weighted.single());
        assertTrue(weighted.scored());
        GroupRows clustered = new GroupRows(new RowColumns(null, CELL, null, CLUSTER, null), 0, 7);
        assertTrue(clustered.plain() && clustered.clustered());
        assertFalse(clustered.single());
    }

    /** Scores of 0 and 1 are taken for 2^-52 and 1 - 2^-52. */
    @Test
    void likelihoodsAreNeverNought() {
        assertEquals(0.25, GroupRows.likelihood(0.25, true));
        assertEquals(0.75, GroupRows.likelihood(0.25, false));
        assertEquals(0x1p-52, GroupRows.likelihood(0, true));
        assertEquals(0x1p-52, GroupRows.likelihood(1, false));
        assertEquals(1 - 0x1p-52, GroupRows.likelihood(1, true));
    }
}
