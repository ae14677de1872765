package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.QuotedAnswers.Finding;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.TextMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of language models: any split of them into parts, merged, equals the whole. */
class TextGenerationTest {

    private static final List<List<String>> VALUES = List.of(List.of("a", "b", "c"), List.of("low", "high"));

    private static TextPlan plan(TextMetrics.Protocol protocol, boolean clustered, boolean weighted) {
        GroupPlan groups = new GroupPlan(
                List.of("letter"), List.of(), List.of("level"), Map.of(), weighted, clustered, 0.95, 5, 11, 10);
        return new TextPlan(groups, protocol, List.of(TextMetrics.STEREO, TextMetrics.RELATED), 7);
    }

    /** Few scores, so that many rows are alike but for their lines. */
    private static QuotedAnswers.Quote quote(TextMetrics.Protocol protocol, int line, Random random) {
        List<Finding> findings = random.nextBoolean() ? List.of(Finding.REFUSED) : List.of(Finding.TOXIC);
        double score = random.nextInt(3) / 4.0;
        return protocol == TextMetrics.Protocol.COUNTERFACTUAL
                ? new QuotedAnswers.Exchange(Optional.of("t" + line), Optional.empty(), score, 0.5, findings)
                : new QuotedAnswers.Reply(
                        Optional.empty(),
                        "answer " + line,
                        Optional.empty(),
                        Optional.of(score),
                        Optional.of(-score),
                        findings);
    }

    @ParameterizedTest
    @EnumSource
    void partsAddUpToTheWhole(TextMetrics.Protocol protocol) {
        partsAddUpToTheWhole(protocol, false, false, 2);
        partsAddUpToTheWhole(protocol, true, false, 3);
        partsAddUpToTheWhole(protocol, false, true, 4);
        partsAddUpToTheWhole(protocol, true, true, 5);
    }

    private static void partsAddUpToTheWhole(
            TextMetrics.Protocol protocol, boolean clustered, boolean weighted, int count) {
        TextPlan plan = plan(protocol, clustered, weighted);
        int sums = new TextMetrics(plan.protocol(), plan.given()).sums();
        Random random = new Random(5 + count);
        TextGeneration whole = new TextGeneration(plan);
        TextGeneration[] parts = new TextGeneration[count];
        Arrays.setAll(parts, part -> new TextGeneration(plan));
        for (int line = 2; line < 120; line++) {
            double[] row = new double[sums];
            Arrays.fill(row, random.nextInt(2));
            if (protocol == TextMetrics.Protocol.PROMPTS) {
                row[TextMetrics.SENTIMENT] = random.nextInt(3) / 3.0;
            } else if (protocol == TextMetrics.Protocol.COUNTERFACTUAL) {
                row[TextMetrics.GAP] = random.nextInt(3) / 3.0;
            }
            row[0] = 1;
            TextBatch batch = new TextBatch(
                    1,
                    new double[][] {row},
                    new long[] {line},
                    new QuotedAnswers.Quote[] {quote(protocol, line, random)},
                    weighted ? new double[] {random.nextInt(4) / 3.0} : null,
                    clustered ? new int[] {random.nextInt(20)} : null,
                    new int[][] {{random.nextInt(3)}, {random.nextInt(2)}});
            whole.add(batch);
            parts[random.nextInt(parts.length)].add(batch);
        }
        TextGeneration merged = parts[parts.length - 1];
        for (int part = parts.length - 2; part >= 0; part--) {
            merged.merge(parts[part]);
        }
        TaskOutcome expected = whole.outcome(VALUES);
        TaskOutcome actual = merged.outcome(VALUES);
        assertEquals(expected.groups(), actual.groups());
        assertEquals(expected.measurements(), actual.measurements());
        assertEquals(7, expected.answers().orElseThrow().answers().size());
        assertEquals(expected.answers(), actual.answers());
    }

    @Test
    void rowsBringWhatThePlanPromises() {
        TextGeneration weighted = new TextGeneration(plan(TextMetrics.Protocol.PAIRS, false, true));
        TextBatch plain = new TextBatch(1, new double[1][11], new long[] {2}, null, null, new int[][] {{0}, {0}});
        assertThrows(IllegalArgumentException.class, () -> weighted.add(plain));
    }

    /** Scores that move by 1/2, 1/4 and 1, of the weights 3, 0 and 5; the one without weight is a row all the same. */
    @Test
    void rowsCountAsMuchAsTheyWeigh() {
        TextPlan plan = plan(TextMetrics.Protocol.COUNTERFACTUAL, false, true);
        TextGeneration kept = new TextGeneration(plan);
        kept.add(new TextBatch(
                3,
                new double[][] {{1, 0.5, -0.5, 1}, {1, 0.25, -0.25, 1}, {1, 1, 1, 0}},
                new long[] {2, 3, 4},
                new double[] {3, 0, 5},
                null,
                new int[][] {{0, 1, 0}, {1, 1, 1}}));
        Found found = new Found(kept.outcome(VALUES));
        assertEquals(6.5 / 8, Found.value(found.of("counterfactual_gap", Map.of())), 1e-15);
        assertEquals(3.5 / 8, Found.value(found.of("counterfactual_shift", Map.of())), 1e-15);
        assertEquals(3 / 8.0, Found.value(found.of("flip_rate", Map.of())), 1e-15);
        assertEquals(3, Found.value(found.of("count", Map.of())));
        Map<String, String> light = Map.of("letter", "b", "level", "high");
        assertEquals("all weights are 0", Found.undefined(found.of("flip_rate", light)));
        assertEquals(1, Found.value(found.of("count", light)));
        assertEquals(
                "wilson_effective_rows",
                Found.interval(found.of("flip_rate", Map.of())).method());
        assertEquals(
                "student_t_weights",
                Found.interval(found.of("counterfactual_gap", Map.of())).method());
    }
}
