package org.aimass.engine.metrics;

import java.nio.charset.StandardCharsets;

/**
 * A stream of random draws that is the same on every platform: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) with binomials
 * by inversion for small means and by Hörmann's BTRS (Journal of Statistical Computation and Simulation 46, 1993) else, and
 * hypergeometric numbers item by item where few are drawn and by Stadlober's HRUA (Journal of Computational and Applied Mathematics
 * 31, 1990) else.
 */
public final class Draws {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** Something is drawn this often at most: the chance of more is below 10^-19. */
    private static final int MOST_TIMES = 20;

    /** Up to so many items are cheaper to draw one by one. */
    private static final long ONE_BY_ONE = 24;

    /** Of 0 to 20, whose factorials a long holds. */
    private static final double[] LOG_FACTORIALS = new double[21];

    static {
        long factorial = 1;
        for (int k = 1; k < LOG_FACTORIALS.length; k++) {
            factorial *= k;
            LOG_FACTORIALS[k] = Logarithm.of((double) factorial);
        }
    }

    private long state;

    /** The stream of a seed and a name; different names give unrelated streams. */
    public Draws(long seed, String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        state = mix(seed + GOLDEN) ^ mix(hash);
    }

    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number that depends on seed and place alone, different for each place of a seed. */
    public static long scattered(long seed, long place) {
        return mix(mix(seed + GOLDEN) + place * GOLDEN);
    }

    /** Uniform over [0, 1). */
    double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    /** Uniform over 0, 1, ..., bound - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** How often something is drawn that is drawn once on average: Poisson's distribution, by inversion. */
    int poissonOfOne() {
        double left = uniform();
        double density = StrictMath.exp(-1);
        int times = 0;
        while (left >= density && times < MOST_TIMES) {
            left -= density;
            density /= ++times;
        }
        return times;
    }

    /** A standard normal number, by inversion. */
    double normal() {
        return Normal.quantile(Math.max(uniform(), Double.MIN_NORMAL));
    }

    /**
     * How many of n succeed.
     *
     * @param p from 0 to 1
     */
    long binomial(long n, double p) {
        return binomial(n, p, logOfLikelier(p));
    }

    /** The logarithm of the chance of success or of failure, of whichever is likelier. */
    static double logOfLikelier(double p) {
        return StrictMath.log1p(-Math.min(p, 1 - p));
    }

    /**
     * The same, for who draws with a chance many times.
     *
     * @param logOfLikelier of {@code p}
     */
    long binomial(long n, double p, double logOfLikelier) {
        double rarer = p > 0.5 ? 1 - p : p;
        if (n == 0 || rarer <= 0) {
            return p > 0.5 ? n : 0;
        }
        long k = n * rarer < 10 ? byInversion(n, rarer, logOfLikelier) : byRejection(n, rarer);
        return p > 0.5 ? n - k : k;
    }

    private long byInversion(long n, double p, double logOfOther) {
        double odds = p / (1 - p);
        double density = StrictMath.exp(n * logOfOther);
        double left = uniform();
        long k = 0;
        while (left >= density && k < n) {
            left -= density;
            k++;
            density *= odds * (n - k + 1) / k;
        }
        return k;
    }

    private long byRejection(long n, double p) {
        double deviation = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double squeeze = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * deviation;
        long mode = (long) Math.floor((n + 1) * p);
        while (true) {
            double u = uniform() - 0.5;
            double v = uniform();
            double edge = 0.5 - Math.abs(u);
            double candidate = Math.floor((2 * a / edge + b) * u + centre);
            if (edge >= 0.07 && v <= squeeze) {
                return (long) candidate;
            }
            if (candidate < 0 || candidate > n) {
                continue;
            }
            long k = (long) candidate;
            double logOdds = Logarithm.of(p / (1 - p));
            double bound = logDensity(n, k, logOdds) - logDensity(n, mode, logOdds);
            if (Logarithm.of(v * alpha / (a / (edge * edge) + b)) <= bound) {
                return k;
            }
        }
    }

    /** Up to a constant. */
    private static double logDensity(long n, long k, double logOdds) {
        return -logFactorial((double) k) - logFactorial((double) (n - k)) + k * logOdds;
    }

    private static double logFactorial(double k) {
        if (k < LOG_FACTORIALS.length) {
            return LOG_FACTORIALS[(int) k];
        }
        return (k + 0.5) * Logarithm.of(k) - k + Beta.stirlingError(k) + 0.9189385332046727;
    }

    /**
     * How many marked items are among those drawn without replacement.
     *
     * @param marked at least 0
     * @param unmarked at least 0
     * @param drawn from 0 to {@code marked + unmarked}
     */
    long hypergeometric(long marked, long unmarked, long drawn) {
        long all = marked + unmarked;
        if (drawn > all - drawn) {
            return marked - hypergeometric(marked, unmarked, all - drawn);
        }
        if (marked > unmarked) {
            return drawn - hypergeometric(unmarked, marked, drawn);
        }
        long few = Math.min(marked, drawn);
        return few <= ONE_BY_ONE ? oneByOne(few, Math.max(marked, drawn), all) : byRatio(marked, unmarked, drawn);
    }

    /** How many of a few items meet many others, which may stand for the marked as well as for the drawn ones. */
    private long oneByOne(long few, long many, long all) {
        long met = 0;
        for (long item = 0; item < few; item++) {
            met += uniform() * (all - item) < many - met ? 1 : 0;
        }
        return met;
    }

    /** Ratio of uniforms within a table mountain. At most half of the items are marked, at most half are drawn. */
    private long byRatio(long marked, long unmarked, long drawn) {
        double all = (double) marked + unmarked;
        double share = marked / all;
        double centre = drawn * share + 0.5;
        double variance = (all - drawn) / (all - 1) * drawn * share * (1 - share);
        double width = 1.7155277699214135 * Math.sqrt(variance + 0.5) + 0.8989161620588988;
        double end = Math.min(marked, drawn) + 1.0;
        double mode = Math.floor((drawn + 1.0) * (marked + 1.0) / (all + 2));
        double atMode = logDensity(marked, unmarked, drawn, mode);
        while (true) {
            double u = uniform();
            double v = uniform();
            double candidate = centre + width * (v - 0.5) / u;
            if (!(candidate >= 0 && candidate < end)) {
                continue;
            }
            double k = Math.floor(candidate);
            if (2 * Logarithm.of(u) <= logDensity(marked, unmarked, drawn, k) - atMode) {
                return (long) k;
            }
        }
    }

    /** Up to a constant. */
    private static double logDensity(long marked, long unmarked, long drawn, double k) {
        return -logFactorial(k)
                - logFactorial(marked - k)
                - logFactorial(drawn - k)
                - logFactorial(unmarked - drawn + k);
    }
}
