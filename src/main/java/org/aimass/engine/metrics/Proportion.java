package org.aimass.engine.metrics;

/**
 * A share and what it rests on.
 *
 * @param numerator rows, or the sum of their weights
 * @param denominator rows, or the sum of their weights; greater than 0
 * @param effectiveRows how many independent rows of equal weight would be as sure: the denominator itself where rows are
 *     plain
 * @param plain whether rows have neither weights nor clusters
 */
public record Proportion(double numerator, double denominator, double effectiveRows, boolean plain) {

    /**
     * Of rows with weights that do not hang together: as sure as p (1 - p) over the linearized variance of the share has it; where that
     * is 0, as Kish does (Survey Sampling, 1965), the squared sum over the sum of squares. Never more than there are rows.
     *
     * @param squaresAbove the sum of the squared weights above
     * @param squaresBelow of those below, greater than 0
     * @param rows how many rows with a weight above 0 the share is taken over
     */
    static Proportion weighted(double above, double below, double squaresAbove, double squaresBelow, long rows) {
        double p = Math.min(1, above / below);
        double variance = squaresAbove * (1 - p) * (1 - p) + (squaresBelow - squaresAbove) * p * p;
        double effective = variance > 0 ? p * (1 - p) * below * below / variance : below * below / squaresBelow;
        return new Proportion(above, below, Math.min(effective, (double) rows), false);
    }

    public double value() {
        return Math.min(1, numerator / denominator);
    }

    public Fraction fraction() {
        return new Fraction(numerator, denominator);
    }

    /** Wilson's interval. */
    public Interval interval(double confidence) {
        return interval(confidence, RateInterval.WILSON);
    }

    public Interval interval(double confidence, RateInterval method) {
        return named(method.of(effectiveHits(), effectiveRows, confidence), plain);
    }

    /** Newcombe's interval of this share less the other. */
    public Interval differenceInterval(Proportion other, double confidence) {
        return named(
                Intervals.newcombe(
                        effectiveHits(), effectiveRows, other.effectiveHits(), other.effectiveRows, confidence),
                plain && other.plain);
    }

    /** Katz's interval of this share over the other; none where the other rests on less than one effective row. */
    public Uncertainty ratioInterval(Proportion other, double confidence) {
        if (other.effectiveHits() < 1) {
            return new Uncertainty.NoInterval("fewer than one effective row is counted in the reference group");
        }
        return named(
                Intervals.katz(effectiveHits(), effectiveRows, other.effectiveHits(), other.effectiveRows, confidence),
                plain && other.plain);
    }

    /** The numerator, as far as the effective rows go. */
    double effectiveHits() {
        return plain ? numerator : value() * effectiveRows;
    }

    private static Interval named(Interval interval, boolean plain) {
        String method = plain ? interval.method() : interval.method() + "_effective_rows";
        return new Interval(interval.low(), interval.high(), interval.confidence(), method);
    }
}
