package org.aimass.engine.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.Uncertainty;

/** What a measurement is about; makes measurements of it. */
record Place(Map<String, String> features, List<String> over, List<String> groups, Optional<Measurement.Pair> pair) {

    static Place group(Map<String, String> features) {
        return new Place(features, List.of(), List.of(), Optional.empty());
    }

    static Place over(Map<String, String> slice, List<String> over) {
        return new Place(slice, over, List.of(), Optional.empty());
    }

    Place pair(String group, String reference) {
        return new Place(features, over, groups, Optional.of(new Measurement.Pair(group, reference)));
    }

    Place naming(List<String> extremes) {
        return new Place(features, over, extremes, pair);
    }

    Measurement measured(String metric, Map<String, Object> at, double value, Uncertainty uncertainty) {
        return entry(metric, at, MetricValue.of(value), Optional.empty(), uncertainty);
    }

    /** With the counts that the value is the quotient of. */
    Measurement measured(
            String metric, Map<String, Object> at, double value, Optional<Fraction> fraction, Uncertainty uncertainty) {
        return entry(metric, at, MetricValue.of(value), fraction, uncertainty);
    }

    Measurement measured(String metric, Proportion proportion, Bootstrap bootstrap) {
        return measured(metric, Map.of(), proportion, bootstrap);
    }

    Measurement measured(String metric, Map<String, Object> at, Proportion proportion, Bootstrap bootstrap) {
        Interval interval = bootstrap.interval(proportion);
        MetricValue value = MetricValue.of(proportion.value());
        return entry(metric, at, value, Optional.of(proportion.fraction()), interval);
    }

    Measurement undefined(String metric, Map<String, Object> at, String reason) {
        Uncertainty none = new Uncertainty.NoInterval("the value is undefined");
        return entry(metric, at, MetricValue.undefined(reason), Optional.empty(), none);
    }

    /** Measured, or undefined where the value is NaN. */
    Measurement either(String metric, Map<String, Object> at, double value, String reason, Uncertainty uncertainty) {
        return Double.isNaN(value) ? undefined(metric, at, reason) : measured(metric, at, value, uncertainty);
    }

    private Measurement entry(
            String metric,
            Map<String, Object> at,
            MetricValue value,
            Optional<Fraction> fraction,
            Uncertainty uncertainty) {
        return new Measurement(metric, features, over, groups, pair, at, value, fraction, uncertainty);
    }

    /** Names draws, so it is written out: the one that records bring is made at run time, which takes long. */
    @Override
    public String toString() {
        return "Place[features=" + features + ", over=" + over + ", groups=" + groups + ", pair=" + pair + "]";
    }
}
