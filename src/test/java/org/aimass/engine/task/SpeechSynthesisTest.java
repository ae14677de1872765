package org.aimass.engine.task;

import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.SynthesisMetrics.Aspect;
import org.aimass.engine.metrics.SynthesisMetrics.Row;
import org.junit.jupiter.api.Test;

/**
 * Of voice A: rated 5, 3 and 4, by listeners 0, 1 and 0. Of B: 2 and 1.5, by 1 and 2, and once by nobody. Each voice says one
 * utterance that was heard twice.
 */
class SpeechSynthesisTest {

    private static final Map<String, String> A = Map.of("voice", "A");
    private static final Map<String, String> B = Map.of("voice", "B");
    private static final int[] VOICE = {0, 0, 0, 1, 1, 1};
    private static final int[] LISTENER = {0, 1, 0, 1, 2, 2};

    private static Found measured(Set<Aspect> aspects, boolean words) {
        Row[] rows = {
            new Row()
                    .rated(5)
                    .understood(errors("a b c d", "a c d"))
                    .compared(4.5, 30, 40, 3)
                    .similar(0.75),
            new Row().rated(3),
            new Row()
                    .rated(4)
                    .understood(errors("e f", "e x y"))
                    .compared(6.5, Double.NaN, 20, 12)
                    .similar(0.5),
            new Row()
                    .rated(2)
                    .understood(errors("g h i", ""))
                    .compared(9, 80, 25, 1)
                    .similar(-0.25),
            new Row().rated(1.5),
            new Row()
        };
        SynthesisPlan plan = new SynthesisPlan(Found.plan("voice", false, false), aspects, true, words, 1, 5);
        SpeechSynthesis counted = new SpeechSynthesis(plan);
        counted.add(
                new SynthesisBatch(6, rows, new long[] {2, 3, 4, 5, 6, 7}, null, null, LISTENER, new int[][] {VOICE}));
        return new Found(counted.outcome(List.of(List.of("A", "B"))));
    }

    private static SnippetErrors errors(String text, String heard) {
        return SnippetErrors.of(
                List.of(text.split(" ")), text, heard.isEmpty() ? List.of() : List.of(heard.split(" ")), heard);
    }

    private final Found all = measured(Set.of(Aspect.values()), true);

    @Test
    void averagesOpinions() {
        assertEquals(4, value(all.of("mean_opinion_score", A)), 1e-15);
        assertEquals(1.75, value(all.of("mean_opinion_score", B)), 1e-15);
        assertEquals(15.5 / 5, value(all.of("mean_opinion_score", Map.of())), 1e-15);
        assertEquals(1.75 / 4, value(all.over("mean_opinion_score_ratio", "voice", Map.of())), 1e-15);
        assertEquals(2, value(all.of("listeners", A)));
        assertEquals(3, value(all.of("listeners", Map.of())));
    }

    /** Of A listener 0 gave 9 of 2 ratings, listener 1 gave 3 of 1: both deviate by 1 from the mean of 4. */
    @Test
    void takesListenersForUnits() {
        assertEquals(
                Math.sqrt((1 + 1) * 2.0) / 3,
                interval(all.of("mean_opinion_score", A))
                        .estimate()
                        .orElseThrow()
                        .standardError(),
                1e-15);
        assertEquals(
                "student_t_clusters", interval(all.of("mean_opinion_score", A)).method());
        assertEquals(1, interval(all.of("mean_opinion_score", A)).low());
        assertEquals(5, interval(all.of("mean_opinion_score", A)).high());
        // listener 1 rated both: 1 / 3 less from A, 0.125 more from B
        double shared = (2 - 1.75) / 2 - (3 - 4) / 3.0;
        double first = -(9 - 8) / 3.0;
        double last = (1.5 - 1.75) / 2;
        assertEquals(
                Math.sqrt((shared * shared + first * first + last * last) * 3 / 2),
                interval(all.pair("mean_opinion_score_difference", "voice", "B", "A"))
                        .estimate()
                        .orElseThrow()
                        .standardError(),
                1e-15);
    }

    @Test
    void measuresHowWellSpeechIsUnderstood() {
        assertEquals(
                Optional.of(new Fraction(3, 6)),
                all.of("intelligibility_word_error_rate", A).fraction());
        assertEquals(1, value(all.of("intelligibility_word_error_rate", B)), 1e-15);
        assertEquals(2, value(all.over("intelligibility_word_error_rate_ratio", "voice", Map.of())), 1e-15);
        assertEquals(
                Optional.of(new Fraction(5, 10)),
                all.of("intelligibility_character_error_rate", A).fraction());
        assertEquals(
                0,
                measured(Set.of(Aspect.TRANSCRIPT), false).outcome().measurements().stream()
                        .filter(it -> it.metric().contains("word"))
                        .count());
    }

    @Test
    void measuresHowFarSoundIsFromAPersons() {
        assertEquals(5.5, value(all.of("mel_cepstral_distortion", A)), 1e-15);
        assertEquals(9, value(all.of("mel_cepstral_distortion", B)), 1e-15);
        assertEquals(30, value(all.of("f0_rmse", A)), 1e-15);
        assertEquals(110 / 2.0, value(all.of("f0_rmse", Map.of())), 1e-15);
        assertEquals(15 / 60.0, value(all.of("voicing_error_rate", A)), 1e-15);
        assertEquals(0.625, value(all.of("speaker_similarity", A)), 1e-15);
        assertEquals(-0.25, value(all.of("speaker_similarity", B)), 1e-15);
        assertEquals(
                "a ratio of values that may be negative says nothing",
                undefined(all.over("speaker_similarity_ratio", "voice", Map.of())));
        assertEquals(3.5, value(all.pair("mel_cepstral_distortion_difference", "voice", "B", "A")), 1e-15);
    }

    @Test
    void measuresWhatRowsBring() {
        List<String> metrics = measured(Set.of(Aspect.RATING), true).outcome().measurements().stream()
                .map(it -> it.metric().replaceAll("_(ratio|difference)", ""))
                .distinct()
                .toList();
        assertEquals(List.of("count", "mean_opinion_score", "listeners"), metrics);
    }

    @Test
    void saysWhatIsMissing() {
        SynthesisPlan plan =
                new SynthesisPlan(Found.plan("voice", false, false), Set.of(Aspect.values()), false, true, 1, 5);
        SpeechSynthesis counted = new SpeechSynthesis(plan);
        counted.add(new SynthesisBatch(1, new Row[] {new Row()}, new long[] {2}, null, null, null, new int[][] {{0}}));
        Found found = new Found(counted.outcome(List.of(List.of("A"))));
        assertEquals("no ratings", undefined(found.of("mean_opinion_score", A)));
        assertEquals("no words in the texts", undefined(found.of("intelligibility_word_error_rate", A)));
        assertEquals("nothing to compare the sound with", undefined(found.of("mel_cepstral_distortion", A)));
        assertEquals("no utterance is voiced in both renderings", undefined(found.of("f0_rmse", A)));
        assertEquals("no embeddings to compare", undefined(found.of("speaker_similarity", A)));
        SynthesisBatch heard = new SynthesisBatch(0, new Row[0], new long[0], null, null, new int[0], new int[1][0]);
        assertThrows(IllegalArgumentException.class, () -> new SpeechSynthesis(plan).add(heard));
    }
}
