package org.aimass.engine.metrics;

/**
 * Compared pairs of a group, column by column.
 *
 * @param score ascending
 * @param genuine whether both sides are one person
 * @param left who is on the left; empty where nobody says
 * @param right who is on the right; empty where nobody says
 * @param weight at least 0 each; empty where every pair counts once
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record PairRows(double[] score, boolean[] genuine, long[] left, long[] right, double[] weight) {

    public PairRows {
        if (genuine.length != score.length
                || left.length != right.length
                || (weight.length > 0 && weight.length != score.length)) {
            throw new IllegalArgumentException("columns of different lengths");
        }
    }

    /** Pairs that count once each. */
    public PairRows(double[] score, boolean[] genuine, long[] left, long[] right) {
        this(score, genuine, left, right, new double[0]);
    }

    public int size() {
        return score.length;
    }

    /** Whether it is known whose pairs they are. */
    public boolean ofPeople() {
        return left.length > 0;
    }

    boolean weighted() {
        return weight.length > 0;
    }

    double weight(int pair) {
        return weight.length == 0 ? 1 : weight[pair];
    }
}
