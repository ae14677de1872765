package org.aimass.engine.metrics;

/**
 * Compared pairs of a group, column by column.
 *
 * @param score ascending
 * @param genuine whether both sides are one person
 * @param left who is on the left; empty where nobody says
 * @param right who is on the right; empty where nobody says
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record PairRows(double[] score, boolean[] genuine, long[] left, long[] right) {

    public PairRows {
        if (genuine.length != score.length || left.length != right.length) {
            throw new IllegalArgumentException("columns of different lengths");
        }
    }

    public int size() {
        return score.length;
    }

    /** Whether it is known whose pairs they are. */
    public boolean ofPeople() {
        return left.length > 0;
    }
}
