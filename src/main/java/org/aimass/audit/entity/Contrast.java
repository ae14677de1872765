package org.aimass.audit.entity;

import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;

/**
 * How far one group's value lies from that of other people, described and not judged.
 *
 * @param gap the first minus the second, or the first divided by the second
 * @param uncertainty of the gap
 */
public record Contrast(MetricValue gap, Uncertainty uncertainty) {

    /**
     * Of shares Newcombe's interval of the difference (Statistics in Medicine 17, 1998, method 10) and Katz's of the ratio
     * (Biometrics 34, 1978), of means Welch's (Biometrika 34, 1947), of their ratio that of the logarithms.
     *
     * @param confidence strictly between 0 and 1
     */
    public static Contrast between(Side first, Side second, Tolerance.Scale scale, double confidence) {
        if (first.value() instanceof MetricValue.Undefined none) {
            return undefined(none.reason());
        }
        if (second.value() instanceof MetricValue.Undefined none) {
            return undefined(none.reason());
        }
        double one = ((MetricValue.Measured) first.value()).value();
        double two = ((MetricValue.Measured) second.value()).value();
        boolean ratio = scale == Tolerance.Scale.RATIO;
        if (ratio && !(two > 0)) {
            return undefined("the value below is not above zero");
        }
        MetricValue gap = MetricValue.of(ratio ? one / two : one - two);
        if (first.count().isPresent() && second.count().isPresent()) {
            return new Contrast(
                    gap, ofShares(first.count().get(), second.count().get(), ratio, confidence));
        }
        if (first.estimate().isEmpty() || second.estimate().isEmpty()) {
            return new Contrast(gap, new Uncertainty.NoInterval("the sampling error of one of the two is not known"));
        }
        Estimate x = first.estimate().get();
        Estimate y = second.estimate().get();
        return new Contrast(
                gap, ratio ? ofRatio(one, x, two, y, confidence) : x.minus(y).around(one - two, confidence, "welch"));
    }

    private static Interval ofShares(Count first, Count second, boolean ratio, double confidence) {
        double x1 = (double) first.numerator();
        double n1 = (double) first.denominator();
        double x2 = (double) second.numerator();
        double n2 = (double) second.denominator();
        return ratio ? Intervals.katz(x1, n1, x2, n2, confidence) : Intervals.newcombe(x1, n1, x2, n2, confidence);
    }

    private static Uncertainty ofRatio(double one, Estimate x, double two, Estimate y, double confidence) {
        if (one <= 0) {
            return new Uncertainty.NoInterval("a value that is not above zero has no logarithm");
        }
        Interval log =
                x.ofLogarithm(one).minus(y.ofLogarithm(two)).around(Math.log(one / two), confidence, "welch_logarithm");
        return new Interval(Math.exp(log.low()), Math.exp(log.high()), confidence, "welch_logarithm");
    }

    private static Contrast undefined(String reason) {
        return new Contrast(MetricValue.undefined(reason), new Uncertainty.NoInterval(reason));
    }
}
