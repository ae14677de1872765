package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aimass.engine.data.Sounds;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that hears the token t of six where a sample is t / 8: each of them scores x t / 4 - t&sup2; / 64. What it hears in
 * recordings, and how far that is from what was said.
 */
class SpeechRunTest {

    private static final List<String> TOKENS = List.of("<pad>", "|", "a", "b", "c", "<unk>");
    private static final String MODEL = "\"model\":{\"path\":\"model.onnx\",\"vocabulary\":\"vocabulary.json\"}";
    private static final String COLUMNS = "\"columns\":{\"reference\":\"said\",\"audio\":\"file\"}";

    @TempDir
    Path folder;

    @BeforeEach
    void record() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set/speech"));
        Files.write(set.resolve("one.wav"), Sounds.wav(16_000, sounding("aa_ab|b")));
        Files.write(set.resolve("two.flac"), Sounds.flac(16_000, sounding("_c|||a?c__")));
        Files.write(set.resolve("three.wav"), Sounds.wav(16_000, sounding("___")));
        Files.write(set.resolve("four.flac"), Sounds.flac(16_000, sounding("b")));
        Files.writeString(folder.resolve("set/manifest.csv"), """
                file,said,group
                speech/one.wav,aab b,u
                speech/two.flac,c a c,u
                speech/three.wav,a,v
                speech/four.flac,,v
                """);
        Files.writeString(
                folder.resolve("vocabulary.json"), "{\"<pad>\":0,\"|\":1,\"c\":4,\"a\":2,\"b\":3,\"<unk>\":5}");
        model(-1, -1, TOKENS.size());
    }

    private static int[] sounding(String tokens) {
        return Sounds.spelled(tokens, "_|abc?");
    }

    private void model(long rows, long samples, int tokens) throws IOException {
        float[] weights = new float[tokens];
        float[] biases = new float[tokens];
        for (int token = 0; token < tokens; token++) {
            weights[token] = token / 4f;
            biases[token] = -token * token / 64f;
        }
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(Onnx.value("sound", Onnx.FLOAT, rows, samples))
                .addOutput(Onnx.value("frames", Onnx.FLOAT, -1, -1, tokens))
                .addInitializer(Onnx.longs("shape", List.of(3L), 1, -1, 1))
                .addInitializer(Onnx.floats("w", List.of(1L, (long) tokens), weights))
                .addInitializer(Onnx.floats("b", List.of((long) tokens), biases))
                .addNode(Onnx.node("Reshape", List.of("sound", "shape"), List.of("each")))
                .addNode(Onnx.node("MatMul", List.of("each", "w"), List.of("scaled")))
                .addNode(Onnx.node("Add", List.of("scaled", "b"), List.of("frames")));
        Files.write(folder.resolve("model.onnx"), Onnx.model(graph).toByteArray());
    }

    private static String job(String dataset, String model, String columns, String rest) {
        return "{\"task\":\"speech_recognition\",\"dataset\":{\"path\":\"%s\"},%s,%s,\"sensitive_features\":[\"group\"]%s}"
                .formatted(dataset, model, columns, rest);
    }

    private static JsonNode find(JsonNode outcome, String metric, String group) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("over").isMissingNode()
                    && measurement.path("features").path("group").asText().equals(group)) {
                return measurement;
            }
        }
        throw new AssertionError("no " + metric + " of " + group);
    }

    /** Heard: "aab b", "c ac", nothing, "b". */
    @Test
    void hearsRecordings() {
        JsonNode outcome = Console.measure(folder, job("set", MODEL, COLUMNS, ",\"options\":{\"examples\":2}"));
        assertEquals(4, outcome.path("rows").path("used").asInt());
        assertEquals(
                2 / 5.0, find(outcome, "word_error_rate", "u").path("value").asDouble(), 1e-15);
        assertEquals(2, find(outcome, "word_error_rate", "v").path("numerator").asInt());
        assertEquals(
                1, find(outcome, "word_error_rate", "v").path("denominator").asInt());
        assertEquals(
                1 / 10.0,
                find(outcome, "character_error_rate", "u").path("value").asDouble(),
                1e-15);
        JsonNode worst = outcome.path("transcripts");
        assertEquals(2, worst.size());
        assertEquals("", worst.path(0).path("hypothesis").asText("none"));
        assertEquals("b", worst.path(1).path("hypothesis").asText("none"));
        assertTrue(outcome.path("inputs").path("model_sha256").asText().matches("[0-9a-f]{64}"));
    }

    @Test
    void hearsTheSameInArchivesWhateverTheThreads() throws IOException {
        JsonNode inFolder = Console.measure(folder, job("set", MODEL, COLUMNS, ""));
        try (OutputStream out = Files.newOutputStream(folder.resolve("set.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of(
                    "manifest.csv", "speech/one.wav", "speech/two.flac", "speech/three.wav", "speech/four.flac")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(folder.resolve("set").resolve(name)));
            }
        }
        for (String threads : List.of("1", "3")) {
            JsonNode inZip = Console.measure(folder, job("set.zip", MODEL, COLUMNS, ""), "--threads", threads);
            assertEquals(inFolder.path("measurements"), inZip.path("measurements"));
        }
    }

    /** The vocabulary is part of what is measured; where it lies is not. */
    @Test
    void theVocabularyIsPartOfThePlan() throws IOException {
        String plan = plan(MODEL);
        Files.writeString(folder.resolve("tokens.txt"), String.join("\n", TOKENS) + "\n");
        assertEquals(plan, plan(MODEL.replace("vocabulary.json", "tokens.txt")));
        Files.writeString(
                folder.resolve("tokens.txt"), String.join("\n", TOKENS).replace("c", "d"));
        assertNotEquals(plan, plan(MODEL.replace("vocabulary.json", "tokens.txt")));
    }

    private String plan(String model) {
        return Console.measure(folder, job("set", model, COLUMNS, ""))
                .path("inputs")
                .path("plan_sha256")
                .asText();
    }

    /** Seven samples at 16 kHz are four at 8 kHz. */
    @Test
    void bringsSoundToTheModelsRate() throws IOException {
        model(1, 7, TOKENS.size());
        refuses(
                "line 2: entry \"speech/one.wav\": found 4 samples, expected 7, as the model takes",
                job("set", MODEL.replace("}", ",\"audio\":{\"sample_rate\":8000}}"), COLUMNS, ""));
    }

    private void refuses(String why, String job) {
        String line = Console.refuse(folder, job);
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        refuses("job.json: columns.audio: found none", job("set", MODEL, "\"columns\":{\"reference\":\"said\"}", ""));
        refuses(
                "job.json: columns.hypothesis: found none, expected a column, or a model",
                job("set", "\"confidence\":0.9", COLUMNS, ""));
        refuses(
                "job.json: model.vocabulary is missing",
                job("set", "\"model\":{\"path\":\"model.onnx\"}", COLUMNS, ""));
        refuses("columns.audio: the dataset is a table alone", job("set/manifest.csv", MODEL, COLUMNS, ""));
        refuses(
                "job.json: model.audio.blank: found \"nil\", expected the token of the vocabulary that says nothing",
                job("set", MODEL.replace("}", ",\"audio\":{\"blank\":\"nil\"}}"), COLUMNS, ""));
        refuses(
                "job.json: options.normalizer: found \"loud\", expected one of \"none\", \"whisper_en\", \"zh\"",
                job("set", MODEL, COLUMNS, ",\"options\":{\"normalizer\":\"loud\"}"));
        refuses(
                "job.json: options.normalizer: found \"zh\", expected one for language en",
                job("set", MODEL, COLUMNS, ",\"options\":{\"normalizer\":\"zh\",\"language\":\"en\"}"));
        refuses(
                "job.json: options.language: found \"Welsh\", expected a language tag",
                job("set", MODEL, COLUMNS, ",\"options\":{\"language\":\"Welsh\"}"));
        model(1, 7, TOKENS.size());
        refuses(
                "manifest.csv: line 3: entry \"speech/two.flac\": found 10 samples, expected 7, as the model takes",
                job("set", MODEL, COLUMNS, ""));
        model(4, -1, TOKENS.size());
        refuses("input sound takes float of shape [4, -1]; expected float of shape", job("set", MODEL, COLUMNS, ""));
        model(1, -1, 4);
        refuses(
                "output \"frames\" has shape [1, 7, 4]; expected [1, frames, 6], for the vocabulary has 6 tokens",
                job("set", MODEL, COLUMNS, ""));
        Files.writeString(folder.resolve("set/speech/one.wav"), "no sound");
        refuses(
                "line 2: entry \"speech/one.wav\": found no sound, expected a WAV or FLAC file",
                job("set", MODEL, COLUMNS, ""));
    }

    @Test
    void saysWhatIsWrongWithAVocabulary() throws IOException {
        String[][] wrong = {
            {"{\"a\":0,\"b\":0}", "token \"b\": found the place 0, expected each of 0 to 1 once"},
            {"{\"a\":0,\"b\":7}", "token \"b\": found the place 7, expected each of 0 to 1 once"},
            {"{\"a\":0,\"a\":1}", "not JSON as expected"},
            {"{\"a\":0,", "not JSON as expected"},
            {"a", "found 1 tokens, expected 2 to 100000"},
            {"a\n" + "b".repeat(101), "expected at most 100 characters in each"},
            {"a\nb", "model.audio.blank: found none"},
        };
        for (String[] each : wrong) {
            Files.writeString(folder.resolve("vocabulary.json"), each[0]);
            refuses(each[1], job("set", MODEL, COLUMNS, ""));
        }
        Files.delete(folder.resolve("vocabulary.json"));
        refuses("vocabulary.json: no such file", job("set", MODEL, COLUMNS, ""));
    }

    /** Nothing said and nothing heard are texts; a text that is far too long is refused before it costs anything. */
    @Test
    void readsTranscripts() throws IOException {
        String columns = "\"columns\":{\"reference\":\"said\",\"hypothesis\":\"heard\",\"duration\":\"s\"}";
        Files.writeString(
                folder.resolve("data.csv"), "said,heard,group,s\nForty two cats,42 cats.,u,3\n,so,u,\nten,,v,0.5\n");
        JsonNode outcome = Console.measure(
                folder, job("data.csv", "\"confidence\":0.9", columns, ",\"options\":{\"normalizer\":\"whisper_en\"}"));
        assertEquals(3, outcome.path("rows").path("used").asInt());
        assertEquals(1, find(outcome, "word_error_rate", "u").path("numerator").asInt());
        assertEquals(
                2, find(outcome, "word_error_rate", "u").path("denominator").asInt());
        assertEquals(1, find(outcome, "word_error_rate", "v").path("value").asInt());
        Files.writeString(folder.resolve("data.csv"), "said,heard,group,s\n" + "a ".repeat(2_001) + ",b,u,1\n");
        refuses("data.csv: line 2, column \"said\": found \"a a a", job("data.csv", "\"confidence\":0.9", columns, ""));
        Files.writeString(folder.resolve("data.csv"), "said,heard,group,s\na,b,u,-1\n");
        refuses(
                "column \"s\": found \"-1\", expected a duration, a number of at least 0",
                job("data.csv", "\"confidence\":0.9", columns, ""));
    }
}
