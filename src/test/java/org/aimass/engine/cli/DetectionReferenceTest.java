package org.aimass.engine.cli;

import static java.util.Objects.requireNonNull;
import static org.aimass.engine.cli.ReferenceTest.EXACT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real images through the command line give every figure that pycocotools gave. */
class DetectionReferenceTest {

    private static final String CASE = "detection_coco50";

    /** Of each golden value: the metric, the thresholds, the area, how many detections. */
    private static final Map<String, List<Object>> NAMES = Map.ofEntries(
            Map.entry("AP", List.of("average_precision", "0.50:0.95", "all", 100)),
            Map.entry("AP50", List.of("average_precision", 0.5, "all", 100)),
            Map.entry("AP75", List.of("average_precision", 0.75, "all", 100)),
            Map.entry("AP_small", List.of("average_precision", "0.50:0.95", "small", 100)),
            Map.entry("AP_medium", List.of("average_precision", "0.50:0.95", "medium", 100)),
            Map.entry("AP_large", List.of("average_precision", "0.50:0.95", "large", 100)),
            Map.entry("AR_1", List.of("average_recall", "0.50:0.95", "all", 1)),
            Map.entry("AR_10", List.of("average_recall", "0.50:0.95", "all", 10)),
            Map.entry("AR_100", List.of("average_recall", "0.50:0.95", "all", 100)),
            Map.entry("AR_small", List.of("average_recall", "0.50:0.95", "small", 100)),
            Map.entry("AR_medium", List.of("average_recall", "0.50:0.95", "medium", 100)),
            Map.entry("AR_large", List.of("average_recall", "0.50:0.95", "large", 100)));

    @TempDir
    Path folder;

    private JsonNode outcome = MissingNode.getInstance();

    /** The slices become a feature of the images. */
    private void measure() throws IOException {
        JsonNode golden = Reference.golden(CASE);
        JsonNode annotations =
                Console.json(Files.readString(Reference.folder(CASE).resolve("annotations.json")));
        for (JsonNode image : annotations.path("images")) {
            String slice = golden.path("slice_of_image")
                    .path(image.path("id").asText())
                    .asText();
            ((ObjectNode) image).putObject("attributes").put("people", slice);
        }
        Files.writeString(folder.resolve("annotations.json"), annotations.toString());
        outcome = Console.measure(folder, """
                {"task":"object_detection","dataset":{"path":"annotations.json","format":"coco"},
                 "sensitive_features":["people"],"bootstrap":{"replicates":20},
                 "options":{"detections":"%s"}}
                """.formatted(Reference.folder(CASE).resolve("detections.json")));
    }

    @Test
    void agreesWithEveryGoldenValue() throws IOException {
        measure();
        assertEquals(
                0.2553940026497449,
                find(List.of("average_precision", 0.9, "all", 100), "{}", List.of())
                        .path("value")
                        .asDouble(),
                EXACT);
        JsonNode golden = Reference.golden(CASE);
        int compared = compare(golden.path("overall"), "{}", List.of());
        for (Map.Entry<String, JsonNode> slice : golden.path("slices").properties()) {
            compared += compare(slice.getValue(), "{\"people\":\"" + slice.getKey() + "\"}", List.of());
        }
        for (Map.Entry<String, JsonNode> category : golden.path("per_category").properties()) {
            compared += compare(category.getValue(), "{}", List.of(category.getKey()));
        }
        assertEquals(12 + 2 * 12 + 57 * 2, compared);
        assertEquals(437, outcome.path("rows").path("read").asInt());
        assertEquals(432, outcome.path("rows").path("used").asInt());
        assertEquals("crowd", outcome.at("/rows/reasons/0/reason").asText());
    }

    private int compare(JsonNode golden, String features, List<String> category) {
        int compared = 0;
        for (Map.Entry<String, JsonNode> value : golden.properties()) {
            if (!value.getKey().equals("n_images")) {
                List<Object> wanted = requireNonNull(NAMES.get(value.getKey()));
                assertEquals(
                        value.getValue().asDouble(),
                        find(wanted, features, category).path("value").asDouble(),
                        EXACT,
                        () -> value.getKey() + features + category);
                compared++;
            }
        }
        return compared;
    }

    private JsonNode find(List<Object> wanted, String features, List<String> category) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode one : outcome.path("measurements")) {
            JsonNode at = one.path("at");
            boolean is = one.path("metric").asText().equals(wanted.get(0))
                    && one.path("features").toString().equals(features)
                    && one.path("over").isMissingNode()
                    && at.path("iou").asText().equals(wanted.get(1).toString())
                    && at.path("area").asText().equals(wanted.get(2))
                    && at.path("max_detections").asInt() == (int) wanted.get(3)
                    && at.path("category").asText().equals(String.join("", category));
            if (is) {
                found.add(one);
            }
        }
        assertEquals(1, found.size(), () -> wanted + features + category);
        return found.get(0);
    }
}
