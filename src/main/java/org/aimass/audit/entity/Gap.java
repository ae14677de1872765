package org.aimass.audit.entity;

import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;

/**
 * How far one group's measure is from its reference group's, with interval and test, before any correction.
 *
 * @param obstacle why it cannot be judged
 * @param pValue one-sided, that the gap lies beyond the tolerance on the side where it was measured; empty with an obstacle
 */
record Gap(
        Measure measure,
        Tolerance tolerance,
        GroupSummary group,
        GroupSummary reference,
        Side groupSide,
        Side referenceSide,
        MetricValue value,
        Uncertainty uncertainty,
        Optional<Doubt> obstacle,
        OptionalDouble pValue) {

    static Gap between(
            Measure measure,
            Tolerance tolerance,
            GroupSummary group,
            GroupSummary reference,
            SidePair pair,
            int minimum,
            AuditPlan plan) {
        Side x = pair.group();
        Side y = pair.reference();
        Optional<Doubt> undefined = undefined(x, y, tolerance.scale());
        if (undefined.isPresent()) {
            String reason = reason(undefined.get(), x, y);
            return of(
                    measure,
                    tolerance,
                    group,
                    reference,
                    pair,
                    new Contrast(MetricValue.undefined(reason), new Uncertainty.NoInterval(reason)),
                    undefined,
                    OptionalDouble.empty());
        }
        Contrast contrast = Contrast.between(pair, tolerance.scale(), plan.confidence());
        Optional<Doubt> obstacle = small(x, y, minimum).or(() -> unsure(pair, tolerance.scale()));
        OptionalDouble p = obstacle.isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(new BeyondTolerance(tolerance).test(pair));
        return of(measure, tolerance, group, reference, pair, contrast, obstacle, p);
    }

    private static Gap of(
            Measure measure,
            Tolerance tolerance,
            GroupSummary group,
            GroupSummary reference,
            SidePair pair,
            Contrast contrast,
            Optional<Doubt> obstacle,
            OptionalDouble pValue) {
        return new Gap(
                measure,
                tolerance,
                group,
                reference,
                pair.group(),
                pair.reference(),
                contrast.gap(),
                contrast.uncertainty(),
                obstacle,
                pValue);
    }

    /** @param adjusted the p-value after correction; empty where nothing was tested */
    JudgedComparison judged(OptionalDouble adjusted, double level) {
        Verdict verdict = verdict(adjusted, level);
        return new JudgedComparison(
                measure,
                tolerance,
                group.features(),
                reference.features(),
                groupSide,
                referenceSide,
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
        boolean outside = uncertainty instanceof Interval interval
                && (interval.low() > tolerance.high() || interval.high() < tolerance.low());
        return outside ? Doubt.NOT_AFTER_CORRECTION : Doubt.ACROSS_THE_EDGE;
    }

    private static Optional<Doubt> undefined(Side x, Side y, Tolerance.Scale scale) {
        if (x.value() instanceof MetricValue.Undefined) {
            return Optional.of(Doubt.GROUP_UNDEFINED);
        }
        if (!(y.value() instanceof MetricValue.Measured measured)) {
            return Optional.of(Doubt.REFERENCE_UNDEFINED);
        }
        boolean noRatio = scale == Tolerance.Scale.RATIO && !(measured.value() > 0);
        return noRatio ? Optional.of(Doubt.RATIO_UNDEFINED) : Optional.empty();
    }

    private static String reason(Doubt doubt, Side x, Side y) {
        return switch (doubt) {
            case GROUP_UNDEFINED ->
                x.count()
                        .map(none -> "nobody of the group is in the denominator")
                        .orElseGet(() -> "of the group: " + why(x));
            case REFERENCE_UNDEFINED ->
                y.count()
                        .map(none -> "nobody of the reference group is in the denominator")
                        .orElseGet(() -> "of the reference group: " + why(y));
            default ->
                y.count().isPresent()
                        ? "the reference group's rate is zero"
                        : "the reference group's value is not above zero";
        };
    }

    private static String why(Side side) {
        return side.value() instanceof MetricValue.Undefined undefined ? undefined.reason() : "not measured";
    }

    private static Optional<Doubt> small(Side x, Side y, int minimum) {
        if (x.people() < minimum) {
            return Optional.of(Doubt.GROUP_TOO_SMALL);
        }
        return y.people() < minimum ? Optional.of(Doubt.REFERENCE_TOO_SMALL) : Optional.empty();
    }

    private static Optional<Doubt> unsure(SidePair pair, Tolerance.Scale scale) {
        return pair.isComparable(scale) ? Optional.empty() : Optional.of(Doubt.ERROR_UNKNOWN);
    }
}
