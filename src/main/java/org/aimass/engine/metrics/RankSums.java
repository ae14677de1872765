package org.aimass.engine.metrics;

import java.math.BigInteger;

/**
 * What hangs on the ranks of rows that count once each and come by ascending score, tied ones together: the area under the curve, its
 * variance after DeLong et al. (Biometrics 44, 1988), the average precision. Sums over ranks are whole numbers, so nothing is rounded.
 */
final class RankSums {

    private final long positives;
    private final long negatives;
    private long positivesBelow;
    private long negativesBelow;
    /** Over the positives: twice the negatives below, those tied half. Over the negatives: twice the positives above. The same. */
    private long twicePairs;

    private final Squares ofPositives = new Squares();
    private final Squares ofNegatives = new Squares();
    private double precisionSum;

    /** How many rows of each label will come in all, fewer than 2^30. */
    RankSums(long positives, long negatives) {
        this.positives = positives;
        this.negatives = negatives;
    }

    /** Passes all rows of one score. */
    void pass(int positivesHere, int negativesHere) {
        if (positivesHere > 0) {
            long twiceBelow = 2 * negativesBelow + negativesHere;
            twicePairs += positivesHere * twiceBelow;
            ofPositives.add(twiceBelow * twiceBelow, positivesHere);
            double hit = positives - positivesBelow;
            double missed = negatives - negativesBelow;
            precisionSum += positivesHere * (hit / (hit + missed));
        }
        if (negativesHere > 0) {
            long twiceAbove = 2 * (positives - positivesBelow) - positivesHere;
            ofNegatives.add(twiceAbove * twiceAbove, negativesHere);
        }
        positivesBelow += positivesHere;
        negativesBelow += negativesHere;
    }

    /** NaN without rows of either label. */
    double area() {
        return twicePairs / 2.0 / ((double) positives * negatives);
    }

    /** NaN without positives. */
    double averagePrecision() {
        return precisionSum / positives;
    }

    /** Of the area; NaN where fewer than two rows of a label leave it open. */
    double areaVariance() {
        if (positives < 2 || negatives < 2) {
            return Double.NaN;
        }
        return ofPositives.variance(twicePairs, positives, negatives)
                + ofNegatives.variance(twicePairs, negatives, positives);
    }

    /** A sum of squares, of 128 bits. */
    private static final class Squares {

        private long high;
        private long low;

        void add(long square, long times) {
            long addend = square * times;
            low += addend;
            high += Math.multiplyHigh(square, times) + (Long.compareUnsigned(low, addend) < 0 ? 1 : 0);
        }

        /** Of the mean share of the others, each row's being its number over twice the others. */
        double variance(long sum, long rows, long others) {
            BigInteger squares =
                    BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(new BigInteger(Long.toUnsignedString(low)));
            BigInteger scaled = squares.multiply(BigInteger.valueOf(rows))
                    .subtract(BigInteger.valueOf(sum).pow(2));
            return scaled.doubleValue() / (4.0 * others * others * rows * rows * (rows - 1.0));
        }
    }
}
