package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static Measurement measured(String metric, Map<String, Object> at) {
        return new Measurement(
                metric,
                Map.of("age", "old"),
                List.of(),
                List.of(),
                Optional.empty(),
                at,
                MetricValue.of(0.25),
                Optional.empty(),
                new Uncertainty.NoInterval("for a test"));
    }

    @Test
    void aTargetMakesAnotherMeasureOfItsMetric() {
        Measure measure = Measure.of(measured("false_match_rate", Map.of("target_fmr", 0.0001)));
        assertEquals(new Measure("false_match_rate", Optional.empty(), Map.of("target_fmr", "0.0001")), measure);
        assertEquals("false_match_rate?target_fmr=0.0001", measure.key());
        assertTrue(Measure.isPlain(measured("false_match_rate", Map.of("target_fmr", 0.0001))));
    }

    /** The threshold follows from the data: two audits at one target have different ones, and the same measure. */
    @Test
    void whatFollowsFromTheDataMakesNone() {
        Map<String, Object> at = Map.of("target_fpir", 0.01, "rank", 1, "threshold", 0.73);
        Measure measure = Measure.of(measured("false_negative_identification_rate", at));
        assertEquals(Map.of("rank", "1", "target_fpir", "0.01"), measure.at());
        assertEquals("false_negative_identification_rate?rank=1&target_fpir=0.01", measure.key());
        assertFalse(Measure.isPlain(measured("precision", Map.of("k", 10))));
    }

    /** The unit of a value and of its gap follow from the name alone, so that they never differ. */
    @Test
    void ratesAreKnownByTheirNames() {
        for (String rate : List.of(
                "accuracy",
                "bbq_accuracy",
                "precision",
                "negative_predictive_value",
                "pck",
                "exposure",
                "miss_rate",
                "false_match_rate",
                "mean_word_error_rate",
                "stereotype_share")) {
            assertTrue(Measure.isRate(rate), rate);
        }
        for (String number : List.of(
                "average_precision",
                "mean_oks",
                "mean_opinion_score",
                "identity_similarity",
                "bbq_bias",
                "counterfactual_gap",
                "calibration_in_the_large",
                "mean_absolute_error",
                "exposure_per_relevance",
                "miss_rate_difference")) {
            assertFalse(Measure.isRate(number), number);
        }
    }

    @Test
    void everyMeasureIsFoundByItsKeyAgain() {
        for (Measure measure : List.of(
                Measure.of("accuracy"),
                new Measure("true_positive_rate", Optional.of("a:b?c=d&e")),
                new Measure("attribute_share", Optional.empty(), Map.of("attribute", "a:b?c=d&é 女")),
                new Measure("x", Optional.of("class"), Map.of("rank", "3", "direction", "stereo")))) {
            assertEquals(measure, Measure.ofKey(measure.key()), measure.key());
        }
    }

    private static final AuditPolicy.Comparison MATCHES =
            new AuditPolicy.Comparison("m", false, new Tolerance(Tolerance.Scale.RATIO, 0.5));

    @Test
    void aComparisonIsOfEveryTargetThatWasMeasuredUnlessItNamesOne() {
        GroupMeasures measured = new GroupMeasures(List.of(
                measured("m", Map.of("target_fmr", 0.01)),
                measured("m", Map.of("target_fmr", 0.001)),
                measured("e", Map.of()),
                measured("e", Map.of("interpolated", true)),
                measured("b", Map.of("context", "ambiguous")),
                measured("b", Map.of("context", "ambiguous", "form", "cbbq"))));
        assertEquals(
                List.of("m?target_fmr=0.01", "m?target_fmr=0.001"),
                measured.of(MATCHES).stream().map(Measure::key).toList());
        assertEquals(List.of("m?target_fmr=0.001"), keys(measured, "m", Map.of("target_fmr", "0.001")));
        assertEquals(List.of("e"), keys(measured, "e", Map.of()));
        assertEquals(List.of("b?context=ambiguous"), keys(measured, "b", Map.of("context", "ambiguous")));
        assertEquals(List.of("m?target_fmr=0.5"), keys(measured, "m", Map.of("target_fmr", "0.5")), "not measured");
        assertEquals(List.of("unknown"), keys(measured, "unknown", Map.of()));
    }

    private static List<String> keys(GroupMeasures measured, String metric, Map<String, String> at) {
        return measured
                .of(new AuditPolicy.Comparison(metric, false, at, new Tolerance(Tolerance.Scale.RATIO, 0.5)))
                .stream()
                .map(Measure::key)
                .toList();
    }
}
