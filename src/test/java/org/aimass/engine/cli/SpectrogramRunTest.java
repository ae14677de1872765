package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aimass.engine.data.Sounds;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model over eight mel bands: it hears "a" where the first, about 335 Hz, is loudest, "b" where the sixth is, about 2836 Hz, and
 * nothing where neither is above the logarithm -5.
 */
class SpectrogramRunTest {

    private static final String AUDIO = "\"features\":\"log_mel\",\"mels\":8,\"preemphasis\":0";

    @TempDir
    Path folder;

    @BeforeEach
    void record() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        Files.write(set.resolve("one.wav"), Sounds.wav(16_000, tones(335, 0, 2_836)));
        Files.write(set.resolve("two.flac"), Sounds.flac(16_000, tones(2_836, 0, 2_836, 335)));
        Files.write(set.resolve("empty.wav"), Sounds.wav(16_000));
        Files.writeString(set.resolve("manifest.csv"), "file,said,group\none.wav,ab,u\ntwo.flac,b a,v\n");
        Files.write(folder.resolve("tokens.txt"), List.of("<pad>", "a", "b"));
        model(true, false, 8);
    }

    /** Each a tenth of a second long. */
    private static int[] tones(double... hertz) {
        int[] samples = new int[1_600 * hertz.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (int) Math.round(16_000 * Math.sin(2 * Math.PI * hertz[i / 1_600] * i / 16_000));
        }
        return samples;
    }

    private void model(boolean bandsFirst, boolean asksForLength, int bands) throws IOException {
        float[] weights = new float[bands * 3];
        weights[1] = 1;
        weights[5 * 3 + 2] = 1;
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(
                        bandsFirst
                                ? Onnx.value("mel", Onnx.FLOAT, -1, bands, -1)
                                : Onnx.value("mel", Onnx.FLOAT, 1, -1, bands))
                .addOutput(Onnx.value("frames", Onnx.FLOAT, 1, -1, 3))
                .addInitializer(Onnx.floats("w", List.of((long) bands, 3L), weights))
                .addInitializer(Onnx.floats("b", List.of(3L), -5, 0, 0))
                .addNode(Onnx.node(bandsFirst ? "Transpose" : "Identity", List.of("mel"), List.of("each"))
                        .addAllAttribute(bandsFirst ? List.of(Onnx.longsAttribute("perm", 0, 2, 1)) : List.of()))
                .addNode(Onnx.node("MatMul", List.of("each", "w"), List.of("scaled")))
                .addNode(Onnx.node("Add", List.of("scaled", "b"), List.of(asksForLength ? "sum" : "frames")));
        if (asksForLength) { // as many frames as it is told that there are
            graph.addInput(Onnx.value("length", Onnx.INT64, -1))
                    .addInitializer(Onnx.longs("zero", List.of(1L), 0))
                    .addInitializer(Onnx.longs("axis", List.of(1L), 1))
                    .addNode(Onnx.node("Slice", List.of("sum", "zero", "length", "axis"), List.of("frames")));
        }
        Files.write(folder.resolve("model.onnx"), Onnx.model(graph).toByteArray());
    }

    private static String job(String audio) {
        return """
                {"task":"speech_recognition","dataset":{"path":"set"},"columns":{"reference":"said","audio":"file"},
                 "model":{"path":"model.onnx","vocabulary":"tokens.txt","audio":{%s}},"sensitive_features":["group"],
                 "options":{"examples":5}}
                """.formatted(audio);
    }

    /** Heard: "ab", and "bba" where "b a" was said. */
    @Test
    void hearsSpectrograms() throws IOException {
        for (boolean bandsFirst : new boolean[] {true, false}) {
            for (boolean asksForLength : new boolean[] {true, false}) {
                model(bandsFirst, asksForLength, 8);
                JsonNode outcome = Console.measure(folder, job(AUDIO), "--threads", "2");
                assertEquals(1, outcome.path("transcripts").size());
                assertEquals("bba", outcome.at("/transcripts/0/hypothesis").asText());
            }
        }
    }

    private void refuses(String why, String job) {
        String line = Console.refuse(folder, job);
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        refuses(
                "model.audio.features: found \"mfcc\", expected \"samples\" or \"log_mel\"",
                job("\"features\":\"mfcc\""));
        refuses("unknown key \"model.audio.mels\"", job("\"mels\":8"));
        refuses("model.audio.mels: found 257", job("\"features\":\"log_mel\",\"mels\":257"));
        refuses("model.audio.window: found 201", job("\"features\":\"log_mel\",\"window\":201"));
        refuses(
                "model.audio.hop: found 21, expected a number from 1.0 to 20.0",
                job("\"features\":\"log_mel\",\"window\":20,\"hop\":21"));
        refuses("model.audio.preemphasis: found 2", job("\"features\":\"log_mel\",\"preemphasis\":2"));
        refuses(
                "input mel takes float of shape [-1, 8, -1]; expected float of shape [N, 80, frames] or [N, frames, 80]",
                job("\"features\":\"log_mel\""));
        refuses(
                "input mel takes float of shape [-1, 8, -1]; expected float of shape [N, samples] or [1, samples]",
                job(""));
        Files.write(folder.resolve("set/one.wav"), Sounds.wav(16_000, 1, 2, 3));
        refuses(
                "entry \"one.wav\": found 1 frame, expected at least two, to be normalized",
                job(AUDIO + ",\"normalize\":true"));
        Files.write(folder.resolve("set/one.wav"), Sounds.wav(16_000));
        refuses("entry \"one.wav\": found 0 samples, expected at least one", job(AUDIO));
        Files.write(folder.resolve("set/one.wav"), Sounds.wav(1_000, new int[1 << 21]));
        refuses(
                "entry \"one.wav\": found 2097153 frames, expected a snippet of speech, no longer than that",
                job(AUDIO + ",\"sample_rate\":1000,\"hop\":1"));
    }
}
