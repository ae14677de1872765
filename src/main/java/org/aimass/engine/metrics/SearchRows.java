package org.aimass.engine.metrics;

/**
 * Searches of a group, column by column.
 *
 * @param mated whether the person is enrolled
 * @param score the person's own where mated, else the highest of all candidates; negative infinity where there is none
 * @param rank the person's own, from 1, where mated; infinite where the person is no candidate
 * @param person whose search it is; empty where nobody says
 * @param weight at least 0 each; empty where every search counts once
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record SearchRows(boolean[] mated, double[] score, double[] rank, long[] person, double[] weight) {

    public SearchRows {
        if (score.length != mated.length || rank.length != mated.length) {
            throw new IllegalArgumentException("columns of different lengths");
        }
    }

    /** Searches that count once each. */
    public SearchRows(boolean[] mated, double[] score, double[] rank, long[] person) {
        this(mated, score, rank, person, new double[0]);
    }

    public int size() {
        return mated.length;
    }
}
