package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.aimass.audit.TinyFiles;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.engine.inference.Onnx;
import org.aimass.engine.metrics.Fraction;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job of a plan whose detector looks at the images itself. It always finds a cat on the left and a dog on the right, the cat as
 * surely as the image is red and the dog as it is green. By day there is a dog on the right in both images, one of them green enough;
 * by night a cat on the left, red enough.
 */
class DetectorPlanRunTest {

    @TempDir
    Path folder;

    private void write() throws IOException {
        Files.write(
                folder.resolve("model.onnx"),
                Onnx.model(GraphProto.newBuilder()
                                .addInput(Onnx.value("x", Onnx.FLOAT, -1, 3, 4, 4))
                                .addOutput(Onnx.value("b", Onnx.FLOAT, 2, 4))
                                .addOutput(Onnx.value("s", Onnx.FLOAT, -1, 2))
                                .addOutput(Onnx.value("l", Onnx.INT64, 2))
                                .addInitializer(Onnx.floats("boxes", List.of(2L, 4L), 0, 0, 2, 4, 2, 0, 4, 4))
                                .addInitializer(Onnx.longs("labels", List.of(2L), 0, 1))
                                .addInitializer(Onnx.longs("first", List.of(2L), 0, 1))
                                .addNode(Onnx.node("Identity", List.of("boxes"), List.of("b")))
                                .addNode(Onnx.node("Identity", List.of("labels"), List.of("l")))
                                .addNode(Onnx.node("ReduceMean", List.of("x"), List.of("means"))
                                        .addAttribute(Onnx.longsAttribute("axes", 2, 3))
                                        .addAttribute(Onnx.attribute("keepdims", 0)))
                                .addNode(Onnx.node("Gather", List.of("means", "first"), List.of("s"))
                                        .addAttribute(Onnx.attribute("axis", 1))))
                        .toByteArray());
        Files.write(
                folder.resolve("data.zip"),
                new TinyFiles()
                        .rows("annotations.json", """
                    {"images":[{"id":1,"file_name":"1.png","light":"day"},{"id":2,"file_name":"2.png","light":"day"},
                      {"id":3,"file_name":"3.png","light":"night"}],
                     "annotations":[
                      {"id":1,"image_id":1,"category_id":2,"bbox":[2,0,2,4],"area":8},
                      {"id":2,"image_id":2,"category_id":2,"bbox":[2,0,2,4],"area":8},
                      {"id":3,"image_id":3,"category_id":1,"bbox":[0,0,2,4],"area":8}],
                     "categories":[{"id":1,"name":"cat"},{"id":2,"name":"dog"}]}
                    """)
                        .image("1.png", 4, 0x33CC00)
                        .image("2.png", 4, 0x336600)
                        .image("3.png", 4, 0x990000)
                        .zip());
    }

    private Sha256Digest digest(String name) throws IOException {
        return Sha256Digest.of(Files.readAllBytes(folder.resolve(name)));
    }

    @Test
    void aDetectorsFileLooksAtTheImagesOfTheArchive() throws Exception {
        write();
        AuditPlan usual = Plans.byAge();
        AuditPlan plan = new AuditPlan(
                ModelTask.OBJECT_DETECTION,
                new AuditPlan.Model(
                        new UUID(0, 1),
                        Optional.of(digest("model.onnx")),
                        Map.of(),
                        Detectors.SETTINGS,
                        Map.of(),
                        Optional.empty()),
                new AuditPlan.Dataset(new UUID(0, 2), digest("data.zip"), "zip"),
                usual.policy(),
                PlanColumns.of(Map.of()),
                Optional.empty(),
                TaskOptions.NONE,
                OptionalDouble.of(0.5),
                List.of("light"),
                List.of(),
                Map.of(),
                List.of(),
                usual.confidence(),
                usual.bootstrap());
        AuditOutcome outcome = PlanRun.of(plan, folder);
        assertEquals(Optional.of(digest("model.onnx")), outcome.head().inputs().model());
        assertEquals(Optional.of(new Fraction(1, 2)), missed(outcome, Map.of("light", "day")));
        assertEquals(Optional.of(new Fraction(0, 1)), missed(outcome, Map.of("light", "night")));
        assertEquals(Optional.of(new Fraction(1, 3)), missed(outcome, Map.of()));
    }

    private static Optional<Fraction> missed(AuditOutcome outcome, Map<String, String> group) {
        return outcome.measurements().stream()
                .filter(each -> each.metric().equals("miss_rate")
                        && each.features().equals(group)
                        && each.over().isEmpty())
                .findFirst()
                .orElseThrow()
                .fraction();
    }
}
