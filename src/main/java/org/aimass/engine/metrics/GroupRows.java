package org.aimass.engine.metrics;

import static java.util.Objects.requireNonNull;

/** The rows of one group: a stretch of {@link RowColumns}. */
public final class GroupRows {

    /** scikit-learn's clipping of scores of 0 and 1 in the logarithm. */
    private static final double EPSILON = 0x1p-52;

    private final RowColumns columns;
    private final int from;
    private final int to;

    public GroupRows(RowColumns columns, int from, int to) {
        this.columns = columns;
        this.from = from;
        this.to = to;
    }

    /** How many rows, or bins of rows. */
    public int size() {
        return to - from;
    }

    /** Whether every entry is one row of weight 1. */
    boolean plain() {
        return columns.mass() == null;
    }

    boolean binned() {
        return columns.binned() != null;
    }

    boolean clustered() {
        return columns.cluster() != null;
    }

    /** Whether rows count once each and do not hang together. */
    boolean single() {
        return plain() && !clustered();
    }

    boolean scored() {
        return columns.score() != null;
    }

    /** How many of some rows lie in each cell. */
    long[] cells(int first, int end) {
        long[] cells = new long[4];
        byte[] cell = columns.cell();
        for (int i = from + first; i < from + end; i++) {
            cells[cell[i]]++;
        }
        return cells;
    }

    int cell(int i) {
        return columns.cell()[from + i];
    }

    boolean positive(int i) {
        return Rate.labelledPositive(cell(i));
    }

    double score(int i) {
        return requireNonNull(columns.score())[from + i];
    }

    double mass(int i) {
        double[] mass = columns.mass();
        return mass == null ? 1 : mass[from + i];
    }

    double massSquare(int i) {
        RowColumns.Binned binned = columns.binned();
        return binned == null ? mass(i) * mass(i) : binned.massSquares()[from + i];
    }

    double scoreSum(int i) {
        RowColumns.Binned binned = columns.binned();
        return binned == null ? mass(i) * score(i) : binned.score()[from + i];
    }

    double brierSum(int i) {
        RowColumns.Binned binned = columns.binned();
        return binned == null ? mass(i) * brier(score(i), positive(i)) : binned.brier()[from + i];
    }

    double lossSum(int i) {
        RowColumns.Binned binned = columns.binned();
        return binned == null ? mass(i) * loss(score(i), positive(i)) : binned.loss()[from + i];
    }

    int cluster(int i) {
        return requireNonNull(columns.cluster())[from + i];
    }

    static double brier(double score, boolean positive) {
        double error = positive ? 1 - score : score;
        return error * error;
    }

    static double loss(double score, boolean positive) {
        return -Logarithm.of(likelihood(score, positive));
    }

    /** Of the label, were the score its probability. */
    static double likelihood(double score, boolean positive) {
        double clipped = Math.min(Math.max(score, EPSILON), 1 - EPSILON);
        return positive ? clipped : 1 - clipped;
    }
}
