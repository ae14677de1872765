package org.aimass.audit.entity;

import java.util.Optional;
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
     * (Biometrics 34, 1978), of means Student's of the difference (Welch, Biometrika 34, 1947, where they are independent) and
     * of the ratio's logarithm.
     *
     * @param confidence strictly between 0 and 1
     */
    public static Contrast between(SidePair pair, Tolerance.Scale scale, double confidence) {
        if (pair.group().value() instanceof MetricValue.Undefined none) {
            return undefined(none.reason());
        }
        if (pair.reference().value() instanceof MetricValue.Undefined none) {
            return undefined(none.reason());
        }
        double one = ((MetricValue.Measured) pair.group().value()).value();
        double two = ((MetricValue.Measured) pair.reference().value()).value();
        boolean ratio = scale == Tolerance.Scale.RATIO;
        if (ratio && !(two > 0)) {
            return undefined("the value below is not above zero");
        }
        double gap = ratio ? one / two : one - two;
        return new Contrast(MetricValue.of(gap), uncertainty(pair, gap, scale, confidence));
    }

    private static Uncertainty uncertainty(SidePair pair, double gap, Tolerance.Scale scale, double confidence) {
        boolean ratio = scale == Tolerance.Scale.RATIO;
        if (pair.areShares()) {
            return ofShares(
                    pair.group().count().orElseThrow(), pair.reference().count().orElseThrow(), ratio, confidence);
        }
        Optional<Estimate> error = pair.error(scale);
        if (error.isEmpty()) {
            return new Uncertainty.NoInterval("the sampling error of the two is not known");
        }
        String method = pair.independent() ? "welch" : shared(error.get());
        if (!ratio) {
            return error.get().around(gap, confidence, method);
        }
        Interval log = error.get().around(Math.log(gap), confidence, method);
        return new Interval(Math.exp(log.low()), Math.exp(log.high()), confidence, "welch_logarithm");
    }

    /** Of values that rest on the same lists, or on the same images or speakers, which were drawn again. */
    private static String shared(Estimate error) {
        return Double.isInfinite(error.freedom()) ? "bootstrap_error" : "student_t_lists";
    }

    private static Interval ofShares(Count first, Count second, boolean ratio, double confidence) {
        double x1 = (double) first.numerator();
        double n1 = (double) first.denominator();
        double x2 = (double) second.numerator();
        double n2 = (double) second.denominator();
        return ratio ? Intervals.katz(x1, n1, x2, n2, confidence) : Intervals.newcombe(x1, n1, x2, n2, confidence);
    }

    private static Contrast undefined(String reason) {
        return new Contrast(MetricValue.undefined(reason), new Uncertainty.NoInterval(reason));
    }
}
