package org.aimass.engine.metrics;

import java.util.function.DoubleUnaryOperator;

/**
 * One-sided tests that two independent proportions differ by more than a tolerance: the score test with the proportions
 * estimated under the null hypothesis (Miettinen and Nurminen, Statistics in Medicine 4, 1985; Farrington and Manning,
 * Statistics in Medicine 9, 1990). With a tolerance of no difference it is the pooled two-proportion z-test.
 *
 * <p>Counts are doubles, so that an effective number of rows may stand in. Everywhere {@code 0 <= x <= n} and
 * {@code n > 0}, else IllegalArgumentException. Every result is a p-value.
 */
public final class ProportionTest {

    private ProportionTest() {}

    /**
     * Null hypothesis: x1 / n1 - x2 / n2 is at most the tolerance.
     *
     * @param tolerance strictly between -1 and 1
     */
    public static double differenceAbove(double x1, double n1, double x2, double n2, double tolerance) {
        return Normal.upperTail(differenceScore(x1, n1, x2, n2, tolerance));
    }

    /** Null hypothesis: x1 / n1 - x2 / n2 is at least {@code -tolerance}. */
    public static double differenceBelow(double x1, double n1, double x2, double n2, double tolerance) {
        return differenceAbove(x2, n2, x1, n1, tolerance);
    }

    /**
     * Null hypothesis: the difference lies within the tolerance on either side. The chance, at a true difference of just the
     * tolerance, of one as large as observed in either direction; with no tolerance the usual two-sided test.
     *
     * @param tolerance at least 0, less than 1
     */
    public static double differenceOutside(double x1, double n1, double x2, double n2, double tolerance) {
        if (x1 / n1 < x2 / n2) {
            return differenceOutside(x2, n2, x1, n1, tolerance);
        }
        double near = differenceScore(x1, n1, x2, n2, tolerance);
        double far = tolerance == 0 ? near : near + 2 * tolerance / differenceError(x1, n1, x2, n2, tolerance);
        return Normal.upperTail(near) + Normal.upperTail(far);
    }

    /**
     * Null hypothesis: (x1 / n1) / (x2 / n2) is at most the ratio.
     *
     * @param ratio greater than 0
     */
    public static double ratioAbove(double x1, double n1, double x2, double n2, double ratio) {
        return Normal.upperTail(ratioScore(x1, n1, x2, n2, ratio));
    }

    /** Null hypothesis: (x1 / n1) / (x2 / n2) is at least the ratio, such as 0.8. */
    public static double ratioBelow(double x1, double n1, double x2, double n2, double ratio) {
        return Normal.upperTail(-ratioScore(x1, n1, x2, n2, ratio));
    }

    static double differenceScore(double x1, double n1, double x2, double n2, double tolerance) {
        Intervals.check(x1, n1);
        Intervals.check(x2, n2);
        if (!(tolerance > -1 && tolerance < 1)) {
            throw new IllegalArgumentException("a tolerance lies between -1 and 1, not " + tolerance);
        }
        return score(x1 / n1 - x2 / n2 - tolerance, differenceError(x1, n1, x2, n2, tolerance));
    }

    /** Standard error of the difference with the proportions that are likeliest among those that differ by the tolerance. */
    static double differenceError(double x1, double n1, double x2, double n2, double tolerance) {
        double p1 = root(
                p -> over(x1, p) - over(n1 - x1, 1 - p) + over(x2, p - tolerance) - over(n2 - x2, 1 - p + tolerance),
                Math.max(0, tolerance),
                Math.min(1, 1 + tolerance));
        double p2 = Math.min(1, Math.max(0, p1 - tolerance));
        return Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
    }

    static double ratioScore(double x1, double n1, double x2, double n2, double ratio) {
        Intervals.check(x1, n1);
        Intervals.check(x2, n2);
        if (!(ratio > 0)) {
            throw new IllegalArgumentException("a ratio is greater than 0, not " + ratio);
        }
        double p2 = root(
                p -> over(x1 + x2, p) - ratio * over(n1 - x1, 1 - ratio * p) - over(n2 - x2, 1 - p),
                0,
                Math.min(1, 1 / ratio));
        double p1 = Math.min(1, ratio * p2);
        double error = Math.sqrt(p1 * (1 - p1) / n1 + ratio * ratio * p2 * (1 - p2) / n2);
        return score(x1 / n1 - ratio * x2 / n2, error);
    }

    private static double score(double excess, double error) {
        return Math.abs(excess) < 1e-15 ? 0 : excess / error;
    }

    /** A count over a probability, where nothing counted weighs nothing even against a probability of 0. */
    private static double over(double count, double probability) {
        return count == 0 ? 0 : count / Math.max(probability, 0);
    }

    /** Where a falling function is 0, by bisection. */
    private static double root(DoubleUnaryOperator falling, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
