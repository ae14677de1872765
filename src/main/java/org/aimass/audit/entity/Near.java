package org.aimass.audit.entity;

import java.util.Optional;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.aimass.engine.metrics.QuotedAnswers.Reply;
import org.aimass.engine.metrics.Uncertainty;
import org.aimass.engine.metrics.WorstSlices;

/**
 * Whether two findings differ by no more than what another processor's rounding may do: counts, names and methods are the same, and each
 * computed number is within {@link OutcomeComparison#TOLERANCE}.
 */
final class Near {

    private Near() {}

    static boolean isNear(Object one, Object two) {
        if (one instanceof Measurement first && two instanceof Measurement second) {
            return isNear(first, second);
        }
        if (one instanceof PairTest first && two instanceof PairTest second) {
            return first.result().test().equals(second.result().test())
                    && isNear(first.result().pValue(), second.result().pValue())
                    && isNear(first.adjusted().orElse(-1), second.adjusted().orElse(-1));
        }
        if (one instanceof QuotedAnswers.Answer first && two instanceof QuotedAnswers.Answer second) {
            return first.features().equals(second.features()) && isNear(first.quote(), second.quote());
        }
        return one instanceof WorstSlices.Slice first
                && two instanceof WorstSlices.Slice second
                && first.share().equals(second.share())
                && first.rest().equals(second.rest())
                && isNear(first.interval(), second.interval())
                && isNear(first.statistic(), second.statistic())
                && isNear(first.adjustedPValue(), second.adjustedPValue());
    }

    private static boolean isNear(Quote one, Quote two) {
        if (one instanceof Reply first && two instanceof Reply second) {
            return first.prompt().equals(second.prompt())
                    && first.answer().equals(second.answer())
                    && first.right().equals(second.right())
                    && first.findings().equals(second.findings())
                    && isNear(first.toxicity(), second.toxicity())
                    && isNear(first.sentiment(), second.sentiment());
        }
        return one instanceof Exchange first
                && two instanceof Exchange second
                && first.text().equals(second.text())
                && first.exchanged().equals(second.exchanged())
                && first.findings().equals(second.findings())
                && isNear(first.score(), second.score())
                && isNear(first.exchangedScore(), second.exchangedScore());
    }

    private static boolean isNear(Optional<Double> one, Optional<Double> two) {
        double first = one.orElse(0.0);
        double second = two.orElse(0.0);
        return one.isPresent() == two.isPresent() && isNear(first, second);
    }

    private static boolean isNear(Measurement one, Measurement two) {
        return one.groups().equals(two.groups())
                && one.fraction().equals(two.fraction())
                && isNear(one.value(), two.value())
                && isNear(one.uncertainty(), two.uncertainty());
    }

    private static boolean isNear(MetricValue one, MetricValue two) {
        return one.equals(two)
                || (one instanceof MetricValue.Measured first
                        && two instanceof MetricValue.Measured second
                        && isNear(first.value(), second.value()));
    }

    private static boolean isNear(Uncertainty one, Uncertainty two) {
        return one.equals(two)
                || (one instanceof Interval a
                        && two instanceof Interval b
                        && a.method().equals(b.method())
                        && isNear(a.low(), b.low())
                        && isNear(a.high(), b.high()));
    }

    private static boolean isNear(double one, double two) {
        return Math.abs(one - two) <= OutcomeComparison.TOLERANCE * Math.max(Math.abs(one), Math.abs(two));
    }
}
