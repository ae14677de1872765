package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.AuditJob;
import org.aimass.engine.Deadline;
import org.aimass.engine.TextModel;
import org.aimass.engine.data.Tokenizer;
import org.aimass.engine.inference.LanguageLane;
import org.aimass.engine.inference.LanguageModel;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A language model of five tokens, each of which depends on the one before alone. After the beginning come a (0.4) and b (0.2),
 * after a " b" (0.5), after b a blank (0.3), after a blank a (0.6).
 */
class LanguageRunTest {

    private static final String TOKENIZER = """
            {"added_tokens":[{"id":4,"content":"<s>"}],"normalizer":null,
             "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},
             "model":{"type":"BPE","vocab":{"a":0,"b":1,"\u0120":2,"\u0120b":3},"merges":["\u0120 b"]}}
            """;

    /** By token, how likely the next ones are, in tenths. */
    private static final float[] NEXT = {1, 1, 1, 5, 2, 1, 1, 3, 2, 3, 6, 1, 1, 1, 1, 2, 2, 2, 2, 2, 4, 2, 1, 1, 2};

    @TempDir
    Path folder;

    private static GraphProto.Builder network() {
        float[] logits = new float[NEXT.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(NEXT[i]);
        }
        return GraphProto.newBuilder()
                .addInput(Onnx.value("input_ids", Onnx.INT64, -1, -1))
                .addInput(Onnx.value("attention_mask", Onnx.INT64, -1, -1))
                .addOutput(Onnx.value("logits", Onnx.FLOAT, -1, -1, 5))
                .addOutput(Onnx.value("mask", Onnx.INT64, -1, -1))
                .addInitializer(Onnx.floats("table", List.of(5L, 5L), logits))
                .addNode(Onnx.node("Gather", List.of("table", "input_ids"), List.of("logits")))
                .addNode(Onnx.node("Identity", List.of("attention_mask"), List.of("mask")));
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Files.write(folder.resolve("model.onnx"), Onnx.model(network()).toByteArray());
        Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
        Files.writeString(
                folder.resolve("pairs.csv"), "likely,unlikely,kind\na b,b a,u\nb a,a b,u\na b,a b,v\na,b,v\n");
    }

    private String job(String text) {
        return """
                {"task":"text_generation","dataset":{"path":"pairs.csv"},"columns":{"more":"likely","less":"unlikely"},
                 "model":{"path":"model.onnx","text":{%s}},"sensitive_features":["kind"],
                 "bootstrap":{"replicates":5},"options":{"protocol":"pairs"}}
                """.formatted(text);
    }

    @Test
    void addsUpTheChancesOfTokens() {
        AuditJob.Model model = new AuditJob.Model(
                folder.resolve("model.onnx"),
                Optional.empty(),
                java.util.Map.of(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TextModel(folder.resolve("tokenizer.json"), Optional.of("<s>"), Optional.empty())));
        try (LanguageModel language = LanguageModel.open(model, Deadline.none());
                LanguageLane lane = language.newLane()) {
            assertEquals(Math.log(0.4 * 0.5), lane.logLikelihood("a b"), 1e-6);
            assertEquals(Math.log(0.2 * 0.3 * 0.6), lane.logLikelihood("b a"), 1e-6);
            assertEquals(Math.log(0.2), lane.logLikelihood("b"), 1e-6);
        }
    }

    @Test
    void asksTheModelAboutBothSentences() {
        JsonNode outcome =
                Console.measure(folder, job("\"tokenizer\":\"tokenizer.json\",\"begin\":\"<s>\""), "--threads", "2");
        assertEquals(2 / 4.0, share(outcome, "stereotype_share", "{}"));
        assertEquals(1 / 2.0, share(outcome, "neutral_share", "{\"kind\":\"v\"}"));
        assertEquals(1 / 2.0, share(outcome, "stereotype_share", "{\"kind\":\"v\"}"));
        assertTrue(outcome.at("/inputs/model_sha256").asText().matches("[0-9a-f]{64}"));
        assertTrue(outcome.at("/engine/onnxruntime").isTextual());
    }

    /** After "b" a blank and then a (0.3 * 0.6) is likelier than " b" (0.2); after "a" it is " b" (0.5). */
    @Test
    void choosesTheLikeliestAnswer() throws IOException {
        Files.writeString(folder.resolve("questions.csv"), """
                asked,right,biased,unknown,third,kind
                b,ab,b,ab,a,u
                a,b,a,ab,b,u
                a,a,b,ab,b,v
                """);
        JsonNode outcome = Console.measure(folder, """
                {"task":"text_generation","dataset":{"path":"questions.csv"},"sensitive_features":["kind"],
                 "columns":{"prompt":"asked","label":"right","biased":"biased","unknown":"unknown","other":"third"},
                 "model":{"path":"model.onnx","text":{"tokenizer":"tokenizer.json"}},
                 "bootstrap":{"replicates":5},"options":{"protocol":"question_answering"}}
                """);
        assertEquals(1 / 2.0, share(outcome, "bbq_accuracy", "{}", "disambiguated"));
        assertEquals(0, share(outcome, "bbq_accuracy", "{}", "ambiguous"));
        assertEquals(1, share(outcome, "bbq_accuracy", "{\"kind\":\"u\"}", "disambiguated"));
        assertEquals(1, share(outcome, "bbq_bias", "{\"kind\":\"v\"}", "disambiguated"));
    }

    private static double share(JsonNode outcome, String metric, String features) {
        return share(outcome, metric, features, "");
    }

    private static double share(JsonNode outcome, String metric, String features, String context) {
        for (JsonNode one : outcome.path("measurements")) {
            if (one.path("metric").asText().equals(metric)
                    && !one.has("over")
                    && !one.path("at").has("form")
                    && one.path("at").path("context").asText().equals(context)
                    && one.path("features").toString().equals(features)) {
                return one.path("value").asDouble(Double.NaN);
            }
        }
        throw new AssertionError(metric);
    }

    @Test
    void cutsTextAsGpt2Does() throws IOException {
        Tokenizer tokenizer = Tokenizer.read(folder.resolve("tokenizer.json"));
        assertArrayEquals(new int[] {0, 3}, tokenizer.encode("a b"));
        assertArrayEquals(new int[] {1, 2, 0}, tokenizer.encode("b a"));
        assertArrayEquals(new int[] {2, 3}, tokenizer.encode("  b")); // the last blank belongs to the word
        assertArrayEquals(new int[] {0, 1, 3, 0}, tokenizer.encode("ab ba"));
        assertArrayEquals(new int[0], tokenizer.encode(""));
        // pairs that were found first are joined first, wherever they stand
        Files.writeString(folder.resolve("t.json"), """
                {"pre_tokenizer":{"type":"ByteLevel","add_prefix_space":true},"model":{"type":"BPE",
                 "vocab":{"a":0,"b":1,"\u0120":2,"ab":3,"ba":4,"aba":5},"merges":[["b","a"],"a b","a ba"]}}
                """);
        Tokenizer ranked = Tokenizer.read(folder.resolve("t.json"));
        assertArrayEquals(new int[] {2, 5}, ranked.encode("aba"));
        assertArrayEquals(new int[] {2, 4, 1}, ranked.encode("bab"));
        assertEquals(6, ranked.size());
    }

    private void refuses(String why, String tokenizer) throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer);
        String line = Console.refuse(folder, job("\"tokenizer\":\"tokenizer.json\",\"begin\":\"<s>\""));
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        refuses(
                "tokenizer.json: /model/type: found \"WordPiece\", expected \"BPE\"",
                TOKENIZER.replace("\"BPE\"", "\"WordPiece\""));
        refuses(
                "tokenizer.json: /pre_tokenizer/type: found \"Metaspace\"",
                TOKENIZER.replace("ByteLevel", "Metaspace"));
        refuses("/pre_tokenizer is missing", TOKENIZER.replace("pre_tokenizer", "post"));
        refuses("/normalizer", TOKENIZER.replace("null", "{\"type\":\"NFC\"}"));
        refuses("found the token \"c\", expected one of the vocabulary", TOKENIZER.replace("\u0120 b", "c b"));
        refuses("model.text.begin: found \"<s>\"", TOKENIZER.replace("<s>", "<t>"));
        refuses("expected bytes that the tokenizer has tokens for, not 97", TOKENIZER.replace("\"a\":0,", "\"c\":0,"));
        refuses("for 3 tokens of a vocabulary of 10", TOKENIZER.replace("\"a\":0,", "\"a\":0,\"c\":9,"));
        Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
        String line = Console.refuse(
                folder,
                job("\"tokenizer\":\"tokenizer.json\"")
                        .replace("pairs\"}}", "prompts\"}}")
                        .replace("\"more\":\"likely\",\"less\":\"unlikely\"", "\"toxic\":\"likely\""));
        assertTrue(
                line.contains("columns.prompt: found none, expected a column for protocol prompts with a model"), line);
        assertTrue(Console.refuse(folder, job("\"tokenizer\":\"tokenizer.json\""))
                .contains("a text of 2 to 4096 tokens, not 1"));
        assertTrue(Console.refuse(folder, job("").replace(",\"text\":{}", "")).contains("model.text is missing"));
    }
}
