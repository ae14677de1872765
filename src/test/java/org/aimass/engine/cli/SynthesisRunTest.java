package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.aimass.engine.data.Sounds;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synthesized speech, judged by listeners, by a model that hears it and by a person's rendering of the same. */
class SynthesisRunTest {

    private static final String COLUMNS = """
            "columns":{"text":"text","utterance":"id","rating":"stars","listener":"who","audio":"made","reference_audio":"spoken",
             "embedding":"own","reference_embedding":"wanted"%s}""";

    @TempDir
    Path folder;

    private void record() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        Files.write(set.resolve("low.wav"), Sounds.wav(16_000, Sounds.tone(4_000, 200)));
        Files.write(set.resolve("high.flac"), Sounds.flac(16_000, Sounds.tone(4_000, 300)));
        Files.writeString(set.resolve("manifest.csv"), """
                id,text,voice,who,stars,made,spoken,own,wanted
                1,one two,u,p,4,low.wav,low.wav,1 2,2 4
                1,one two,u,q,5,low.wav,low.wav,1 2,2 4
                2,three,v,p,2,high.flac,low.wav,3 4,2 0
                """);
    }

    private static String job(String dataset, String columns, String rest) {
        return "{\"task\":\"speech_synthesis\",\"dataset\":{\"path\":\"%s\"},%s,\"sensitive_features\":[\"voice\"]%s}"
                .formatted(dataset, columns, rest);
    }

    private static double value(JsonNode outcome, String metric, String voice) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("over").isMissingNode()
                    && measurement.path("features").path("voice").asText().equals(voice)) {
                return measurement.path("value").asDouble(Double.NaN);
            }
        }
        throw new AssertionError("no " + metric + " of " + voice);
    }

    /** The first utterance was rated twice and is measured once. */
    @Test
    void judgesSpeech() throws IOException {
        record();
        JsonNode outcome = Console.measure(folder, job("set", COLUMNS.formatted(""), ""));
        assertEquals(4.5, value(outcome, "mean_opinion_score", "u"), 1e-15);
        assertEquals(0, value(outcome, "mel_cepstral_distortion", "u"), 1e-15);
        assertEquals(0, value(outcome, "f0_rmse", "u"), 1e-15);
        assertEquals(1_200 * Math.log(1.5) / Math.log(2), value(outcome, "f0_rmse", "v"), 2);
        assertTrue(value(outcome, "mel_cepstral_distortion", "v") > 1);
        assertEquals(1, value(outcome, "speaker_similarity", "u"), 1e-15);
        assertEquals(0.6, value(outcome, "speaker_similarity", "v"), 1e-15);
        assertEquals(0.8, value(outcome, "speaker_similarity", ""), 1e-15);
        JsonNode again = Console.measure(folder, job("set", COLUMNS.formatted(""), ""), "--threads", "3");
        assertEquals(outcome.path("measurements"), again.path("measurements"));
    }

    /** A model that hears "b" in whatever is loud: of two words and of one, none is understood. */
    @Test
    void hasAnotherModelHear() throws IOException {
        record();
        Files.writeString(folder.resolve("tokens.txt"), "<pad>\nb\n");
        Files.write(
                folder.resolve("ear.onnx"),
                Onnx.model(GraphProto.newBuilder()
                                .addInput(Onnx.value("sound", Onnx.FLOAT, 1, -1))
                                .addOutput(Onnx.value("frames", Onnx.FLOAT, 1, -1, 2))
                                .addInitializer(Onnx.longs("shape", List.of(3L), 1, -1, 1))
                                .addInitializer(Onnx.floats("w", List.of(1L, 2L), 0, 1))
                                .addInitializer(Onnx.floats("b", List.of(2L), 0.1f, 0))
                                .addNode(Onnx.node("Reshape", List.of("sound", "shape"), List.of("each")))
                                .addNode(Onnx.node("ReduceMax", List.of("each"), List.of("loudest"))
                                        .addAttribute(Onnx.longsAttribute("axes", 1)))
                                .addNode(Onnx.node("MatMul", List.of("loudest", "w"), List.of("scaled")))
                                .addNode(Onnx.node("Add", List.of("scaled", "b"), List.of("frames"))))
                        .toByteArray());
        String ear = ",\"model\":{\"evaluator\":{\"path\":\"ear.onnx\",\"vocabulary\":\"tokens.txt\"}}";
        JsonNode outcome = Console.measure(
                folder, job("set", "\"columns\":{\"text\":\"text\",\"utterance\":\"id\",\"audio\":\"made\"}", ear));
        assertEquals(1, value(outcome, "intelligibility_word_error_rate", "u"), 1e-15);
        assertEquals(1, value(outcome, "intelligibility_word_error_rate", ""), 1e-15);
        assertTrue(outcome.path("inputs").path("model_sha256").isMissingNode());
        assertTrue(outcome.path("inputs").path("evaluator_sha256").asText().matches("[0-9a-f]{64}"));
        refuses("job.json: model.evaluator is missing", job("set", COLUMNS.formatted(""), ",\"model\":{}"));
        refuses(
                "job.json: model.vocabulary is missing",
                job("set", COLUMNS.formatted(""), ",\"model\":{\"path\":\"ear.onnx\"}"));
        refuses("columns.text: found none", job("set", "\"columns\":{\"audio\":\"made\"}", ear));
        refuses("columns.audio: found none", job("set", "\"columns\":{\"text\":\"text\"}", ear));
    }

    private static final String DIALOGUE = """
            ,"model":{"path":"mouth.onnx","vocabulary":"spoken.txt",
             "evaluator":{"path":"ear.onnx","vocabulary":"heard.txt","audio":{"blank":"<pad>"}}}""";

    /**
     * A model that says an eighth of each token's place, with or without asking how many there are; the ear hears the token t where a
     * sample is t / 8.
     */
    private void converse(boolean asksForLength) throws IOException {
        Files.write(folder.resolve("spoken.txt"), List.of("_", " ", "a", "b", "cd"));
        Files.write(folder.resolve("heard.txt"), List.of("<pad>", "|", "a", "b", "cd"));
        GraphProto.Builder mouth = GraphProto.newBuilder()
                .addInput(Onnx.value("tokens", Onnx.INT64, -1, -1))
                .addOutput(Onnx.value("sound", Onnx.FLOAT, -1, -1))
                .addInitializer(Onnx.floats("eighth", List.of(), 0.125f))
                .addNode(cast("tokens", "each"))
                .addNode(Onnx.node("Mul", List.of("each", "eighth"), List.of(asksForLength ? "said" : "sound")));
        if (asksForLength) {
            mouth.addInput(Onnx.value("length", Onnx.INT64, 1))
                    .addInitializer(Onnx.floats("nothing", List.of(), 0))
                    .addNode(cast("length", "long"))
                    .addNode(Onnx.node("Mul", List.of("long", "nothing"), List.of("none")))
                    .addNode(Onnx.node("Add", List.of("said", "none"), List.of("sound")));
        }
        float[] weights = {0, 0.25f, 0.5f, 0.75f, 1};
        float[] biases = {0, -1 / 64f, -4 / 64f, -9 / 64f, -16 / 64f};
        GraphProto.Builder ear = GraphProto.newBuilder()
                .addInput(Onnx.value("sound", Onnx.FLOAT, 1, -1))
                .addOutput(Onnx.value("frames", Onnx.FLOAT, 1, -1, 5))
                .addInitializer(Onnx.longs("shape", List.of(3L), 1, -1, 1))
                .addInitializer(Onnx.floats("w", List.of(1L, 5L), weights))
                .addInitializer(Onnx.floats("b", List.of(5L), biases))
                .addNode(Onnx.node("Reshape", List.of("sound", "shape"), List.of("each")))
                .addNode(Onnx.node("MatMul", List.of("each", "w"), List.of("scaled")))
                .addNode(Onnx.node("Add", List.of("scaled", "b"), List.of("frames")));
        Files.write(folder.resolve("mouth.onnx"), Onnx.model(mouth).toByteArray());
        Files.write(folder.resolve("ear.onnx"), Onnx.model(ear).toByteArray());
    }

    private static NodeProto.Builder cast(String from, String to) {
        return Onnx.node("Cast", List.of(from), List.of(to)).addAttribute(Onnx.attribute("to", Onnx.FLOAT));
    }

    /** "ab cda" is heard as it was to be said; of "aab b" the ear makes "ab b". */
    @Test
    void hearsWhatAModelSays() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "text,voice\nab cda,u\naab b,v\n");
        String columns = "\"columns\":{\"text\":\"text\"}";
        for (boolean asksForLength : new boolean[] {false, true}) {
            converse(asksForLength);
            JsonNode outcome = Console.measure(folder, job("data.csv", columns, DIALOGUE));
            assertEquals(0, value(outcome, "intelligibility_word_error_rate", "u"));
            assertEquals(1 / 2.0, value(outcome, "intelligibility_word_error_rate", "v"), 1e-15);
            assertEquals(1 / 5.0, value(outcome, "intelligibility_character_error_rate", "v"), 1e-15);
            assertTrue(outcome.path("inputs").path("model_sha256").asText().matches("[0-9a-f]{64}"));
            assertTrue(outcome.path("inputs").path("evaluator_sha256").asText().matches("[0-9a-f]{64}"));
        }
    }

    @Test
    void saysWhatAModelCannotSay() throws IOException {
        String columns = "\"columns\":{\"text\":\"text\"}";
        converse(false);
        Files.writeString(folder.resolve("data.csv"), "text,voice\nAb,u\naxb,v\n");
        refuses(
                "line 3, column \"text\": found \"axb\", expected characters of model.vocabulary, which lacks \"x\"",
                job("data.csv", columns, DIALOGUE));
        Files.writeString(folder.resolve("data.csv"), "text,voice\n,u\n");
        refuses("expected a text to say", job("data.csv", columns, DIALOGUE));
        Files.writeString(folder.resolve("data.csv"), "text,voice\nab,u\n");
        Files.copy(folder.resolve("ear.onnx"), folder.resolve("mouth.onnx"), StandardCopyOption.REPLACE_EXISTING);
        refuses(
                "mouth.onnx: has 0 inputs of int64 with 2 dimensions, expected one",
                job("data.csv", columns, DIALOGUE));
        GraphProto.Builder wide = GraphProto.newBuilder()
                .addInput(Onnx.value("tokens", Onnx.INT64, 1, -1))
                .addOutput(Onnx.value("sound", Onnx.FLOAT, -1, 1))
                .addInitializer(Onnx.longs("column", List.of(2L), -1, 1))
                .addNode(cast("tokens", "each"))
                .addNode(Onnx.node("Reshape", List.of("each", "column"), List.of("sound")));
        Files.write(folder.resolve("mouth.onnx"), Onnx.model(wide).toByteArray());
        refuses(
                "output \"sound\" has shape [2, 1]; expected sound on one channel, [1, samples]",
                job("data.csv", columns, DIALOGUE));
    }

    private void refuses(String why, String job) {
        String line = Console.refuse(folder, job);
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        record();
        refuses(
                "columns.rating: found neither rating nor transcript nor reference_audio nor embedding, expected one of them",
                job("set", "\"columns\":{\"text\":\"text\"}", ""));
        refuses(
                "columns.text: found none, expected a column beside columns.transcript",
                job("set", "\"columns\":{\"transcript\":\"text\"}", ""));
        refuses(
                "columns.reference_embedding: found none, expected a column beside columns.embedding",
                job("set", "\"columns\":{\"embedding\":\"own\"}", ""));
        refuses(
                "columns.audio: the dataset is a table alone",
                job("set/manifest.csv", "\"columns\":{\"audio\":\"made\",\"reference_audio\":\"spoken\"}", ""));
        refuses(
                "line 3, column \"stars\": found \"5\", expected a rating, a number from 0.0 to 4.0",
                job("set", "\"columns\":{\"rating\":\"stars\"}", ",\"options\":{\"scale\":[0,4]}"));
        refuses(
                "options.scale: found no two numbers in order, expected the lowest and the highest rating",
                job("set", "\"columns\":{\"rating\":\"stars\"}", ",\"options\":{\"scale\":[4,4]}"));
        refuses(
                "line 2, column \"voice\": found \"u\", expected numbers, apart by blanks",
                job("set", "\"columns\":{\"embedding\":\"voice\",\"reference_embedding\":\"own\"}", ""));
        Files.writeString(folder.resolve("data.csv"), "voice,own,wanted,stars,who\nu,1 2 3,1 2,3,p\nu,0 0,1 2,4,\n");
        refuses(
                "line 2, column \"own\": found \"1 2 3\", expected 2 numbers, as the reference has",
                job("data.csv", "\"columns\":{\"embedding\":\"own\",\"reference_embedding\":\"wanted\"}", ""));
        refuses(
                "line 3, column \"who\": found nothing, expected who gave the rating",
                job("data.csv", "\"columns\":{\"rating\":\"stars\",\"listener\":\"who\"}", ""));
        Files.write(folder.resolve("set/high.flac"), Sounds.wav(16_000));
        refuses(
                "line 4: entry \"high.flac\": found 0.0 seconds of sound, expected some, and at most 60 seconds",
                job("set", COLUMNS.formatted(""), ""));
    }
}
