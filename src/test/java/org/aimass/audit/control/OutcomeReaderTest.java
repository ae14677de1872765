package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.aimass.audit.control.OutcomeReader.OutcomeRefused;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.Exploration;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.engine.metrics.BenchmarkNote;
import org.aimass.engine.metrics.Edits;
import org.aimass.engine.metrics.ErrorTradeOff;
import org.aimass.engine.metrics.ErrorTradeOffs;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.ScoreBins;
import org.aimass.engine.metrics.SliceFindings;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.TestResult;
import org.aimass.engine.metrics.Transcripts;
import org.aimass.engine.metrics.Uncertainty;
import org.aimass.engine.metrics.WorstSlices;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.junit.jupiter.api.Test;

/** An outcome is the output of a process that ran somebody's model: believed only as far as it can be checked. */
class OutcomeReaderTest {

    private static final AuditPlan PLAN = Plans.byAge();

    private static final String GOOD = """
            {"engine": {"version": "1.0.0", "onnxruntime": "1.28.0", "provider": "CPU", "device": "two cores", "threads": 2,
                        "seed": 7},
             "inputs": {"dataset_sha256": "%1$s", "model_sha256": "%2$s", "plan_sha256": "%1$s"},
             "rows": {"read": 33, "used": 30, "left_out": 3, "reasons": [{"reason": "missing label", "rows": 3}]},
             "groups": [
              {"features": {}, "rows": 30, "counts": {"tp": 11, "fp": 7, "fn": 5, "tn": 7}},
              {"features": {"age": "18 to 29"}, "rows": 9, "counts": {"tp": 3, "fp": 2, "fn": 1, "tn": 3}, "small": true},
              {"features": {"age": "30 to 44"}, "rows": 21, "counts": {"tp": 8, "fp": 5, "fn": 4, "tn": 4}}],
             "measurements": [
              {"metric": "accuracy", "features": {}, "value": 0.6, "numerator": 18, "denominator": 30,
               "interval": {"low": 0.42, "high": 0.75, "confidence": 0.95, "method": "wilson"}},
              {"metric": "precision", "features": {"age": "18 to 29"}, "undefined": "no predicted positives",
               "no_interval": "the value is undefined"},
              {"metric": "aif360.disparate_impact", "over": ["age"], "pair": ["18 to 29", "30 to 44"], "value": 0.9,
               "at": {"bins": 10}, "groups": ["18 to 29", "30 to 44"], "no_interval": "too few"}],
             "timing": {"read_s": 0.1, "score_s": 0.2, "measure_s": 0.3, "total_s": 0.6}}""".formatted(Plans.DATASET, Plans.MODEL);

    @Test
    void aGoodOutcomeIsReadWholly() throws OutcomeRefused {
        AuditOutcome outcome = read(GOOD);
        assertEquals(Optional.of("1.28.0"), outcome.head().engine().onnxruntime());
        assertEquals(
                List.of(new AuditOutcome.LeftOut("missing label", 3)),
                outcome.head().rows().reasons());
        assertEquals(new GroupCounts(3, 2, 1, 3), outcome.groups().get(1).counts());
        assertTrue(outcome.groups().get(1).small());
        Measurement accuracy = outcome.measurements().get(0);
        assertEquals(MetricValue.of(0.6), accuracy.value());
        assertEquals(new Interval(0.42, 0.75, 0.95, "wilson"), accuracy.uncertainty());
        assertEquals(
                MetricValue.undefined("no predicted positives"),
                outcome.measurements().get(1).value());
        Measurement ratio = outcome.measurements().get(2);
        assertEquals(Optional.of(new Measurement.Pair("18 to 29", "30 to 44")), ratio.pair());
        assertEquals(Map.of("bins", 10L), ratio.at());
        assertEquals(new Uncertainty.NoInterval("too few"), ratio.uncertainty());
    }

    /** A search has a row for each candidate, so that all searches are fewer than the rows. */
    @Test
    void searchesAreFewerThanTheirRowsAndNeverMore() throws OutcomeRefused {
        AuditPlan plan = new AuditPlan(
                ModelTask.FACE_IDENTIFICATION,
                PLAN.model(),
                PLAN.dataset(),
                PLAN.policy(),
                PlanColumns.of(Map.of("probe", "q", "identity", "who")),
                Optional.empty(),
                TaskOptions.NONE,
                OptionalDouble.empty(),
                PLAN.sensitiveFeatures(),
                List.of(),
                PLAN.referenceGroups(),
                List.of(),
                0.95,
                PLAN.bootstrap());
        String searches = GOOD.replaceAll(", \"counts\": \\{[^}]*}", "");
        String fewer = searches.replace("\"features\": {}, \"rows\": 30", "\"features\": {}, \"rows\": 12");
        assertEquals(
                12,
                OutcomeReader.read(fewer.getBytes(StandardCharsets.UTF_8), plan)
                        .groups()
                        .get(0)
                        .rows());
        String more = searches.replace("\"features\": {}, \"rows\": 30", "\"features\": {}, \"rows\": 31");
        assertThrows(OutcomeRefused.class, () -> OutcomeReader.read(more.getBytes(StandardCharsets.UTF_8), plan));
    }

    @Test
    void anOutcomeOfOtherInputsIsRefused() {
        assertRefused(
                "another dataset",
                GOOD.replace("\"dataset_sha256\": \"" + Plans.DATASET, "\"dataset_sha256\": \"" + Plans.MODEL));
        assertRefused(
                "another model",
                GOOD.replace("\"model_sha256\": \"" + Plans.MODEL, "\"model_sha256\": \"" + Plans.DATASET));
        assertRefused("another model", GOOD.replace("\"model_sha256\": \"" + Plans.MODEL + "\", ", ""));
        assertRefused("another seed", GOOD.replace("\"seed\": 7", "\"seed\": 8"));
    }

    /** An outcome that another model measured is refused, and so is one that says nothing of the model that the plan names. */
    @Test
    void whatMeasuredIsWhatThePlanNames() throws Exception {
        String measured =
                GOOD.replace("\"model_sha256\":", "\"evaluator_sha256\": \"" + Plans.DATASET + "\", \"model_sha256\":");
        assertRefused("another model", measured);
        AuditPlan plan = withEvaluator(Plans.byAge());
        AuditOutcome outcome = OutcomeReader.read(measured.getBytes(StandardCharsets.UTF_8), plan);
        assertEquals(Optional.of(Plans.DATASET), outcome.head().inputs().evaluator());
        assertEquals(outcome.head(), OutcomeReader.head(HeadJson.write(outcome.head())));
        assertThrows(
                OutcomeReader.OutcomeRefused.class,
                () -> OutcomeReader.read(GOOD.getBytes(StandardCharsets.UTF_8), plan));
    }

    private static AuditPlan withEvaluator(AuditPlan plan) {
        return new AuditPlan(
                plan.task(),
                new AuditPlan.Model(
                        plan.model().versionId(),
                        plan.model().sha256(),
                        plan.model().inputs(),
                        ModelSettings.NONE,
                        Map.of(),
                        Optional.of(
                                new AuditPlan.Evaluator(new UUID(0, 9), Plans.DATASET, ModelSettings.NONE, Map.of()))),
                plan.dataset(),
                plan.policy(),
                plan.columns(),
                plan.labels(),
                plan.options(),
                plan.threshold(),
                plan.sensitiveFeatures(),
                plan.intersections(),
                plan.referenceGroups(),
                plan.controlFeatures(),
                plan.confidence(),
                plan.bootstrap());
    }

    @Test
    void numbersMustBeFinite() {
        assertRefused("finite", GOOD.replace("\"value\": 0.6", "\"value\": 1e999"));
        assertRefused("JSON", GOOD.replace("\"value\": 0.6", "\"value\": NaN"));
        assertRefused("finite", GOOD.replace("\"value\": 0.6", "\"value\": \"0.6\""));
        assertRefused("value: missing", GOOD.replace("\"value\": 0.6", "\"value\": null"));
        assertRefused("interval", GOOD.replace("\"low\": 0.42", "\"low\": 0.8"));
        assertRefused("interval", GOOD.replace("\"confidence\": 0.95", "\"confidence\": 1"));
    }

    @Test
    void countsMustAddUp() {
        assertRefused("do not add up", GOOD.replace("\"tp\": 3,", "\"tp\": 4,"));
        assertRefused("do not add up", GOOD.replace("\"left_out\": 3", "\"left_out\": 4"));
        assertRefused("whole number", GOOD.replace("\"tp\": 3,", "\"tp\": -3,"));
        assertRefused("whole number", GOOD.replace("\"tp\": 3,", "\"tp\": 3.5,"));
        assertRefused("everybody", GOOD.replace("\"read\": 33, \"used\": 30", "\"read\": 34, \"used\": 31"));
    }

    /** Slices are counted by a group's own features first, then by what is controlled for. */
    @Test
    void groupsWithinSlicesAreReadWhereThePlanControlsForSomething() throws OutcomeRefused {
        AuditPlan controlled = new AuditPlan(
                PLAN.task(),
                PLAN.model(),
                PLAN.dataset(),
                PLAN.policy(),
                PLAN.columns(),
                PLAN.labels(),
                PLAN.options(),
                PLAN.threshold(),
                PLAN.sensitiveFeatures(),
                PLAN.intersections(),
                PLAN.referenceGroups(),
                List.of("region"),
                PLAN.confidence(),
                PLAN.bootstrap());
        String sliced = GOOD.replace("\"measurements\"", """
                "worst_slices": {"features": ["age", "region"], "depth": 2, "searched": 4, "left_out": 0,
                  "permutations": 99, "slices": [{"features": {"region": "north"}, "metric": "error_rate", "value": 0.25,
                    "numerator": 3, "denominator": 12, "rest": {"value": 0.125, "numerator": 1, "denominator": 8},
                    "interval": {"low": 0.1, "high": 0.5, "confidence": 0.95, "method": "wilson"}, "statistic": 2.5,
                    "adjusted_p_value": 0.5}]},
                "measurements\"""").replace("\"small\": true}", """
                "small": true},
              {"features": {"region": "north"}, "rows": 12, "counts": {"tp": 4, "fp": 3, "fn": 2, "tn": 3}},
              {"features": {"age": "18 to 29", "region": "north"}, "rows": 5, "counts": {"tp": 2, "fp": 1, "fn": 0,
               "tn": 2}}""");
        assertEquals(5, OutcomeReader.read(bytes(sliced), controlled).groups().size());
        assertRefused("nobody asked", sliced);
        assertThrows(
                OutcomeRefused.class,
                () -> OutcomeReader.read(
                        bytes(sliced.replace("{\"age\": \"18 to 29\", \"region\"", "{\"sex\": \"f\", \"region\"")),
                        controlled));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void groupsMustBeThoseOfThePlan() {
        assertRefused("nobody asked", GOOD.replace("{\"age\": \"30 to 44\"}", "{\"sex\": \"Men\"}"));
        assertRefused(
                "twice",
                GOOD.replace("{\"age\": \"30 to 44\"}, \"rows\": 21", "{\"age\": \"18 to 29\"}, \"rows\": 21"));
        assertRefused(
                "everybody",
                GOOD.replace(
                        "{\"features\": {}, \"rows\": 30, \"counts\": {\"tp\": 11, \"fp\": 7, \"fn\": 5, \"tn\": 7}},",
                        ""));
    }

    private static final String DETAILED = GOOD.replace("\"timing\"", """
            "error_trade_off": {"thresholds": [0.25, 0.75], "groups": [
              {"features": {"age": "30 to 44"}, "genuine": 9, "impostor": 12, "false_matches": [7, 2],
               "false_non_matches": [1, 5]}]},
            "transcripts": [
              {"line": 17, "features": {"age": "18 to 29"}, "reference": "one two three", "hypothesis": "one too",
               "words": 3, "word_errors": {"substitutions": 1, "deletions": 2, "insertions": 4}, "characters": 13,
               "character_errors": {"substitutions": 5, "deletions": 6, "insertions": 7}}],
            "notes": [{"metrics": ["bbq_bias"], "note": "Said.", "source": "Somebody"}],
            "timing\"""");

    @Test
    void whatOnlySomeTasksTellIsReadWholly() throws OutcomeRefused {
        assertEquals(OutcomeDetails.NONE, read(GOOD).details());
        OutcomeDetails details = read(DETAILED).details();
        assertEquals(
                new ErrorTradeOffs(
                        List.of(0.25, 0.75),
                        List.of(new ErrorTradeOff(Map.of("age", "30 to 44"), 9, 12, List.of(7L, 2L), List.of(1L, 5L)))),
                details.tradeOffs().orElseThrow());
        assertEquals(
                List.of(new Transcripts.Snippet(
                        17,
                        Map.of("age", "18 to 29"),
                        "one two three",
                        "one too",
                        new SnippetErrors(3, new Edits(1, 2, 4), 13, new Edits(5, 6, 7)))),
                details.transcripts().orElseThrow().snippets());
        assertEquals(List.of(new BenchmarkNote(List.of("bbq_bias"), "Said.", "Somebody")), details.notes());
    }

    @Test
    void whatOnlySomeTasksTellMustAddUp() {
        assertRefused("does not add up", DETAILED.replace("\"genuine\": 9", "\"genuine\": 8"));
        assertRefused(
                "not counted",
                DETAILED.replace("{\"age\": \"30 to 44\"}, \"genuine\"", "{\"age\": \"9\"}, \"genuine\""));
        assertRefused("ascending", DETAILED.replace("[0.25, 0.75]", "[0.75, 0.25]"));
        assertRefused("for each threshold", DETAILED.replace("[7, 2]", "[2, 7]"));
        assertRefused("for each threshold", DETAILED.replace("[7, 2]", "[13, 2]"));
        assertRefused("for each threshold", DETAILED.replace("[1, 5]", "[1, 10]"));
        assertRefused("false_non_matches: expected 2 counts", DETAILED.replace("[1, 5]", "[1]"));
        assertRefused("at most 2", DETAILED.replace("[1, 5]", "[1, 5, 6]"));
        assertRefused(
                "nobody asked",
                DETAILED.replace("{\"age\": \"18 to 29\"}, \"reference\"", "{\"sex\": \"f\"}, \"reference\""));
        assertRefused("at most 610", DETAILED.replace("one two three", "x".repeat(611)));
        assertRefused("unknown key", DETAILED.replace("\"line\": 17", "\"line\": 17, \"audio\": \"a.wav\""));
    }

    static final String SCORED = GOOD.replace("\"timing\"", """
            "scores": {"bins": 100, "groups": [
              {"features": {"age": "18 to 29"}, "counts": [[7, 0, 4, 0.3], [50, 4, 1, 2.53]]}]},
            "timing\"""");

    @Test
    void scoresAreReadWhereThereAreAny() throws OutcomeRefused {
        assertEquals(List.of(), read(GOOD).scores());
        assertEquals(
                List.of(new GroupScores(
                        Map.of("age", "18 to 29"),
                        new ScoreBins(List.of(new ScoreBins.Bin(7, 0, 4, 0.3), new ScoreBins.Bin(50, 4, 1, 2.53))))),
                read(SCORED).scores());
    }

    @Test
    void scoresMustAgreeWithTheCounts() {
        assertRefused("expected 100", SCORED.replace("\"bins\": 100", "\"bins\": 10"));
        assertRefused("do not add up", SCORED.replace("[50, 4, 1, 2.53]", "[50, 3, 2, 2.53]"));
        assertRefused("do not add up", SCORED.replace(", [50, 4, 1, 2.53]", ""));
        assertRefused(
                "not counted", SCORED.replace("{\"age\": \"18 to 29\"}, \"counts\"", "{\"age\": \"9\"}, \"counts\""));
        assertRefused("do not rise", SCORED.replace("[7, 0, 4, 0.3]", "[50, 0, 4, 2.01]"));
        assertRefused("cannot add up", SCORED.replace("2.53", "2.43"));
        assertRefused("not a bin", SCORED.replace("[7, 0", "[700, 0"));
        assertRefused("two counts", SCORED.replace("[7, 0, 4,", "[7, 0, 4.5,"));
        assertRefused("two counts", SCORED.replace("[7, 0, 4, 0.3]", "[7, 0, 4]"));
        assertRefused("two counts", SCORED.replace("[7, 0, 4, 0.3]", "[7, 0, 4, \"0.3\"]"));
        assertRefused("", SCORED.replace("0.3]", "1e999]"));
        assertRefused("unknown key", SCORED.replace("\"bins\"", "\"more\": 1, \"bins\""));
    }

    static final String EXPLORED = SCORED.replace("\"timing\"", """
            "tests": [
              {"metric": "selection_rate", "over": ["age"], "pair": ["18 to 29", "30 to 44"], "test": "two_proportion_z",
               "p_value": 0.02, "adjusted_p_value": 0.04},
              {"metric": "roc_auc", "over": ["age"], "pair": ["18 to 29", "30 to 44"], "test": "permutation",
               "undefined": "too few"}],
            "worst_slices": {"features": ["age"], "depth": 1, "searched": 2, "left_out": 3, "permutations": 200, "slices": [
              {"features": {"age": "18 to 29"}, "metric": "false_negative_rate", "value": 0.25, "numerator": 1, "denominator": 4,
               "rest": {"value": 0.5, "numerator": 6, "denominator": 12},
               "interval": {"low": 0.05, "high": 0.7, "confidence": 0.95, "method": "wilson"},
               "statistic": 1.25, "adjusted_p_value": 0.005}]},
            "timing\"""");

    @Test
    void whatIsExploredIsReadWholly() throws OutcomeRefused {
        assertEquals(Exploration.NONE, read(GOOD).exploration());
        Exploration found = read(EXPLORED).exploration();
        PairTest first = found.tests().get(0);
        assertEquals(new Measurement.Pair("18 to 29", "30 to 44"), first.pair());
        assertEquals(new TestResult("two_proportion_z", MetricValue.of(0.02)), first.result());
        assertEquals(OptionalDouble.of(0.04), first.adjusted());
        assertEquals(
                MetricValue.undefined("too few"), found.tests().get(1).result().pValue());
        WorstSlices worst = (WorstSlices) found.worstSlices().orElseThrow();
        assertEquals(
                new WorstSlices(
                        List.of("age"),
                        1,
                        2,
                        3,
                        200,
                        List.of(new WorstSlices.Slice(
                                Map.of("age", "18 to 29"),
                                "false_negative_rate",
                                new Proportion(1, 4, 4, true),
                                new Proportion(6, 12, 12, true),
                                new Interval(0.05, 0.7, 0.95, "wilson"),
                                1.25,
                                0.005))),
                worst);
        assertEquals(-0.25, worst.slices().get(0).gap());
        assertEquals(worst, SlicesJson.ofColumn(SlicesJson.column(worst)));
        SliceFindings none = new SliceFindings.NotSearched("rows have weights");
        assertEquals(none, SlicesJson.ofColumn(SlicesJson.column(none)));
    }

    @Test
    void whatIsExploredMustBeOfThePlan() {
        assertRefused("no probability", EXPLORED.replace("\"p_value\": 0.02", "\"p_value\": 1.02"));
        assertRefused("no probability", EXPLORED.replace("\"adjusted_p_value\": 0.005", "\"adjusted_p_value\": -1"));
        assertRefused("adjusted_p_value: missing", EXPLORED.replace(", \"adjusted_p_value\": 0.04", ""));
        assertRefused(
                "tests groups that nobody asked for",
                EXPLORED.replace(
                        "\"over\": [\"age\"], \"pair\": [\"18 to 29\", \"30 to 44\"], \"test\"",
                        "\"over\": [\"sex\"], \"pair\": [\"18 to 29\", \"30 to 44\"], \"test\""));
        assertRefused(
                "slices that nobody asked for",
                EXPLORED.replace(
                        "\"features\": {\"age\": \"18 to 29\"}, \"metric\": \"false",
                        "\"features\": {\"sex\": \"Men\"}, \"metric\": \"false"));
        assertRefused(
                "nobody looks for", EXPLORED.replace("\"metric\": \"false_negative_rate\"", "\"metric\": \"beauty\""));
        assertRefused(
                "not the share",
                EXPLORED.replace("\"numerator\": 1, \"denominator\": 4", "\"numerator\": 2, \"denominator\": 4"));
        assertRefused(
                "not the share",
                EXPLORED.replace("\"numerator\": 1, \"denominator\": 4", "\"numerator\": 0, \"denominator\": 0"));
    }

    @Test
    void theFileMustBeExactlyAnOutcome() {
        assertRefused("unknown key", GOOD.replace("\"timing\"", "\"verdicts\": [], \"timing\""));
        assertRefused("JSON", GOOD + "{}");
        assertRefused("JSON", GOOD.substring(0, GOOD.length() / 2));
        assertRefused("JSON", GOOD.replace("\"rows\": {\"read\"", "\"rows\": 1, \"rows\": {\"read\""));
        assertRefused("expected an object", "[]");
        assertRefused("", "");
        assertRefused("JSON", "[".repeat(100_000));
        assertRefused("at most", GOOD.replace("\"two cores\"", "\"" + "x".repeat(5_000) + "\""));
        assertRefused("a pair has two groups", GOOD.replace("\"pair\": [\"18 to 29\", ", "\"pair\": ["));
    }

    private static AuditOutcome read(String json) throws OutcomeRefused {
        return OutcomeReader.read(json.getBytes(StandardCharsets.UTF_8), PLAN);
    }

    private static void assertRefused(String why, String json) {
        OutcomeRefused refused = assertThrows(OutcomeRefused.class, () -> read(json));
        assertTrue(refused.why().contains(why), refused.why());
    }
}
