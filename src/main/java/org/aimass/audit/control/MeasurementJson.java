package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;

/** One entry of {@code measurements} in an outcome file. */
final class MeasurementJson {

    private static final int MAX_FEATURES = 20;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_NAME = 80;
    private static final int MAX_REASON = 500;

    private MeasurementJson() {}

    static Measurement read(Fields json) {
        MetricValue value = json.has("undefined")
                ? MetricValue.undefined(json.text("undefined", MAX_REASON))
                : MetricValue.of(json.number("value"));
        return new Measurement(
                json.text("metric", MAX_NAME),
                json.has("features") ? json.textMap("features", MAX_FEATURES, MAX_TEXT) : Map.of(),
                json.has("over") ? json.texts("over", MAX_FEATURES, MAX_TEXT) : List.of(),
                json.has("groups") ? json.texts("groups", MAX_FEATURES, MAX_FEATURES * MAX_TEXT) : List.of(),
                json.has("pair") ? Optional.of(pair(json.texts("pair", 2, MAX_FEATURES * MAX_TEXT))) : Optional.empty(),
                json.has("at") ? json.map("at", MAX_FEATURES, MeasurementJson::parameter) : Map.of(),
                value,
                json.has("denominator")
                        ? Optional.of(new Fraction(json.number("numerator"), json.number("denominator")))
                        : Optional.empty(),
                uncertainty(json, value));
    }

    private static Uncertainty uncertainty(Fields json, MetricValue value) {
        if (json.has("interval")) {
            return json.object("interval", MeasurementJson::interval);
        }
        if (value instanceof MetricValue.Undefined undefined && !json.has("no_interval")) {
            return new Uncertainty.NoInterval(undefined.reason());
        }
        return new Uncertainty.NoInterval(json.text("no_interval", MAX_REASON));
    }

    static Interval interval(Fields interval) {
        double low = interval.number("low");
        double high = interval.number("high");
        double confidence = interval.number("confidence");
        if (low > high || !(confidence > 0 && confidence < 1)) {
            throw new Fields.Malformed("measurements: an interval from " + low + " to " + high + " at " + confidence);
        }
        return new Interval(low, high, confidence, interval.text("method", MAX_NAME), estimate(interval));
    }

    private static Optional<Estimate> estimate(Fields interval) {
        if (!interval.has("standard_error")) {
            return Optional.empty();
        }
        double error = interval.number("standard_error");
        double freedom =
                interval.has("degrees_of_freedom") ? interval.number("degrees_of_freedom") : Double.POSITIVE_INFINITY;
        if (!(error > 0 && freedom > 0)) {
            throw new Fields.Malformed("measurements: a standard error of " + error + " with " + freedom);
        }
        return Optional.of(new Estimate(error, freedom));
    }

    private static Measurement.Pair pair(List<String> names) {
        if (names.size() != 2) {
            throw new Fields.Malformed("measurements: a pair has two groups");
        }
        return new Measurement.Pair(names.get(0), names.get(1));
    }

    static Object parameter(String path, JsonNode value) {
        if (value.isTextual()) {
            return Fields.text(path, value, MAX_REASON);
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            return value.doubleValue();
        }
        throw new Fields.Malformed(path + ": expected a text, a finite number, true or false");
    }

    /** Reads a column that {@link StrictJson#write} wrote from a map of parameters. */
    static Map<String, Object> parameters(String text) {
        return Fields.read(
                "",
                StrictJson.read("{\"at\":" + text + "}"),
                json -> Collections.unmodifiableMap(json.map("at", MAX_FEATURES, MeasurementJson::parameter)));
    }
}
