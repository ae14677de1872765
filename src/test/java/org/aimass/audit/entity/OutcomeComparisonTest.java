package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.Edits;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.ScoreBins;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.TestResult;
import org.aimass.engine.metrics.Transcripts;
import org.aimass.engine.metrics.Uncertainty;
import org.aimass.engine.metrics.WorstSlices;
import org.junit.jupiter.api.Test;

/** Two outcomes of one plan: rows, two groups, one group's scores and three measurements make seven things that can agree. */
class OutcomeComparisonTest {

    private static AuditOutcome outcome(double seconds, List<Measurement> measurements) {
        return outcome(seconds, measurements, 5);
    }

    private static AuditOutcome outcome(double seconds, List<Measurement> measurements, long truePositives) {
        GroupCounts counts = new GroupCounts(truePositives, 2, 3, 7);
        return new AuditOutcome(
                new AuditOutcome.Head(
                        new AuditOutcome.Engine("1.0.0", Optional.empty(), Optional.empty(), "two cores", 2, 7),
                        new AuditOutcome.Inputs(Plans.DATASET, Optional.empty(), Plans.MODEL),
                        new AuditOutcome.Rows(17, 17, 0, List.of()),
                        new AuditOutcome.Timing(seconds, seconds, seconds, seconds)),
                List.of(
                        new GroupSummary(Map.of(), counts.rows(), counts, false),
                        new GroupSummary(Map.of("age", "18 to 29"), 17, new GroupCounts(5, 2, 3, 7), false)),
                measurements,
                List.of(new GroupScores(Map.of(), new ScoreBins(List.of(new ScoreBins.Bin(7, 8, 9, 1.27))))),
                AuditOutcome.Answers.NONE,
                Optional.empty(),
                Exploration.NONE,
                OutcomeDetails.NONE);
    }

    /** Rows and one group less, and what is explored: a test and a slice. */
    private static AuditOutcome explored(double p, double statistic, long counted) {
        AuditOutcome outcome = outcome(1, List.of());
        return new AuditOutcome(
                outcome.head(),
                List.of(),
                List.of(),
                List.of(),
                AuditOutcome.Answers.NONE,
                Optional.empty(),
                new Exploration(
                        List.of(new PairTest(
                                "selection_rate",
                                Map.of(),
                                List.of("age"),
                                new Measurement.Pair("18 to 29", "30 to 44"),
                                new TestResult("two_proportion_z", MetricValue.of(p)),
                                OptionalDouble.of(0.04))),
                        Optional.of(new WorstSlices(
                                List.of("age"),
                                1,
                                3,
                                0,
                                200,
                                List.of(new WorstSlices.Slice(
                                        Map.of("age", "18 to 29"),
                                        "error_rate",
                                        new Proportion(counted, 17, 17, true),
                                        new Proportion(2, 29, 29, true),
                                        new Interval(0.13, 0.53, 0.95, "wilson"),
                                        statistic,
                                        0.01))))),
                OutcomeDetails.NONE);
    }

    @Test
    void whatIsExploredIsComparedToo() {
        AuditOutcome original = explored(0.02, 2.5, 5);
        assertEquals(new OutcomeComparison(3, 0, 0, List.of()), OutcomeComparison.of(original, explored(0.02, 2.5, 5)));
        assertEquals(
                new OutcomeComparison(1, 2, 0, List.of()),
                OutcomeComparison.of(original, explored(Math.nextUp(0.02), Math.nextUp(2.5), 5)));
        assertEquals(
                List.of("test of selection_rate, all rows, over age, 18 to 29 : 30 to 44"),
                OutcomeComparison.of(original, explored(0.03, 2.5, 5)).differences().stream()
                        .map(OutcomeComparison.Difference::what)
                        .toList());
        assertEquals(
                List.of("slice, error_rate, age: 18 to 29"),
                OutcomeComparison.of(original, explored(0.02, 2.5, 6)).differences().stream()
                        .map(OutcomeComparison.Difference::what)
                        .toList());
    }

    private static AuditOutcome quoting(double score, String text) {
        AuditOutcome outcome = outcome(1, List.of());
        QuotedAnswers quoted = new QuotedAnswers(List.of(
                new QuotedAnswers.Answer(
                        2,
                        Map.of(),
                        new QuotedAnswers.Reply(
                                Optional.empty(),
                                text,
                                Optional.empty(),
                                Optional.of(score),
                                Optional.empty(),
                                List.of())),
                new QuotedAnswers.Answer(
                        3,
                        Map.of(),
                        new QuotedAnswers.Exchange(Optional.of(text), Optional.empty(), score, 0.5, List.of()))));
        return new AuditOutcome(
                outcome.head(),
                List.of(),
                List.of(),
                List.of(),
                AuditOutcome.Answers.NONE,
                Optional.empty(),
                Exploration.NONE,
                new OutcomeDetails(Optional.empty(), Optional.of(quoted), Optional.empty(), List.of()));
    }

    /** Rows and two quotes: their scores may be as near as another processor's, their texts are to be the same. */
    @Test
    void whatIsQuotedIsComparedToo() {
        AuditOutcome original = quoting(0.25, "rude");
        assertEquals(new OutcomeComparison(3, 0, 0, List.of()), OutcomeComparison.of(original, quoting(0.25, "rude")));
        assertEquals(
                new OutcomeComparison(1, 2, 0, List.of()),
                OutcomeComparison.of(original, quoting(Math.nextUp(0.25), "rude")));
        assertEquals(
                List.of("answer of line 2", "answer of line 3"),
                OutcomeComparison.of(original, quoting(0.25, "Rude")).differences().stream()
                        .map(OutcomeComparison.Difference::what)
                        .toList());
        assertEquals(2, OutcomeComparison.of(original, quoting(0.375, "rude")).differing());
    }

    /** Who compares may not see the dataset's rows. */
    @Test
    void differencesQuoteNothing() {
        List<OutcomeComparison.Difference> differences = OutcomeComparison.of(
                        quoting(0.25, "rude"), quoting(0.375, "ruder"))
                .differences();
        assertEquals(
                List.of(
                        new OutcomeComparison.Difference(
                                "answer of line 2",
                                "0 characters asked, 4 characters answered, toxicity 0.25, sentiment none, []",
                                "0 characters asked, 5 characters answered, toxicity 0.375, sentiment none, []"),
                        new OutcomeComparison.Difference(
                                "answer of line 3",
                                "4 characters, then 0 characters, scores 0.25 and 0.5",
                                "5 characters, then 0 characters, scores 0.375 and 0.5")),
                differences);
        Transcripts.Snippet snippet = new Transcripts.Snippet(
                2, Map.of(), "one two", "one", new SnippetErrors(2, new Edits(0, 1, 0), 7, new Edits(0, 4, 0)));
        assertEquals("7 characters said, 3 characters understood, " + snippet.errors(), QuotedItem.told(snippet));
    }

    private static Measurement rate(String metric, double value, double low) {
        return new Measurement(
                metric,
                Map.of("age", "18 to 29"),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                MetricValue.of(value),
                Optional.of(new Fraction(3, 8)),
                new Interval(low, 0.7, 0.95, "wilson"));
    }

    private static Measurement undefined() {
        return new Measurement(
                "precision",
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                MetricValue.undefined("no predicted positives"),
                Optional.empty(),
                new Uncertainty.NoInterval("the value is undefined"));
    }

    private static List<Measurement> measurements() {
        return List.of(rate("false_negative_rate", 0.375, 0.14), rate("accuracy", 0.7, 0.41), undefined());
    }

    @Test
    void howLongARunTookIsNoFinding() {
        OutcomeComparison found = OutcomeComparison.of(outcome(1, measurements()), outcome(2, measurements()));
        assertEquals(new OutcomeComparison(7, 0, 0, List.of()), found);
        assertTrue(found.isSame());
    }

    @Test
    void theLastBitOfAValueOrAnIntervalIsNear() {
        List<Measurement> others = List.of(
                rate("false_negative_rate", Math.nextUp(0.375), 0.14),
                rate("accuracy", 0.7, Math.nextUp(0.41)),
                undefined());
        OutcomeComparison found = OutcomeComparison.of(outcome(1, measurements()), outcome(1, others));
        assertEquals(new OutcomeComparison(5, 2, 0, List.of()), found);
        assertFalse(found.isSame());
    }

    /** 0.375 and 0.375000001 are 2.7e-9 apart, relatively. */
    @Test
    void aTamperedValueIsListedWithBothNumbers() {
        List<Measurement> others = new ArrayList<>(measurements());
        others.set(0, rate("false_negative_rate", 0.375000001, 0.14));
        assertEquals(
                new OutcomeComparison(
                        6,
                        0,
                        1,
                        List.of(new OutcomeComparison.Difference(
                                "false_negative_rate, age: 18 to 29",
                                "0.375 (0.14 to 0.7)",
                                "0.375000001 (0.14 to 0.7)"))),
                OutcomeComparison.of(outcome(1, measurements()), outcome(1, others)));
    }

    @Test
    void aCountHasNoTolerance() {
        OutcomeComparison found = OutcomeComparison.of(outcome(1, measurements(), 5), outcome(1, measurements(), 6));
        assertEquals(1, found.differing());
        assertEquals("group, all rows", found.differences().get(0).what());
    }

    @Test
    void whatIsThereOnceOnlyDiffers() {
        List<Measurement> fewer = measurements().subList(0, 2);
        OutcomeComparison lost = OutcomeComparison.of(outcome(1, measurements()), outcome(1, fewer));
        assertEquals(6, lost.equal());
        assertEquals("", lost.differences().get(0).repeated());
        OutcomeComparison gained = OutcomeComparison.of(outcome(1, fewer), outcome(1, measurements()));
        assertEquals(6, gained.equal());
        assertEquals("", gained.differences().get(0).original());
        assertEquals("precision, all rows", gained.differences().get(0).what());
    }

    @Test
    void noMoreThanAHundredAreListed() {
        List<Measurement> many = new ArrayList<>();
        List<Measurement> others = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            many.add(rate("metric" + i, 0.5, 0.1));
            others.add(rate("metric" + i, 0.6, 0.1));
        }
        OutcomeComparison found = OutcomeComparison.of(outcome(1, many), outcome(1, others));
        assertEquals(150, found.differing());
        assertEquals(OutcomeComparison.MOST_LISTED, found.differences().size());
    }
}
