package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * All that is measured of a group's scores, in one pass over rows that count once each and are independent. Rows are added up between
 * borders of any kind: of {@link CellTable}'s stretches, of {@link ScoreBins}, of {@link ScoreEdges}; each kind then puts together
 * what lies between its own.
 */
final class ScoreScan {

    private final GroupRows rows;
    private final RankSums ranks;
    private final CellTable table;
    private final List<ScoreBins.Bin> bins = new ArrayList<>();
    private final ScoreEdges edges;
    private final ScoreCells cells;
    private final int[] here = new int[4];
    private final ScoreSums sums = new ScoreSums();
    private final ScoreSums ofStretch = new ScoreSums();
    private final ScoreSums ofBin = new ScoreSums();
    private final ScoreSums ofEdge = new ScoreSums();

    private ScoreScan(GroupRows rows, double[] cells, BaseMetrics metrics, ScoreEdges edges) {
        this.rows = rows;
        ranks = new RankSums((long) Rate.sum(Rate.TP | Rate.FN, cells), (long) Rate.sum(Rate.FP | Rate.TN, cells));
        table = CellTable.open(metrics, rows);
        this.edges = edges;
        this.cells = ScoreCells.open(edges);
    }

    /**
     * @param rows scored, of weight 1 each, not clustered
     * @param cells how many there are, by cell
     * @param wished how many stretches the scores are cut into, bin edges aside
     */
    static ScoreScan of(GroupRows rows, double[] cells, BaseMetrics metrics, int wished, ScoreEdges edges) {
        ScoreScan scan = new ScoreScan(rows, cells, metrics, edges);
        scan.pass((int) Math.ceil(Rate.sum(Rate.ALL, cells) / wished));
        return scan;
    }

    private void pass(int rowsOfStretch) {
        int stretch = 0;
        int stretchEnd = 0;
        int binEnd = 0;
        int placeEnd = 0;
        int edge = -1;
        int edgeEnd = 0;
        int end = 0;
        for (int start = 0; start < rows.size(); start = end) {
            double score = rows.score(start);
            if (start == binEnd) {
                binEnd = table.binEnd(rows, start);
            }
            if (start == stretchEnd) {
                stretch = start;
                stretchEnd = Math.min(binEnd, tieEnd(start + rowsOfStretch - 1));
            }
            if (start == placeEnd) {
                int place = ScoreBins.place(score);
                placeEnd = end(start, other -> ScoreBins.place(other) == place);
            }
            while (start == edgeEnd) {
                int next = ++edge;
                edgeEnd = edges.holds(next, score) ? end(start, other -> edges.holds(next, other)) : start;
            }
            end = Math.min(Math.min(stretchEnd, placeEnd), edgeEnd);
            add(start, end);
            ofStretch.add(sums);
            ofBin.add(sums);
            ofEdge.add(sums);
            sums.clear();
            if (end == stretchEnd) {
                table.close(rows, stretch, end - 1, ofStretch);
                ofStretch.clear();
            }
            if (end == placeEnd) {
                bins.add(new ScoreBins.Bin(
                        ScoreBins.place(score),
                        ofBin.rows(0) + ofBin.rows(2),
                        ofBin.rows(1) + ofBin.rows(3),
                        ofBin.score()));
                ofBin.clear();
            }
            if (end == edgeEnd || end == rows.size()) {
                cells.set(edge, ofEdge);
                ofEdge.clear();
            }
        }
    }

    /** Where the rows end that share the score of the one given. */
    private int tieEnd(int row) {
        if (row >= rows.size()) {
            return rows.size();
        }
        double score = rows.score(row);
        return end(row, other -> other == score);
    }

    /** Where the rows from the first on end whose score is such, found by halving. */
    private int end(int first, DoublePredicate such) {
        int inside = first;
        int outside = rows.size();
        while (outside - inside > 1) {
            int middle = (inside + outside) >>> 1;
            if (such.test(rows.score(middle))) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }

    /** Adds rows; no tie reaches beyond them. */
    private void add(int from, int to) {
        int row = from;
        while (row < to) {
            double score = rows.score(row);
            int cell = rows.cell(row++);
            if (row == to || rows.score(row) != score) {
                sums.add(cell, score, 1);
                int positive = Rate.labelledPositive(cell) ? 1 : 0;
                ranks.pass(positive, 1 - positive);
            } else {
                here[cell]++;
                for (; row < to && rows.score(row) == score; row++) {
                    here[rows.cell(row)]++;
                }
                addTied(score);
            }
        }
    }

    private void addTied(double score) {
        ranks.pass(here[0] + here[2], here[1] + here[3]);
        for (int cell = 0; cell < here.length; cell++) {
            if (here[cell] > 0) {
                sums.add(cell, score, here[cell]);
                here[cell] = 0;
            }
        }
    }

    RankSums ranks() {
        return ranks;
    }

    CellTable table() {
        return table;
    }

    ScoreBins bins() {
        return new ScoreBins(bins);
    }

    /** By the edges that it was made with. */
    ScoreCells cells() {
        return cells;
    }

    /** Every metric's value, NaN where undefined. */
    double[] values() {
        double[] values = table.values();
        values[BaseMetrics.ROC_AUC] = ranks.area();
        values[BaseMetrics.AVERAGE_PRECISION] = ranks.averagePrecision();
        return values;
    }
}
