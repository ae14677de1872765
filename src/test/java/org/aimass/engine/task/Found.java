package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.Uncertainty;

/** Finds the measurements of an outcome; each must be there once. */
record Found(TaskOutcome outcome) {

    Measurement of(String metric, Map<String, String> features) {
        return only(metric, features, List.of(), Optional.empty(), Map.of());
    }

    Measurement of(String metric, Map<String, String> features, Map<String, Object> at) {
        return only(metric, features, List.of(), Optional.empty(), at);
    }

    Measurement over(String metric, String feature, Map<String, Object> at) {
        return only(metric, Map.of(), List.of(feature), Optional.empty(), at);
    }

    Measurement pair(String metric, String feature, String group, String reference) {
        return only(metric, Map.of(), List.of(feature), Optional.of(new Measurement.Pair(group, reference)), Map.of());
    }

    Measurement only(
            String metric,
            Map<String, String> features,
            List<String> over,
            Optional<Measurement.Pair> pair,
            Map<String, Object> at) {
        List<Measurement> all = outcome.measurements().stream()
                .filter(it -> it.metric().equals(metric)
                        && it.features().equals(features)
                        && it.over().equals(over)
                        && it.pair().equals(pair)
                        && it.at().equals(at))
                .toList();
        assertEquals(1, all.size(), () -> metric + " of " + features + over + pair + at);
        return all.get(0);
    }

    static double value(Measurement measured) {
        return assertInstanceOf(MetricValue.Measured.class, measured.value(), measured::toString)
                .value();
    }

    static String undefined(Measurement measured) {
        return assertInstanceOf(MetricValue.Undefined.class, measured.value(), measured::toString)
                .reason();
    }

    static Interval interval(Measurement measured) {
        return assertInstanceOf(Interval.class, measured.uncertainty(), measured::toString);
    }

    static String noInterval(Measurement measured) {
        return assertInstanceOf(Uncertainty.NoInterval.class, measured.uncertainty(), measured::toString)
                .reason();
    }

    /** Of a single feature. */
    static GroupPlan plan(String feature, boolean weighted, boolean clustered) {
        return new GroupPlan(List.of(feature), List.of(), List.of(), Map.of(), weighted, clustered, 0.95, 200, 7, 10);
    }
}
