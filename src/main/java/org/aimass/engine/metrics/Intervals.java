package org.aimass.engine.metrics;

import java.util.function.DoubleUnaryOperator;

/**
 * Intervals of one proportion and of two independent ones. Counts are doubles, so that an effective number of rows may
 * stand in where rows are weighted or clustered; the caller then names the method so.
 *
 * <p>Everywhere {@code 0 <= x <= n} and {@code n > 0}, else IllegalArgumentException.
 */
public final class Intervals {

    private Intervals() {}

    /** Wilson's score interval of x / n (Journal of the American Statistical Association 22, 1927). */
    public static Interval wilson(double x, double n, double confidence) {
        check(x, n);
        double z = Normal.twoSided(confidence);
        double p = x / n;
        double z2 = z * z;
        double centre = p + z2 / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        double scale = 1 + z2 / n;
        double low = x == 0 ? 0 : Math.max(0, (centre - half) / scale);
        double high = x == n ? 1 : Math.min(1, (centre + half) / scale);
        return new Interval(low, high, confidence, "wilson");
    }

    /** The exact interval of x / n (Clopper and Pearson, Biometrika 26, 1934). */
    public static Interval clopperPearson(double x, double n, double confidence) {
        check(x, n);
        double tail = (1 - confidence) / 2;
        double low = x == 0 ? 0 : Beta.quantile(tail, x, n - x + 1);
        double high = x == n ? 1 : 1 - Beta.quantile(tail, n - x, x + 1);
        return new Interval(low, high, confidence, "clopper_pearson");
    }

    /** The interval of x1 / n1 - x2 / n2 from two Wilson intervals (Newcombe, Statistics in Medicine 17, 1998, method 10). */
    public static Interval newcombe(double x1, double n1, double x2, double n2, double confidence) {
        Interval first = wilson(x1, n1, confidence);
        Interval second = wilson(x2, n2, confidence);
        double p1 = x1 / n1;
        double p2 = x2 / n2;
        double low = Math.max(-1, p1 - p2 - Math.hypot(p1 - first.low(), second.high() - p2));
        double high = Math.min(1, p1 - p2 + Math.hypot(first.high() - p1, p2 - second.low()));
        return new Interval(low, high, confidence, "newcombe");
    }

    /**
     * The interval of (x1 / n1) / (x2 / n2), by the logarithm (Katz et al., Biometrics 34, 1978). Where the logarithm says
     * nothing, because x1 is below 1 or both proportions are 1, Koopman's score interval (Biometrics 40, 1984), named {@code score}.
     *
     * @param x2 at least 1: there is no bound on the ratio to nothing
     */
    public static Interval katz(double x1, double n1, double x2, double n2, double confidence) {
        check(x1, n1);
        check(x2, n2);
        if (x2 < 1) {
            throw new IllegalArgumentException("no bound on a ratio to " + x2 + " of " + n2);
        }
        if (x1 < 1 || (x1 == n1 && x2 == n2)) {
            return koopman(x1, n1, x2, n2, confidence);
        }
        double z = Normal.twoSided(confidence);
        double log = StrictMath.log(x1 / n1 / (x2 / n2));
        double half = z * Math.sqrt(Math.max(0, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2));
        return new Interval(StrictMath.exp(log - half), StrictMath.exp(log + half), confidence, "katz");
    }

    private static Interval koopman(double x1, double n1, double x2, double n2, double confidence) {
        double z = Normal.twoSided(confidence);
        DoubleUnaryOperator score = ratio -> ProportionTest.ratioScore(x1, n1, x2, n2, ratio);
        double centre = x1 == 0 ? 1e-12 : x1 / n1 / (x2 / n2);
        double low = x1 == 0 ? 0 : crossing(score, z, 1e-12, centre);
        return new Interval(low, crossing(score, -z, centre, 1e12), confidence, "score");
    }

    /** Where a falling function crosses the level: bisection on the logarithm. */
    private static double crossing(DoubleUnaryOperator falling, double level, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < 100; step++) {
            double middle = Math.sqrt(low) * Math.sqrt(high);
            if (falling.applyAsDouble(middle) > level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    static void check(double x, double n) {
        if (!(n > 0 && x >= 0 && x <= n)) {
            throw new IllegalArgumentException("not a proportion: " + x + " of " + n);
        }
    }
}
