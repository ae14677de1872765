package org.aimass.audit.entity;

import java.util.Optional;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.MetricValue;

/**
 * What was measured of a group and of the group that it is compared with.
 *
 * @param difference how sure the engine is of the difference; empty where it did not say
 * @param independent whether the two rest on different people, and not on the same lists of a ranking
 */
public record SidePair(Side group, Side reference, Optional<Estimate> difference, boolean independent) {

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
        if (!independent || group.estimate().isEmpty() || reference.estimate().isEmpty()) {
            return Optional.empty();
        }
        Estimate x = group.estimate().get();
        Estimate y = reference.estimate().get();
        return scale == Tolerance.Scale.DIFFERENCE ? Optional.of(x.minus(y)) : ofLogarithm(x, y);
    }

    private Optional<Estimate> ofLogarithm(Estimate x, Estimate y) {
        return group.value() instanceof MetricValue.Measured one
                        && reference.value() instanceof MetricValue.Measured two
                        && one.value() > 0
                        && two.value() > 0
                ? Optional.of(x.ofLogarithm(one.value()).minus(y.ofLogarithm(two.value())))
                : Optional.empty();
    }

    /** Whether a gap between the two has an interval. */
    boolean isComparable(Tolerance.Scale scale) {
        return areShares() || error(scale).isPresent();
    }
}
