package org.aimass.audit.boundary;

import java.util.Collection;
import java.util.Set;
import org.aimass.engine.metrics.Measurement;
import org.aimass.web.Format;
import org.aimass.web.Scale;

/** How people read a number of the outcome. */
enum Reading {
    /** In percent: a quotient of counts, or a mean of such. */
    SHARE,
    /** In percentage points, with a sign: a difference of such. */
    POINTS,
    /** As a whole number. */
    COUNT,
    /** With three decimals. */
    NUMBER;

    private static final Set<String> COUNTS = Set.of("speakers", "listeners");
    private static final String ERRORS = "(word|character)_error_rate";

    static Reading of(Measurement measurement) {
        String metric = measurement.metric();
        if (COUNTS.contains(metric)) {
            return COUNT;
        }
        if (metric.equals("identity_false_positive_gap") || metric.matches(".*" + ERRORS + "_difference")) {
            return POINTS;
        }
        return measurement.fraction().isPresent() || metric.matches(".*" + ERRORS) ? SHARE : NUMBER;
    }

    String value(double value, Format format) {
        return switch (this) {
            case SHARE -> format.rarePercent(value);
            case POINTS -> format.points(value);
            case COUNT -> format.whole((long) value);
            case NUMBER -> format.decimal(value);
        };
    }

    String interval(double low, double high, Format format) {
        return switch (this) {
            case SHARE -> format.rareInterval(low, high);
            case POINTS -> format.pointsInterval(low, high);
            case COUNT, NUMBER -> format.decimalInterval(low, high);
        };
    }

    /** Errors may be more than words were said: then the axis ends beyond 100 %. */
    Scale scale(Collection<Double> ends) {
        return switch (this) {
            case SHARE -> Scale.ofRates(ends);
            case POINTS -> Scale.ofDifferences(0.01, ends);
            case COUNT, NUMBER -> Scale.of(ends);
        };
    }
}
