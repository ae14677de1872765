package org.aimass.engine.metrics;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** What an audit can show before it is run. */
public final class Power {

    private Power() {}

    /**
     * The smallest true gap between two proportions that {@link ProportionTest#differenceAbove} would show to exceed the
     * tolerance with the given probability (Farrington and Manning, 1990). A gap may go either way from the base rate;
     * the larger of the two answers is given.
     *
     * @param group rows of the group that the metric counts, such as its labelled positives; greater than 0
     * @param reference the same of the reference group
     * @param baseRate the reference group's rate, from 0 to 1
     * @param tolerance at least 0
     * @param level of the one-sided test, such as 0.05 divided by the number of comparisons
     * @param power the wished probability, such as 0.8
     * @return empty where no gap, however large, would be shown
     */
    public static OptionalDouble smallestDifference(
            double group, double reference, double baseRate, double tolerance, double level, double power) {
        double za = Normal.quantile(1 - level);
        double zb = Normal.quantile(power);
        OptionalDouble up = smallest(tolerance, 1 - baseRate, gap -> {
            double rate = Math.min(1, baseRate + gap);
            double atTolerance =
                    ProportionTest.differenceError(rate * group, group, baseRate * reference, reference, tolerance);
            return gap - tolerance - za * atTolerance - zb * error(rate, group, baseRate, reference);
        });
        OptionalDouble down = smallest(tolerance, baseRate, gap -> {
            double rate = Math.max(0, baseRate - gap);
            double atTolerance =
                    ProportionTest.differenceError(baseRate * reference, reference, rate * group, group, tolerance);
            return gap - tolerance - za * atTolerance - zb * error(rate, group, baseRate, reference);
        });
        if (up.isPresent() && down.isPresent()) {
            return up.getAsDouble() > down.getAsDouble() ? up : down;
        }
        return up.isPresent() ? up : down;
    }

    private static double error(double p1, double n1, double p2, double n2) {
        return Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
    }

    /** The smallest gap with a positive surplus: a first positive point on a grid, then bisection before it. */
    private static OptionalDouble smallest(double tolerance, double limit, DoubleUnaryOperator surplus) {
        int points = 400;
        for (int i = 1; i <= points; i++) {
            double gap = tolerance + (limit - tolerance) * i / points;
            if (limit > tolerance && surplus.applyAsDouble(gap) >= 0) {
                double low = tolerance + (limit - tolerance) * (i - 1) / points;
                double high = gap;
                for (int step = 0; step < 60; step++) {
                    double middle = (low + high) / 2;
                    if (surplus.applyAsDouble(middle) >= 0) {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                return OptionalDouble.of(high);
            }
        }
        return OptionalDouble.empty();
    }
}
