package org.aimass.engine.metrics;

/** A group's rows, each of weight 1, by stretch of scores and by cell of the confusion matrix. */
public final class ScoreCells {

    private static final int SUMS = 3;

    private final double[] rows;
    private final double[] sums;

    private ScoreCells(double[] rows) {
        this.rows = rows;
        sums = new double[SUMS * rows.length];
    }

    /** Rows without scores, in a single stretch: tp, fp, fn, tn. */
    static ScoreCells counted(double[] confusion) {
        return new ScoreCells(confusion.clone());
    }

    /** @param scored ascending by score, so that sums do not depend on how rows came */
    static ScoreCells of(GroupRows scored, ScoreEdges edges) {
        ScoreCells cells = new ScoreCells(new double[4 * edges.stretches()]);
        int[] stretch = edges.of(scored);
        for (int i = 0; i < stretch.length; i++) {
            int at = 4 * stretch[i] + scored.cell(i);
            cells.rows[at] += scored.mass(i);
            cells.sums[SUMS * at] += scored.scoreSum(i);
            cells.sums[SUMS * at + 1] += scored.brierSum(i);
            cells.sums[SUMS * at + 2] += scored.lossSum(i);
        }
        return cells;
    }

    int stretches() {
        return rows.length / 4;
    }

    double rows(int stretch, int cell) {
        return rows[4 * stretch + cell];
    }

    /** Over the rows of a field: of the scores, of the squared errors, of the log losses. */
    double[] sums(int stretch, int cell) {
        int from = SUMS * (4 * stretch + cell);
        return new double[] {sums[from], sums[from + 1], sums[from + 2]};
    }
}
