package org.aimass.audit.entity;

import java.util.Optional;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.MetricValue;

/**
 * What was measured of a group and of the group that it is compared with.
 *
 * @param difference how sure the engine is of the difference; empty where it did not say
 * @param independent whether the two rest on different people, and not on the same speakers or the same lists of a ranking
 */
public record SidePair(Side group, Side reference, Optional<Estimate> difference, boolean independent) {

    private static final double MORE_BY_ROUNDING = 1 + 1e-9;

    /** Of different people. */
    public static SidePair independent(Side group, Side reference) {
        return new SidePair(group, reference, Optional.empty(), true);
    }

    /** Both are shares of people that were counted. */
    boolean areShares() {
        return independent && group.count().isPresent() && reference.count().isPresent();
    }

    /** How sure a difference is, or the logarithm of a ratio; empty where that is not known, or there is no logarithm. */
    Optional<Estimate> error(Tolerance.Scale scale) {
        if (scale == Tolerance.Scale.DIFFERENCE && difference.isPresent()) {
            return difference;
        }
        if (group.estimate().isEmpty() || reference.estimate().isEmpty()) {
            return Optional.empty();
        }
        Estimate x = group.estimate().get();
        Estimate y = reference.estimate().get();
        if (scale == Tolerance.Scale.DIFFERENCE) {
            return independent ? Optional.of(x.minus(y)) : Optional.empty();
        }
        return ofLogarithm(x, y);
    }

    private Optional<Estimate> ofLogarithm(Estimate x, Estimate y) {
        if (!(group.value() instanceof MetricValue.Measured one)
                || !(reference.value() instanceof MetricValue.Measured two)
                || !(one.value() > 0 && two.value() > 0)) {
            return Optional.empty();
        }
        return independent
                ? Optional.of(x.ofLogarithm(one.value()).minus(y.ofLogarithm(two.value())))
                : difference.flatMap(both -> ofLogarithm(x, one.value(), y, two.value(), both));
    }

    /**
     * Of values that share people, by the delta method: the variance of x/a - y/b, whose covariance follows from that of x - y. Empty
     * where the three errors do not agree with each other.
     */
    private static Optional<Estimate> ofLogarithm(Estimate x, double a, Estimate y, double b, Estimate both) {
        double own = x.standardError() * x.standardError();
        double other = y.standardError() * y.standardError();
        double covariance = (own + other - both.standardError() * both.standardError()) / 2;
        double variance = own / (a * a) + other / (b * b) - 2 * covariance / (a * b);
        boolean possible = Math.abs(covariance) <= x.standardError() * y.standardError() * MORE_BY_ROUNDING;
        return possible && variance > 0
                ? Optional.of(new Estimate(Math.sqrt(variance), both.freedom()))
                : Optional.empty();
    }

    /** Whether a gap between the two has an interval. */
    boolean isComparable(Tolerance.Scale scale) {
        return areShares() || error(scale).isPresent();
    }
}
