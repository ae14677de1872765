package org.aimass.engine.metrics;

/** The score-based values of a group from all its rows: exact sums, ties counted half, the same whatever the rows' order. */
final class ExactScores {

    private static final int SCORE = 0;
    private static final int BRIER = 1;
    private static final int LOSS = 2;

    private final GroupRows rows;
    private final BaseMetrics metrics;
    private final double positives;
    private final double negatives;
    private double twiceTiedPairs;
    private double precisionInDoubt;

    ExactScores(GroupRows rows, BaseMetrics metrics, double[] cells) {
        this.rows = rows;
        this.metrics = metrics;
        positives = Rate.sum(Rate.TP | Rate.FN, cells);
        negatives = Rate.sum(Rate.FP | Rate.TN, cells);
    }

    /** Fills in the values of scores; NaN where undefined. */
    void into(double[] values) {
        ExactSums totals = new ExactSums(3);
        ExactSums stretch = new ExactSums(1);
        ExactSums scoreInBin = new ExactSums(metrics.binnings());
        double[] positivesBefore = new double[metrics.binnings()];
        double[] rowsBefore = new double[metrics.binnings()];
        double[] expected = new double[metrics.binnings()];
        double[] maximum = new double[metrics.binnings()];
        MassBelow below = new MassBelow(rows);
        double twicePairs = 0;
        double precisionSum = 0;
        int start = 0;
        while (start < rows.size()) {
            int end = start;
            double score = rows.score(start);
            double positivesBelow = below.positives();
            double negativesBelow = below.negatives();
            for (; end < rows.size() && rows.score(end) == score; end++) {
                below.add(end);
                stretch.add(0, rows.scoreSum(end));
                totals.add(BRIER, rows.brierSum(end));
                totals.add(LOSS, rows.lossSum(end));
            }
            double here = below.positives() - positivesBelow;
            twicePairs += here * (below.negatives() + negativesBelow);
            double hereNegative = below.negatives() - negativesBelow;
            twiceTiedPairs += here * hereNegative;
            if (here > 0) {
                double hit = positives - positivesBelow;
                double missed = negatives - negativesBelow;
                double precision = hit / (hit + missed);
                precisionSum += here * precision;
                double atBest = hit / (hit + missed - hereNegative);
                double atWorst = hit == here ? 0 : (hit - here) / (hit - here + missed);
                precisionInDoubt += here * Math.max(atBest - precision, precision - atWorst);
            }
            if (end == rows.size() || metrics.binEndsBetween(score, rows.score(end))) {
                totals.merge(SCORE, stretch, 0);
                for (int binning = 0; binning < expected.length; binning++) {
                    scoreInBin.merge(binning, stretch, 0);
                    if (end == rows.size() || metrics.bin(binning, rows.score(end)) != metrics.bin(binning, score)) {
                        double inBin = below.all() - rowsBefore[binning];
                        double positive = below.positives() - positivesBefore[binning];
                        double gap = Math.abs(scoreInBin.value(binning) - positive);
                        expected[binning] += gap;
                        maximum[binning] = Math.max(maximum[binning], inBin > 0 ? gap / inBin : 0);
                        rowsBefore[binning] = below.all();
                        positivesBefore[binning] = below.positives();
                        scoreInBin.clear(binning);
                    }
                }
                stretch.clear(0);
            }
            start = end;
        }
        double all = positives + negatives;
        values[BaseMetrics.ROC_AUC] = twicePairs / 2 / (positives * negatives);
        values[BaseMetrics.AVERAGE_PRECISION] = precisionSum / positives;
        values[BaseMetrics.BRIER_SCORE] = totals.value(BRIER) / all;
        values[BaseMetrics.LOG_LOSS] = totals.value(LOSS) / all;
        values[BaseMetrics.MEAN_SCORE] = totals.value(SCORE) / all;
        values[BaseMetrics.CALIBRATION_IN_THE_LARGE] = (totals.value(SCORE) - positives) / all;
        for (int binning = 0; binning < expected.length; binning++) {
            values[BaseMetrics.expectedError(binning)] = expected[binning] / all;
            values[BaseMetrics.expectedError(binning) + 2] = all > 0 ? maximum[binning] : Double.NaN;
        }
    }

    /** How far the area under the curve may be off for rows tied only because they share a bin. */
    double areaBound() {
        return twiceTiedPairs / 2 / (positives * negatives);
    }

    /** The same of the average precision. */
    double precisionBound() {
        return precisionInDoubt / positives;
    }

    /**
     * The variance of the area under the curve: DeLong et al. (Biometrics 44, 1988) for rows, with weights in their squares;
     * Obuchowski (Biometrics 53, 1997) for clusters. NaN where fewer than two rows of a label, or two clusters, leave it open.
     *
     * @param area the area itself
     * @param rowsOfLabel how many rows are labelled negative (0) and positive (1)
     */
    double areaVariance(double area, long[] rowsOfLabel) {
        int[] slots = rows.clustered() ? ClusterSlots.of(rows) : new int[0];
        ExactSums sums = new ExactSums(rows.clustered() ? ClusterSlots.count(slots) : 2);
        MassBelow below = new MassBelow(rows);
        int start = 0;
        while (start < rows.size()) {
            int end = start;
            double positivesBelow = below.positives();
            double negativesBelow = below.negatives();
            for (; end < rows.size() && rows.score(end) == rows.score(start); end++) {
                below.add(end);
            }
            double forPositives = (below.negatives() + negativesBelow) / 2 / negatives - area;
            double forNegatives = (2 * positives - below.positives() - positivesBelow) / 2 / positives - area;
            for (int i = start; i < end; i++) {
                double deviation = rows.positive(i) ? forPositives / positives : forNegatives / negatives;
                if (rows.clustered()) {
                    sums.add(slots[i], rows.mass(i) * deviation);
                } else {
                    sums.add(rows.positive(i) ? 1 : 0, rows.massSquare(i) * deviation * deviation);
                }
            }
            start = end;
        }
        if (rows.clustered()) {
            return ClusterSlots.sumOfSquares(sums);
        }
        return smallSample(rowsOfLabel[0]) * sums.value(0) + smallSample(rowsOfLabel[1]) * sums.value(1);
    }

    /** n / (n - 1), NaN for one. */
    private static double smallSample(long n) {
        return n > 1 ? n / (n - 1.0) : Double.NaN;
    }

    /** Weights of the rows passed so far, by label. */
    private static final class MassBelow {

        private final GroupRows rows;
        private final ExactSums weights = new ExactSums(2);
        private double positiveRows;
        private double negativeRows;

        MassBelow(GroupRows rows) {
            this.rows = rows;
        }

        void add(int i) {
            if (!rows.plain()) {
                weights.add(rows.positive(i) ? 1 : 0, rows.mass(i));
            } else if (rows.positive(i)) {
                positiveRows++;
            } else {
                negativeRows++;
            }
        }

        double positives() {
            return rows.plain() ? positiveRows : weights.value(1);
        }

        double negatives() {
            return rows.plain() ? negativeRows : weights.value(0);
        }

        double all() {
            return positives() + negatives();
        }
    }
}
