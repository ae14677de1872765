package org.aimass.engine.metrics;

/**
 * How sure a mean, or what is as good as one, is.
 *
 * @param standardError of the value, greater than 0
 * @param freedom the degrees of freedom that the standard error rests on, greater than 0; infinite where it is taken for known
 */
public record Estimate(double standardError, double freedom) {

    public Estimate {
        if (!(standardError > 0 && standardError < Double.POSITIVE_INFINITY && freedom > 0)) {
            throw new IllegalArgumentException("not a standard error: " + standardError + " with " + freedom);
        }
    }

    /** Known from elsewhere than the rows at hand, such as from a bootstrap. */
    public static Estimate known(double standardError) {
        return new Estimate(standardError, Double.POSITIVE_INFINITY);
    }

    /** Student's interval. */
    public Interval around(double value, double confidence, String method) {
        double half = StudentT.twoSided(confidence, freedom) * standardError;
        return new Interval(value - half, value + half, confidence, method, this);
    }

    /** Of the difference of this value and an independent one (Welch, Biometrika 34, 1947). */
    public Estimate minus(Estimate other) {
        double unit = Math.max(standardError, other.standardError); // the square of a tiny one would be 0
        double square = standardError / unit * (standardError / unit);
        double otherSquare = other.standardError / unit * (other.standardError / unit);
        double both = square + otherSquare;
        double welch = both * both / (square * square / freedom + otherSquare * otherSquare / other.freedom);
        return new Estimate(unit * Math.sqrt(both), welch);
    }

    /** Of the natural logarithm of a value above 0, by the delta method. */
    public Estimate ofLogarithm(double value) {
        return new Estimate(standardError / value, freedom);
    }
}
