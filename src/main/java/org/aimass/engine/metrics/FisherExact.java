package org.aimass.engine.metrics;

/**
 * Fisher's exact test that two independent proportions are equal (Statistical Methods for Research Workers, 5th edition, 1934,
 * section 21.02), for counts up to hundreds of millions. Given how many rows are counted in both groups together, those counted in
 * the first follow a {@link Hypergeometric} distribution.
 *
 * <p>Everywhere {@code 0 <= x <= n} and {@code n > 0}, else IllegalArgumentException. Every result is a p-value.
 */
public final class FisherExact {

    /** R's allowance: tables that are as likely as the observed one but for rounding count as that likely. */
    private static final double AS_LIKELY = 1 + 1e-7;

    private FisherExact() {}

    /** Null hypothesis: x1 / n1 comes of a rate that is at most that of x2 / n2. */
    public static double above(long x1, long n1, long x2, long n2) {
        return distribution(x1, n1, x2, n2).upperTail(x1);
    }

    /** Null hypothesis: x1 / n1 comes of a rate that is at least that of x2 / n2. */
    public static double below(long x1, long n1, long x2, long n2) {
        return distribution(x1, n1, x2, n2).lowerTail(x1);
    }

    /**
     * Null hypothesis: the rates are equal. The chance of a table that is at most as likely as the observed one (the method of point
     * probabilities, as in R and SciPy).
     */
    public static double twoSided(long x1, long n1, long x2, long n2) {
        Hypergeometric distribution = distribution(x1, n1, x2, n2);
        double limit = distribution.density(x1) * AS_LIKELY;
        long mode = distribution.mode();
        if (distribution.density(mode) <= limit) {
            return 1;
        }
        return x1 < mode
                ? distribution.lowerTail(x1) + upperTail(distribution, limit)
                : distribution.upperTail(x1) + lowerTail(distribution, limit);
    }

    /** Of all numbers above the mode whose density is at most the limit. */
    private static double upperTail(Hypergeometric distribution, double limit) {
        long above = distribution.mode();
        long within = distribution.most() + 1;
        while (within - above > 1) {
            long middle = (above + within) >>> 1;
            if (distribution.density(middle) <= limit) {
                within = middle;
            } else {
                above = middle;
            }
        }
        return within > distribution.most() ? 0 : distribution.upperTail(within);
    }

    /** Of all numbers below the mode whose density is at most the limit. */
    private static double lowerTail(Hypergeometric distribution, double limit) {
        long above = distribution.mode();
        long within = distribution.least() - 1;
        while (above - within > 1) {
            long middle = (above + within) >> 1;
            if (distribution.density(middle) <= limit) {
                within = middle;
            } else {
                above = middle;
            }
        }
        return within < distribution.least() ? 0 : distribution.lowerTail(within);
    }

    private static Hypergeometric distribution(long x1, long n1, long x2, long n2) {
        Intervals.check((double) x1, (double) n1);
        Intervals.check((double) x2, (double) n2);
        return new Hypergeometric(x1 + x2, n1 + n2 - x1 - x2, n1);
    }
}
