package org.aimass.audit.boundary;

import java.util.Collection;
import java.util.Set;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Tolerance;
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
    NUMBER,
    /** With a sign and three decimals: a difference of such. */
    STEP;

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
        return measurement.fraction().isPresent() || Measure.isRate(metric) ? SHARE : NUMBER;
    }

    /** A gap to the comparison group: of rates in points, of any other number as it is, a ratio without a sign. */
    static Reading ofGap(boolean rate, Tolerance.Scale scale) {
        if (scale == Tolerance.Scale.RATIO) {
            return NUMBER;
        }
        return rate ? POINTS : STEP;
    }

    String value(double value, Format format) {
        return switch (this) {
            case SHARE -> format.rarePercent(value);
            case POINTS -> format.points(value);
            case COUNT -> format.whole((long) value);
            case NUMBER -> format.decimal(value);
            case STEP -> format.step(value);
        };
    }

    String interval(double low, double high, Format format) {
        return switch (this) {
            case SHARE -> format.rareInterval(low, high);
            case POINTS -> format.pointsInterval(low, high);
            case COUNT, NUMBER -> format.decimalInterval(low, high);
            case STEP -> format.stepInterval(low, high);
        };
    }

    /** Errors may be more than words were said: then the axis ends beyond 100 %. */
    Scale scale(Collection<Double> ends) {
        return switch (this) {
            case SHARE -> Scale.ofRates(ends);
            case POINTS -> Scale.ofDifferences(0.01, ends);
            case COUNT, NUMBER, STEP -> Scale.of(ends);
        };
    }
}
