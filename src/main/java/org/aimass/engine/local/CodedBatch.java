package org.aimass.engine.local;

import org.aimass.engine.data.RowBatch;

/** Rows that were read, those left out taken away, and what is coded already: labels, groups, clusters. Used again and again. */
final class CodedBatch {

    final RowBatch rows;
    /** Which rows are measured; the first {@link #count}. */
    final int[] chosen;

    final byte[] label;
    final byte[] prediction;
    final int[] cluster;
    final int[][] features;
    int count;
    /** Its place in the dataset's order. */
    long number;

    CodedBatch(RowBatch rows, int capacity, int features) {
        this.rows = rows;
        chosen = new int[capacity];
        label = new byte[capacity];
        prediction = new byte[capacity];
        cluster = new int[capacity];
        this.features = new int[features][capacity];
    }
}
