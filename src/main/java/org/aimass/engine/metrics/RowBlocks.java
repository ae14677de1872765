package org.aimass.engine.metrics;

import java.util.Arrays;

/**
 * Rows of numbers in blocks, each column by column, so that the distances of a row from a whole block are taken at a time. Rows ascend
 * by their first number.
 */
final class RowBlocks {

    /** A block's. */
    static final int ROWS = 128;

    private static final int TOGETHER = 4;

    private final int size;
    private final int columns;
    /** By block, column and row; NaN behind the last row. Arrays of their own, for only such are compiled to work on several numbers at once. */
    private final double[][][] values;

    private RowBlocks(int size, int columns) {
        this.size = size;
        this.columns = columns;
        values = new double[blocks()][columns][ROWS];
        for (double[] column : values[blocks() - 1]) {
            Arrays.fill(column, Double.NaN);
        }
    }

    /**
     * @param features by row, finite
     * @param order of the rows, ascending by the first of the columns
     * @param columns in the order in which their squares are added up
     */
    static RowBlocks of(double[][] features, int[] order, int[] columns) {
        RowBlocks blocks = new RowBlocks(order.length, columns.length);
        for (int row = 0; row < order.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                blocks.values[row / ROWS][column][row % ROWS] = features[order[row]][columns[column]];
            }
        }
        return blocks;
    }

    int size() {
        return size;
    }

    int blocks() {
        return (size + ROWS - 1) / ROWS;
    }

    int rowsOf(int block) {
        return Math.min(ROWS, size - block * ROWS);
    }

    /** What the squared distance of a row from any of a block is at least, by the first number; NaN where there is no such block. */
    double leastDistance(int row, int block) {
        if (block < 0 || block >= blocks()) {
            return Double.NaN;
        }
        double own = values[row / ROWS][0][row % ROWS];
        double first = values[block][0][0];
        double last = values[block][0][rowsOf(block) - 1];
        double gap = Math.max(0, Math.max(first - own, own - last));
        return gap * gap;
    }

    /** Fills in the squared distance of a row from each of a block; NaN behind the last row. */
    void distances(int row, int block, double[] distances) {
        Arrays.fill(distances, 0);
        double[][] own = values[row / ROWS];
        double[][] others = values[block];
        int at = row % ROWS;
        int column = 0;
        for (; column + TOGETHER <= columns; column += TOGETHER) {
            addFour(own, at, others, column, distances);
        }
        for (; column < columns; column++) {
            add(others[column], own[column][at], distances);
        }
    }

    private static void addFour(double[][] own, int at, double[][] others, int column, double[] distances) {
        addFour(
                others[column],
                others[column + 1],
                others[column + 2],
                others[column + 3],
                own[column][at],
                own[column + 1][at],
                own[column + 2][at],
                own[column + 3][at],
                distances);
    }

    private static void addFour(
            double[] ones,
            double[] twos,
            double[] threes,
            double[] fours,
            double first,
            double second,
            double third,
            double fourth,
            double[] distances) {
        for (int i = 0; i < distances.length; i++) {
            double one = ones[i] - first;
            double two = twos[i] - second;
            double three = threes[i] - third;
            double four = fours[i] - fourth;
            distances[i] = distances[i] + one * one + two * two + three * three + four * four;
        }
    }

    private static void add(double[] numbers, double number, double[] distances) {
        for (int i = 0; i < distances.length; i++) {
            double gap = numbers[i] - number;
            distances[i] += gap * gap;
        }
    }
}
