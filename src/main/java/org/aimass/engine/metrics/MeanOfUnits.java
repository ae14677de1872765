package org.aimass.engine.metrics;

import java.util.Optional;

/** The mean of one number of each of some independent units, and how sure it is. */
public record MeanOfUnits(double value, Optional<Estimate> estimate) {

    /** @param numbers at least one, at least 0 each */
    public static MeanOfUnits of(double[] numbers) {
        double mean = RatioEstimate.value(numbers.length, unit -> numbers[unit], unit -> 1);
        return new MeanOfUnits(mean, RatioEstimate.of(numbers.length, unit -> numbers[unit], unit -> 1, mean));
    }

    /** No lower than 0. */
    public Uncertainty uncertainty(double confidence, String method) {
        return estimate.<Uncertainty>map(
                        it -> it.around(value, confidence, method).within(0, Double.POSITIVE_INFINITY))
                .orElseGet(() -> new Uncertainty.NoInterval("fewer than two lists, or all alike"));
    }
}
