package org.aimass.audit.entity;

import org.aimass.audit.entity.JudgedComparison.Count;
import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;

/**
 * How far one rate lies from another that was counted over other people, described and not judged.
 *
 * @param gap the first minus the second, or the first divided by the second
 * @param uncertainty of the gap
 */
public record Contrast(MetricValue gap, Uncertainty uncertainty) {

    /**
     * Newcombe's interval of the difference (Statistics in Medicine 17, 1998, method 10), Katz's of the ratio (Biometrics 34, 1978):
     * the rates are of independent people.
     *
     * @param confidence strictly between 0 and 1
     */
    public static Contrast between(Count first, Count second, Tolerance.Scale scale, double confidence) {
        if (first.denominator() == 0 || second.denominator() == 0) {
            return undefined("nobody in the denominator");
        }
        double x1 = first.numerator();
        double n1 = first.denominator();
        double x2 = second.numerator();
        double n2 = second.denominator();
        if (scale == Tolerance.Scale.DIFFERENCE) {
            return new Contrast(MetricValue.of(x1 / n1 - x2 / n2), Intervals.newcombe(x1, n1, x2, n2, confidence));
        }
        return second.numerator() == 0
                ? undefined("the rate below is zero")
                : new Contrast(MetricValue.of(x1 / n1 / (x2 / n2)), Intervals.katz(x1, n1, x2, n2, confidence));
    }

    private static Contrast undefined(String reason) {
        return new Contrast(MetricValue.undefined(reason), new Uncertainty.NoInterval(reason));
    }
}
