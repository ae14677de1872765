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
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job of a plan, run by the engine on the files beside it: a recognizer that hears a sample of t / 8 as the token t of six. Of the
 * two texts of men one of two words is heard wrongly, of women none.
 */
class FilePlansRunTest {

    private static final String SIGNS = "_|abc?";
    private static final ModelSettings SOUND = new ModelSettings(
            Optional.empty(),
            Optional.of(new ModelSettings.Audio(16_000, false, Optional.of("<pad>"), Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        float[] weights = new float[SIGNS.length()];
        float[] biases = new float[SIGNS.length()];
        for (int token = 0; token < weights.length; token++) {
            weights[token] = token / 4f;
            biases[token] = -token * token / 64f;
        }
        byte[] model = Onnx.model(GraphProto.newBuilder()
                        .addInput(Onnx.value("sound", Onnx.FLOAT, -1, -1))
                        .addOutput(Onnx.value("frames", Onnx.FLOAT, -1, -1, weights.length))
                        .addInitializer(Onnx.longs("shape", List.of(3L), 1, -1, 1))
                        .addInitializer(Onnx.floats("w", List.of(1L, (long) weights.length), weights))
                        .addInitializer(Onnx.floats("b", List.of((long) weights.length), biases))
                        .addNode(Onnx.node("Reshape", List.of("sound", "shape"), List.of("each")))
                        .addNode(Onnx.node("MatMul", List.of("each", "w"), List.of("scaled")))
                        .addNode(Onnx.node("Add", List.of("scaled", "b"), List.of("frames"))))
                .toByteArray();
        for (String name : List.of("model.onnx", "evaluator.onnx")) {
            Files.write(folder.resolve(name), model);
        }
        for (String name : List.of("vocabulary", "evaluator-vocabulary")) {
            Files.writeString(folder.resolve(name), "{\"<pad>\":0,\"|\":1,\"a\":2,\"b\":3,\"c\":4,\"<unk>\":5}");
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("data.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "manifest.csv",
                    "file,said,sex\n1.wav,ab c,m\n2.wav,ab c,m\n3.wav,ab c,w\n4.wav,ab c,w\n"
                            .getBytes(StandardCharsets.UTF_8));
            put(zip, "1.wav", recording("a_b|a"));
            for (int i = 2; i <= 4; i++) {
                put(zip, i + ".wav", recording("ab|c"));
            }
        }
    }

    private static byte[] recording(String heard) {
        return Sounds.wav(
                16_000, heard.chars().map(sign -> 4_096 * SIGNS.indexOf(sign)).toArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private Sha256Digest digest(String name) throws IOException {
        return Sha256Digest.of(Files.readAllBytes(folder.resolve(name)));
    }

    private AuditPlan plan(ModelTask task, AuditPlan.Model model, Map<String, String> columns) throws IOException {
        AuditPlan plan = Plans.byAge();
        return new AuditPlan(
                task,
                model,
                new AuditPlan.Dataset(new UUID(0, 2), digest("data.zip"), "zip"),
                plan.policy(),
                PlanColumns.of(columns),
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

    private AuditOutcome run(AuditPlan plan) throws Exception {
        return PlanRun.of(plan, folder);
    }

    private static double value(AuditOutcome outcome, String metric, String sex) {
        return outcome.measurements().stream()
                .filter(each -> each.metric().equals(metric)
                        && each.features().equals(Map.of("sex", sex))
                        && each.over().isEmpty())
                .map(each -> ((MetricValue.Measured) each.value()).value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecognizersFileHears() throws Exception {
        AuditOutcome outcome = run(plan(
                ModelTask.SPEECH_RECOGNITION,
                new AuditPlan.Model(
                        new UUID(0, 1),
                        Optional.of(digest("model.onnx")),
                        Map.of(),
                        SOUND,
                        Map.of(CompanionKind.VOCABULARY, digest("vocabulary")),
                        Optional.empty()),
                Map.of("reference", "said", "audio", "file")));
        assertEquals(1 / 4.0, value(outcome, "mean_word_error_rate", "m"), 1e-15);
        assertEquals(0, value(outcome, "mean_word_error_rate", "w"));
    }

    @Test
    void recordingsOfAClosedVoiceAreHeardByTheEvaluator() throws Exception {
        AuditOutcome outcome = run(plan(
                ModelTask.SPEECH_SYNTHESIS,
                new AuditPlan.Model(
                        new UUID(0, 1),
                        Optional.empty(),
                        Map.of(),
                        ModelSettings.NONE,
                        Map.of(),
                        Optional.of(new AuditPlan.Evaluator(
                                new UUID(0, 7),
                                digest("evaluator.onnx"),
                                SOUND,
                                Map.of(CompanionKind.VOCABULARY, digest("evaluator-vocabulary"))))),
                Map.of("text", "said", "audio", "file")));
        assertEquals(1 / 4.0, value(outcome, "intelligibility_word_error_rate", "m"), 1e-15);
        assertEquals(
                Optional.of(digest("evaluator.onnx")), outcome.head().inputs().evaluator());
        assertEquals(Optional.empty(), outcome.head().inputs().model());
    }
}
