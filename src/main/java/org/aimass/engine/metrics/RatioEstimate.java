package org.aimass.engine.metrics;

import java.util.Optional;

/**
 * The quotient of two sums over independent units, such as a mean of weighted rows or a share of clustered ones, and its standard
 * error by linearization (Cochran, Sampling Techniques, 3rd edition, 1977, section 6.4).
 */
final class RatioEstimate {

    private RatioEstimate() {}

    /** One number of each unit. */
    interface Column {
        double of(int unit);
    }

    /** Sum of the one over sum of the other; NaN where that is 0. */
    static double value(int units, Column above, Column below) {
        Compensated numerator = new Compensated();
        Compensated denominator = new Compensated();
        for (int unit = 0; unit < units; unit++) {
            numerator.add(above.of(unit));
            denominator.add(below.of(unit));
        }
        return denominator.value() == 0 ? Double.NaN : numerator.value() / denominator.value();
    }

    /**
     * The standard error of that quotient: the root of n / (n - 1) times the sum of (a - r b)&sup2;, over the sum of b; units
     * with b = 0 and a = 0 do not count. Empty for fewer than two units, or where none deviates.
     */
    static Optional<Estimate> of(int units, Column above, Column below, double ratio) {
        Compensated squares = new Compensated();
        Compensated denominator = new Compensated();
        long counted = 0;
        for (int unit = 0; unit < units; unit++) {
            double a = above.of(unit);
            double b = below.of(unit);
            double deviation = a - ratio * b;
            squares.add(deviation * deviation);
            denominator.add(b);
            counted += a != 0 || b != 0 ? 1 : 0;
        }
        return of(counted, squares.value(), denominator.value());
    }

    /** The same from the sum of the squared deviations and the sum below. */
    static Optional<Estimate> of(long units, double squares, double below) {
        double error = Math.sqrt(squares * units / (units - 1.0)) / below;
        return units > 1 && error > 0 && error < Double.POSITIVE_INFINITY
                ? Optional.of(new Estimate(error, units - 1.0))
                : Optional.empty();
    }
}
