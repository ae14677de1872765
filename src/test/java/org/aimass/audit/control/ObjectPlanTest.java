package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.Plans;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.dataset.entity.Sheet;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.aimass.registry.entity.CardSection;
import org.aimass.registry.entity.ModelDomain;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Detectors and pose models are audited on annotated images. */
class ObjectPlanTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Organization MINISTRY =
            new Organization(UUID.randomUUID(), "m", "Ministry", "部", OrganizationKind.DEPARTMENT, NOON);
    private static final String FOUND = "\"detections\":{\"count\":9,\"boxes\":9,\"poses\":7},";
    private static final String PROFILE = """
            {"format":"zip","bytes":9,"sha256":"DIGEST","rows":12,
             "annotations":{"images":6,"images_with_file":0,"objects":12,"crowds":1,"keypoints":3,"poses":8,FOUND
              "categories":1,"largest_categories":[]},"archive":{"files":2,"named_by":[]},
             "columns":[
              {"name":"tone","of":"objects","type":"text","missing":0,"distinct":2,"distinct_is_exact":true,"values":
               [{"value":"light","rows":7,"images":4},{"value":"dark","rows":5,"images":2}],"values_complete":true},
              {"name":"city","of":"images","type":"text","missing":0,"distinct":2,"distinct_is_exact":true,"values":
               [{"value":"Oslo","rows":8,"images":4},{"value":"Bergen","rows":4,"images":2}],"values_complete":true}]}""".replace("DIGEST", Plans.DATASET.hex());

    private static DatasetVersion dataset(String profile) {
        DatasetVersion version = new DatasetVersion(
                UUID.randomUUID(),
                new EvaluationDataset(MINISTRY, "Streets", "All", NOON),
                1,
                new DatasetVersion.DatasetFile(Plans.DATASET, 9, "zip"),
                AuditWorld.JONAS,
                "Jonas",
                NOON);
        version.profiled(profile);
        version.fix(new DatasetSchema(Map.of("tone", ColumnRole.SENSITIVE, "city", ColumnRole.CONTROL)));
        return version;
    }

    private static ModelVersion closed(ModelTask task) {
        RegisteredModel model = new RegisteredModel(
                MINISTRY, new RegisteredModel.ModelFacts("Watcher", "Streets", task, ModelDomain.OTHER, "MIT"), NOON);
        return new ModelVersion(UUID.randomUUID(), model, 1, "1.0", null, AuditWorld.JONAS, "Jonas", NOON);
    }

    private static ModelVersion withFile(ModelSettings settings) {
        RegisteredModel model = new RegisteredModel(
                MINISTRY,
                new RegisteredModel.ModelFacts(
                        "Watcher", "Streets", ModelTask.OBJECT_DETECTION, ModelDomain.OTHER, "MIT"),
                NOON);
        ModelVersion version = new ModelVersion(
                UUID.randomUUID(),
                model,
                1,
                new ModelVersion.VersionFacts("1.0", new Sheet<CardSection>(Map.of()), false, settings),
                new ModelVersion.ModelFile(Plans.MODEL, 3),
                AuditWorld.JONAS,
                "Jonas",
                NOON);
        version.inspected("{\"inputs\":[{\"name\":\"x\",\"type\":\"float\",\"shape\":[-1,3,4,4]}],\"outputs\":["
                + "{\"name\":\"b\",\"type\":\"float\",\"shape\":[2,4]},{\"name\":\"s\",\"type\":\"float\",\"shape\":[-1,2]},{\"name\":\"l\",\"type\":\"int64\",\"shape\":[2]}],"
                + "\"opset\":13,\"operators\":[],\"sha256\":\"" + Plans.MODEL + "\",\"bytes\":3}");
        return version;
    }

    private static PlanDraft draft(ModelTask task, String profile, String policy, Map<String, Object> options) {
        return draft(closed(task), profile, policy, options);
    }

    private static PlanDraft draft(ModelVersion model, String profile, String policy, Map<String, Object> options) {
        AuditChoice choice = new AuditChoice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                policy,
                List.of("tone"),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(0.25),
                Optional.empty(),
                options,
                List.of("city"),
                MeasuringChoice.NONE);
        return new PlanDraft(
                AuditFit.of(model, dataset(profile), AuditWorld.AMARA), choice, new AuditPolicies().get(policy));
    }

    private static String whole() {
        return PROFILE.replace("FOUND", FOUND);
    }

    private static List<String> problems(ModelTask task, String profile, String policy, Map<String, Object> options) {
        return draft(task, profile, policy, options).problems().stream()
                .map(Refusal::key)
                .toList();
    }

    @Test
    void thePlanNamesTheDetectionsOfTheArchive() {
        AuditPlan plan = draft(
                        ModelTask.OBJECT_DETECTION,
                        whole(),
                        "detection-recall-1.0",
                        Map.of("iou_thresholds", "0.75 0.5"))
                .freeze();
        assertEquals(Map.of(), plan.columns().byPart());
        assertEquals(OptionalDouble.of(0.25), plan.threshold());
        assertEquals(Map.of("tone", "light"), plan.referenceGroups());
        JsonNode job = StrictJson.read(PlanJson.job(plan, 100, name -> name));
        assertEquals(
                "{\"detections\":\"detections.json\",\"iou_thresholds\":[0.5,0.75],\"max_detections\":[1,10,100]}",
                job.path("options").toString());
        assertEquals("data.zip", job.at("/dataset/path").asText());
        assertEquals("[\"city\"]", job.path("control_features").toString());
        assertEquals("{}", job.path("columns").toString());
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
        assertTrue(!plan.comparesPeople(), "objects of one image are in several groups");
    }

    @Test
    void aDatasetMustBringWhatTheModelFound() {
        String none = PROFILE.replace("FOUND", "");
        assertEquals(
                List.of("start.problem.noDetections"),
                problems(ModelTask.OBJECT_DETECTION, none, "detection-recall-1.0", Map.of()));
        String posed = whole().replace("\"boxes\":9", "\"boxes\":8");
        assertEquals(
                List.of("start.problem.noBoxes"),
                problems(ModelTask.OBJECT_DETECTION, posed, "detection-recall-1.0", Map.of()));
        assertEquals(
                List.of("start.problem.noPoses"),
                problems(ModelTask.POSE_ESTIMATION, whole(), "pose-parity-1.0", Map.of()));
        assertEquals(
                List.of("start.problem.noLabel", "start.problem.noAnswers"),
                problems(ModelTask.BINARY_CLASSIFICATION, whole(), "four-fifths-1.0", Map.of()));
    }

    /** Nothing is given then: the model finds them, in images prepared and read as its version says. */
    @Test
    void aModelsFileLooksAtTheImages() {
        String pictured = PROFILE.replace("FOUND", "").replace("\"images_with_file\":0", "\"images_with_file\":6");
        PlanDraft draft = draft(withFile(Detectors.SETTINGS), pictured, "detection-recall-1.0", Map.of());
        assertEquals(List.of(), draft.problems().stream().map(Refusal::key).toList());
        AuditPlan plan = draft.freeze();
        assertEquals(Detectors.SETTINGS, plan.model().settings());
        JsonNode job = StrictJson.read(PlanJson.job(plan, 100, name -> name));
        assertEquals("{\"max_detections\":[1,10,100]}", job.path("options").toString());
        assertEquals("b", job.at("/model/objects/boxes").asText());
        assertEquals(4, job.at("/model/images/resize/width").asInt());
        assertTrue(job.at("/model/inputs").isMissingNode());
        assertEquals(
                List.of("start.problem.noPictures"),
                draft(withFile(Detectors.SETTINGS), whole(), "detection-recall-1.0", Map.of()).problems().stream()
                        .map(Refusal::key)
                        .toList());
        assertTrue(draft(withFile(ModelSettings.NONE), pictured, "detection-recall-1.0", Map.of()).problems().stream()
                .anyMatch(problem -> problem.key().equals("start.problem.noOutputs")));
    }

    /** A detection of nothing belongs to an image, but to no object. */
    @Test
    void averagePrecisionIsOfWholeImages() {
        Refusal problem = draft(ModelTask.OBJECT_DETECTION, whole(), "detection-precision-1.0", Map.of())
                .problems()
                .get(0);
        assertEquals("start.problem.ofObjects", problem.key());
        assertEquals(Optional.of("features"), problem.field());
        assertEquals(List.of("tone"), problem.arguments());
        String ofImages = whole().replace("\"tone\",\"of\":\"objects\"", "\"tone\",\"of\":\"images\"");
        assertEquals(List.of(), problems(ModelTask.OBJECT_DETECTION, ofImages, "detection-precision-1.0", Map.of()));
        assertEquals(List.of(), problems(ModelTask.OBJECT_DETECTION, whole(), "detection-recall-1.0", Map.of()));
    }

    @Test
    void everyKeypointHasItsSigma() {
        String poses = whole().replace("\"poses\":7", "\"poses\":9");
        assertEquals(
                List.of("start.problem.sigmas"),
                problems(ModelTask.POSE_ESTIMATION, poses, "pose-parity-1.0", Map.of()));
        AuditPlan plan = draft(ModelTask.POSE_ESTIMATION, poses, "pose-parity-1.0", Map.of("sigmas", "0.05 0.05 0.1"))
                .freeze();
        assertEquals(
                "{\"alpha\":[0.2],\"detections\":\"detections.json\",\"max_detections\":[20],\"sigmas\":[0.05,0.05,0.1]}",
                StrictJson.read(PlanJson.job(plan, 100, name -> name))
                        .path("options")
                        .toString());
    }

    @Test
    void optionsHaveTheirRanges() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("iou_thresholds", "0 0.5"),
                Map.of("iou_thresholds", "0.5 0.5"),
                Map.of("iou_thresholds", "half"),
                Map.of("max_detections", "1.5"),
                Map.of("max_detections", "1 2 3 4 5"),
                Map.of("k", "1"))) {
            assertEquals(
                    1,
                    problems(ModelTask.OBJECT_DETECTION, whole(), "detection-recall-1.0", wrong)
                            .size(),
                    wrong::toString);
        }
    }
}
