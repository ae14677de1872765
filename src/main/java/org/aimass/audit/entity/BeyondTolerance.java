package org.aimass.audit.entity;

import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ProportionTest;
import org.aimass.engine.metrics.StudentT;

/**
 * The one-sided test that two values lie further apart than the tolerance allows, on the side where they were measured: of two
 * shares by their score tests (Miettinen and Nurminen, Statistics in Medicine 4, 1985), of two means by the t test of their
 * difference (Welch, Biometrika 34, 1947, where they are independent), in ratios by that of the logarithms.
 */
record BeyondTolerance(Tolerance tolerance) {

    /** @return the p-value, for a pair that is comparable on the tolerance's scale */
    double test(SidePair pair) {
        double first = measured(pair.group());
        double second = measured(pair.reference());
        boolean ratio = tolerance.scale() == Tolerance.Scale.RATIO;
        double gap = ratio ? first / second : first - second;
        boolean above = gap >= tolerance.ideal();
        if (pair.areShares()) {
            return ofShares(
                    pair.group().count().orElseThrow(), pair.reference().count().orElseThrow(), above);
        }
        Estimate error = pair.error(tolerance.scale()).orElseThrow();
        double beyond = ratio
                ? above ? Math.log(gap / tolerance.high()) : Math.log(tolerance.low() / gap)
                : above ? gap - tolerance.high() : tolerance.low() - gap;
        return StudentT.upperTail(beyond / error.standardError(), error.freedom());
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

    private static double measured(Side side) {
        if (side.value() instanceof MetricValue.Measured measured) {
            return measured.value();
        }
        throw new IllegalArgumentException("undefined: " + side.value());
    }
}
