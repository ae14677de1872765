package org.aimass.audit.entity;

import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.audit.entity.JudgedComparison.Count;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ProportionTest;
import org.aimass.engine.metrics.Uncertainty;

/**
 * How far one group's rate is from its reference group's, with interval and test, before any correction.
 *
 * @param obstacle why it cannot be judged
 * @param pValue one-sided, that the gap lies beyond the tolerance on the side where it was measured; empty with an obstacle
 */
record Gap(
        AuditPolicy.Comparison comparison,
        GroupSummary group,
        GroupSummary reference,
        MetricValue value,
        Uncertainty uncertainty,
        Optional<Doubt> obstacle,
        OptionalDouble pValue) {

    static Gap between(
            AuditPolicy.Comparison comparison,
            GroupSummary group,
            GroupSummary reference,
            int minimum,
            AuditPlan plan) {
        Count x = count(comparison, group);
        Count y = count(comparison, reference);
        Tolerance tolerance = comparison.tolerance();
        Optional<Doubt> undefined = undefined(x, y, tolerance.scale());
        if (undefined.isPresent()) {
            String reason = reason(undefined.get());
            return new Gap(
                    comparison,
                    group,
                    reference,
                    MetricValue.undefined(reason),
                    new Uncertainty.NoInterval(reason),
                    undefined,
                    OptionalDouble.empty());
        }
        Pair pair = Pair.of(x, y);
        Optional<Doubt> small = small(x, y, minimum);
        return new Gap(
                comparison,
                group,
                reference,
                MetricValue.of(pair.gap(tolerance.scale())),
                pair.interval(tolerance.scale(), plan.confidence()),
                small,
                small.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(pair.test(tolerance)));
    }

    /** Two independent shares: x1 of n1 in the group, x2 of n2 in the reference. */
    private record Pair(double x1, double n1, double x2, double n2) {

        static Pair of(Count x, Count y) {
            return new Pair(
                    (double) x.numerator(), (double) x.denominator(), (double) y.numerator(), (double) y.denominator());
        }

        double gap(Tolerance.Scale scale) {
            return scale == Tolerance.Scale.RATIO ? x1 / n1 / (x2 / n2) : x1 / n1 - x2 / n2;
        }

        Interval interval(Tolerance.Scale scale, double confidence) {
            return scale == Tolerance.Scale.RATIO
                    ? Intervals.katz(x1, n1, x2, n2, confidence)
                    : Intervals.newcombe(x1, n1, x2, n2, confidence);
        }

        /** That the gap lies beyond the tolerance, on the side where it was measured. */
        double test(Tolerance tolerance) {
            boolean above = gap(tolerance.scale()) >= tolerance.ideal();
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
    }

    /** @param adjusted the p-value after correction; empty where nothing was tested */
    JudgedComparison judged(OptionalDouble adjusted, double level) {
        Verdict verdict = verdict(adjusted, level);
        return new JudgedComparison(
                comparison.rate(),
                comparison.tolerance(),
                group.features(),
                reference.features(),
                count(comparison, group),
                count(comparison, reference),
                value,
                uncertainty,
                pValue,
                adjusted,
                verdict,
                verdict == Verdict.INSUFFICIENT_EVIDENCE ? Optional.of(doubt()) : Optional.empty());
    }

    private Verdict verdict(OptionalDouble adjusted, double level) {
        if (obstacle.isPresent()) {
            return Verdict.INSUFFICIENT_EVIDENCE;
        }
        if (adjusted.isPresent() && adjusted.getAsDouble() <= level) {
            return Verdict.DISPARITY_SHOWN;
        }
        Tolerance tolerance = comparison.tolerance();
        return uncertainty instanceof Interval interval
                        && interval.low() >= tolerance.low()
                        && interval.high() <= tolerance.high()
                ? Verdict.WITHIN_TOLERANCE
                : Verdict.INSUFFICIENT_EVIDENCE;
    }

    private Doubt doubt() {
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Tolerance tolerance = comparison.tolerance();
        boolean outside = uncertainty instanceof Interval interval
                && (interval.low() > tolerance.high() || interval.high() < tolerance.low());
        return outside ? Doubt.NOT_AFTER_CORRECTION : Doubt.ACROSS_THE_EDGE;
    }

    private static Optional<Doubt> undefined(Count x, Count y, Tolerance.Scale scale) {
        if (x.denominator() == 0) {
            return Optional.of(Doubt.GROUP_UNDEFINED);
        }
        if (y.denominator() == 0) {
            return Optional.of(Doubt.REFERENCE_UNDEFINED);
        }
        boolean noRatio = scale == Tolerance.Scale.RATIO && y.numerator() == 0;
        return noRatio ? Optional.of(Doubt.RATIO_UNDEFINED) : Optional.empty();
    }

    private static String reason(Doubt doubt) {
        return switch (doubt) {
            case GROUP_UNDEFINED -> "nobody of the group is in the denominator";
            case REFERENCE_UNDEFINED -> "nobody of the reference group is in the denominator";
            default -> "the reference group's rate is zero";
        };
    }

    private static Optional<Doubt> small(Count x, Count y, int minimum) {
        if (x.denominator() < minimum) {
            return Optional.of(Doubt.GROUP_TOO_SMALL);
        }
        return y.denominator() < minimum ? Optional.of(Doubt.REFERENCE_TOO_SMALL) : Optional.empty();
    }

    private static Count count(AuditPolicy.Comparison comparison, GroupSummary group) {
        return new Count(
                comparison.rate().numerator(group.counts()), comparison.rate().denominator(group.counts()));
    }
}
