package org.aimass.engine.metrics;

/**
 * How many marked items are among some that are drawn without replacement.
 *
 * <p>The density is the quotient of three binomial densities in Loader's form ("Fast and accurate computation of binomial
 * probabilities", 2000), as in R's {@code dhyper}: twelve digits for counts of millions, where logarithms of factorials keep eight.
 *
 * @param marked items of the mark, at least 0
 * @param unmarked items without, at least 0
 * @param drawn from 0 to {@code marked + unmarked}
 */
record Hypergeometric(long marked, long unmarked, long drawn) {

    /** Terms this much below the sum no longer change it. */
    private static final double NEGLIGIBLE = 1e-18;

    Hypergeometric {
        if (marked < 0 || unmarked < 0 || drawn < 0 || drawn > marked + unmarked) {
            throw new IllegalArgumentException(
                    "cannot draw " + drawn + " of " + marked + " marked and " + unmarked + " unmarked");
        }
    }

    /** The fewest marked that may be drawn. */
    long least() {
        return Math.max(0, drawn - unmarked);
    }

    /** The most marked that may be drawn. */
    long most() {
        return Math.min(marked, drawn);
    }

    /** The likeliest number, the greater of two. */
    long mode() {
        return (long) ((drawn + 1.0) * (marked + 1.0) / (marked + unmarked + 2.0));
    }

    /** P(X = k). */
    double density(long k) {
        if (k < least() || k > most()) {
            return 0;
        }
        double share = drawn / (double) (marked + unmarked);
        double rest = (marked + unmarked - drawn) / (double) (marked + unmarked);
        return Beta.binomial(k, marked, share, rest)
                * Beta.binomial(drawn - k, unmarked, share, rest)
                / Beta.binomial(drawn, marked + unmarked, share, rest);
    }

    /** P(X &lt;= k). */
    double lowerTail(long k) {
        if (k >= most()) {
            return 1;
        }
        return k < mode() ? fallingFrom(k, -1) : 1 - fallingFrom(k + 1, 1);
    }

    /** P(X &gt;= k). */
    double upperTail(long k) {
        if (k <= least()) {
            return 1;
        }
        return k > mode() ? fallingFrom(k, 1) : 1 - fallingFrom(k - 1, -1);
    }

    /** The sum of the densities from k on, away from the mode, so that they fall. */
    private double fallingFrom(long k, int step) {
        double term = density(k);
        double sum = term;
        for (long at = k; term > sum * NEGLIGIBLE; at += step) {
            term *= step > 0 ? quotient(at) : 1 / quotient(at - 1);
            sum += term;
        }
        return sum;
    }

    /** P(X = k + 1) over P(X = k). */
    private double quotient(long k) {
        return (double) (marked - k) / (k + 1) * ((double) (drawn - k) / (unmarked - drawn + k + 1));
    }
}
