package org.aimass.engine.task;

import java.util.Arrays;

/** Numbers the combinations of feature values met, from 0: a hash table of tuples of dictionary codes. */
final class CellIndex {

    /** More combinations than this are no groups any more. */
    static final int MOST = 1_000_000;

    private final int features;
    private int size;
    private int[] tuples;
    private int[] table = new int[64];
    private int last = -1;

    CellIndex(int features) {
        this.features = features;
        tuples = new int[Math.max(1, 16 * features)];
        Arrays.fill(table, -1);
    }

    int size() {
        return size;
    }

    /** The code of a feature in a combination. */
    int code(int cell, int feature) {
        return tuples[cell * features + feature];
    }

    /** The combination of a row of a batch; a new one is numbered. */
    int of(int[][] columns, int row) {
        if (last >= 0 && is(last, columns, row)) {
            return last;
        }
        int hash = 1;
        for (int feature = 0; feature < features; feature++) {
            hash = 31 * hash + columns[feature][row];
        }
        int at = place(hash);
        while (table[at] >= 0) {
            if (is(table[at], columns, row)) {
                last = table[at];
                return last;
            }
            at = (at + 1) & (table.length - 1);
        }
        last = append(columns, row);
        table[at] = last;
        if (2 * size > table.length) {
            rehash();
        }
        return last;
    }

    /** Numbers the other's combinations here; the answer is by the other's number. */
    int[] merge(CellIndex other) {
        int[] numbers = new int[other.size];
        int[][] row = new int[features][1];
        for (int cell = 0; cell < numbers.length; cell++) {
            for (int feature = 0; feature < features; feature++) {
                row[feature][0] = other.code(cell, feature);
            }
            numbers[cell] = of(row, 0);
        }
        return numbers;
    }

    private boolean is(int cell, int[][] columns, int row) {
        for (int feature = 0; feature < features; feature++) {
            if (tuples[cell * features + feature] != columns[feature][row]) {
                return false;
            }
        }
        return true;
    }

    private int append(int[][] columns, int row) {
        if (size == MOST) {
            throw new IllegalArgumentException("the features take more than " + MOST + " combinations of values");
        }
        if ((size + 1) * features > tuples.length) {
            tuples = Arrays.copyOf(tuples, 2 * tuples.length);
        }
        for (int feature = 0; feature < features; feature++) {
            tuples[size * features + feature] = columns[feature][row];
        }
        return size++;
    }

    private void rehash() {
        table = new int[2 * table.length];
        Arrays.fill(table, -1);
        for (int cell = 0; cell < size; cell++) {
            int hash = 1;
            for (int feature = 0; feature < features; feature++) {
                hash = 31 * hash + tuples[cell * features + feature];
            }
            int at = place(hash);
            while (table[at] >= 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = cell;
        }
    }

    private int place(int hash) {
        int mixed = hash * 0x9e3779b9;
        return (mixed ^ (mixed >>> 15)) & (table.length - 1);
    }
}
