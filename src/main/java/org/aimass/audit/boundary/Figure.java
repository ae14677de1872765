package org.aimass.audit.boundary;

import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;

/**
 * One number about everybody, in words.
 *
 * @param interval may be empty
 */
public record Figure(String name, String value, String interval) {

    static Figure of(Measurement measurement, AuditText text) {
        boolean share = measurement.fraction().isPresent();
        String value = measurement.value() instanceof MetricValue.Measured measured
                ? text.number(measured.value(), share)
                : text.say("results.undefined");
        String interval = measurement.uncertainty() instanceof Interval found
                ? text.interval(found.low(), found.high(), share)
                : "";
        return new Figure(text.metric(measurement.metric()), value, interval);
    }
}
