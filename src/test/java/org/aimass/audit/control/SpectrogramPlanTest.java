package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.engine.data.Sounds;
import org.aimass.engine.inference.Onnx;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.Spectrogram;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job of a plan, run by the engine: a recognizer over eight mel bands hears "a" where the first, about 335 Hz, is loudest, "b" where
 * the sixth is, about 2836 Hz, and nothing where neither is above the logarithm -5. The pre-emphasis that is usual would hide the low tone.
 */
class SpectrogramPlanTest {

    private static final ModelSettings.Audio AUDIO = new ModelSettings.Audio(
            16_000, false, Optional.of(new Spectrogram(8, 20, 12.5, 0)), Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    /** Each a tenth of a second long. */
    private static byte[] tones(double... hertz) {
        int[] samples = new int[1_600 * hertz.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (int) Math.round(16_000 * Math.sin(2 * Math.PI * hertz[i / 1_600] * i / 16_000));
        }
        return Sounds.wav(16_000, samples);
    }

    private static byte[] recognizer() {
        float[] weights = new float[8 * 3];
        weights[1] = 1;
        weights[5 * 3 + 2] = 1;
        return Onnx.model(GraphProto.newBuilder()
                        .addInput(Onnx.value("mel", Onnx.FLOAT, -1, 8, -1))
                        .addOutput(Onnx.value("frames", Onnx.FLOAT, 1, -1, 3))
                        .addInitializer(Onnx.floats("w", List.of(8L, 3L), weights))
                        .addInitializer(Onnx.floats("b", List.of(3L), -5, 0, 0))
                        .addNode(Onnx.node("Transpose", List.of("mel"), List.of("each"))
                                .addAttribute(Onnx.longsAttribute("perm", 0, 2, 1)))
                        .addNode(Onnx.node("MatMul", List.of("each", "w"), List.of("scaled")))
                        .addNode(Onnx.node("Add", List.of("scaled", "b"), List.of("frames"))))
                .toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private Sha256Digest digest(String name) throws IOException {
        return Sha256Digest.of(Files.readAllBytes(folder.resolve(name)));
    }

    private AuditPlan plan() throws IOException {
        AuditPlan plan = Plans.byAge();
        return new AuditPlan(
                ModelTask.SPEECH_RECOGNITION,
                new AuditPlan.Model(
                        new UUID(0, 1),
                        Optional.of(digest("model.onnx")),
                        Map.of(),
                        new ModelSettings(
                                Optional.empty(),
                                Optional.of(AUDIO),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Map.of(CompanionKind.VOCABULARY, digest("vocabulary")),
                        Optional.empty()),
                new AuditPlan.Dataset(new UUID(0, 2), digest("data.zip"), "zip"),
                plan.policy(),
                PlanColumns.of(Map.of("reference", "said", "audio", "file")),
                Optional.empty(),
                TaskOptions.NONE,
                OptionalDouble.empty(),
                List.of("sex"),
                List.of(),
                Map.of(),
                List.of(),
                plan.confidence(),
                plan.bootstrap());
    }

    private static double characterErrorRate(AuditOutcome outcome, String sex) {
        return outcome.measurements().stream()
                .filter(each -> each.metric().equals("character_error_rate")
                        && each.features().equals(Map.of("sex", sex))
                        && each.over().isEmpty())
                .map(each -> ((MetricValue.Measured) each.value()).value())
                .findFirst()
                .orElseThrow();
    }

    /** Heard are "ab" and "bba", of which the third letter was not said and the fourth of "bbcd" neither. */
    @Test
    void whatTheVersionSaysOfItsSpectrogramIsWhatTheModelHears() throws Exception {
        Files.write(folder.resolve("model.onnx"), recognizer());
        Files.writeString(folder.resolve("vocabulary"), "<pad>\na\nb\n");
        try (OutputStream out = Files.newOutputStream(folder.resolve("data.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "manifest.csv", "file,said,sex\n1.wav,abb,m\n2.wav,bbcd,w\n".getBytes(StandardCharsets.UTF_8));
            put(zip, "1.wav", tones(335, 0, 2_836));
            put(zip, "2.wav", tones(2_836, 0, 2_836, 335));
        }
        AuditOutcome outcome = PlanRun.of(plan(), folder);
        assertEquals(1 / 3.0, characterErrorRate(outcome, "m"), 1e-15);
        assertEquals(2 / 4.0, characterErrorRate(outcome, "w"), 1e-15);
    }
}
