package org.aimass.audit.entity;

import java.util.Optional;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;

/**
 * What was measured of one group, as far as comparing it with another needs it.
 *
 * @param people over whom the value is taken; of what is no share of rows, the group's rows
 * @param count of a share its two counts
 * @param estimate of what is no share how sure it is; empty where that is not known
 */
public record Side(MetricValue value, long people, Optional<Count> count, Optional<Estimate> estimate) {

    /** A share. */
    public static Side of(Count count) {
        return new Side(count.value(), count.denominator(), Optional.of(count), Optional.empty());
    }

    /**
     * Counted by the portal itself where it can be, else as the engine measured it.
     *
     * @param measured empty where the outcome has no such measurement
     */
    public static Side of(Measure measure, GroupSummary group, Optional<Measurement> measured) {
        Optional<Count> counted = measure.rate()
                .filter(rate -> group.confusion().isPresent())
                .map(rate -> Count.of(rate, group))
                .or(() -> measured.filter(Side::isShare)
                        .flatMap(Measurement::fraction)
                        .flatMap(Side::whole));
        MetricValue value = counted.map(Count::value)
                .or(() -> measured.map(Measurement::value))
                .orElseGet(() -> MetricValue.undefined("not measured"));
        return new Side(
                value,
                counted.map(Count::denominator).orElseGet(() -> people(group, measured)),
                counted,
                measured.map(Measurement::uncertainty)
                        .flatMap(it -> it instanceof Interval interval ? interval.estimate() : Optional.empty()));
    }

    /** Of pairs and searches only some may count for a value; of words there are more than rows. */
    private static long people(GroupSummary group, Optional<Measurement> measured) {
        return measured.flatMap(Measurement::fraction)
                .map(Fraction::denominator)
                .filter(all -> all == Math.rint(all) && all <= group.rows())
                .map(Double::longValue)
                .orElseGet(group::rows);
    }

    /**
     * Errors for each word are a quotient of counts too, but not of people; their interval rests on a standard error, or there is none.
     */
    private static boolean isShare(Measurement measurement) {
        return measurement.value() instanceof MetricValue.Undefined
                || (measurement.uncertainty() instanceof Interval interval
                        && interval.estimate().isEmpty());
    }

    /** Weighted rows are no people that could be counted. */
    private static Optional<Count> whole(Fraction fraction) {
        boolean whole = fraction.numerator() <= fraction.denominator()
                && fraction.numerator() == Math.rint(fraction.numerator())
                && fraction.denominator() == Math.rint(fraction.denominator());
        return whole
                ? Optional.of(new Count((long) fraction.numerator(), (long) fraction.denominator()))
                : Optional.empty();
    }
}
