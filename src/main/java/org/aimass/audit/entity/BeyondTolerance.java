package org.aimass.audit.entity;

import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ProportionTest;
import org.aimass.engine.metrics.StudentT;

/**
 * The one-sided test that two values lie further apart than the tolerance allows, on the side where they were measured: of two
 * shares by their score tests (Miettinen and Nurminen, Statistics in Medicine 4, 1985), of two means by Welch's t test, in ratios
 * that of the logarithms.
 */
record BeyondTolerance(Tolerance tolerance) {

    /** @return the p-value; both sides are shares, or both have an estimate */
    double test(Side x, Side y) {
        double first = measured(x);
        double second = measured(y);
        boolean ratio = tolerance.scale() == Tolerance.Scale.RATIO;
        boolean above = (ratio ? first / second : first - second) >= tolerance.ideal();
        if (x.count().isPresent() && y.count().isPresent()) {
            return ofShares(x.count().get(), y.count().get(), above);
        }
        Estimate one = x.estimate().orElseThrow();
        Estimate two = y.estimate().orElseThrow();
        return ratio ? ofRatio(first, one, second, two, above) : ofDifference(first - second, one.minus(two), above);
    }

    private double ofShares(Count x, Count y, boolean above) {
        double x1 = (double) x.numerator();
        double n1 = (double) x.denominator();
        double x2 = (double) y.numerator();
        double n2 = (double) y.denominator();
        return switch (tolerance.scale()) {
            case DIFFERENCE ->
                above
                        ? ProportionTest.differenceAbove(x1, n1, x2, n2, tolerance.bound())
                        : ProportionTest.differenceBelow(x1, n1, x2, n2, tolerance.bound());
            case RATIO ->
                above
                        ? ProportionTest.ratioAbove(x1, n1, x2, n2, tolerance.high())
                        : ProportionTest.ratioBelow(x1, n1, x2, n2, tolerance.low());
        };
    }

    private double ofDifference(double difference, Estimate error, boolean above) {
        double beyond = above ? difference - tolerance.high() : tolerance.low() - difference;
        return StudentT.upperTail(beyond / error.standardError(), error.freedom());
    }

    private double ofRatio(double first, Estimate one, double second, Estimate two, boolean above) {
        if (first <= 0) {
            return 1; // no logarithm, and so nothing is shown by it
        }
        Estimate error = one.ofLogarithm(first).minus(two.ofLogarithm(second));
        double log = Math.log(first / second);
        double beyond = above ? log - Math.log(tolerance.high()) : Math.log(tolerance.low()) - log;
        return StudentT.upperTail(beyond / error.standardError(), error.freedom());
    }

    private static double measured(Side side) {
        if (side.value() instanceof MetricValue.Measured measured) {
            return measured.value();
        }
        throw new IllegalArgumentException("undefined: " + side.value());
    }
}
