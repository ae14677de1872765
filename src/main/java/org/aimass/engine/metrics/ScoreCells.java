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

    /** Whose stretches are still to be set. */
    static ScoreCells open(ScoreEdges edges) {
        return new ScoreCells(new double[4 * edges.stretches()]);
    }

    /** @param scored ascending by score */
    static ScoreCells of(GroupRows scored, ScoreEdges edges) {
        ScoreCells cells = open(edges);
        StretchSums sums = StretchSums.of(scored);
        int row = 0;
        for (int stretch = 0; stretch < edges.stretches(); stretch++) {
            sums.clear();
            for (; row < scored.size() && edges.holds(stretch, scored.score(row)); row++) {
                sums.add(row);
            }
            cells.set(stretch, sums);
        }
        return cells;
    }

    /** Puts down what the rows of a stretch add up to. */
    void set(int stretch, CellSums from) {
        for (int cell = 0; cell < 4; cell++) {
            int at = 4 * stretch + cell;
            rows[at] = from.mass(cell);
            sums[SUMS * at] = from.score(cell);
            sums[SUMS * at + 1] = from.brier(cell);
            sums[SUMS * at + 2] = from.loss(cell);
        }
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
