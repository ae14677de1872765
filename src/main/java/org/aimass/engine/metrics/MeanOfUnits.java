package org.aimass.engine.metrics;

import java.util.Optional;

/** The weighted mean of one number of each of some independent units, and how sure it is; units of weight 0 do not count. */
public record MeanOfUnits(double value, Optional<Estimate> estimate) {

    /**
     * @param numbers at least one, at least 0 each
     * @param weights of the same, at least 0; where all are 0 the value is NaN
     */
    public static MeanOfUnits of(double[] numbers, double[] weights) {
        RatioEstimate.Column above = unit -> weights[unit] * numbers[unit];
        RatioEstimate.Column below = unit -> weights[unit];
        double mean = RatioEstimate.value(numbers.length, above, below);
        return new MeanOfUnits(mean, RatioEstimate.of(numbers.length, above, below, mean));
    }

    /** No lower than 0. */
    public Uncertainty uncertainty(double confidence, String method) {
        return estimate.<Uncertainty>map(
                        it -> it.around(value, confidence, method).within(0, Double.POSITIVE_INFINITY))
                .orElseGet(() -> new Uncertainty.NoInterval("fewer than two lists, or all alike"));
    }
}
