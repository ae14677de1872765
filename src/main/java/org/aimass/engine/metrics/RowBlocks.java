package org.aimass.engine.metrics;

import java.util.Arrays;

/**
 * Rows of numbers in blocks, each column by column, so that the distances of a row from a whole block are taken at a time. Rows ascend
 * by their first number.
 */
final class RowBlocks {

    /** A block's. */
    static final int ROWS = 64;

    private static final int TOGETHER = 4;

    private final int size;
    private final int columns;
    /** By block, column and row; NaN behind the last row. */
    private final double[] values;

    private RowBlocks(int size, int columns) {
        this.size = size;
        this.columns = columns;
        values = new double[blocks() * columns * ROWS];
        Arrays.fill(values, Double.NaN);
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
                blocks.values[blocks.place(row, column)] = features[order[row]][columns[column]];
            }
        }
        return blocks;
    }

    private int place(int row, int column) {
        return (row / ROWS * columns + column) * ROWS + row % ROWS;
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
        double own = values[place(row, 0)];
        double first = values[place(block * ROWS, 0)];
        double last = values[place(block * ROWS + rowsOf(block) - 1, 0)];
        double gap = Math.max(0, Math.max(first - own, own - last));
        return gap * gap;
    }

    /** Fills in the squared distance of a row from each of a block; NaN behind the last row. */
    void distances(int row, int block, double[] distances) {
        Arrays.fill(distances, 0);
        int own = place(row, 0);
        int from = place(block * ROWS, 0);
        int column = 0;
        for (; column + TOGETHER <= columns; column += TOGETHER) {
            addFour(own + column * ROWS, from + column * ROWS, distances);
        }
        for (; column < columns; column++) {
            add(own + column * ROWS, from + column * ROWS, distances);
        }
    }

    private void addFour(int own, int from, double[] distances) {
        double[] all = values;
        double first = all[own];
        double second = all[own + ROWS];
        double third = all[own + 2 * ROWS];
        double fourth = all[own + 3 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            double one = all[from + i] - first;
            double two = all[from + ROWS + i] - second;
            double three = all[from + 2 * ROWS + i] - third;
            double four = all[from + 3 * ROWS + i] - fourth;
            distances[i] = distances[i] + one * one + two * two + three * three + four * four;
        }
    }

    private void add(int own, int from, double[] distances) {
        double[] all = values;
        double number = all[own];
        for (int i = 0; i < ROWS; i++) {
            double gap = all[from + i] - number;
            distances[i] += gap * gap;
        }
    }
}
