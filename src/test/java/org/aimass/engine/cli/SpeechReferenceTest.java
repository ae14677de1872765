package org.aimass.engine.cli;

import static java.util.Objects.requireNonNull;
import static org.aimass.engine.cli.ReferenceTest.EXACT;
import static org.aimass.engine.cli.ReferenceTest.find;
import static org.aimass.engine.cli.ReferenceTest.index;
import static org.aimass.engine.cli.ReferenceTest.over;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real transcripts of seven accents of English give every figure that jiwer and others gave. */
class SpeechReferenceTest {

    private static final Map<String, String> VALUES = Map.of(
            "n", "count",
            "wer", "word_error_rate",
            "mean_utterance_wer", "mean_word_error_rate",
            "median_utterance_wer", "median_word_error_rate",
            "cer", "character_error_rate",
            "sentence_error_rate", "sentence_error_rate",
            "share_utterances_wer_over_0_5", "unusable_share",
            "n_speakers", "speakers",
            "speaker_macro_wer", "mean_speaker_word_error_rate");

    /** Which part of which fraction they are. */
    private static final Map<String, List<String>> COUNTS = Map.of(
            "errors", List.of("word_error_rate", "numerator"),
            "ref_words", List.of("word_error_rate", "denominator"),
            "char_errors", List.of("character_error_rate", "numerator"),
            "ref_chars", List.of("character_error_rate", "denominator"));

    @TempDir
    Path folder;

    @Test
    void accentsAgreeWithEveryGoldenValue() {
        JsonNode golden = Reference.golden("asr_edacc");
        Map<String, JsonNode> measured = index(Console.measure(
                folder, """
                {"task":"speech_recognition","dataset":{"path":"%s"},
                 "columns":{"reference":"reference","hypothesis":"hypothesis","cluster":"speaker"},
                 "sensitive_features":["accent"]}
                """.formatted(Reference.folder("asr_edacc").resolve("data.csv"))));
        Map<String, Integer> compared = new HashMap<>();
        group(golden.path("overall"), "{}", measured, compared);
        JsonNode accents = golden.path("attributes").path("accent");
        accents.path("groups")
                .properties()
                .forEach(group -> group(group.getValue(), "{accent=" + group.getKey() + "}", measured, compared));
        assertEquals(
                8 * 13, compared.values().stream().mapToInt(Integer::intValue).sum());
        for (String rate : List.of("wer", "mean_utterance_wer")) {
            JsonNode disparity = accents.path("disparities").path(rate);
            String name = requireNonNull(VALUES.get(rate));
            String place = "{}" + over("accent");
            agrees(disparity.path("difference"), find(measured, name + "_difference" + place));
            agrees(disparity.path("ratio_max_min"), find(measured, name + "_ratio" + place));
            agrees(disparity.path("std_population"), name, measured);
        }
        golden.path("published_check").properties().forEach(published -> {
            if (published.getValue().has("ref_words")) {
                JsonNode ours = find(measured, "word_error_rate{accent=" + published.getKey() + "}");
                agrees(published.getValue().path("published_summary_json"), ours);
            }
        });
    }

    /** From the originals, which our own normalizer writes alike. */
    @Test
    void theOriginalsGiveTheSameRates() {
        JsonNode golden = Reference.golden("asr_edacc");
        Map<String, JsonNode> measured = index(Console.measure(
                folder, """
                {"task":"speech_recognition","dataset":{"path":"%s"},
                 "columns":{"reference":"reference_raw","hypothesis":"hypothesis_raw","cluster":"speaker"},
                 "options":{"normalizer":"whisper_en"},"sensitive_features":["accent"],"bootstrap":{"replicates":20}}
                """.formatted(Reference.folder("asr_edacc").resolve("data.csv"))));
        golden.path("attributes").path("accent").path("groups").properties().forEach(group -> {
            JsonNode ours = find(measured, "word_error_rate{accent=" + group.getKey() + "}");
            assertEquals(
                    group.getValue().path("wer").asDouble(), ours.path("value").asDouble(), EXACT, ours::toString);
        });
    }

    private static void group(
            JsonNode golden, String rows, Map<String, JsonNode> measured, Map<String, Integer> compared) {
        for (Map.Entry<String, JsonNode> value : golden.properties()) {
            List<String> count = COUNTS.get(value.getKey());
            String name = VALUES.get(value.getKey());
            assertTrue(count != null || name != null, () -> "nothing compares with " + value.getKey());
            if (count != null) {
                JsonNode fraction = find(measured, count.get(0) + rows);
                assertEquals(
                        value.getValue().asLong(), fraction.path(count.get(1)).asLong(), rows + value.getKey());
            } else {
                agrees(value.getValue(), find(measured, name + rows));
            }
            compared.merge(value.getKey(), 1, Integer::sum);
        }
    }

    private static void agrees(JsonNode golden, JsonNode measured) {
        assertTrue(golden.isNumber(), golden::toString);
        assertEquals(golden.asDouble(), measured.path("value").asDouble(Double.NaN), EXACT, measured::toString);
    }

    /** The standard deviation of the groups' values, which is not measured for itself. */
    private static void agrees(JsonNode deviation, String metric, Map<String, JsonNode> measured) {
        double[] values = measured.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(metric + "{accent="))
                .mapToDouble(entry -> entry.getValue().path("value").asDouble())
                .toArray();
        assertEquals(7, values.length);
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double square = java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        assertEquals(deviation.asDouble(), Math.sqrt(square), EXACT);
    }
}
