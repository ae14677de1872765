package org.aimass.engine.metrics;

/** What hangs on the ranks of single scores: exact, ties counted half, the same whatever the order of tied rows. */
final class ExactScores {

    private final GroupRows rows;
    private final double positives;
    private final double negatives;
    private double twiceTiedPairs;
    private double precisionInDoubt;

    ExactScores(GroupRows rows, double[] cells) {
        this.rows = rows;
        positives = Rate.sum(Rate.TP | Rate.FN, cells);
        negatives = Rate.sum(Rate.FP | Rate.TN, cells);
    }

    /** Fills in the values that depend on the order of single scores; NaN where undefined. */
    void into(double[] values) {
        MassBelow below = new MassBelow(rows);
        double twicePairs = 0;
        double precisionSum = 0;
        int start = 0;
        while (start < rows.size()) {
            double positivesBelow = below.positives();
            double negativesBelow = below.negatives();
            start = below.addTied(start);
            double here = below.positives() - positivesBelow;
            double hereNegative = below.negatives() - negativesBelow;
            twicePairs += here * (below.negatives() + negativesBelow);
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
        }
        values[BaseMetrics.ROC_AUC] = twicePairs / 2 / (positives * negatives);
        values[BaseMetrics.AVERAGE_PRECISION] = precisionSum / positives;
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
        if (rows.plain() && !rows.clustered()) {
            return plainAreaVariance(area, rowsOfLabel);
        }
        int[] slots = rows.clustered() ? ClusterSlots.of(rows) : new int[0];
        ExactSums sums = new ExactSums(rows.clustered() ? ClusterSlots.count(slots) : 2);
        MassBelow below = new MassBelow(rows);
        int start = 0;
        while (start < rows.size()) {
            double positivesBelow = below.positives();
            double negativesBelow = below.negatives();
            int end = below.addTied(start);
            double ofPositive = ((below.negatives() + negativesBelow) / 2 / negatives - area) / positives;
            double ofNegative =
                    ((2 * positives - below.positives() - positivesBelow) / 2 / positives - area) / negatives;
            for (int i = start; i < end; i++) {
                double deviation = rows.positive(i) ? ofPositive : ofNegative;
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

    /** Rows that count once each: tied ones are alike, so their order does not show, and they are added together. */
    private double plainAreaVariance(double area, long[] rowsOfLabel) {
        Compensated ofPositives = new Compensated();
        Compensated ofNegatives = new Compensated();
        double positivesBelow = 0;
        double negativesBelow = 0;
        int size = rows.size();
        int at = 0;
        while (at < size) {
            double score = rows.score(at);
            double positivesHere = 0;
            double negativesHere = 0;
            for (; at < size && rows.score(at) == score; at++) {
                if (rows.positive(at)) {
                    positivesHere++;
                } else {
                    negativesHere++;
                }
            }
            double ofPositive = ((2 * negativesBelow + negativesHere) / 2 / negatives - area) / positives;
            double ofNegative =
                    ((2 * positives - 2 * positivesBelow - positivesHere) / 2 / positives - area) / negatives;
            ofPositives.add(positivesHere * ofPositive * ofPositive);
            ofNegatives.add(negativesHere * ofNegative * ofNegative);
            positivesBelow += positivesHere;
            negativesBelow += negativesHere;
        }
        return smallSample(rowsOfLabel[0]) * ofNegatives.value() + smallSample(rowsOfLabel[1]) * ofPositives.value();
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

        /** Passes the rows that share the score of the one given; answers where they end. */
        int addTied(int start) {
            int i = start;
            double score = rows.score(start);
            for (; i < rows.size() && rows.score(i) == score; i++) {
                add(i);
            }
            return i;
        }

        private void add(int i) {
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
    }
}
