package org.aimass.engine.metrics;

/**
 * How much better it explains what was seen that a slice has a greater share than the rest: the logarithm of the likelihood ratio of
 * Kulldorff's scan statistic (Communications in Statistics 26, 1997, Bernoulli model). It weighs large and small slices, common and
 * rare harms alike, where a z-score would overrate small slices.
 *
 * @param x rows of the slice that are counted, from 0 to n
 * @param n rows of the slice
 * @param allX rows that are counted, from x on
 * @param allN all rows, more than n
 */
record ScanStatistic(long x, long n, long allX, long allN) {

    /** At least 0; 0 where the slice's share is not the greater one. */
    double value() {
        double rate = allX / (double) allN;
        if (x <= rate * n) {
            return 0;
        }
        return part(x, n, rate) + part(allX - x, allN - n, rate);
    }

    /** The square of the pooled two-proportion z-score: never less than the value, and cheaper (the divergence of Kullback and Leibler
     * is at most that of Pearson). */
    double bound() {
        double rate = allX / (double) allN;
        double excess = x - n * rate;
        return excess <= 0 ? 0 : excess * excess * allN / ((double) n * (allN - n) * rate * (1 - rate));
    }

    private static double part(long x, long n, double rate) {
        return weighed(x, x / (n * rate)) + weighed(n - x, (n - x) / (n * (1 - rate)));
    }

    private static double weighed(long count, double ratio) {
        return count == 0 ? 0 : count * StrictMath.log(ratio);
    }
}
