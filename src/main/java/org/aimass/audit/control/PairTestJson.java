package org.aimass.audit.control;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.TestResult;

/** One entry of {@code tests} in an outcome file. */
final class PairTestJson {

    private static final int MAX_TESTS = 500_000;
    private static final int MAX_FEATURES = 20;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_NAME = 80;
    private static final int MAX_REASON = 500;

    private PairTestJson() {}

    static List<PairTest> read(Fields outcome) {
        return outcome.has("tests") ? outcome.list("tests", MAX_TESTS, PairTestJson::test) : List.of();
    }

    private static PairTest test(Fields json) {
        boolean undefined = json.has("undefined");
        MetricValue value = undefined
                ? MetricValue.undefined(json.text("undefined", MAX_REASON))
                : MetricValue.of(probability(json, "p_value"));
        return new PairTest(
                json.text("metric", MAX_NAME),
                json.has("features") ? json.textMap("features", MAX_FEATURES, MAX_TEXT) : Map.of(),
                json.texts("over", MAX_FEATURES, MAX_TEXT),
                pair(json.texts("pair", 2, MAX_FEATURES * MAX_TEXT)),
                new TestResult(json.text("test", MAX_NAME), value),
                undefined ? OptionalDouble.empty() : OptionalDouble.of(probability(json, "adjusted_p_value")));
    }

    private static Measurement.Pair pair(List<String> names) {
        if (names.size() != 2) {
            throw new Fields.Malformed("tests: a pair has two groups");
        }
        return new Measurement.Pair(names.get(0), names.get(1));
    }

    static double probability(Fields json, String name) {
        double value = json.number(name);
        if (!(value >= 0 && value <= 1)) {
            throw new Fields.Malformed(name + ": " + value + " is no probability");
        }
        return value;
    }
}
