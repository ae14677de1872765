package org.aimass.engine.metrics;

import java.util.Arrays;

/**
 * A group's rows gathered into cells for the bootstrap: the four of the confusion matrix, or these four of each stretch of
 * scores. A stretch holds whole ties and lies within one bin of every binning.
 */
final class CellTable {

    private static final int SCORE = 0;
    private static final int BRIER = 1;
    private static final int LOSS = 2;

    /** How many stretches a group's scores are cut into, bin edges aside. */
    private final int wished;

    private final BaseMetrics metrics;
    private int[] stretch = new int[64];
    private int[] outcome = new int[64];
    private double[] mass = new double[64];
    private double[][] means = new double[3][64];
    private int size;
    private int stretches;
    private int[][] bin = new int[0][];
    private int[] cellOfRow = new int[0];

    private CellTable(BaseMetrics metrics, int wished) {
        this.metrics = metrics;
        this.wished = wished;
    }

    /** The confusion matrix alone. */
    static CellTable unscored(BaseMetrics metrics, double[] cells) {
        CellTable table = new CellTable(metrics, 1);
        for (int cell = 0; cell < 4; cell++) {
            table.append(0, cell, cells[cell] + cells[cell + 4], new double[3]);
        }
        return table;
    }

    /** By stretches of scores. */
    static CellTable scored(BaseMetrics metrics, GroupRows rows, double total, int wished) {
        CellTable table = new CellTable(metrics, wished);
        table.cut(rows, total);
        return table;
    }

    /** For rows whose stretches will be closed one after the other. */
    static CellTable open(BaseMetrics metrics, GroupRows rows) {
        CellTable table = new CellTable(metrics, 1);
        table.makeRoom(rows);
        return table;
    }

    /** The rows of two groups together, by the stretches that both were cut into; without calibration bins. */
    static CellTable pooled(BaseMetrics metrics, ScoreCells one, ScoreCells other) {
        CellTable table = new CellTable(metrics, one.stretches());
        for (int stretch = 0; stretch < one.stretches(); stretch++) {
            for (int cell = 0; cell < 4; cell++) {
                double rows = one.rows(stretch, cell) + other.rows(stretch, cell);
                if (rows > 0) {
                    double[] sums = one.sums(stretch, cell);
                    for (int sum = 0; sum < sums.length; sum++) {
                        sums[sum] = (sums[sum] + other.sums(stretch, cell)[sum]) / rows;
                    }
                    table.append(stretch, cell, rows, sums);
                }
            }
        }
        return table;
    }

    private void makeRoom(GroupRows rows) {
        cellOfRow = new int[rows.clustered() ? rows.size() : 0];
        bin = new int[metrics.binnings()][64];
    }

    /** Ascending by stretch. */
    private void cut(GroupRows rows, double total) {
        makeRoom(rows);
        StretchSums sums = StretchSums.of(rows);
        int from = 0;
        int start = 0;
        int binEnd = 0;
        while (start < rows.size()) {
            if (start == binEnd) {
                binEnd = binEnd(rows, start);
            }
            int end = sums.addTied(start);
            if (end == binEnd || sums.mass() >= total / wished) {
                close(rows, from, end - 1, sums);
                sums.clear();
                from = end;
            }
            start = end;
        }
    }

    /** Where the first row lies that some binning puts into another bin than the given one, found by halving. */
    int binEnd(GroupRows rows, int start) {
        int same = start;
        int other = rows.size();
        while (other - same > 1) {
            int middle = (same + other) >>> 1;
            if (metrics.binEndsBetween(rows.score(start), rows.score(middle))) {
                other = middle;
            } else {
                same = middle;
            }
        }
        return other;
    }

    /** Puts down what the rows of a stretch add up to. */
    void close(GroupRows rows, int from, int last, CellSums sums) {
        int number = stretches++;
        for (int binning = 0; binning < bin.length; binning++) {
            if (number == bin[binning].length) {
                bin[binning] = Arrays.copyOf(bin[binning], 2 * number);
            }
            bin[binning][number] = metrics.bin(binning, rows.score(last));
        }
        int[] index = new int[4];
        for (int cell = 0; cell < 4; cell++) {
            double weight = sums.mass(cell);
            index[cell] = size;
            if (weight > 0) {
                append(number, cell, weight, new double[] {
                    sums.score(cell) / weight, sums.brier(cell) / weight, sums.loss(cell) / weight
                });
            }
        }
        if (rows.clustered()) {
            for (int i = from; i <= last; i++) {
                cellOfRow[i] = index[rows.cell(i)];
            }
        }
    }

    private void append(int inStretch, int cell, double weight, double[] meansOfCell) {
        if (size == stretch.length) {
            stretch = Arrays.copyOf(stretch, 2 * size);
            outcome = Arrays.copyOf(outcome, 2 * size);
            mass = Arrays.copyOf(mass, 2 * size);
            for (int i = 0; i < means.length; i++) {
                means[i] = Arrays.copyOf(means[i], 2 * size);
            }
        }
        stretch[size] = inStretch;
        outcome[size] = cell;
        mass[size] = weight;
        for (int i = 0; i < means.length; i++) {
            means[i][size] = meansOfCell[i];
        }
        size++;
    }

    int size() {
        return size;
    }

    /** The metrics of the rows themselves; those of ranks as far as stretches tell. */
    double[] values() {
        double[] values = new double[metrics.size()];
        evaluate(Arrays.copyOf(mass, size), new double[4], values);
        return values;
    }

    double mass(int cell) {
        return mass[cell];
    }

    /** Which of tp, fp, fn, tn a cell is. */
    int outcome(int cell) {
        return outcome[cell];
    }

    int stretch(int cell) {
        return stretch[cell];
    }

    boolean positive(int cell) {
        return Rate.labelledPositive(outcome[cell]);
    }

    /** The cell that a row of clustered rows went into. */
    int cellOfRow(int row) {
        return cellOfRow[row];
    }

    /** Sums resampled masses into tp, fp, fn, tn. */
    void confusion(double[] masses, double[] confusion) {
        Arrays.fill(confusion, 0);
        for (int cell = 0; cell < size; cell++) {
            confusion[outcome[cell]] += masses[cell];
        }
    }

    /** The metrics of resampled masses; NaN where undefined. */
    void evaluate(double[] masses, double[] confusion, double[] values) {
        confusion(masses, confusion);
        metrics.fromCells(confusion[0], confusion[1], confusion[2], confusion[3], values);
        if (metrics.scored()) {
            scores(masses, confusion[0] + confusion[2], confusion[1] + confusion[3], values);
        }
    }

    private void scores(double[] masses, double positives, double negatives, double[] values) {
        double all = positives + negatives;
        double[] gaps = new double[bin.length == 0 ? 0 : stretches];
        double[] rows = new double[gaps.length];
        double positivesBelow = 0;
        double negativesBelow = 0;
        double pairs = 0;
        double precisionSum = 0;
        double scoreSum = 0;
        double brierSum = 0;
        double lossSum = 0;
        double positive = 0;
        double negative = 0;
        double scores = 0;
        for (int cell = 0; cell < size; cell++) {
            double weight = masses[cell];
            if (positive(cell)) {
                positive += weight;
            } else {
                negative += weight;
            }
            scores += weight * means[SCORE][cell];
            brierSum += weight * means[BRIER][cell];
            lossSum += weight * means[LOSS][cell];
            if (cell + 1 == size || stretch[cell + 1] != stretch[cell]) {
                scoreSum += scores;
                pairs += positive * (negativesBelow + negative / 2);
                double selected = all - positivesBelow - negativesBelow;
                precisionSum += positive == 0 ? 0 : positive * (positives - positivesBelow) / selected;
                positivesBelow += positive;
                negativesBelow += negative;
                if (gaps.length > 0) {
                    gaps[stretch[cell]] = scores - positive;
                    rows[stretch[cell]] = positive + negative;
                }
                positive = 0;
                negative = 0;
                scores = 0;
            }
        }
        values[BaseMetrics.ROC_AUC] = pairs / (positives * negatives);
        values[BaseMetrics.AVERAGE_PRECISION] = precisionSum / positives;
        values[BaseMetrics.BRIER_SCORE] = brierSum / all;
        values[BaseMetrics.LOG_LOSS] = lossSum / all;
        values[BaseMetrics.MEAN_SCORE] = scoreSum / all;
        values[BaseMetrics.CALIBRATION_IN_THE_LARGE] = (scoreSum - positives) / all;
        for (int binning = 0; binning < bin.length; binning++) {
            calibration(binning, gaps, rows, all, values);
        }
    }

    /**
     * The errors of one binning.
     *
     * @param gaps by stretch the sum of the scores less the positives
     * @param rows by stretch
     */
    private void calibration(int binning, double[] gaps, double[] rows, double all, double[] values) {
        int[] binOf = bin[binning];
        double gap = 0;
        double inBin = 0;
        double expected = 0;
        double maximum = 0;
        for (int here = 0; here < gaps.length; here++) {
            gap += gaps[here];
            inBin += rows[here];
            if (here + 1 == gaps.length || binOf[here + 1] != binOf[here]) {
                expected += Math.abs(gap);
                maximum = Math.max(maximum, inBin > 0 ? Math.abs(gap) / inBin : 0);
                gap = 0;
                inBin = 0;
            }
        }
        values[BaseMetrics.expectedError(binning)] = expected / all;
        values[BaseMetrics.expectedError(binning) + 2] = all > 0 ? maximum : Double.NaN;
    }
}
