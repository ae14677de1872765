package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;

/** The models of a plan: written, read again, and told to the engine with the files that lie beside them. */
class ModelJsonTest {

    private static final Sha256Digest MODEL = Sha256Digest.of(new byte[] {1});
    private static final Sha256Digest TOKENS = Sha256Digest.of(new byte[] {2});
    private static final Sha256Digest EARS = Sha256Digest.of(new byte[] {3});
    private static final Sha256Digest HEARD = Sha256Digest.of(new byte[] {4});
    private static final ModelSettings SOUND = settings(
            Optional.of(new ModelSettings.Audio(8_000, false, Optional.empty(), Optional.empty())), Optional.empty());
    private static final AuditPlan.Evaluator EVALUATOR = new AuditPlan.Evaluator(
            new UUID(0, 7),
            EARS,
            settings(
                    Optional.of(new ModelSettings.Audio(16_000, true, Optional.of("_"), Optional.empty())),
                    Optional.empty()),
            Map.of(CompanionKind.VOCABULARY, HEARD));

    private static ModelSettings settings(Optional<ModelSettings.Audio> audio, Optional<String> begin) {
        return new ModelSettings(
                Optional.empty(),
                audio,
                Optional.empty(),
                ModelSettings.Text.of(begin, Optional.empty()),
                Optional.empty());
    }

    private static AuditPlan.Model model(
            Optional<Sha256Digest> sha256,
            ModelSettings settings,
            Map<CompanionKind, Sha256Digest> companions,
            Optional<AuditPlan.Evaluator> evaluator) {
        return new AuditPlan.Model(new UUID(0, 1), sha256, Map.of(), settings, companions, evaluator);
    }

    private static AuditPlan plan(ModelTask task, AuditPlan.Model model) {
        AuditPlan plan = Plans.byAge();
        return new AuditPlan(
                task,
                model,
                plan.dataset(),
                plan.policy(),
                plan.columns(),
                Optional.empty(),
                TaskOptions.NONE,
                OptionalDouble.empty(),
                plan.sensitiveFeatures(),
                plan.intersections(),
                plan.referenceGroups(),
                List.of(),
                plan.confidence(),
                plan.bootstrap());
    }

    private static AuditPlan.Model again(AuditPlan.Model model) {
        return Fields.read("model", StrictJson.read(ModelJson.write(model).toString()), ModelJson::read);
    }

    @Test
    void everythingThatIsSaidOfModelsIsReadAgain() {
        for (AuditPlan.Model model : List.of(
                model(Optional.of(MODEL), SOUND, Map.of(CompanionKind.VOCABULARY, TOKENS), Optional.of(EVALUATOR)),
                model(
                        Optional.of(MODEL),
                        settings(Optional.empty(), Optional.of("<s>")),
                        Map.of(CompanionKind.TOKENIZER, TOKENS),
                        Optional.empty()),
                model(Optional.empty(), ModelSettings.NONE, Map.of(), Optional.of(EVALUATOR)))) {
            assertEquals(model, again(model));
        }
        String damaged = ModelJson.write(model(Optional.of(MODEL), SOUND, Map.of(), Optional.empty()))
                .toString()
                .replace("8000", "\"fast\"");
        assertThrows(Fields.Malformed.class, () -> Fields.read("model", StrictJson.read(damaged), ModelJson::read));
    }

    @Test
    void aPlanThatSaysNoMoreThanThoseOfOldIsWrittenAsTheyWere() {
        AuditPlan.Model old = new AuditPlan.Model(new UUID(0, 1), Optional.of(MODEL), Map.of("X", List.of("rent")));
        assertEquals(
                "{\"version_id\":\"00000000-0000-0000-0000-000000000001\",\"sha256\":\"" + MODEL.hex()
                        + "\",\"inputs\":{\"X\":[\"rent\"]}}",
                ModelJson.write(old).toString());
    }

    @Test
    void theEngineIsToldWhereVocabularyAndTokenizerLie() {
        AuditPlan speech = plan(
                ModelTask.SPEECH_RECOGNITION,
                model(Optional.of(MODEL), SOUND, Map.of(CompanionKind.VOCABULARY, TOKENS), Optional.empty()));
        assertEquals(
                "{\"path\":\"/in/model.onnx\",\"sha256\":\"" + MODEL.hex()
                        + "\",\"audio\":{\"sample_rate\":8000},\"vocabulary\":\"/in/vocabulary\"}",
                ModelJson.job(speech, name -> "/in/" + name).orElseThrow().toString());
        AuditPlan text = plan(
                ModelTask.TEXT_GENERATION,
                model(
                        Optional.of(MODEL),
                        settings(Optional.empty(), Optional.of("<s>")),
                        Map.of(CompanionKind.TOKENIZER, TOKENS),
                        Optional.empty()));
        assertEquals(
                "{\"begin\":\"<s>\",\"tokenizer\":\"tokenizer.json\"}",
                ModelJson.job(text, name -> name).orElseThrow().path("text").toString());
        assertEquals(
                List.of("data.csv", "model.onnx", "tokenizer.json"),
                List.copyOf(PlanFiles.of(text).keySet()));
    }

    @Test
    void whatMeasuresLiesBesideUnderNamesOfItsOwn() {
        AuditPlan spoken = plan(
                ModelTask.SPEECH_SYNTHESIS,
                model(Optional.empty(), ModelSettings.NONE, Map.of(), Optional.of(EVALUATOR)));
        assertEquals(
                "{\"evaluator\":{\"path\":\"evaluator.onnx\",\"sha256\":\"" + EARS.hex()
                        + "\",\"audio\":{\"sample_rate\":16000,\"normalize\":true,\"blank\":\"_\"},"
                        + "\"vocabulary\":\"evaluator-vocabulary\"}}",
                ModelJson.job(spoken, name -> name).orElseThrow().toString());
        AuditPlan images = plan(
                ModelTask.IMAGE_GENERATION,
                model(
                        Optional.of(MODEL),
                        ModelSettings.NONE,
                        Map.of(),
                        Optional.of(new AuditPlan.Evaluator(new UUID(0, 7), EARS, ModelSettings.NONE, Map.of()))));
        assertEquals(
                "{\"path\":\"evaluator.onnx\",\"sha256\":\"" + EARS.hex() + "\"}",
                ModelJson.job(images, name -> name)
                        .orElseThrow()
                        .path("evaluator")
                        .toString());
        Map<String, Sha256Digest> files = PlanFiles.of(spoken);
        assertEquals(EARS, files.get("evaluator.onnx"));
        assertEquals(HEARD, files.get("evaluator-vocabulary"));
        assertEquals("evaluator-vocabulary", PlanFiles.part("evaluator-vocabulary"));
        assertEquals("dataset", PlanFiles.part("data.tar.gz"));
        assertTrue(PlanFiles.companions(spoken).contains(HEARD));
    }
}
