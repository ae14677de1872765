package org.aimass.engine.metrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A measurement of everybody, of which a test needs the metric and little else. */
public final class MeasuredAlone {

    private MeasuredAlone() {}

    public static Measurement of(String metric) {
        return of(metric, Map.of());
    }

    /** @param at its parameters */
    public static Measurement of(String metric, Map<String, Object> at) {
        return new Measurement(
                metric,
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                at,
                MetricValue.of(0.25),
                Optional.empty(),
                new Uncertainty.NoInterval("none"));
    }
}
