package org.aimass.engine.local;

import org.aimass.engine.data.RowBatch;

/** Rows that were read, those left out taken away, and what is coded already: labels, groups, clusters. Used again and again. */
final class CodedBatch {

    final RowBatch rows;
    /** Which rows are measured; the first {@link #count}. */
    final int[] chosen;

    /** What the task codes in the order of the rows: the label's code, or the list that a row belongs to. */
    final int[] label;
    /** The answer's code. */
    final int[] prediction;

    final int[] cluster;
    final int[][] features;
    int count;
    /** Its place in the dataset's order. */
    long number;
    /** How many rows of the dataset stand before its own. */
    long rowsBefore;

    CodedBatch(RowBatch rows, int capacity, int features) {
        this.rows = rows;
        chosen = new int[capacity];
        label = new int[capacity];
        prediction = new int[capacity];
        cluster = new int[capacity];
        this.features = new int[features][capacity];
    }
}
