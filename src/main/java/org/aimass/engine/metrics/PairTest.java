package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Whether a group differs from its reference on a metric: an entry of {@code tests} in the outcome file. For exploring; what an audit
 * holds against a model is judged elsewhere, against a tolerance.
 *
 * @param metric the name as in the measurements
 * @param features the controlled slice, feature to value; empty where nothing is controlled
 * @param over the sensitive feature or intersection
 * @param result of the null hypothesis that there is no difference
 * @param adjusted the p-value corrected for all tests of the outcome; empty where there is none
 */
public record PairTest(
        String metric,
        Map<String, String> features,
        List<String> over,
        Measurement.Pair pair,
        TestResult result,
        OptionalDouble adjusted) {

    public PairTest {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        over = List.copyOf(over);
    }

    /** The same tests, corrected for each other by {@link BenjaminiHochberg}. */
    public static List<PairTest> adjusted(List<PairTest> tests) {
        double[] pValues = tests.stream()
                .filter(test -> test.result.pValue() instanceof MetricValue.Measured)
                .mapToDouble(test -> ((MetricValue.Measured) test.result.pValue()).value())
                .toArray();
        double[] corrected = BenjaminiHochberg.adjust(pValues);
        List<PairTest> adjusted = new ArrayList<>();
        int next = 0;
        for (PairTest test : tests) {
            boolean measured = test.result.pValue() instanceof MetricValue.Measured;
            OptionalDouble value = measured ? OptionalDouble.of(corrected[next++]) : OptionalDouble.empty();
            adjusted.add(new PairTest(test.metric, test.features, test.over, test.pair, test.result, value));
        }
        return adjusted;
    }

    /** The same test without an answer. */
    public PairTest undefined(String reason) {
        TestResult none = new TestResult(result.test(), MetricValue.undefined(reason));
        return new PairTest(metric, features, over, pair, none, OptionalDouble.empty());
    }
}
