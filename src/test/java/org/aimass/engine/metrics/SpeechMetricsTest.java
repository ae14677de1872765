package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.junit.jupiter.api.Test;

/** Five snippets of two speakers, with weights of 2, 1, 3, 0.5 and 4. */
class SpeechMetricsTest {

    private static SnippetErrors snippet(String reference, String answer) {
        return SnippetErrors.of(words(reference), reference, words(answer), answer);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    /** One word replaced and one lacking; one out of nowhere; one of two lacking; one too many of two; all right. */
    private final List<SnippetErrors> snippets = List.of(
            snippet("the cat sat", "the hat"),
            snippet("", "so"),
            snippet("go on", "go"),
            snippet("a b", "a x b"),
            snippet("hi", "hi"));

    private static final double[] WEIGHTS = {2, 1, 3, 0.5, 4};

    private static double[] values(List<RatioMetric> metrics, double[][] numbers, boolean weighted) {
        return new RatioGroup(metrics, new RatioRows(5, numbers, weighted, new int[][] {{7, 7, 3, 3, 3}})).values();
    }

    @Test
    void comparesWordsAndCharacters() {
        assertEquals(new SnippetErrors(3, new Edits(1, 1, 0), 11, new Edits(1, 4, 0)), snippets.get(0));
        assertEquals(2 / 3.0, snippets.get(0).wordErrorRate());
        assertEquals(5 / 11.0, snippets.get(0).characterErrorRate());
        assertEquals(new SnippetErrors(0, new Edits(0, 0, 1), 0, new Edits(0, 0, 2)), snippets.get(1));
        assertEquals(1, snippets.get(1).wordErrorRate());
        assertEquals(2, snippets.get(1).characterErrorRate());
    }

    /** 8.5 errors of 17 words; half of the words wrong is not of no use. */
    @Test
    void measuresWords() {
        List<RatioMetric> metrics = SpeechMetrics.list(Unit.WORD, true);
        assertEquals(
                List.of(
                        "word_error_rate",
                        "mean_word_error_rate",
                        "median_word_error_rate",
                        "mean_speaker_word_error_rate",
                        "character_error_rate",
                        "sentence_error_rate",
                        "unusable_share",
                        "substitution_rate",
                        "deletion_rate",
                        "insertion_rate"),
                metrics.stream().map(metric -> metric.base().name()).toList());
        assertArrayEquals(
                new double[] {
                    8.5 / 17,
                    (2 * 2 / 3.0 + 3 / 2.0 + 0.5 / 2) / 9.5,
                    Double.NaN,
                    (5 / 6.0 + 3.5 / 11) / 2,
                    22 / 46.5,
                    6.5 / 10.5,
                    2 / 9.5,
                    2 / 17.0,
                    5 / 17.0,
                    1.5 / 17
                },
                values(metrics, SpeechMetrics.numbers(snippets, Unit.WORD, row -> WEIGHTS[row]), true),
                1e-15);
        assertEquals("no words in the references", metrics.get(0).whyUndefined());
        assertEquals("no characters in the references", metrics.get(4).whyUndefined());
    }

    /** 12 errors of 21 characters in all; 5/11, 3/5, 2/3 and none of them in the snippets that have any. */
    @Test
    void measuresCharacters() {
        List<RatioMetric> metrics = SpeechMetrics.list(Unit.CHARACTER, false);
        assertEquals(
                List.of(
                        "character_error_rate",
                        "mean_character_error_rate",
                        "median_character_error_rate",
                        "sentence_error_rate",
                        "unusable_share",
                        "substitution_rate",
                        "deletion_rate",
                        "insertion_rate"),
                metrics.stream().map(metric -> metric.base().name()).toList());
        assertEquals("mean_character_error_rate", SpeechMetrics.meanRate(Unit.CHARACTER));
        assertEquals("mean_word_error_rate", SpeechMetrics.meanRate(Unit.WORD));
        assertEquals("no characters in the references", metrics.get(0).whyUndefined());
        assertArrayEquals(
                new double[] {
                    12 / 21.0,
                    (5 / 11.0 + 3 / 5.0 + 2 / 3.0) / 4,
                    (5 / 11.0 + 3 / 5.0) / 2,
                    4 / 5.0,
                    2 / 4.0,
                    1 / 21.0,
                    7 / 21.0,
                    4 / 21.0
                },
                values(metrics, SpeechMetrics.numbers(snippets, Unit.CHARACTER, row -> 1), false),
                1e-15);
    }

    @Test
    void dealsRatesIntoBins() {
        double[][] numbers = SpeechMetrics.numbers(snippets, Unit.WORD, row -> WEIGHTS[row]);
        int[] bins = {0, 1, 0, 2, 1};
        int[] keys = {7, 7, 3, 3, 3};
        MatchedRates.Side side = SpeechMetrics.rates(new RatioRows(5, numbers, true, new int[][] {keys}), bins);
        assertSame(bins, side.bin());
        assertArrayEquals(new double[] {4 / 3.0, 0, 1.5, 0.25, 0}, side.above(), 1e-15);
        assertArrayEquals(new double[] {2, 0, 3, 0.5, 4}, side.below());
        assertSame(keys, side.cluster());
    }

    @Test
    void picksRows() {
        RatioRows rows =
                new RatioRows(4, new double[][] {{1, 3, 0, 2}, {4, 5, 2, 0}}, true, new int[][] {null, {7, 5, 6, 9}});
        RatioRows picked = rows.pick(new int[] {3, 1});
        assertEquals(2, picked.size());
        assertArrayEquals(new double[][] {{2, 3}, {0, 5}}, picked.numbers());
        assertArrayEquals(new int[][] {null, {9, 5}}, picked.keys());
        assertEquals(true, picked.weighted());
    }
}
