package org.aimass.engine.metrics;

/** The beta distribution, for exact binomial intervals. */
public final class Beta {

    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private Beta() {}

    /**
     * The regularized incomplete beta function I_x(a, b), by the continued fraction of DLMF 8.17.22. The factor before it is
     * taken from the binomial density in Loader's form ("Fast and accurate computation of binomial probabilities", 2000),
     * which keeps ten digits for counts of millions.
     *
     * @param x from 0 to 1
     * @param a greater than 0
     * @param b greater than 0
     */
    public static double regularized(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        return x > (a + 1) / (a + b + 2) ? 1 - leftOfMode(1 - x, x, b, a) : leftOfMode(x, 1 - x, a, b);
    }

    /**
     * The x with I_x(a, b) = p, by bisection down to neighbouring doubles.
     *
     * @param p from 0 to 1
     */
    public static double quantile(double p, double a, double b) {
        if (p <= 0 || p >= 1) {
            return p <= 0 ? 0 : 1;
        }
        double low = 0;
        double high = 1;
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (regularized(middle, a, b) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private static double leftOfMode(double x, double rest, double a, double b) {
        double factor = b / (a + b) * binomialDensity(a, a + b, x, rest);
        return factor * continuedFraction(x, a, b);
    }

    /** The chance of k hits in n trials: n over k times x^k rest^(n-k), for 0 &lt;= k &lt;= n. */
    static double binomial(long k, long n, double x, double rest) {
        if (k == 0 || k == n) {
            double every = k == 0 ? rest : x;
            double other = k == 0 ? x : rest;
            return n == 0 ? 1 : StrictMath.exp(n * (other < 0.5 ? StrictMath.log1p(-other) : StrictMath.log(every)));
        }
        return binomialDensity((double) k, (double) n, x, rest);
    }

    /** n over k times x^k rest^(n-k), for real 0 &lt; k &lt; n. */
    private static double binomialDensity(double k, double n, double x, double rest) {
        double log = stirlingError(n)
                - stirlingError(k)
                - stirlingError(n - k)
                - deviance(k, n * x)
                - deviance(n - k, n * rest);
        return StrictMath.exp(log - HALF_LOG_TWO_PI + 0.5 * StrictMath.log(n / k / (n - k)));
    }

    /** log n! less Stirling's approximation of it. */
    static double stirlingError(double n) {
        double error = 0;
        double m = n;
        while (m < 16) {
            error += (m + 0.5) * StrictMath.log1p(1 / m) - 1;
            m++;
        }
        double square = m * m;
        return error
                + (1 / 12.0
                                - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / square) / square) / square)
                                        / square)
                        / m;
    }

    /** k log(k / mean) + mean - k, without cancellation where k is near its mean. */
    private static double deviance(double k, double mean) {
        double v = (k - mean) / (k + mean);
        if (Math.abs(v) > 0.1) {
            return k * StrictMath.log(k / mean) + mean - k;
        }
        double sum = (k - mean) * v;
        double term = 2 * k * v;
        for (int odd = 3; ; odd += 2) {
            term *= v * v;
            double next = sum + term / odd;
            if (next == sum) {
                return next;
            }
            sum = next;
        }
    }

    /** Lentz's evaluation. */
    private static double continuedFraction(double x, double a, double b) {
        double tiny = 1e-300;
        double c = 1;
        double d = awayFromZero(1 - (a + b) * x / (a + 1), tiny);
        d = 1 / d;
        double result = d;
        for (int m = 1; m < 1_000_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d, tiny);
            c = awayFromZero(1 + even / c, tiny);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d, tiny);
            c = awayFromZero(1 + odd / c, tiny);
            double step = d * c;
            result *= step;
            if (Math.abs(step - 1) < 5e-16) {
                break;
            }
        }
        return result;
    }

    private static double awayFromZero(double value, double tiny) {
        return Math.abs(value) < tiny ? tiny : value;
    }
}
