package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of nine numbers, of which the first ascends with the row by 1, 3, 5 and so on. */
class RowBlocksTest {

    private static final int COLUMNS = 9;

    private static double at(int row, int column) {
        return column == 0 ? row * row : (7 * row + 3 * column) % 11 + 0.25 * column;
    }

    private static RowBlocks rows(int size) {
        double[][] features = IntStream.range(0, size)
                .mapToObj(row -> IntStream.range(0, COLUMNS)
                        .mapToDouble(column -> at(row, column))
                        .toArray())
                .toArray(double[][]::new);
        return RowBlocks.of(
                features,
                IntStream.range(0, size).toArray(),
                IntStream.range(0, COLUMNS).toArray());
    }

    @Test
    void distancesFromEveryRowOfABlock() {
        int size = 2 * RowBlocks.ROWS + 3;
        RowBlocks blocks = rows(size);
        double[] found = new double[RowBlocks.ROWS];
        for (int row = 0; row < size; row++) {
            for (int other = 0; other < 3 * RowBlocks.ROWS; other++) {
                blocks.distances(row, other / RowBlocks.ROWS, found);
                double expected = other < size ? 0 : Double.NaN;
                for (int column = 0; column < COLUMNS && other < size; column++) {
                    expected += Math.pow(at(row, column) - at(other, column), 2);
                }
                assertEquals(expected, found[other % RowBlocks.ROWS], 1e-9);
            }
        }
    }

    @Test
    void blocksAreFullButTheLast() {
        assertEquals(2, rows(2 * RowBlocks.ROWS).blocks());
        assertEquals(RowBlocks.ROWS, rows(2 * RowBlocks.ROWS).rowsOf(1));
        assertEquals(3, rows(2 * RowBlocks.ROWS + 1).blocks());
        assertEquals(1, rows(2 * RowBlocks.ROWS + 1).rowsOf(2));
    }

    /** By the first number alone: the nearer end of another block, nothing within the own, no number where there is no block. */
    @Test
    void noRowOfABlockIsNearer() {
        int size = 2 * RowBlocks.ROWS + 3;
        RowBlocks blocks = rows(size);
        double lastOfFirst = at(RowBlocks.ROWS - 1, 0);
        double firstOfLast = at(2 * RowBlocks.ROWS, 0);
        double own = at(RowBlocks.ROWS + 2, 0);
        assertEquals(Math.pow(own - lastOfFirst, 2), blocks.leastDistance(RowBlocks.ROWS + 2, 0));
        assertEquals(0, blocks.leastDistance(RowBlocks.ROWS + 2, 1));
        assertEquals(Math.pow(firstOfLast - own, 2), blocks.leastDistance(RowBlocks.ROWS + 2, 2));
        assertEquals(Math.pow(at(size - 1, 0) - lastOfFirst, 2), blocks.leastDistance(size - 1, 0));
        assertEquals(Double.NaN, blocks.leastDistance(1, -1));
        assertEquals(Double.NaN, blocks.leastDistance(1, 3));
    }
}
