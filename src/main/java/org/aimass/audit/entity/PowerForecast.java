package org.aimass.audit.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import org.aimass.engine.metrics.Normal;
import org.aimass.engine.metrics.Power;

/**
 * Forecasts what a comparison of two groups can show. Shown means as {@link Judge} says it, at the first and strictest step of
 * Holm's correction; within tolerance means that the uncorrected interval lies inside.
 *
 * @param level of the one-sided tests before correction
 * @param comparisons of the policy, over all feature sets
 */
public record PowerForecast(double level, int comparisons) {

    private static final double POWER = 0.8;

    public PowerForecast {
        if (!(level > 0 && level < 0.5) || comparisons < 1) {
            throw new IllegalArgumentException("a level below one half, and at least one comparison");
        }
    }

    /**
     * A group that is about to be compared.
     *
     * @param people how many of it the rate is expected to be taken over
     */
    public record Group(String name, double people) {}

    /**
     * @param features what forms the groups
     * @param exact whether the groups' sizes are counted, not worked out
     * @param baseRate the assumed rate of equal groups, strictly between 0 and 1
     */
    public Detectable of(
            AuditPolicy.Comparison comparison,
            List<String> features,
            Group group,
            Group reference,
            boolean exact,
            double baseRate) {
        boolean enough = halfWidth(comparison, group.people(), reference.people(), baseRate) <= room(comparison);
        return new Detectable(
                comparison,
                Optional.empty(),
                features,
                group.name(),
                reference.name(),
                Math.round(group.people()),
                exact,
                baseRate,
                smallest(comparison, group.people(), reference.people(), baseRate),
                enough,
                enough ? OptionalLong.empty() : more(comparison, group.people(), reference.people(), baseRate));
    }

    private OptionalDouble smallest(AuditPolicy.Comparison comparison, double n1, double n2, double base) {
        if (n1 < 1 || n2 < 1) {
            return OptionalDouble.empty();
        }
        Tolerance tolerance = comparison.tolerance();
        return tolerance.scale() == Tolerance.Scale.DIFFERENCE
                ? Power.smallestDifference(n1, n2, base, tolerance.bound(), level / comparisons, POWER)
                : smallestRatio(tolerance.bound(), n1, n2, base);
    }

    /** By the normal distribution of the ratio's logarithm (Katz et al., Biometrics 34, 1978). */
    private OptionalDouble smallestRatio(double bound, double n1, double n2, double base) {
        double z = Normal.quantile(1 - level / comparisons) + Normal.quantile(POWER);
        DoublePredicate shown = ratio -> Math.log(bound / ratio) >= z * logError(ratio * base, n1, base, n2);
        for (double ratio = bound; ratio > 0.001; ratio *= 0.999) {
            if (shown.test(ratio)) {
                return OptionalDouble.of(ratio);
            }
        }
        return OptionalDouble.empty();
    }

    /** Half of the tolerance, in the scale in which its interval is symmetric. */
    private static double room(AuditPolicy.Comparison comparison) {
        Tolerance tolerance = comparison.tolerance();
        return tolerance.scale() == Tolerance.Scale.DIFFERENCE ? tolerance.bound() : -Math.log(tolerance.bound());
    }

    /** How much room equal groups need so that the interval lies inside in 4 of 5 cases: both ends must stay inside. */
    private double halfWidth(AuditPolicy.Comparison comparison, double n1, double n2, double base) {
        return spread() * error(comparison, n1, n2, base);
    }

    private double spread() {
        return Normal.quantile(1 - level) + Normal.quantile((1 + POWER) / 2);
    }

    private static double error(AuditPolicy.Comparison comparison, double n1, double n2, double base) {
        return comparison.tolerance().scale() == Tolerance.Scale.DIFFERENCE
                ? Math.sqrt(base * (1 - base) * (1 / n1 + 1 / n2))
                : logError(base, n1, base, n2);
    }

    private static double logError(double p1, double n1, double p2, double n2) {
        return Math.sqrt((1 - p1) / (n1 * p1) + (1 - p2) / (n2 * p2));
    }

    /** The variance is proportional to 1 / n1 + 1 / n2. */
    private OptionalLong more(AuditPolicy.Comparison comparison, double n1, double n2, double base) {
        double error = error(comparison, 1, 1, base);
        double allowed = 2 * Math.pow(room(comparison) / (spread() * error), 2) - 1 / n2;
        return allowed > 0 ? OptionalLong.of((long) Math.ceil(1 / allowed - n1)) : OptionalLong.empty();
    }
}
