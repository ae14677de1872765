package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect} says of the files beside a model, and that hostile ones are refused in one line (T1). */
class InspectCompanionsT1Test {

    private static final String VOCABULARY = "{\"<pad>\":0,\"|\":1,\"c\":4,\"a\":2,\"b\":3,\"<空>\":5}";
    private static final String TOKENIZER = """
            {"pre_tokenizer":{"type":"ByteLevel"},
             "model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2,"<s>":6},"merges":["a b"]}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void model() throws IOException {
        Files.write(
                folder.resolve("model.onnx"),
                Onnx.model(GraphProto.newBuilder()
                                .addInput(Onnx.value("X", Onnx.FLOAT, -1, 2))
                                .addOutput(Onnx.value("Y", Onnx.FLOAT, -1, 2))
                                .addNode(Onnx.node("Identity", List.of("X"), List.of("Y"))))
                        .toByteArray());
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private String file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Console inspect(String... options) {
        String[] words = new String[2 + options.length];
        words[0] = "inspect";
        words[1] = folder.resolve("model.onnx").toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return Console.run(words);
    }

    @Test
    void bothAreCountedAndTheirTokensFound() throws IOException {
        String vocabulary = file("vocabulary", VOCABULARY);
        String tokenizer = file("tokenizer.json", TOKENIZER);
        JsonNode usual =
                inspect("--vocabulary", vocabulary, "--tokenizer", tokenizer).json();
        assertEquals(6, usual.at("/vocabulary/tokens").asInt());
        assertEquals(0, usual.at("/vocabulary/blank").asInt(-1));
        assertEquals(7, usual.at("/tokenizer/tokens").asInt());
        assertFalse(usual.at("/tokenizer").has("begin"));

        String tokens = file("tokens.json", "{\"blank\":\"<空>\",\"begin\":\"<s>\",\"end\":\"a\"}");
        JsonNode named = inspect("--vocabulary", vocabulary, "--tokenizer", tokenizer, "--tokens", tokens)
                .json();
        assertEquals(5, named.at("/vocabulary/blank").asInt());
        assertEquals(6, named.at("/tokenizer/begin").asInt());
        assertEquals(0, named.at("/tokenizer/end").asInt(-1));

        String others = file("tokens.json", "{\"blank\":\"no\",\"begin\":\"no\",\"end\":\"no\"}");
        JsonNode none = inspect("--vocabulary", vocabulary, "--tokenizer", tokenizer, "--tokens", others)
                .json();
        assertFalse(none.at("/vocabulary").has("blank"));
        assertFalse(none.at("/tokenizer").has("begin"));
        assertFalse(none.at("/tokenizer").has("end"));
        assertFalse(inspect().json().has("vocabulary"));
    }

    @Test
    void whatIsNoVocabularyIsRefusedInOneLine() throws IOException {
        Map<byte[], String> hostile = Map.of(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\n', 'a'},
                "vocabulary: is no text in UTF-8",
                "a\0b\nc".getBytes(StandardCharsets.UTF_8),
                "vocabulary: has a NUL character",
                "{\"a\":0,\"b\":2}".getBytes(StandardCharsets.UTF_8),
                "vocabulary: token \"b\": found the place 2",
                "{\"a\":0,\"a\":1}".getBytes(StandardCharsets.UTF_8),
                "vocabulary: not JSON as expected",
                "{".repeat(9_000).getBytes(StandardCharsets.UTF_8),
                "vocabulary: not JSON as expected",
                "only".getBytes(StandardCharsets.UTF_8),
                "vocabulary: found 1 tokens, expected 2 to 100000",
                "a\n".repeat(100_001).getBytes(StandardCharsets.UTF_8),
                "vocabulary: found 100001 tokens",
                ("a\n" + "b".repeat(101)).getBytes(StandardCharsets.UTF_8),
                "vocabulary: found the token \"bbb",
                new byte[(4 << 20) + 1],
                "vocabulary: larger than 4 MiB");
        for (Map.Entry<byte[], String> each : hostile.entrySet()) {
            assertRefused(each.getValue(), inspect("--vocabulary", file("vocabulary", each.getKey())));
        }
    }

    @Test
    void whatIsNoTokenizerIsRefusedInOneLine() throws IOException {
        Map<String, String> hostile = Map.of(
                "PK\u0003\u0004",
                "tokenizer.json",
                "{}",
                "tokenizer.json: /pre_tokenizer is missing",
                TOKENIZER.replace("ByteLevel", "Metaspace"),
                "tokenizer.json: /pre_tokenizer/type",
                TOKENIZER.replace("BPE", "Unigram"),
                "tokenizer.json: /model/type",
                TOKENIZER.replace("\"a b\"", "\"a c\""),
                "tokenizer.json: /model/merges: found the token \"c\"",
                TOKENIZER.replace("{\"a\":0,\"b\":1,\"ab\":2,\"<s>\":6},\"merges\":[\"a b\"]", "{}"),
                "tokenizer.json: /model/vocab has no tokens",
                "[".repeat(9_000),
                "tokenizer.json");
        for (Map.Entry<String, String> each : hostile.entrySet()) {
            assertRefused(each.getValue(), inspect("--tokenizer", file("tokenizer.json", each.getKey())));
        }
    }

    @Test
    void theTokensAreFewAndKnown() throws IOException {
        assertRefused("tokens.json: ", inspect("--tokens", file("tokens.json", "{\"middle\":\"</s>\"}")));
        assertRefused("tokens.json: ", inspect("--tokens", file("tokens.json", "no")));
        assertRefused("tokens.json: larger than 64 KiB", inspect("--tokens", file("tokens.json", "x".repeat(70_000))));
    }

    private static void assertRefused(String beginning, Console said) {
        assertEquals(EngineMain.BAD_INPUT, said.code(), () -> beginning + ": " + said);
        assertEquals(1, said.err().size());
        assertTrue(said.err().get(0).startsWith(beginning), () -> beginning + " but said " + said.err());
    }
}
