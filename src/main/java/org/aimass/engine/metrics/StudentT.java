package org.aimass.engine.metrics;

/** Student's t distribution. */
public final class StudentT {

    /** From here on the normal distribution stands in; the quantiles differ by less than one part in 10 million. */
    private static final double NEARLY_NORMAL = 1e7;

    private StudentT() {}

    /**
     * The chance of a value above t.
     *
     * @param freedom degrees of freedom, greater than 0, possibly infinite
     */
    public static double upperTail(double t, double freedom) {
        if (freedom >= NEARLY_NORMAL) {
            return Normal.upperTail(t);
        }
        double half = Beta.regularized(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
        return t >= 0 ? half : 1 - half;
    }

    /**
     * The value that is exceeded in size with the chance that the confidence leaves out: about 1.96 at 0.95 and many degrees of
     * freedom, 12.706 at one.
     *
     * @param confidence strictly between 0 and 1
     * @param freedom degrees of freedom, greater than 0, possibly infinite
     */
    public static double twoSided(double confidence, double freedom) {
        if (freedom >= NEARLY_NORMAL) {
            return Normal.twoSided(confidence);
        }
        double share = Beta.quantile(1 - confidence, freedom / 2, 0.5);
        return Math.sqrt(freedom * (1 - share) / share);
    }
}
