package org.aimass.engine.task;

/**
 * Sorts rows by their scores, which go from 0 to 1: into buckets first, by the exponent and the first bits of the fraction, and then
 * bucket by bucket, so that most of the work is done within the processor's cache. Rows of equal scores stand in any order.
 */
final class ScoreSort {

    private static final int FRACTION_BITS = 52;
    private static final int BUCKET_BITS = 8;
    private static final int SHIFT = FRACTION_BITS - BUCKET_BITS;
    private static final int OCTAVES = 8;
    private static final int BUCKETS = (OCTAVES << BUCKET_BITS) + 1;
    private static final int LOWEST = (int) (Double.doubleToLongBits(1) >>> SHIFT) - BUCKETS + 1;

    private final int[] codes;
    private final double[] scores;

    /** @param kept rows whose first number is the score; used up */
    ScoreSort(KeptRows kept) {
        codes = new int[kept.size()];
        scores = new double[kept.size()];
        int[] next = new int[BUCKETS + 1];
        kept.show((code, score, rows) -> count(score, rows, next));
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            next[bucket + 1] += next[bucket];
        }
        kept.show((code, score, rows) -> scatter(code, score, rows, next));
        kept.clear();
        for (int bucket = 0, from = 0; bucket < BUCKETS; from = next[bucket++]) {
            RadixSort.sortInPlace(scores, codes, from, next[bucket], bucket == 0 ? Long.SIZE : SHIFT);
        }
    }

    private static void count(double[] score, int rows, int[] next) {
        for (int row = 0; row < rows; row++) {
            next[bucket(score[row]) + 1]++;
        }
    }

    private void scatter(int[] code, double[] score, int rows, int[] next) {
        for (int row = 0; row < rows; row++) {
            int to = next[bucket(score[row])]++;
            scores[to] = score[row];
            codes[to] = code[row];
        }
    }

    /** Rises with the score. */
    private static int bucket(double score) {
        return Math.max(0, (int) (Double.doubleToRawLongBits(score) >>> SHIFT) - LOWEST);
    }

    int[] codes() {
        return codes;
    }

    /** Ascending. */
    double[] scores() {
        return scores;
    }
}
