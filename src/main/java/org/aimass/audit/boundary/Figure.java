package org.aimass.audit.boundary;

import java.util.List;
import org.aimass.audit.entity.Measure;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.jspecify.annotations.Nullable;

/**
 * One number about everybody, in words.
 *
 * @param interval may be empty
 * @param scale from 0 to 1, for its whisker; null, like its ends, where there is no interval within
 */
public record Figure(
        String name,
        String value,
        String interval,
        Explained explained,
        @Nullable Scale scale,
        @Nullable Double at,
        @Nullable Double low,
        @Nullable Double high) {

    static Figure of(Measurement measurement, AuditText text, Format format) {
        boolean share = Reading.of(measurement) == Reading.SHARE;
        Double number = measurement.value() instanceof MetricValue.Measured measured ? measured.value() : null;
        Interval found = measurement.uncertainty() instanceof Interval interval ? interval : null;
        boolean drawn = number != null && found != null && found.low() >= 0 && found.high() <= 1;
        return new Figure(
                text.measure(Measure.of(measurement)),
                number == null ? text.say("results.undefined") : text.number(number, share),
                found == null ? "" : text.interval(found.low(), found.high(), share),
                new Explain(text, format).value(measurement),
                drawn ? Scale.ofShares(List.of(1.0)) : null,
                drawn ? number : null,
                drawn && found != null ? Double.valueOf(found.low()) : null,
                drawn && found != null ? Double.valueOf(found.high()) : null);
    }
}
