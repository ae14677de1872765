package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    private static final AuditPlan WITH_MODEL =
            Plans.plan(List.of("age", "sex"), List.of(List.of("age", "sex")), Map.of("age", "30 to 44"));

    private static final AuditPlan WITHOUT_MODEL = new AuditPlan(
            ModelTask.BINARY_CLASSIFICATION,
            new AuditPlan.Model(new UUID(0, 9), Optional.empty(), Map.of()),
            new AuditPlan.Dataset(new UUID(0, 2), Plans.DATASET, "parquet"),
            WITH_MODEL.policy(),
            PlanColumns.of(Map.of("label", "label", "score", "score", "prediction", "prediction")),
            Optional.of(new AuditPlan.Labels("1", "1")),
            TaskOptions.NONE,
            OptionalDouble.empty(),
            List.of("race"),
            List.of(),
            Map.of(),
            List.of(),
            0.9,
            new AuditPlan.Bootstrap(200, 11));

    @Test
    void aPlanIsReadAsItWasWritten() {
        assertEquals(WITH_MODEL, PlanJson.read(PlanJson.write(WITH_MODEL)));
        assertEquals(WITHOUT_MODEL, PlanJson.read(PlanJson.write(WITHOUT_MODEL)));
    }

    private static AuditPlan of(ModelTask task, PlanColumns columns, List<String> classes) {
        return new AuditPlan(
                task,
                WITHOUT_MODEL.model(),
                WITHOUT_MODEL.dataset(),
                WITHOUT_MODEL.policy(),
                columns,
                Optional.empty(),
                TaskOptions.ofClasses(classes),
                OptionalDouble.empty(),
                List.of("race"),
                List.of(),
                Map.of(),
                List.of(),
                0.9,
                new AuditPlan.Bootstrap(200, 11));
    }

    @Test
    void plansOfOtherTasksSayOnlyWhatTheyHave() {
        AuditPlan ranking = of(
                ModelTask.RANKING,
                PlanColumns.of(Map.of("relevance", "clicks", "score", "s", "query", "q")),
                List.of());
        assertEquals(ranking, PlanJson.read(PlanJson.write(ranking)));
        String job = PlanJson.job(ranking, 10, file -> file);
        assertTrue(job.contains("\"columns\":{\"query\":\"q\",\"relevance\":\"clicks\",\"score\":\"s\"}"), job);
        assertFalse(job.contains("positive_label") || job.contains("options"), job);
        AuditPlan classes = of(
                ModelTask.MULTICLASS_CLASSIFICATION,
                PlanColumns.of(Map.of("label", "label", "prediction", "answer")),
                List.of("cat", "dog", "eel"));
        assertEquals(classes, PlanJson.read(PlanJson.write(classes)));
        assertTrue(PlanJson.job(classes, 10, file -> file)
                .contains("\"options\":{\"classes\":[\"cat\",\"dog\",\"eel\"]}"));
        assertThrows(
                IllegalArgumentException.class,
                () -> of(ModelTask.BINARY_CLASSIFICATION, WITHOUT_MODEL.columns(), List.of()));
    }

    @Test
    void aPlanSaysColumnsOptionsAndSlicesAsTheEngineReadsThem() {
        AuditPlan plan = new AuditPlan(
                ModelTask.FACE_VERIFICATION,
                WITHOUT_MODEL.model(),
                WITHOUT_MODEL.dataset(),
                WITHOUT_MODEL.policy(),
                new PlanColumns(
                        Map.of("genuine", List.of("same"), "left", List.of("l1", "l2"), "right", List.of("r1", "r2"))),
                Optional.empty(),
                new TaskOptions(Map.of(
                        "target_fmr", List.of(0.001, 0.25),
                        "rank", List.of(1, 20),
                        "language", "zh-CN",
                        "examples", 20,
                        "reference_distribution", Map.of("b", 0.75, "a", 0.25))),
                OptionalDouble.empty(),
                List.of("race"),
                List.of(),
                Map.of(),
                List.of("light"),
                0.9,
                new AuditPlan.Bootstrap(200, 11));
        assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
        String job = PlanJson.job(plan, 10, file -> file);
        assertTrue(
                job.contains("\"columns\":{\"genuine\":\"same\",\"left\":[\"l1\",\"l2\"],\"right\":[\"r1\",\"r2\"]}"),
                job);
        assertTrue(job.contains("\"control_features\":[\"light\"]"), job);
        assertTrue(
                job.contains("\"options\":{\"examples\":20,\"language\":\"zh-CN\",\"rank\":[1,20],"
                        + "\"reference_distribution\":{\"a\":0.25,\"b\":0.75},\"target_fmr\":[0.001,0.25]}"),
                job);
    }

    private static AuditPlan with(ImagePreparation images) {
        return new AuditPlan(
                WITH_MODEL.task(),
                new AuditPlan.Model(
                        WITH_MODEL.model().versionId(),
                        WITH_MODEL.model().sha256(),
                        Map.of("x", List.of("face")),
                        Optional.of(images)),
                new AuditPlan.Dataset(new UUID(0, 2), Plans.DATASET, "tar.gz", Optional.of(CountedUnit.SNIPPETS)),
                WITH_MODEL.policy(),
                WITH_MODEL.columns(),
                WITH_MODEL.labels(),
                WITH_MODEL.options(),
                WITH_MODEL.threshold(),
                WITH_MODEL.sensitiveFeatures(),
                WITH_MODEL.intersections(),
                WITH_MODEL.referenceGroups(),
                WITH_MODEL.controlFeatures(),
                WITH_MODEL.confidence(),
                WITH_MODEL.bootstrap());
    }

    @Test
    void howImagesArePreparedIsPartOfThePlanAndOfTheJob() {
        ImagePreparation cut = new ImagePreparation(
                ImagePreparation.Channels.BGR,
                ImagePreparation.Layout.NHWC,
                OptionalInt.of(256),
                Optional.empty(),
                Optional.of(new ImagePreparation.Size(224, 192)),
                1 / 255.0,
                List.of(0.5, 0.25, 0.125),
                List.of(2.0));
        ImagePreparation stretched = new ImagePreparation(
                ImagePreparation.Channels.GRAY,
                ImagePreparation.Layout.NCHW,
                OptionalInt.empty(),
                Optional.of(new ImagePreparation.Size(8, 9)),
                Optional.empty(),
                0.0625,
                List.of(),
                List.of());
        for (ImagePreparation images : List.of(cut, stretched)) {
            assertEquals(with(images), PlanJson.read(PlanJson.write(with(images))));
        }
        String job = PlanJson.job(with(cut), 10, file -> file);
        assertTrue(job.contains("\"path\":\"data.tar.gz\""), job);
        assertTrue(
                job.contains(
                        "\"images\":{\"channels\":\"BGR\",\"crop\":{\"height\":192,\"width\":224},\"layout\":\"NHWC\","
                                + "\"mean\":[0.5,0.25,0.125],\"resize\":{\"shorter_side\":256},"
                                + "\"scale\":0.00392156862745098,\"standard_deviation\":[2]}"),
                job);
        assertTrue(PlanJson.job(with(stretched), 10, file -> file)
                .contains("\"resize\":{\"height\":9,\"width\":8},\"scale\":0.0625}"));
    }

    @Test
    void aPlanIsCanonical() {
        assertEquals("""
                {"bootstrap":{"replicates":200,"seed":11},\
                "columns":{"label":"label","prediction":"prediction","score":"score"},\
                "confidence":0.9,\
                "dataset":{"format":"parquet","sha256":"%s","version_id":"00000000-0000-0000-0000-000000000002"},\
                "favorable_label":"1","format":"aimass-audit-plan/1","intersections":[],\
                "model":{"version_id":"00000000-0000-0000-0000-000000000009"},\
                "policy":{"name":"public-benefits","sha256":"%s","version":"1.0"},\
                "positive_label":"1","reference_groups":{},"sensitive_features":["race"],\
                "task":"binary_classification"}""".formatted(Plans.DATASET, Sha256Digest.of(new byte[] {3})), PlanJson.write(WITHOUT_MODEL));
    }

    @Test
    void anotherSeedIsAnotherPlan() {
        AuditPlan other = PlanJson.read(PlanJson.write(WITHOUT_MODEL).replace("\"seed\":11", "\"seed\":12"));
        assertNotEquals(StrictJson.digest(PlanJson.write(WITHOUT_MODEL)), StrictJson.digest(PlanJson.write(other)));
    }

    @Test
    void theJobNamesFilesByTheirFixedNamesAndNeverById() {
        assertEquals("""
                {"bootstrap":{"replicates":1000,"seed":7},"columns":{"label":"entitled"},"confidence":0.95,\
                "dataset":{"path":"/in/data.csv","sha256":"%s"},\
                "favorable_label":"0","intersections":[["age","sex"]],"minimum_group_size":10,\
                "model":{"inputs":{"X":["income","rent"],"age":["age"]},"path":"/in/model.onnx","sha256":"%s"},\
                "positive_label":"1","reference_groups":{"age":"30 to 44"},"sensitive_features":["age","sex"],\
                "task":"binary_classification","threshold":0.5}""".formatted(Plans.DATASET, Plans.MODEL), PlanJson.job(WITH_MODEL, 10, name -> "/in/" + name));
    }

    @Test
    void withoutAModelTheJobTakesTheDatasetsAnswers() {
        assertEquals("""
                {"bootstrap":{"replicates":200,"seed":11},\
                "columns":{"label":"label","prediction":"prediction","score":"score"},"confidence":0.9,\
                "dataset":{"path":"data.parquet","sha256":"%s"},\
                "favorable_label":"1","intersections":[],"minimum_group_size":25,"positive_label":"1",\
                "reference_groups":{},"sensitive_features":["race"],"task":"binary_classification"}""".formatted(Plans.DATASET), PlanJson.job(WITHOUT_MODEL, 25, name -> name));
    }
}
