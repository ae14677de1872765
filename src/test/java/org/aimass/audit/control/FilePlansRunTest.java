package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.aimass.audit.TinyFiles;
import org.aimass.audit.TinyModels;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOptions;
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
        for (String name : List.of("model.onnx", "evaluator.onnx")) {
            Files.write(folder.resolve(name), TinyModels.recognizer());
        }
        for (String name : List.of("vocabulary", "evaluator-vocabulary")) {
            Files.write(folder.resolve(name), TinyModels.HEARD);
        }
        Files.write(
                folder.resolve("data.zip"),
                new TinyFiles()
                        .rows("manifest.csv", "file,said,sex\n1.wav,ab c,m\n2.wav,ab c,m\n3.wav,ab c,w\n4.wav,ab c,w\n")
                        .recording("1.wav", "a_b|a")
                        .recording("2.wav", "ab|c")
                        .recording("3.wav", "ab|c")
                        .recording("4.wav", "ab|c")
                        .zip());
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
