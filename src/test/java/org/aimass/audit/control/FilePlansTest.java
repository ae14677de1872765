package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOption;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.dataset.entity.Sheet;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plans in which a model's file runs: it is fed as its version says, and measured by the model that the auditor chose. */
class FilePlansTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Organization MINISTRY =
            new Organization(UUID.randomUUID(), "m", "Ministry", "部", OrganizationKind.DEPARTMENT, NOON);
    private static final Sha256Digest TOKENS = Sha256Digest.of(new byte[] {7});
    private static final ModelSettings SOUND = new ModelSettings(
            Optional.empty(),
            Optional.of(ModelSettings.Audio.USUAL),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final String SOUNDS = "\"inputs\":[{\"name\":\"x\",\"type\":\"float\",\"shape\":[-1,-1]}],"
            + "\"outputs\":[{\"name\":\"y\",\"type\":\"float\",\"shape\":[-1,-1,6]}]";
    private static final String IMAGES = "\"inputs\":[{\"name\":\"x\",\"type\":\"float\",\"shape\":[-1,3,9,8]}],"
            + "\"outputs\":[{\"name\":\"y\",\"type\":\"float\",\"shape\":[-1,4]}]";

    private final Map<String, ColumnRole> roles = new LinkedHashMap<>(
            Map.of("person", ColumnRole.ID, "age", ColumnRole.SENSITIVE, "sex", ColumnRole.SENSITIVE));

    private static ModelVersion version(
            ModelTask task, ModelSettings settings, ModelVersion.@Nullable ModelFile file, String signature) {
        RegisteredModel model = new RegisteredModel(
                MINISTRY, new RegisteredModel.ModelFacts("M", "P", task, ModelDomain.OTHER, "MIT"), NOON);
        ModelVersion version = new ModelVersion(
                UUID.randomUUID(),
                model,
                1,
                new ModelVersion.VersionFacts("1.0", new Sheet<CardSection>(Map.of()), false, settings),
                file,
                AuditWorld.JONAS,
                "Jonas",
                NOON);
        if (file != null) {
            version.inspected("{" + signature + ",\"opset\":13,\"operators\":[],\"sha256\":\"" + Plans.MODEL
                    + "\",\"bytes\":3,\"vocabulary\":{\"tokens\":6,\"blank\":0}}");
        }
        return version;
    }

    private static ModelVersion recognizer() {
        return version(
                ModelTask.SPEECH_RECOGNITION,
                SOUND,
                new ModelVersion.ModelFile(
                        Plans.MODEL, 3, List.of(new Companion(CompanionKind.VOCABULARY, "v", TOKENS, 4))),
                SOUNDS);
    }

    private static ModelVersion faces(ModelSettings settings) {
        return version(ModelTask.FACE_VERIFICATION, settings, new ModelVersion.ModelFile(Plans.MODEL, 3), IMAGES);
    }

    private DatasetVersion dataset() {
        DatasetVersion version = new DatasetVersion(
                UUID.randomUUID(),
                new EvaluationDataset(MINISTRY, "Recordings", "All", NOON),
                1,
                new DatasetVersion.DatasetFile(Plans.DATASET, 3, "zip"),
                AuditWorld.JONAS,
                "Jonas",
                NOON);
        version.profiled(AuditWorld.Profiles.applications()
                .replace("\"name\": \"rent\", \"type\": \"number\"", "\"name\": \"rent\", \"type\": \"text\"")
                .replace("\"name\": \"income\", \"type\": \"number\"", "\"name\": \"income\", \"type\": \"text\"")
                .replace(
                        "\"columns\":",
                        "\"archive\": {\"files\": 1473, \"named_by\": [\"rent\", \"income\"]}, \"columns\":"));
        version.fix(new DatasetSchema(roles));
        return version;
    }

    private PlanDraft draft(
            ModelVersion model, String policy, Optional<ImagePreparation> images, Optional<ModelVersion> evaluator) {
        return draft(model, policy, images, evaluator, Optional.empty());
    }

    private PlanDraft draft(
            ModelVersion model,
            String policy,
            Optional<ImagePreparation> images,
            Optional<ModelVersion> evaluator,
            Optional<ModelVersion> speaker) {
        AuditChoice choice = new AuditChoice(
                model.id(),
                UUID.randomUUID(),
                policy,
                List.of("age"),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                images,
                Map.of(),
                List.of(),
                MeasuringChoice.NONE);
        return new PlanDraft(
                AuditFit.of(model, dataset(), AuditWorld.AMARA),
                choice,
                new AuditPolicies().get(policy),
                new MeasuringModels(evaluator, speaker, Optional.empty()));
    }

    private static List<String> said(List<Refusal> problems) {
        return problems.stream()
                .map(problem -> problem.field().orElse("") + " " + problem.key())
                .toList();
    }

    @Test
    void aRecognizersFileHearsAndItsVocabularyIsPartOfThePlan() {
        roles.put("rent", ColumnRole.AUDIO);
        roles.put("income", ColumnRole.REFERENCE);
        AuditPlan plan = draft(recognizer(), "speech-recognition-1.0", Optional.empty(), Optional.empty())
                .freeze();
        assertEquals(Map.of(CompanionKind.VOCABULARY, TOKENS), plan.model().companions());
        assertEquals(SOUND, plan.model().settings());
        assertEquals(Map.of(), plan.model().inputs());
        assertEquals(Optional.of("rent"), plan.columns().find("audio"));
        assertEquals(Optional.empty(), plan.columns().find("hypothesis"));
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
    }

    /** A file's images are looked at by another model, which perceives nothing in them. */
    @Test
    void sharesAsTheyShouldBeAreAskedForWhereSomethingIsPerceived() {
        ModelVersion closed = version(ModelTask.IMAGE_GENERATION, ModelSettings.NONE, null, "");
        ModelVersion file = version(
                ModelTask.IMAGE_GENERATION, ModelSettings.NONE, new ModelVersion.ModelFile(Plans.MODEL, 3), IMAGES);
        roles.put("rent", ColumnRole.IMAGE);
        roles.put("answer", ColumnRole.REFUSED);
        assertEquals(List.of(), asked(closed));
        roles.put("answer", ColumnRole.ATTRIBUTE);
        assertEquals(List.of("reference_distribution"), asked(closed));
        assertEquals(List.of(), asked(file));
    }

    private List<String> asked(ModelVersion model) {
        AuditFit fit = AuditFit.of(model, dataset(), AuditWorld.AMARA);
        assertEquals(List.of(), fit.problems());
        return fit.options().stream().map(TaskOption::key).toList();
    }

    @Test
    void aVersionThatBringsNoVocabularyIsNotRun() {
        roles.put("rent", ColumnRole.AUDIO);
        roles.put("income", ColumnRole.REFERENCE);
        ModelVersion old = version(
                ModelTask.SPEECH_RECOGNITION, ModelSettings.NONE, new ModelVersion.ModelFile(Plans.MODEL, 3), SOUNDS);
        assertTrue(said(AuditFit.of(old, dataset(), AuditWorld.AMARA).problems())
                .contains("model start.problem.noCompanion"));
    }

    private static ModelVersion speaker(ModelVersion.@Nullable ModelFile file) {
        return version(ModelTask.SPEAKER_VERIFICATION, SOUND, file, SOUNDS.replace("[-1,-1,6]", "[-1,2]"));
    }

    /** A file speaks itself: neither recordings of its voice nor their embeddings are read. */
    @Test
    void aVoiceIsComparedWithAPersonsByAnotherModel() {
        roles.put("rent", ColumnRole.REFERENCE_AUDIO);
        roles.put("income", ColumnRole.AUDIO);
        roles.put("person", ColumnRole.TEXT);
        roles.put("answer", ColumnRole.EMBEDDING);
        roles.put("entitled", ColumnRole.REFERENCE_EMBEDDING);
        ModelVersion.ModelFile file = new ModelVersion.ModelFile(Plans.MODEL, 3);
        ModelVersion mouth = version(
                ModelTask.SPEECH_SYNTHESIS,
                SOUND,
                new ModelVersion.ModelFile(
                        Plans.MODEL, 3, List.of(new Companion(CompanionKind.VOCABULARY, "v", TOKENS, 4))),
                SOUNDS);
        ModelVersion closed = version(ModelTask.SPEECH_SYNTHESIS, ModelSettings.NONE, null, "");
        String policy = "voice-intelligibility-1.0";
        for (ModelVersion model : List.of(mouth, closed)) {
            AuditPlan plan = draft(
                            model, policy, Optional.empty(), Optional.of(recognizer()), Optional.of(speaker(file)))
                    .freeze();
            assertEquals(SOUND, plan.model().speaker().orElseThrow().settings());
            assertEquals(Optional.of("rent"), plan.columns().find("reference_audio"));
            assertEquals(model == closed, plan.columns().find("audio").isPresent());
            assertEquals(Optional.empty(), plan.columns().find("embedding"));
            assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
            assertEquals(Plans.MODEL, PlanFiles.of(plan).get("speaker.onnx"));
            assertEquals(
                    "{\"path\":\"speaker.onnx\",\"sha256\":\"" + Plans.MODEL.hex()
                            + "\",\"audio\":{\"sample_rate\":16000}}",
                    ModelJson.job(plan, name -> name)
                            .orElseThrow()
                            .path("speaker")
                            .toString());
        }
        for (ModelVersion wrong : List.of(recognizer(), speaker(null))) {
            assertEquals(
                    List.of("speaker start.problem.speaker"),
                    said(draft(closed, policy, Optional.empty(), Optional.of(recognizer()), Optional.of(wrong))
                            .problems()));
        }
        roles.put("rent", ColumnRole.IGNORED);
        assertEquals(
                List.of("speaker start.problem.speaker"),
                said(draft(closed, policy, Optional.empty(), Optional.of(recognizer()), Optional.of(speaker(file)))
                        .problems()));
    }

    @Test
    void imagesArePreparedAsTheVersionSays() {
        roles.put("rent", ColumnRole.LEFT);
        roles.put("income", ColumnRole.RIGHT);
        roles.put("entitled", ColumnRole.LABEL);
        ImagePreparation images = images(8, 9);
        AuditFit fit = AuditFit.of(faces(ModelSettings.NONE.with(Optional.of(images))), dataset(), AuditWorld.AMARA);
        assertEquals(List.of(), said(fit.problems()));
        assertEquals(Optional.of(images), fit.saidImages());
        assertEquals(false, fit.asksForImages());
        ModelVersion saying = faces(ModelSettings.NONE.with(Optional.of(images)));
        String policy = "face-verification-1.0";
        AuditPlan plan =
                draft(saying, policy, Optional.empty(), Optional.empty()).freeze();
        assertEquals(Optional.of(images), plan.model().images());
        assertEquals(Optional.of("rent"), plan.columns().find("left"));
        ImagePreparation other = new ImagePreparation(
                ImagePreparation.Channels.BGR,
                images.layout(),
                images.shorterSide(),
                images.resize(),
                images.crop(),
                images.scale(),
                images.means(),
                images.deviations());
        assertEquals(
                List.of("images start.problem.saidImages"),
                said(draft(saying, policy, Optional.of(other), Optional.empty()).problems()));
        ModelVersion silent = faces(ModelSettings.NONE);
        assertEquals(
                List.of("images start.problem.noImages"),
                said(draft(silent, policy, Optional.empty(), Optional.empty()).problems()));
        assertEquals(
                Optional.of(other),
                draft(silent, policy, Optional.of(other), Optional.empty())
                        .freeze()
                        .model()
                        .images());
    }

    private static ImagePreparation images(int width, int height) {
        return new ImagePreparation(
                ImagePreparation.Channels.RGB,
                ImagePreparation.Layout.NCHW,
                OptionalInt.empty(),
                Optional.of(new ImagePreparation.Size(width, height)),
                Optional.empty(),
                1,
                List.of(),
                List.of());
    }

    @Test
    void whatMeasuresSpeechIsARecognizerAndPartOfThePlan() {
        roles.put("rent", ColumnRole.AUDIO);
        roles.put("income", ColumnRole.TEXT);
        ModelVersion voice = version(ModelTask.SPEECH_SYNTHESIS, ModelSettings.NONE, null, "");
        String policy = "voice-intelligibility-1.0";
        assertTrue(said(draft(voice, policy, Optional.empty(), Optional.empty()).problems())
                .contains("evaluator start.problem.noEvaluator"));
        assertTrue(said(draft(voice, policy, Optional.empty(), Optional.of(faces(ModelSettings.NONE)))
                        .problems())
                .contains("evaluator start.problem.evaluator"));
        ModelVersion ears = recognizer();
        AuditPlan plan =
                draft(voice, policy, Optional.empty(), Optional.of(ears)).freeze();
        assertEquals(
                new AuditPlan.Evaluator(ears.id(), Plans.MODEL, SOUND, Map.of(CompanionKind.VOCABULARY, TOKENS)),
                plan.model().evaluator().orElseThrow());
        assertEquals(Optional.empty(), plan.model().sha256());
        assertEquals(Optional.of("rent"), plan.columns().find("audio"));
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
        roles.put("rent", ColumnRole.AUDIO);
        assertEquals(
                List.of("evaluator start.problem.evaluator"),
                said(draft(recognizerFed(), "speech-recognition-1.0", Optional.empty(), Optional.of(ears))
                        .problems()));
    }

    /** A recognizer on a dataset that it can hear. */
    private ModelVersion recognizerFed() {
        roles.put("income", ColumnRole.REFERENCE);
        return recognizer();
    }
}
