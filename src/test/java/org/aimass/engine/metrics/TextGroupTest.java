package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TextGroupTest {

    private static final List<Integer> PAIRED = List.of(TextMetrics.STEREO, TextMetrics.RELATED);
    private final TextMetrics pairs = new TextMetrics(TextMetrics.Protocol.PAIRS, PAIRED);
    private final TextMetrics questions = new TextMetrics(TextMetrics.Protocol.QUESTION_ANSWERING, List.of());
    private final TextMetrics swaps = new TextMetrics(TextMetrics.Protocol.COUNTERFACTUAL, List.of());

    /** Rows, preferred, neutral, stereo and preferred of them, anti and preferred of them, related; then what terms add. */
    private double[] term(double... counts) {
        double[] sums = new double[pairs.sums()];
        System.arraycopy(counts, 0, sums, 0, counts.length);
        return sums;
    }

    /** Terms with scores of 25 and 50, 50 and 75, 100 and 60. */
    private TextGroup terms(boolean clustered) {
        return new TextGroup(
                pairs,
                new long[] {3, 8, 21},
                new double[][] {term(4, 1, 1, 2, 1, 1, 0, 4), term(2, 1, 0, 1, 1, 1, 0, 3), term(5, 5, 0, 2, 2, 3, 3, 6)
                },
                clustered);
    }

    private static double value(TextMetrics metrics, TextGroup group, String name, Map<String, Object> at) {
        return group.values()[metric(metrics, name, at)];
    }

    private static int metric(TextMetrics metrics, String name, Map<String, Object> at) {
        for (int metric = 0; metric < metrics.list().size(); metric++) {
            BaseMetric one = metrics.list().get(metric);
            if (one.name().equals(name) && one.at().equals(at)) {
                return metric;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void averagesOverTerms() {
        TextGroup group = terms(true);
        assertEquals(11, group.rows());
        assertEquals(175 / 3.0, value(pairs, group, "stereotype_score", Map.of()), 1e-12);
        assertEquals(185 / 3.0, value(pairs, group, "language_modeling_score", Map.of()), 1e-12);
        assertEquals(185 / 3.0 * (125 / 3.0) / 50, value(pairs, group, "icat", Map.of()), 1e-12);
        assertEquals(7 / 11.0, value(pairs, group, "stereotype_share", Map.of()), 1e-12);
        assertEquals(1 / 11.0, value(pairs, group, "neutral_share", Map.of()), 1e-12);
        assertEquals(4 / 5.0, value(pairs, group, "stereotype_share", Map.of("direction", "stereo")), 1e-12);
        assertEquals(3 / 5.0, value(pairs, group, "stereotype_share", Map.of("direction", "antistereo")), 1e-12);
    }

    /** Above 50 the idealized score falls with the stereotype score: by 2/100 (125/3 of the one, less 185/3 of the other). */
    @Test
    void isAsSureAsItsTermsAgree() {
        TextGroup group = terms(true);
        double[] stereotype = {25, 50, 100};
        double[] modeling = {50, 75, 60};
        double squares = 0;
        for (int term = 0; term < 3; term++) {
            double move = (modeling[term] - 185 / 3.0) * 125 / 3 - (stereotype[term] - 175 / 3.0) * 185 / 3;
            squares += Math.pow(move / 3 / 50, 2);
        }
        Interval interval = interval(group.uncertainty(metric(pairs, "icat", Map.of()), 0.9));
        assertEquals(
                Math.sqrt(squares * 3 / 2), interval.estimate().orElseThrow().standardError(), 1e-12);
        assertEquals(2, interval.estimate().orElseThrow().freedom());
        assertEquals("student_t_clusters", interval.method());
        assertEquals(0.9, interval.confidence());
        assertEquals("bootstrap_clusters", group.bootstrapMethod());
    }

    private static Interval interval(Optional<Uncertainty> uncertainty) {
        return assertInstanceOf(Interval.class, uncertainty.orElseThrow());
    }

    @Test
    void sharesOfSingleRowsAreProportions() {
        TextGroup group = terms(false);
        int share = metric(pairs, "stereotype_share", Map.of());
        assertEquals(Optional.of(new Proportion(7, 11, 11, true)), group.proportion(share));
        assertEquals(Optional.empty(), terms(true).proportion(share));
        assertEquals(Optional.of(new Fraction(7, 11)), terms(true).fraction(share));
        assertEquals(Optional.empty(), group.fraction(metric(pairs, "icat", Map.of())));
        assertEquals(Optional.empty(), group.fraction(metric(pairs, "stereotype_score", Map.of())));
        assertEquals("bootstrap", group.bootstrapMethod());
    }

    /** Ambiguous: 10, of which 6 right, 3 biased of 4 committed. The others: 8, 5 right, 2 biased of 7. */
    @Test
    void scoresQuestions() {
        TextGroup group = new TextGroup(
                questions,
                new long[] {1, 2},
                new double[][] {{9, 6, 4, 1, 2, 3, 2, 1, 3}, {9, 4, 2, 2, 2, 5, 3, 1, 4}},
                true);
        assertEquals(9, questions.sums());
        Map<String, Object> open = Map.of("context", "ambiguous");
        Map<String, Object> told = Map.of("context", "disambiguated");
        assertEquals(6 / 10.0, value(questions, group, "bbq_accuracy", open), 1e-15);
        assertEquals(5 / 8.0, value(questions, group, "bbq_accuracy", told), 1e-15);
        assertEquals(0.4 * 0.5, value(questions, group, "bbq_bias", open), 1e-15);
        assertEquals(2 * 2 / 7.0 - 1, value(questions, group, "bbq_bias", told), 1e-15);
        assertEquals(
                3 / 10.0, value(questions, group, "bbq_bias", Map.of("context", "ambiguous", "form", "cbbq")), 1e-15);
        assertEquals(
                2 / 7.0,
                value(questions, group, "bbq_bias", Map.of("context", "disambiguated", "form", "cbbq")),
                1e-15);
        double first = 0.4 * 2 * (1 - 0.75 * 2) / 4 - 0.5 * (4 - 0.6 * 6) / 10;
        double second = 0.4 * 2 * (2 - 0.75 * 2) / 4 - 0.5 * (2 - 0.6 * 4) / 10;
        assertEquals(
                Math.sqrt(2 * (first * first + second * second)),
                interval(group.uncertainty(metric(questions, "bbq_bias", open), 0.95))
                        .estimate()
                        .orElseThrow()
                        .standardError(),
                1e-15);
        assertTrue(questions.list().get(metric(questions, "bbq_bias", open)).signed());
    }

    @Test
    void saysWhatIsMissing() {
        TextGroup nothing =
                new TextGroup(questions, new long[] {1}, new double[][] {{1, 0, 0, 0, 0, 1, 0, 0, 0}}, false);
        assertTrue(Double.isNaN(nothing.values()[0]));
        assertEquals("no ambiguous questions", nothing.whyUndefined(0));
        assertEquals("no ambiguous questions with another answer than unknown", nothing.whyUndefined(1));
        assertEquals("no ambiguous questions", nothing.whyUndefined(2));
        assertEquals("no disambiguated questions with another answer than unknown", nothing.whyUndefined(5));
        assertEquals(Optional.empty(), nothing.fraction(0));
        assertInstanceOf(
                Uncertainty.NoInterval.class, nothing.uncertainty(3, 0.95).orElseThrow());
        assertEquals("no rows", new TextGroup(pairs, new long[0], new double[0][], true).whyUndefined(6));
    }

    /** Gaps of 1, 2 and 6: a mean of 3 and a standard error of the root of 14 / 2 / 3. */
    @Test
    void comparesGroupsOfRows() {
        TextGroup group = new TextGroup(
                swaps, new long[] {1, 2, 5}, new double[][] {{1, 1, -1, 0}, {1, 2, 2, 1}, {1, 6, 6, 1}}, false);
        TextGroup other = new TextGroup(swaps, new long[] {3, 4}, new double[][] {{1, 5, 5, 0}, {1, 9, -9, 1}}, false);
        assertArrayEquals(new double[] {3, 7 / 3.0, 2 / 3.0}, group.values(), 1e-15);
        Interval gap = interval(group.uncertainty(0, 0.95));
        assertEquals(Math.sqrt(14 / 6.0), gap.estimate().orElseThrow().standardError(), 1e-15);
        assertEquals("student_t", gap.method());
        Interval difference = interval(group.difference(0, other, 0.95));
        assertEquals("welch", difference.method());
        assertEquals(
                Math.sqrt(14 / 6.0 + 4), difference.estimate().orElseThrow().standardError(), 1e-14);
        assertEquals(-4, (difference.low() + difference.high()) / 2, 1e-12);
    }

    /**
     * Flipped with a weight of 3, not with 5, flipped with 1 and nothing with 0: 4 of 9. The squares above are 10, those not 25: a variance
     * of (10 25 + 25 16) / 81, so that the share is as sure as 20/81 81 81 / 650 rows. Gaps of 2, 5, 8 and 100.
     */
    @Test
    void rowsCountAsMuchAsTheyWeigh() {
        double[][] rows = {{3, 6, 0, 3}, {5, 25, 0, 0}, {1, 8, 0, 1}, {0, 0, 0, 0}};
        TextGroup group = new TextGroup(swaps, new long[] {1, 2, 5, 7}, rows, false, true, 4);
        assertEquals(4, group.rows());
        assertArrayEquals(new double[] {39 / 9.0, 0, 4 / 9.0}, group.values(), 1e-15);
        Proportion share = group.proportion(2).orElseThrow();
        assertEquals(4, share.numerator());
        assertEquals(9, share.denominator());
        assertEquals(20 * 81 / 650.0, share.effectiveRows(), 1e-14);
        assertFalse(share.plain());
        double squares = Math.pow(6 - 3 * 39 / 9.0, 2) + Math.pow(25 - 5 * 39 / 9.0, 2) + Math.pow(8 - 39 / 9.0, 2);
        Interval gap = interval(group.uncertainty(0, 0.95));
        assertEquals(
                Math.sqrt(squares * 3 / 2) / 9, gap.estimate().orElseThrow().standardError(), 1e-15);
        assertEquals(2, gap.estimate().orElseThrow().freedom());
        assertEquals("student_t_weights", gap.method());
        assertEquals(
                Optional.empty(),
                new TextGroup(swaps, new long[1], new double[][] {{2, 0, 0, 1}}, true, true, 3).proportion(2));
    }

    /** All flipped, with weights of 3, 4 and 2: by Kish as sure as 81 / 29 rows. With weights alike all three. */
    @Test
    void aShareAtItsEndIsAsSureAsItsWeightsAreAlike() {
        double[][] rows = {{3, 0, 0, 3}, {4, 0, 0, 4}, {2, 0, 0, 2}};
        TextGroup group = new TextGroup(swaps, new long[] {1, 2, 5}, rows, false, true, 3);
        assertEquals(81 / 29.0, group.proportion(2).orElseThrow().effectiveRows(), 1e-15);
        double[][] few = {{4, 0, 0, 4}, {1, 0, 0, 0}, {0, 0, 0, 0}};
        TextGroup two = new TextGroup(swaps, new long[] {1, 2, 5}, few, false, true, 3);
        assertEquals(2, two.proportion(2).orElseThrow().effectiveRows()); // not 0.16 25 / 1.28, for one weighs nothing
        double[][] alike = {{0.1, 0, 0, 0.1}, {0.1, 0, 0, 0}, {0.1, 0, 0, 0.1}};
        TextGroup even = new TextGroup(swaps, new long[] {1, 2, 5}, alike, false, true, 3);
        assertEquals(3, even.proportion(2).orElseThrow().effectiveRows(), 1e-12);
        assertTrue(even.proportion(2).orElseThrow().effectiveRows() <= 3);
    }

    @Test
    void weightsOfZeroLeaveNothing() {
        TextGroup none = new TextGroup(pairs, new long[] {4}, new double[1][11], true, true, 2);
        assertEquals(2, none.rows());
        assertTrue(Double.isNaN(none.values()[0]));
        assertEquals("all weights are 0", none.whyUndefined(0));
        assertEquals("no rows", new TextGroup(pairs, new long[0], new double[0][], true, true, 0).whyUndefined(6));
        TextGroup some =
                new TextGroup(questions, new long[] {1}, new double[][] {{2, 0, 0, 0, 0, 2, 0, 0, 0}}, false, true, 1);
        assertEquals("no ambiguous questions", some.whyUndefined(0));
    }

    /** A term counts once, whatever its rows weigh: 100 times 3/4 and 1/5, not 4 of 9. */
    @Test
    void termsCountOnce() {
        TextGroup group = new TextGroup(
                pairs,
                new long[] {3, 8, 9},
                new double[][] {term(4, 3, 0, 0, 0, 0, 0, 6), term(5, 1, 0, 0, 0, 0, 0, 1), term(0)},
                true,
                true,
                6);
        assertEquals((75 + 20) / 2.0, value(pairs, group, "stereotype_score", Map.of()), 1e-12);
        assertEquals((75 + 10) / 2.0, value(pairs, group, "language_modeling_score", Map.of()), 1e-12);
        assertEquals(4 / 9.0, value(pairs, group, "stereotype_share", Map.of()), 1e-15);
        Interval interval = interval(group.uncertainty(metric(pairs, "stereotype_share", Map.of()), 0.9));
        assertEquals("student_t_clusters", interval.method());
        assertEquals(1, interval.estimate().orElseThrow().freedom());
    }

    /** The cluster 2 lies in both groups: what it adds to the difference is taken together. */
    @Test
    void comparesGroupsThatShareClusters() {
        TextGroup group = new TextGroup(swaps, new long[] {1, 2}, new double[][] {{2, 2, 0, 0}, {1, 4, 0, 0}}, true);
        TextGroup other = new TextGroup(swaps, new long[] {2, 9}, new double[][] {{1, 5, 0, 0}, {1, 1, 0, 0}}, true);
        double first = (2 - 2 * 2) / 3.0;
        double shared = (4 - 2) / 3.0 - (5 - 3) / 2.0;
        double last = -(1 - 3) / 2.0;
        Interval difference = interval(group.difference(0, other, 0.95));
        assertEquals(
                Math.sqrt((first * first + shared * shared + last * last) * 3 / 2),
                difference.estimate().orElseThrow().standardError(),
                1e-15);
        assertEquals("student_t_clusters", difference.method());
        assertEquals(-1, (difference.low() + difference.high()) / 2, 1e-12);
        assertInstanceOf(
                Uncertainty.NoInterval.class, group.difference(2, other, 0.95).orElseThrow());
    }

    @Test
    void drawsUnitsAgain() {
        double[][] rows = new double[400][];
        long[] keys = new long[400];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[] {1, row % 4, 0, row % 2};
            keys[row] = row;
        }
        TextGroup group = new TextGroup(swaps, keys, rows, false);
        double[][] drawn = group.replicates(200, 7, "g");
        double sum = 0;
        double squares = 0;
        for (double[] replicate : drawn) {
            sum += replicate[2] / drawn.length;
            squares += replicate[2] * replicate[2] / drawn.length;
        }
        assertEquals(0.5, sum, 0.01);
        assertEquals(0.025, Math.sqrt(squares - sum * sum), 0.004);
        assertNotEquals(drawn[0][0], group.replicates(200, 7, "h")[0][0]);
        TextGroup clusters = new TextGroup(swaps, keys, rows, true);
        assertArrayEquals(clusters.replicates(3, 7, "g"), clusters.replicates(3, 7, "h"));
    }

    @Test
    void measuresWhatPromptsBring() {
        List<Integer> all = List.of(TextMetrics.TOXIC, TextMetrics.REFUSED, TextMetrics.SENTIMENT);
        assertEquals(
                List.of("toxicity_rate", "refusal_rate", "mean_sentiment"),
                new TextMetrics(TextMetrics.Protocol.PROMPTS, all)
                        .list().stream().map(BaseMetric::name).toList());
        assertEquals(
                List.of("refusal_rate"),
                new TextMetrics(TextMetrics.Protocol.PROMPTS, List.of(TextMetrics.REFUSED))
                        .list().stream().map(BaseMetric::name).toList());
        assertEquals(4, new TextMetrics(TextMetrics.Protocol.PROMPTS, all).sums());
        assertEquals(
                List.of("stereotype_share", "neutral_share"),
                new TextMetrics(TextMetrics.Protocol.PAIRS, List.of())
                        .list().stream().map(BaseMetric::name).toList());
    }

    @Test
    void notesStandBesideTheirBenchmarks() {
        assertEquals(0, BenchmarkNote.about(List.of(measurement("accuracy"))).size());
        assertEquals(
                1, BenchmarkNote.about(List.of(measurement("icat_difference"))).size());
        assertEquals(
                1,
                BenchmarkNote.about(List.of(measurement("bbq_bias_ratio"), measurement("bbq_accuracy")))
                        .size());
        assertEquals(
                List.of("stereotype_share"),
                BenchmarkNote.about(List.of(measurement("stereotype_share")))
                        .get(1)
                        .metrics());
    }

    private static Measurement measurement(String metric) {
        return new Measurement(
                metric,
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                MetricValue.of(1),
                Optional.empty(),
                new Uncertainty.NoInterval("none"));
    }

    @Test
    void aTermWithoutRowsHasNoScores() {
        double[] none = term();
        pairs.close(none);
        assertArrayEquals(new double[pairs.sums()], none);
        double[] some = term(4, 1, 1, 2, 1, 1, 0, 5);
        pairs.close(some);
        assertArrayEquals(new double[] {4, 1, 1, 2, 1, 1, 0, 5, 1, 25, 62.5}, some);
    }

    /** Of many units some share one of the 1,024 blocks, and are drawn with it: where all units are of three blocks, so are their draws. */
    @Test
    void unitsOfOneBlockAreDrawnTogether() {
        long[] keys = LongStream.range(0, 10_000)
                .filter(key -> (Draws.mix(key) & 1_023) < 3)
                .toArray();
        double[][] rows = Arrays.stream(keys)
                .mapToObj(key -> new double[] {1, 0, 0, (Draws.mix(key) & 1_023) == 1 ? 1 : 0})
                .toArray(double[][]::new);
        double[] size = new double[3];
        for (long key : keys) {
            size[(int) (Draws.mix(key) & 1_023)]++;
        }
        Draws[] draws = {new Draws(7, "g rows 0"), new Draws(7, "g rows 1"), new Draws(7, "g rows 2")};
        for (double[] replicate : new TextGroup(swaps, keys, rows, false).replicates(20, 7, "g")) {
            double[] drawn = new double[3];
            Arrays.setAll(drawn, block -> size[block] * draws[block].poissonOfOne());
            assertEquals(drawn[1] / (drawn[0] + drawn[1] + drawn[2]), replicate[2], 1e-15);
        }
    }

    /** Of 8 ambiguous questions 3 have an answer that is none of those given, of 5 others 1. */
    @Test
    void countsAnswersThatAreNoneOfThoseGiven() {
        TextMetrics worded = new TextMetrics(TextMetrics.Protocol.QUESTION_ANSWERING, List.of(TextMetrics.UNMATCHED));
        double[] sums = new double[worded.sums()];
        sums[TextMetrics.AMBIGUOUS] = 8;
        sums[TextMetrics.DISAMBIGUATED] = 5;
        sums[TextMetrics.UNMATCHED] = 3;
        sums[TextMetrics.UNMATCHED + 1] = 1;
        TextGroup group = new TextGroup(worded, new long[] {1}, new double[][] {sums}, false);
        assertEquals(3 / 8.0, value(worded, group, "unmatched_rate", Map.of("context", "ambiguous")));
        assertEquals(1 / 5.0, value(worded, group, "unmatched_rate", Map.of("context", "disambiguated")));
        assertEquals(
                0,
                questions.list().stream()
                        .filter(it -> it.name().equals("unmatched_rate"))
                        .count());
    }
}
