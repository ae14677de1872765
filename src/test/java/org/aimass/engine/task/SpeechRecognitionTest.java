package org.aimass.engine.task;

import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.noInterval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.aimass.engine.metrics.Transcripts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Of A: "a b c d" heard as "a x c" (1 substitution, 1 deletion), "e f" as "e f", "g h i j k" as "g h q r s t" (3 substitutions, 1
 * insertion). Of B: nothing heard as "l m" (2 insertions), "n" as "n o p" (2 insertions), "u v w x y z" as "u v w" (3
 * deletions).
 */
class SpeechRecognitionTest {

    private static final Map<String, String> A = Map.of("accent", "A");
    private static final Map<String, String> B = Map.of("accent", "B");

    private static final String[] SAID = {"a b c d", "e f", "g h i j k", "", "n", "u v w x y z"};
    private static final String[] HEARD = {"a x c", "e f", "g h q r s t", "l m", "n o p", "u v w"};
    private static final int[] ACCENT = {0, 0, 0, 1, 1, 1};
    private static final int[] SPEAKER = {0, 0, 1, 2, 3, 3};
    private static final double[] SECONDS = {4, 2, 5, 1, 2, 5.5};

    private static SnippetErrors errors(String said, String heard) {
        return SnippetErrors.of(words(said), said, words(heard), heard);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static Found measured(
            Unit unit,
            double @Nullable [] weight,
            int @Nullable [] cluster,
            double @Nullable [] duration,
            int examples) {
        GroupPlan groups = Found.plan("accent", weight != null, cluster != null);
        SpeechRecognition counted = new SpeechRecognition(new SpeechPlan(groups, unit, duration != null, 2, examples));
        SnippetErrors[] errors = new SnippetErrors[SAID.length];
        Arrays.setAll(errors, i -> errors(SAID[i], HEARD[i]));
        counted.add(new SnippetBatch(
                6, errors, SAID, HEARD, duration, new long[] {2, 3, 4, 5, 6, 7}, weight, cluster, new int[][] {ACCENT
                }));
        return new Found(counted.outcome(List.of(List.of("A", "B"))));
    }

    private final Found plain = measured(Unit.WORD, null, null, null, 0);

    @Test
    void poolsErrorsOverWords() {
        assertEquals(6 / 11.0, value(plain.of("word_error_rate", A)), 1e-15);
        assertEquals(7 / 7.0, value(plain.of("word_error_rate", B)), 1e-15);
        assertEquals(13 / 18.0, value(plain.of("word_error_rate", Map.of())), 1e-15);
        assertEquals(
                Optional.of(new Fraction(6, 11)), plain.of("word_error_rate", A).fraction());
        assertEquals(4 / 11.0, value(plain.of("substitution_rate", A)), 1e-15);
        assertEquals(1 / 11.0, value(plain.of("deletion_rate", A)), 1e-15);
        assertEquals(1 / 11.0, value(plain.of("insertion_rate", A)), 1e-15);
        assertEquals(
                Optional.of(new Fraction(4, 7)), plain.of("insertion_rate", B).fraction());
        assertEquals(
                Optional.of(new Fraction(3, 7)), plain.of("deletion_rate", B).fraction());
    }

    @Test
    void averagesOverSnippetsThatSaySomething() {
        assertEquals((0.5 + 0 + 0.8) / 3, value(plain.of("mean_word_error_rate", A)), 1e-15);
        assertEquals((2 + 0.5) / 2, value(plain.of("mean_word_error_rate", B)), 1e-15);
        assertEquals(0.5, value(plain.of("median_word_error_rate", A)), 1e-15);
        assertEquals(1.25, value(plain.of("median_word_error_rate", B)), 1e-15);
        assertEquals(0.5, value(plain.of("median_word_error_rate", Map.of())), 1e-15);
        assertEquals(1 / 3.0, value(plain.of("unusable_share", A)), 1e-15);
        assertEquals(1 / 2.0, value(plain.of("unusable_share", B)), 1e-15);
        assertEquals(2 / 3.0, value(plain.of("sentence_error_rate", A)), 1e-15);
        assertEquals(3 / 3.0, value(plain.of("sentence_error_rate", B)), 1e-15);
        assertEquals("wilson", interval(plain.of("unusable_share", A)).method());
    }

    /** With blanks: 3, 0 and 5 of 7, 3 and 9 characters; 3, 4 and 6 of 0, 1 and 11. */
    @Test
    void countsCharacters() {
        assertEquals(
                Optional.of(new Fraction(8, 19)),
                plain.of("character_error_rate", A).fraction());
        assertEquals(
                Optional.of(new Fraction(13, 12)),
                plain.of("character_error_rate", B).fraction());
    }

    /** Errors are bad: the ratio is the worst over the best. */
    @Test
    void holdsTheWorstAgainstTheBest() {
        assertEquals(1 - 6 / 11.0, value(plain.over("word_error_rate_difference", "accent", Map.of())), 1e-15);
        assertEquals(11 / 6.0, value(plain.over("word_error_rate_ratio", "accent", Map.of())), 1e-15);
        assertEquals(
                List.of("B", "A"),
                plain.over("word_error_rate_ratio", "accent", Map.of()).groups());
        assertEquals(
                "a group has none of these errors",
                undefined(plain.over("substitution_rate_ratio", "accent", Map.of())));
        assertEquals(1 - 6 / 11.0, value(plain.pair("word_error_rate_difference", "accent", "B", "A")), 1e-15);
    }

    /** Of A the residuals e - r w are 2 - 24/11, 0 - 12/11, 4 - 30/11. */
    @Test
    void takesSnippetsForUnits() {
        double squares = (2 * 2 + 12 * 12 + 14 * 14) / 121.0;
        assertEquals(
                Math.sqrt(squares * 3 / 2) / 11,
                interval(plain.of("word_error_rate", A))
                        .estimate()
                        .orElseThrow()
                        .standardError(),
                1e-15);
        assertEquals("student_t", interval(plain.of("word_error_rate", A)).method());
        assertEquals(0, interval(plain.of("word_error_rate", A)).low());
        assertEquals(1, interval(plain.of("deletion_rate", B)).high());
    }

    /** Speakers of A: 2 errors of 6 words, 4 of 5; of B: 2 of 0, 5 of 7. */
    @Test
    void takesSpeakersForUnits() {
        Found found = measured(Unit.WORD, null, SPEAKER, null, 0);
        double first = 2 - 6 * 6 / 11.0;
        double second = 4 - 5 * 6 / 11.0;
        Measurement rate = found.of("word_error_rate", A);
        assertEquals(
                Math.sqrt((first * first + second * second) * 2) / 11,
                interval(rate).estimate().orElseThrow().standardError(),
                1e-15);
        assertEquals("student_t_clusters", interval(rate).method());
        assertEquals((2 / 6.0 + 4 / 5.0) / 2, value(found.of("mean_speaker_word_error_rate", A)), 1e-15);
        assertEquals(5 / 7.0, value(found.of("mean_speaker_word_error_rate", B)), 1e-15);
        assertEquals(2, value(found.of("speakers", A)));
        assertEquals(4, value(found.of("speakers", Map.of())));
        assertEquals("rows have clusters", noInterval(found.of("median_word_error_rate", A)));
        assertEquals(
                "student_t_clusters", interval(found.of("unusable_share", A)).method());
    }

    /** A speaker with snippets in both groups: what one adds to both is taken together. */
    @Test
    void groupsMayShareSpeakers() {
        Found found = measured(Unit.WORD, null, new int[] {0, 1, 1, 0, 1, 1}, null, 0);
        Measurement pair = found.pair("word_error_rate_difference", "accent", "B", "A");
        double first = 2 / 7.0 - (2 - 4 * 6 / 11.0) / 11;
        double second = (5 - 7 * 1.0) / 7 - (4 - 7 * 6 / 11.0) / 11;
        assertEquals(
                Math.sqrt((first * first + second * second) * 2),
                interval(pair).estimate().orElseThrow().standardError(),
                1e-15);
        assertEquals(1, interval(pair).estimate().orElseThrow().freedom());
    }

    @Test
    void weighsSnippets() {
        Found found = measured(Unit.WORD, new double[] {2, 3, 0.5, 1, 4, 1.5}, null, null, 0);
        assertEquals((2 * 2 + 0.5 * 4) / (2 * 4 + 3 * 2 + 0.5 * 5), value(found.of("word_error_rate", A)), 1e-15);
        assertEquals((2 * 0.5 + 0.5 * 0.8) / 5.5, value(found.of("mean_word_error_rate", A)), 1e-15);
        assertEquals("rows have weights", undefined(found.of("median_word_error_rate", A)));
        assertEquals(
                "student_t_weights", interval(found.of("unusable_share", B)).method());
    }

    /**
     * The middle of all durations is 4 s: below it lie e f, nothing and n; above it the others. Of B, one snippet with words lies
     * in either bin: 2 - 0 and 0.5 - (0.5 + 0.8) / 2.
     */
    @Test
    void comparesSnippetsOfLikeDuration() {
        Found found = measured(Unit.WORD, null, null, SECONDS, 0);
        Map<String, Object> at = Map.of("matched_on", "duration", "bins", 2, "rows", 2L, "reference_rows", 3L);
        Measurement matched = found.only(
                "matched_mean_word_error_rate_difference",
                Map.of(),
                List.of("accent"),
                Optional.of(new Measurement.Pair("B", "A")),
                at);
        assertEquals((2.0 - 0 + 0.5 - 0.65) / 2, value(matched), 1e-15);
    }

    @Test
    void unknownDurationsAreNotMatched() {
        double[] seconds = {Double.NaN, 2, 5, Double.NaN, Double.NaN, Double.NaN};
        Found found = measured(Unit.WORD, null, null, seconds, 0);
        Map<String, Object> at = Map.of("matched_on", "duration", "bins", 2, "rows", 0L, "reference_rows", 0L);
        assertEquals(
                "no two snippets with words are of like duration",
                undefined(found.only(
                        "matched_mean_word_error_rate_difference",
                        Map.of(),
                        List.of("accent"),
                        Optional.of(new Measurement.Pair("B", "A")),
                        at)));
    }

    /** Character by character: 3, 0, 5 of 7, 3, 9. */
    @Test
    void countsChineseByCharacter() {
        Found found = measured(Unit.CHARACTER, null, null, null, 0);
        assertEquals(8 / 19.0, value(found.of("character_error_rate", A)), 1e-15);
        assertEquals((3 / 7.0 + 0 + 5 / 9.0) / 3, value(found.of("mean_character_error_rate", A)), 1e-15);
        assertEquals(
                0,
                found.outcome().measurements().stream()
                        .filter(it -> it.metric().contains("word"))
                        .count());
    }

    @Test
    void tellsTheWorstSnippetsWhereAsked() {
        assertTrue(plain.outcome().transcripts().isEmpty());
        List<Transcripts.Snippet> worst = measured(Unit.WORD, null, null, null, 3)
                .outcome()
                .transcripts()
                .orElseThrow()
                .snippets();
        assertEquals(
                List.of(5L, 6L, 4L),
                worst.stream().map(Transcripts.Snippet::line).toList());
        assertEquals(new Transcripts.Snippet(6, B, "n", "n o p", errors("n", "n o p")), worst.get(1));
    }

    @Test
    void wantsWhatThePlanPromises() {
        SpeechRecognition counted =
                new SpeechRecognition(new SpeechPlan(Found.plan("accent", false, false), Unit.WORD, false, 2, 0));
        SnippetBatch timed = new SnippetBatch(
                0,
                new SnippetErrors[0],
                new String[0],
                new String[0],
                new double[0],
                new long[0],
                null,
                null,
                new int[1][0]);
        assertThrows(IllegalArgumentException.class, () -> counted.add(timed));
    }

    /** Nothing was said at all. */
    @Test
    void withoutWordsThereIsNoRate() {
        SpeechRecognition counted =
                new SpeechRecognition(new SpeechPlan(Found.plan("accent", false, false), Unit.WORD, false, 2, 0));
        counted.add(new SnippetBatch(
                1,
                new SnippetErrors[] {errors("", "a")},
                new String[] {""},
                new String[] {"a"},
                null,
                new long[] {2},
                null,
                null,
                new int[][] {{0}}));
        Found found = new Found(counted.outcome(List.of(List.of("A"))));
        assertEquals("no words in the references", undefined(found.of("word_error_rate", A)));
        assertEquals("no words in the references", undefined(found.of("median_word_error_rate", A)));
        assertEquals(1, value(found.of("sentence_error_rate", A)));
        assertEquals(
                "fewer than two groups have a value",
                undefined(found.over("word_error_rate_ratio", "accent", Map.of())));
    }
}
