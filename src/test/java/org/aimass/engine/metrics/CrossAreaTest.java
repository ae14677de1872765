package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Positives of one group with 0.2, 0.5 and 0.9 against negatives of another with 0.1, 0.5, 0.6 and 0.7. */
class CrossAreaTest {

    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 3;

    private static GroupRows rows(double @Nullable [] mass, int @Nullable [] cluster, int[] cell, double... score) {
        byte[] cells = new byte[cell.length];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = (byte) cell[row];
        }
        return new GroupRows(new RowColumns(score, cells, mass, cluster, null), 0, score.length);
    }

    private static GroupRows first(double @Nullable [] mass, int @Nullable [] cluster) {
        int[] cells = {POSITIVE, NEGATIVE, POSITIVE, POSITIVE};
        return rows(mass, cluster, cells, 0.2, 0.3, 0.5, 0.9);
    }

    private static GroupRows second(double @Nullable [] mass, int @Nullable [] cluster) {
        int[] cells = {NEGATIVE, POSITIVE, NEGATIVE, NEGATIVE, NEGATIVE};
        return rows(mass, cluster, cells, 0.1, 0.4, 0.5, 0.6, 0.7);
    }

    /** 0.2 is above one of four, 0.5 above one and tied with one, 0.9 above all. */
    @Test
    void countsPairsInOrder() {
        CrossArea area = CrossArea.of(first(null, null), 3, second(null, null), 4, 0.95);
        double mean = (1 + 1.5 + 4) / 12;
        assertEquals(mean, area.value(), 1e-15);
        assertEquals(0, area.inDoubt());
        double ofPositives = 0;
        for (double above : new double[] {1 / 4.0, 1.5 / 4, 1}) {
            ofPositives += (above - mean) * (above - mean);
        }
        double ofNegatives = 0;
        for (double below : new double[] {1, 1.5 / 3, 1 / 3.0, 1 / 3.0}) {
            ofNegatives += (below - mean) * (below - mean);
        }
        double half = 1.959963984540054 * Math.sqrt(ofPositives / 9 * 3 / 2 + ofNegatives / 16 * 4 / 3);
        Interval interval = assertInstanceOf(Interval.class, area.uncertainty());
        assertEquals(Math.max(0, mean - half), interval.low(), 1e-12);
        assertEquals(Math.min(1, mean + half), interval.high(), 1e-12);
        assertEquals("delong", interval.method());
        Interval narrow = assertInstanceOf(
                Interval.class,
                CrossArea.of(first(null, null), 3, second(null, null), 4, 0.5).uncertainty());
        assertEquals(mean - half * 0.6744897501960817 / 1.959963984540054, narrow.low(), 1e-12);
        assertEquals(mean + half * 0.6744897501960817 / 1.959963984540054, narrow.high(), 1e-12);
    }

    @Test
    void weighsRows() {
        CrossArea area = CrossArea.of(
                first(new double[] {2, 5, 1, 3}, null), 3, second(new double[] {1, 5, 2, 3, 4}, null), 4, 0.95);
        // of ten: 0.2 above 1, 0.5 above 1 and half of 2, 0.9 above all
        double mean = (2 * 0.1 + 0.2 + 3) / 6;
        assertEquals(mean, area.value(), 1e-15);
        double ofPositives = 4 * Math.pow(0.1 - mean, 2) + Math.pow(0.2 - mean, 2) + 9 * Math.pow(1 - mean, 2);
        double ofNegatives =
                Math.pow(1 - mean, 2) + 4 * Math.pow(3.5 / 6 - mean, 2) + (9 + 16) * Math.pow(0.5 - mean, 2);
        double half = 0.6744897501960817 * Math.sqrt(ofPositives / 36 * 3 / 2 + ofNegatives / 100 * 4 / 3);
        Interval interval = assertInstanceOf(
                Interval.class,
                CrossArea.of(
                                first(new double[] {2, 5, 1, 3}, null),
                                3,
                                second(new double[] {1, 5, 2, 3, 4}, null),
                                4,
                                0.5)
                        .uncertainty());
        assertEquals(mean - half, interval.low(), 1e-12);
    }

    @Test
    void clustersLieInBothGroups() {
        CrossArea area =
                CrossArea.of(first(null, new int[] {1, 2, 3, 4}), 3, second(null, new int[] {1, 2, 3, 4, 5}), 4, 0.95);
        assertEquals(6.5 / 12, area.value(), 1e-15);
        assertEquals(
                "rows come in clusters, which lie in both groups",
                assertInstanceOf(Uncertainty.NoInterval.class, area.uncertainty())
                        .reason());
    }

    /** Bins of two rows: of what is tied in a bin nobody knows which is above. */
    @Test
    void saysWhatBinsLeaveOpen() {
        double[] two = {2, 2};
        RowColumns.Binned binned = new RowColumns.Binned(two, two, two, two);
        GroupRows up = new GroupRows(
                new RowColumns(new double[] {0.25, 0.75}, new byte[] {POSITIVE, POSITIVE}, two, null, binned), 0, 2);
        GroupRows down = new GroupRows(
                new RowColumns(new double[] {0.25, 0.5}, new byte[] {NEGATIVE, NEGATIVE}, two, null, binned), 0, 2);
        CrossArea area = CrossArea.of(up, 4, down, 4, 0.95);
        assertEquals((0.5 * 0.5 + 1) / 2, area.value(), 1e-15);
        assertEquals(0.125, area.inDoubt(), 1e-15);
    }

    @Test
    void wantsRowsOfBothLabels() {
        GroupRows none = rows(null, null, new int[0]);
        assertTrue(
                Double.isNaN(CrossArea.of(none, 0, second(null, null), 4, 0.95).value()));
        assertTrue(
                Double.isNaN(CrossArea.of(first(null, null), 3, none, 0, 0.95).value()));
        GroupRows apart = rows(null, null, new int[] {NEGATIVE, NEGATIVE, POSITIVE, POSITIVE}, 0.1, 0.2, 0.8, 0.9);
        CrossArea area = CrossArea.of(apart, 2, apart, 2, 0.95);
        assertEquals(1, area.value());
        assertEquals(
                "the labels are wholly separated, tied, or of one row",
                assertInstanceOf(Uncertainty.NoInterval.class, area.uncertainty())
                        .reason());
    }
}
