package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.AuditJob;
import org.aimass.engine.Deadline;
import org.aimass.engine.Decoding;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.TextModel;
import org.aimass.engine.inference.LanguageLane;
import org.aimass.engine.inference.LanguageModel;
import org.aimass.engine.inference.Onnx;
import org.aimass.engine.inference.TextNets;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A language model that answers in its own words: " b" behind "a", a line break behind " b", the end behind a line break; behind "b"
 * blanks and "b" in turn, for ever; "a" behind the end. A seventh logit, of no token, is always the highest.
 */
class AnsweringRunTest {

    /** From and to: a, b, blank, " b", the end, a line break, nothing. Behind "a" a line break is as likely as " b". */
    private static final float[] LOGITS = {
        0, 1, 2, 5, 4, 5, 9, //
        1, 2, 7, 3, 4, 5, 9, //
        0, 8, 2, 3, 4, 5, 9, //
        0, 1, 2, 3, 4, 6, 9, //
        6, 1, 2, 3, 4, 5, 9, //
        0, 1, 2, 3, 8, 5, 9, //
        0, 0, 0, 0, 0, 0, 0
    };

    private static final String ENDS = "\"tokenizer\":\"tokenizer.json\",\"end\":\"</s>\"";

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.write(
                folder.resolve("model.onnx"),
                Onnx.model(TextNets.language(7, LOGITS)).toByteArray());
        Files.writeString(folder.resolve("tokenizer.json"), TextNets.TOKENIZER);
    }

    private LanguageModel open(Optional<String> end, Deadline deadline) {
        return LanguageModel.open(
                new AuditJob.Model(
                        folder.resolve("model.onnx"),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new TextModel(folder.resolve("tokenizer.json"), Optional.empty(), end))),
                deadline);
    }

    private String answer(String prompt, Optional<String> end, Decoding decoding) {
        try (LanguageModel language = open(end, Deadline.none());
                LanguageLane lane = language.newLane()) {
            return lane.answer(prompt, decoding);
        }
    }

    @Test
    void goesOnUntilItEnds() {
        assertEquals(" b\n", answer("a", Optional.of("</s>"), new Decoding(5, false)));
        assertEquals(" b", answer("a", Optional.of("</s>"), new Decoding(5, true)));
        assertEquals(" b\na b", answer("a", Optional.empty(), new Decoding(5, false)));
        assertEquals(" b ", answer("b", Optional.of("</s>"), new Decoding(3, true)));
        assertEquals("", answer("a b", Optional.of("</s>"), new Decoding(3, true)));
    }

    @Test
    void knowsNoTokensThatTheTokenizerLacks() throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), TextNets.TOKENIZER.replace("\"\u0120\":2", "\"\u0120\":6"));
        float[] logits = LOGITS.clone();
        logits[7 + 6] = -1; // behind "b" the blank, which is now the last; the likeliest, 2, is no token any more
        Files.write(
                folder.resolve("model.onnx"),
                Onnx.model(TextNets.language(7, logits)).toByteArray());
        assertEquals("\n", answer("b", Optional.empty(), new Decoding(1, false)));
    }

    @Test
    void keepsToTheTimeAndToItsLimits() throws InterruptedException {
        try (Deadline deadline = Deadline.in(Duration.ofMillis(1), message -> {});
                LanguageModel language = open(Optional.empty(), deadline);
                LanguageLane lane = language.newLane()) {
            Thread.sleep(50);
            assertThrows(EngineFailure.class, () -> lane.answer("a", new Decoding(1, false)));
        }
        String longest = "a" + " a".repeat(2_045);
        assertEquals("a text of 1 to 4091 tokens, not 0", refusal(""));
        assertEquals("a text of 1 to 4091 tokens, not 4093", refusal(longest + " a"));
        assertEquals("a text of at most 20000 characters", refusal("b".repeat(20_001)));
    }

    private String refusal(String prompt) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> answer(prompt, Optional.empty(), new Decoding(5, false)))
                .getMessage());
    }

    private static String job(String columns, String model, String options) {
        return """
                {"task":"text_generation","dataset":{"path":"data.csv"},"columns":{%s},
                 "model":{"path":"model.onnx","text":{%s}},"sensitive_features":["who"],"bootstrap":{"replicates":5},
                 "options":{%s}}
                """.formatted(columns, model, options);
    }

    private static double value(JsonNode outcome, String metric, String who, String context) {
        for (JsonNode one : outcome.path("measurements")) {
            if (one.path("metric").asText().equals(metric)
                    && !one.has("over")
                    && !one.path("at").has("form")
                    && one.path("at").path("context").asText().equals(context)
                    && one.path("features").path("who").asText().equals(who)) {
                return one.path("value").asDouble(Double.NaN);
            }
        }
        throw new AssertionError("no " + metric + " of " + who);
    }

    /** Answered " b\n", " b ", "\n", " b " and " b ": 0.75, 0.25, 0.5, 0.25 and 0.25 toxic. */
    @Test
    void hasItsAnswersJudged() throws IOException {
        byte[] judge = Onnx.model(
                        TextNets.lookup(0, List.of(" b\n", " b ", "\n"), new float[] {0.75f, 0.25f, 0.5f}, -1))
                .toByteArray();
        Files.write(folder.resolve("judge.onnx"), judge);
        Files.writeString(folder.resolve("data.csv"), "asked,who\na,u\nb,u\na b,v\nb,v\nb,v\n");
        String job = job(
                        "\"prompt\":\"asked\"",
                        ENDS,
                        "\"protocol\":\"prompts\",\"max_new_tokens\":3,\"refusal_phrases\":[\"B\"],\"examples\":1")
                .replace(
                        "\"path\":\"model.onnx\"",
                        "\"path\":\"model.onnx\",\"evaluator\":{\"path\":\"judge.onnx\",\"sha256\":\""
                                + Sha256Digest.of(judge).hex() + "\"}");
        JsonNode outcome = Console.measure(folder, job);
        assertEquals(2 / 5.0, value(outcome, "toxicity_rate", "", ""), 1e-15);
        assertEquals(1 / 2.0, value(outcome, "toxicity_rate", "u", ""), 1e-15);
        assertEquals(1 / 3.0, value(outcome, "toxicity_rate", "v", ""), 1e-15);
        assertEquals(4 / 5.0, value(outcome, "refusal_rate", "", ""), 1e-15);
        assertEquals(2 / 3.0, value(outcome, "refusal_rate", "v", ""), 1e-15);
        assertEquals(
                "[{\"line\":2,\"features\":{\"who\":\"u\"},\"prompt\":\"a\",\"answer\":\" b\\n\",\"toxicity\":0.75,"
                        + "\"findings\":[\"toxic\",\"refused\"]}]",
                outcome.path("answers").toString());
        assertTrue(outcome.at("/inputs/model_sha256").isTextual());
        assertEquals(
                Sha256Digest.of(judge).hex(),
                outcome.at("/inputs/evaluator_sha256").asText());
        JsonNode again = Console.measure(folder, job, "--threads", "3");
        assertEquals(outcome.path("measurements"), again.path("measurements"));
        assertEquals(outcome.path("answers"), again.path("answers"));
    }

    /**
     * Ambiguous: one right, two biased, a third answer, and one that is none of the four; of the others one right and one that is none.
     */
    @Test
    void matchesItsAnswersToQuestions() throws IOException {
        Files.writeString(folder.resolve("data.csv"), """
                asked,right,biased,unknown,third,who
                a, B ,z,?,c,u
                b,?,B B,?,x,u
                a b,a,z,?,c,v
                a,?,B,?,c,v
                b,?,x,?,b,v
                a,?,b,?,c,u
                a,b,z,B,c,v
                """);
        String job = job(
                "\"prompt\":\"asked\",\"label\":\"right\",\"biased\":\"biased\",\"unknown\":\"unknown\",\"other\":\"third\"",
                ENDS,
                "\"protocol\":\"question_answering\",\"answering\":\"greedy\",\"max_new_tokens\":3,"
                        + "\"stop_at_line_break\":true,\"examples\":9");
        JsonNode outcome = Console.measure(folder, job, "--threads", "2");
        assertEquals(1 / 5.0, value(outcome, "bbq_accuracy", "", "ambiguous"), 1e-15);
        assertEquals((1 - 1 / 5.0) * (2 * 2 / 3.0 - 1), value(outcome, "bbq_bias", "", "ambiguous"), 1e-15);
        assertEquals(1 / 5.0, value(outcome, "unmatched_rate", "", "ambiguous"), 1e-15);
        assertEquals(1 / 2.0, value(outcome, "unmatched_rate", "u", "ambiguous"), 1e-15);
        assertEquals(0, value(outcome, "unmatched_rate", "v", "ambiguous"), 1e-15);
        assertEquals(1 / 2.0, value(outcome, "unmatched_rate", "", "disambiguated"), 1e-15);
        assertEquals(1 / 2.0, value(outcome, "bbq_accuracy", "", "disambiguated"), 1e-15);
        assertEquals(-1, value(outcome, "bbq_bias", "", "disambiguated"), 1e-15);
        assertEquals(
                List.of(
                        wrong(5, "v", "a", " b", "?", "biased"),
                        wrong(7, "u", "a", " b", "?", "biased"),
                        wrong(3, "u", "b", " b ", "?", "unmatched"),
                        wrong(4, "v", "a b", "", "a", "unmatched"),
                        wrong(6, "v", "b", " b ", "?", "")),
                texts(outcome.path("answers")));
        Files.writeString(
                folder.resolve("data.csv"), "asked,right,biased,unknown,third,who\na,b,a a,a b,b b,u\na,b,b,a,b b,v\n");
        JsonNode chosen = Console.measure(
                folder, job.replaceAll("\"answering.*true,\"examples\":9", "\"answering\":\"likelihood\""));
        assertTrue(
                chosen.path("measurements").findValuesAsText("metric").stream().noneMatch("unmatched_rate"::equals));
    }

    private static String wrong(int line, String who, String prompt, String answer, String right, String also) {
        String findings = also.isEmpty() ? "\"wrong\"" : "\"wrong\",\"" + also + "\"";
        return "{\"line\":%d,\"features\":{\"who\":\"%s\"},\"prompt\":\"%s\",\"answer\":\"%s\",\"right\":\"%s\",\"findings\":[%s]}"
                .formatted(line, who, prompt, answer, right, findings);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.toString()));
        return texts;
    }

    private void refuses(String why, String job) {
        String line = Console.refuse(folder, job);
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "asked,flag,who\na,1,u\n");
        String asked = "\"prompt\":\"asked\"";
        String prompts = "\"protocol\":\"prompts\",\"refusal_phrases\":[\"b\"]";
        refuses(
                "model.evaluator: found none, expected what judges the answers",
                job(asked, ENDS, "\"protocol\":\"prompts\""));
        refuses(
                "columns.prompt: found none, expected a column for protocol prompts with a model",
                job("", ENDS, prompts));
        refuses(
                "columns.toxic: found one, expected none for protocol prompts with a model",
                job(asked + ",\"toxic\":\"flag\"", ENDS, prompts));
        refuses(
                "model.text.end: found \"</t>\", expected a token of the tokenizer",
                job(asked, ENDS.replace("/s", "/t"), prompts));
        refuses("options.max_new_tokens: found 513", job(asked, ENDS, prompts + ",\"max_new_tokens\":513"));
        refuses("options.stop_at_line_break: found 1", job(asked, ENDS, prompts + ",\"stop_at_line_break\":1"));
        refuses("unknown key \"options.answering\"", job(asked, ENDS, prompts + ",\"answering\":\"greedy\""));
        refuses(
                "options.answering: found \"both\", expected \"likelihood\" or \"greedy\"",
                job(asked, ENDS, "\"protocol\":\"question_answering\",\"answering\":\"both\""));
        refuses(
                "unknown key \"options.max_new_tokens\"",
                job(asked, ENDS, "\"protocol\":\"question_answering\",\"max_new_tokens\":5"));
        Files.writeString(folder.resolve("data.csv"), "asked,who\na,u\nc,u\n");
        refuses(
                "line 3, column \"asked\": found \"c\", expected bytes that the tokenizer has",
                job(asked, ENDS, prompts));
        float[] broken = LOGITS.clone();
        broken[4] = Float.NaN;
        Files.write(
                folder.resolve("model.onnx"),
                Onnx.model(TextNets.language(7, broken)).toByteArray());
        refuses("model.onnx: a logit is NaN, expected a number", job(asked, ENDS, prompts));
    }
}
