package org.aimass.engine.metrics;

import org.jspecify.annotations.Nullable;

/** The standard normal distribution, to about 1e-14 of the value, in the tails too. */
public final class Normal {

    private static final double SQRT_TWO_PI = 2.5066282746310002;

    private record Width(double confidence, double z) {}

    /** An audit asks for one confidence, a million times with many groups. */
    private static volatile @Nullable Width last;

    private Normal() {}

    /**
     * P(Z &gt; z). Taylor series about 0 (Marsaglia, Journal of Statistical Software 11(4), 2004) below 1, Laplace's
     * continued fraction above.
     */
    public static double upperTail(double z) {
        if (z < 0) {
            return 1 - upperTail(-z);
        }
        return z < 1 ? 0.5 - series(z) : density(z) / continuedFraction(z);
    }

    /**
     * The z with P(Z &lt;= z) = p.
     *
     * @param p strictly between 0 and 1
     * @throws IllegalArgumentException if p is not
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability lies between 0 and 1, not " + p);
        }
        return p > 0.5 ? upperQuantile(1 - p, p) : -upperQuantile(p, 1 - p);
    }

    /** The z of a two-sided interval, such as 1.96 for 0.95. */
    public static double twoSided(double confidence) {
        Width known = last;
        if (known == null || known.confidence() != confidence) {
            known = new Width(confidence, quantile((1 + confidence) / 2));
            last = known;
        }
        return known.z();
    }

    /** z &gt;= 0 with an upper tail of {@code tail}: Abramowitz and Stegun 26.2.23, then Halley's steps. */
    private static double upperQuantile(double tail, double rest) {
        double t = Math.sqrt(-2 * StrictMath.log(tail));
        double z =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        for (int step = 0; step < 4; step++) {
            double error = (tail < 0.25 ? tail - upperTail(z) : upperTail(-z) - rest) / density(z);
            z -= error / (1 + z * error / 2);
        }
        return z;
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / SQRT_TWO_PI;
    }

    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int odd = 3; term > sum * 1e-17; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return sum * density(z);
    }

    private static double continuedFraction(double z) {
        double fraction = z;
        for (int k = 400; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return fraction;
    }
}
