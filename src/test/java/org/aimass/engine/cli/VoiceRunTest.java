package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aimass.engine.data.Sounds;
import org.aimass.engine.inference.Onnx;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Voices beside those of people: a model takes the loudest and the lowest sample of a sound for its voice, and another says "a" as a
 * tone of 200 Hz and "b" as one of 300.
 */
class VoiceRunTest {

    private static final int LENGTH = 4_000;
    private static final String COLUMNS = "\"audio\":\"made\",\"reference_audio\":\"spoken\"";

    @TempDir
    Path folder;

    private String speaker = "";

    @BeforeEach
    void writeFiles() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        Files.write(set.resolve("a.wav"), Sounds.wav(16_000, Sounds.square(LENGTH, 40, 24_576, -8_192)));
        Files.write(set.resolve("b.wav"), Sounds.wav(16_000, Sounds.square(LENGTH, 40, 8_192, -24_576)));
        Files.write(set.resolve("c.flac"), Sounds.flac(16_000, Sounds.square(LENGTH, 40, 16_384, -16_384)));
        Files.write(set.resolve("low.wav"), Sounds.wav(16_000, Sounds.tone(LENGTH, 200)));
        manifest("""
                text,voice,made,spoken,own
                a,u,a.wav,a.wav,1
                b,v,a.wav,b.wav,2
                a,v,b.wav,,3
                a,u,c.flac,a.wav,4
                """);
        speaker = voices("voices.onnx", -1, 1);
        byte[] mouth = Onnx.model(GraphProto.newBuilder()
                        .addInput(Onnx.value("tokens", Onnx.INT64, 1, -1))
                        .addOutput(Onnx.value("sound", Onnx.FLOAT, 1, -1))
                        .addInitializer(Onnx.floats("tones", List.of(2L, (long) LENGTH), tones()))
                        .addInitializer(Onnx.longs("line", List.of(2L), 1, -1))
                        .addNode(Onnx.node("Gather", List.of("tones", "tokens"), List.of("each")))
                        .addNode(Onnx.node("Reshape", List.of("each", "line"), List.of("sound"))))
                .toByteArray();
        Files.write(folder.resolve("mouth.onnx"), mouth);
        Files.write(folder.resolve("letters.txt"), List.of("a", "b"));
    }

    private void manifest(String rows) throws IOException {
        Files.writeString(folder.resolve("set/manifest.csv"), rows);
    }

    private static float[] tones() {
        float[] tones = new float[2 * LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            tones[i] = Sounds.tone(LENGTH, 200)[i] / 32_768f;
            tones[LENGTH + i] = Sounds.tone(LENGTH, 300)[i] / 32_768f;
        }
        return tones;
    }

    private String voices(String file, long samples, float scale) throws IOException {
        byte[] bytes = Onnx.model(GraphProto.newBuilder()
                        .addInput(Onnx.value("sound", Onnx.FLOAT, 1, samples))
                        .addOutput(Onnx.value("voice", Onnx.FLOAT, 1, 2))
                        .addInitializer(Onnx.floats("scale", List.of(), scale))
                        .addNode(Onnx.node("ReduceMax", List.of("sound"), List.of("high"))
                                .addAttribute(Onnx.longsAttribute("axes", 1)))
                        .addNode(Onnx.node("ReduceMin", List.of("sound"), List.of("low"))
                                .addAttribute(Onnx.longsAttribute("axes", 1)))
                        .addNode(Onnx.node("Concat", List.of("high", "low"), List.of("both"))
                                .addAttribute(Onnx.attribute("axis", 1)))
                        .addNode(Onnx.node("Mul", List.of("both", "scale"), List.of("voice"))))
                .toByteArray();
        Files.write(folder.resolve(file), bytes);
        return "\"speaker\":{\"path\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(file, Sha256Digest.of(bytes).hex());
    }

    private static String job(String columns, String model) {
        return """
                {"task":"speech_synthesis","dataset":{"path":"set"},"columns":{%s},"model":{%s},
                 "sensitive_features":["voice"],"bootstrap":{"replicates":20}}
                """.formatted(columns, model);
    }

    private static JsonNode find(JsonNode outcome, String metric, String voice) {
        for (JsonNode one : outcome.path("measurements")) {
            if (one.path("metric").asText().equals(metric)
                    && !one.has("over")
                    && one.path("features").path("voice").asText().equals(voice)) {
                return one;
            }
        }
        throw new AssertionError("no " + metric + " of " + voice);
    }

    private static double value(JsonNode outcome, String metric, String voice) {
        return find(outcome, metric, voice).path("value").asDouble(Double.NaN);
    }

    /** (3, -1) beside itself, beside (1, -3) and, behind (1, -1), beside itself; one row has nobody to compare with. */
    @Test
    void tellsHowAlikeVoicesAre() {
        JsonNode outcome = Console.measure(folder, job(COLUMNS, speaker));
        assertEquals((1 + 2 / Math.sqrt(5)) / 2, value(outcome, "speaker_similarity", "u"), 1e-12);
        assertEquals(6 / 10.0, value(outcome, "speaker_similarity", "v"), 1e-12);
        assertEquals((1.6 + 2 / Math.sqrt(5)) / 3, value(outcome, "speaker_similarity", ""), 1e-12);
        assertTrue(value(outcome, "mel_cepstral_distortion", "v") > 0);
        assertEquals(4, outcome.at("/rows/used").asInt());
        assertTrue(outcome.at("/inputs/model_sha256").isMissingNode());
        assertTrue(speaker.contains(outcome.at("/inputs/evaluator_sha256").asText()));
        JsonNode again = Console.measure(folder, job(COLUMNS, speaker), "--threads", "3");
        assertEquals(outcome.path("measurements"), again.path("measurements"));
    }

    /** "a" is said as the reference is; "b" a fifth higher. What the last says nobody said before. */
    @Test
    void comparesWhatAModelSaysWithWhatAPersonDid() throws IOException {
        manifest("text,voice,spoken\na,u,low.wav\nb,v,low.wav\nb,u,\n");
        String mouth = "\"path\":\"mouth.onnx\",\"vocabulary\":\"letters.txt\"";
        String columns = "\"text\":\"text\",\"reference_audio\":\"spoken\"";
        JsonNode outcome = Console.measure(folder, job(columns, mouth + "," + speaker), "--threads", "2");
        assertEquals(0, value(outcome, "mel_cepstral_distortion", "u"), 1e-15);
        assertEquals(0, value(outcome, "f0_rmse", "u"), 1e-15);
        assertEquals(1_200 * Math.log(1.5) / Math.log(2), value(outcome, "f0_rmse", "v"), 2);
        assertTrue(value(outcome, "mel_cepstral_distortion", "v") > 1);
        assertEquals(1, value(outcome, "speaker_similarity", "u"), 1e-12);
        assertEquals(
                Sha256Digest.of(Files.readAllBytes(folder.resolve("mouth.onnx")))
                        .hex(),
                outcome.at("/inputs/model_sha256").asText());
        JsonNode alone = Console.measure(folder, job(columns, mouth));
        assertEquals(
                find(outcome, "mel_cepstral_distortion", "v").path("value"),
                find(alone, "mel_cepstral_distortion", "v").path("value"));
        assertFalse(alone.path("measurements").findValuesAsText("metric").contains("speaker_similarity"));
        assertTrue(alone.at("/inputs/evaluator_sha256").isMissingNode());
        refuses(
                "columns.audio: found one, expected none, for the model speaks",
                job(columns + ",\"audio\":\"voice\"", mouth));
        refuses("columns: found nothing to judge speech by", job("\"text\":\"text\"", mouth));
        refuses(
                "columns.text: found none, expected what the model is to say",
                job("\"reference_audio\":\"spoken\"", mouth));
        manifest("text,voice,spoken\n" + "a".repeat(16) + ",u,low.wav\n");
        refuses(
                "line 2: what the model says: found 64.0 seconds of sound, expected some, and at most 60 seconds",
                job(columns, mouth + ",\"audio\":{\"sample_rate\":1000}"));
    }

    private void refuses(String why, String job) {
        String line = Console.refuse(folder, job);
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        refuses(
                "model.speaker.sha256: found none, expected the digest of what measures",
                job(COLUMNS, "\"speaker\":{\"path\":\"voices.onnx\"}"));
        refuses(
                "columns.reference_audio: found none, expected the voices that model.speaker is to compare with",
                job("\"audio\":\"made\"", speaker));
        refuses(
                "columns.embedding: found one, expected none beside model.speaker",
                job(COLUMNS + ",\"embedding\":\"own\",\"reference_embedding\":\"text\"", speaker));
        refuses(
                "unknown key \"model.speaker.audio.blank\"",
                job(COLUMNS, speaker.replace("\"path\"", "\"audio\":{\"blank\":\"_\"},\"path\"")));
        refuses(
                "model.speaker.audio.sample_rate: found 7",
                job(COLUMNS, speaker.replace("\"path\"", "\"audio\":{\"sample_rate\":7},\"path\"")));
        refuses(
                "line 2: entry \"a.wav\": found 4000 samples, expected 7, as the model takes",
                job(COLUMNS, voices("seven.onnx", 7, 1)));
        refuses(
                "line 2: model.speaker finds nothing but 0 in a voice; expected a direction",
                job(COLUMNS, voices("silent.onnx", -1, 0)));
        refuses(
                "input x takes float of shape [-1, 1, 1, 1]; expected float of shape [N, samples] or [1, samples]",
                job(COLUMNS, deep()));
    }

    private String deep() throws IOException {
        byte[] bytes = Onnx.model(GraphProto.newBuilder()
                        .addInput(Onnx.value("x", Onnx.FLOAT, -1, 1, 1, 1))
                        .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1, 1, 1))
                        .addNode(Onnx.node("Identity", List.of("x"), List.of("p"))))
                .toByteArray();
        Files.write(folder.resolve("deep.onnx"), bytes);
        return "\"speaker\":{\"path\":\"deep.onnx\",\"sha256\":\"%s\"}"
                .formatted(Sha256Digest.of(bytes).hex());
    }
}
