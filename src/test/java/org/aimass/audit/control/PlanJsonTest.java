package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.Plans;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    private static final AuditPlan WITH_MODEL =
            Plans.plan(List.of("age", "sex"), List.of(List.of("age", "sex")), Map.of("age", "30 to 44"));

    private static final AuditPlan WITHOUT_MODEL = new AuditPlan(
            new AuditPlan.Model(new UUID(0, 9), Optional.empty(), Map.of()),
            new AuditPlan.Dataset(new UUID(0, 2), Plans.DATASET, "parquet"),
            WITH_MODEL.policy(),
            new AuditPlan.Columns("label", Optional.of("score"), Optional.of("prediction")),
            "1",
            "1",
            OptionalDouble.empty(),
            List.of("race"),
            List.of(),
            Map.of(),
            0.9,
            new AuditPlan.Bootstrap(200, 11));

    @Test
    void aPlanIsReadAsItWasWritten() {
        assertEquals(WITH_MODEL, PlanJson.read(PlanJson.write(WITH_MODEL)));
        assertEquals(WITHOUT_MODEL, PlanJson.read(PlanJson.write(WITHOUT_MODEL)));
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
