package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.aimass.engine.inference.Onnx;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tables of generated images give, and what is said of those that cannot be used. */
class GenerationRunTest {

    private static final String DATA = """
            made,no,f,s1,s2,o1,o2,before,after,who,g,p
            0,,0,,,,,,,,a,r1
            0,,2,,,,,,,,a,r2
            1,0,1,3,4,4,3,10,13,man,a,p1
            1,0,5,3,4,6,8,20,19,woman,a,p2
            1,1,,,,,,,,,b,p3
            1,0,3,1,0,0,1,-30,-20,man,b,p1
            """;

    private static final String ROLES = """
            "generated":"made","refused":"no","features":"f","source":["s1","s2"],"output":["o1","o2"],
            "source_tone":"before","output_tone":"after","attribute":"who\"""";

    @TempDir
    Path folder;

    private String job(String data, String columns, String options) throws IOException {
        Files.writeString(folder.resolve("data.csv"), data);
        return """
                {"task":"image_generation","dataset":{"path":"data.csv"},"columns":{%s},
                 "sensitive_features":["g"],"bootstrap":{"replicates":50},"options":{%s}}""".formatted(columns, options);
    }

    private static double value(JsonNode outcome, String metric, String features) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("features").toString().equals(features)) {
                return measurement.path("value").asDouble(Double.NaN);
            }
        }
        throw new AssertionError("no " + metric + " of " + features);
    }

    @Test
    void measuresWhatADatasetBrings() throws IOException {
        JsonNode outcome =
                Console.measure(folder, job(DATA, ROLES, "\"reference_distribution\":{\"man\":0.25,\"woman\":0.75}"));
        assertEquals(0.98, value(outcome, "identity_similarity", "{\"g\":\"a\"}"), 1e-15);
        assertEquals(0, value(outcome, "identity_similarity", "{\"g\":\"b\"}"));
        assertEquals(1, value(outcome, "skin_tone_shift", "{\"g\":\"a\"}"));
        assertEquals(10, value(outcome, "skin_tone_shift", "{\"g\":\"b\"}"));
        assertEquals(0.5, value(outcome, "refusal_rate", "{\"g\":\"b\"}"));
        assertEquals(Math.sqrt(0.125), value(outcome, "representation_discrepancy", "{\"g\":\"a\"}"), 1e-15);
        assertEquals(6, value(outcome, "frechet_distance", "{\"g\":\"a\"}"), 1e-14);
        assertEquals(4, outcome.path("groups").path(0).path("rows").asInt());
        JsonNode people = Console.measure(folder, job(DATA, ROLES + ",\"cluster\":\"p\"", ""));
        assertEquals(4, people.path("groups").path(0).path("rows").asInt());
        assertEquals(1 / 4.0, value(people, "refusal_rate", "{}"));
        Console.measure(folder, job(DATA, ROLES, ""), "--threads", "2");
    }

    private String refuse(String data, String columns, String options) throws IOException {
        return Console.refuse(folder, job(data, columns, options));
    }

    @Test
    void refusesInOneLine() throws IOException {
        assertEquals(
                "data.csv: line 4, column \"f\": found \"x\", expected a number below 2^40 in size",
                refuse(DATA.replace("1,0,1,3", "1,0,x,3"), ROLES, ""));
        assertEquals(
                "data.csv: line 4: the embedding of source has nothing but 0; expected a direction",
                refuse(DATA.replace("1,0,1,3,4", "1,0,1,0,0"), ROLES, ""));
        assertEquals(
                "data.csv: line 4, column \"after\": found \"95\", expected an individual typology angle, from -90 to 90 degrees",
                refuse(DATA.replace(",13,", ",95,"), ROLES, ""));
        assertEquals(
                "data.csv: line 4, column \"no\": found \"2\", expected 1 where the model gave no image, or 0",
                refuse(DATA.replace("1,0,1,3", "1,2,1,3"), ROLES, ""));
        assertEquals(
                "data.csv: line 2, column \"made\": found \"2\", expected 1 for an image that was generated, or 0",
                refuse(DATA.replace("0,,0,", "2,,0,"), ROLES, ""));
        assertEquals(
                "job.json: columns.features: found neither features nor output nor output_tone nor attribute nor refused,"
                        + " expected one of them, or a model",
                refuse(DATA, "", ""));
        assertEquals(
                "job.json: columns.generated: found none, expected a column, for features has one",
                refuse(DATA, "\"features\":\"f\"", ""));
        assertEquals(
                "columns.output: found 1 columns and 2 in columns.source, expected two or more of both",
                refuse(DATA, "\"source\":[\"s1\",\"s2\"],\"output\":\"o1\"", ""));
        assertEquals(
                "job.json: options.reference_distribution: found shares that are 0.75 together, expected 1 together",
                refuse(DATA, ROLES, "\"reference_distribution\":{\"man\":0.25,\"woman\":0.5}"));
        assertEquals(
                "data.csv: \"woman\" is perceived; expected only what options.reference_distribution has a share of",
                refuse(DATA, ROLES, "\"reference_distribution\":{\"man\":1}"));
        String missing = refuse(DATA.replace(",13,man", ",13,"), ROLES, "");
        assertEquals(
                true,
                missing.startsWith("data.csv: line 4, column \"who\": ")
                        && missing.endsWith("expected what is perceived, for the image is not refused"),
                missing);
    }

    /** Takes half of the green away. */
    private static GraphProto.Builder generator() {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("image", Onnx.FLOAT, -1, 3, 2, 2))
                .addOutput(Onnx.value("made", Onnx.FLOAT, -1, 3, 2, 2))
                .addInitializer(Onnx.floats("w", List.of(1L, 3L, 1L, 1L), 1, 0.5f, 1))
                .addNode(Onnx.node("Mul", List.of("image", "w"), List.of("made")));
    }

    /** The mean red, green and blue of an image of so many pixels each way. */
    private static GraphProto.Builder evaluator(long side) {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("seen", Onnx.FLOAT, -1, 3, side, side))
                .addOutput(Onnx.value("embedding", Onnx.FLOAT, -1, 3))
                .addNode(Onnx.node("ReduceMean", List.of("seen"), List.of("embedding"))
                        .addAttribute(Onnx.longsAttribute("axes", 2, 3))
                        .addAttribute(Onnx.attribute("keepdims", 0)));
    }

    private String generated(GraphProto.Builder evaluator, String columns) throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        paint(set.resolve("red.png"), 200, 0);
        paint(set.resolve("orange.png"), 200, 150);
        paint(set.resolve("green.png"), 0, 100);
        Files.writeString(
                set.resolve("manifest.csv"), "shown,made,g\nred.png,0,a\ngreen.png,0,a\norange.png,1,a\nred.png,1,b\n");
        Files.write(folder.resolve("model.onnx"), Onnx.model(generator()).toByteArray());
        byte[] looking = Onnx.model(evaluator).toByteArray();
        Files.write(folder.resolve("evaluator.onnx"), looking);
        return """
                {"task":"image_generation","dataset":{"path":"set"},"sensitive_features":["g"],
                 "model":{"path":"model.onnx","images":{"scale":0.00392156862745098},
                          "evaluator":{"path":"evaluator.onnx","sha256":"%s"}},
                 "columns":{"image":"shown"%s}}""".formatted(Sha256Digest.of(looking).hex(), columns);
    }

    private static void paint(Path file, int red, int green) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 4; pixel++) {
            image.setRGB(pixel % 2, pixel / 2, red << 16 | green << 8);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    /**
     * Orange (200, 150, 0) becomes (200, 75, 0), red stays. Real images have means of (100, 50) and covariances of (20000, -10000;
     * -10000, 5000), those made of (200, 37.5) and (0, 0; 0, 2812.5), whose product has one root of 3750.
     */
    @Test
    void letsAModelMakeImagesAndAnotherLookAtThem() throws IOException {
        JsonNode outcome = Console.measure(folder, generated(evaluator(2), ",\"generated\":\"made\""));
        assertEquals(
                Sha256Digest.of(Files.readAllBytes(folder.resolve("evaluator.onnx")))
                        .hex(),
                outcome.path("inputs").path("evaluator_sha256").asText());
        double orange = (200 * 200 + 150 * 75) / (250 * Math.hypot(200, 75));
        assertEquals(orange, value(outcome, "identity_similarity", "{\"g\":\"a\"}"), 1e-7);
        assertEquals(1, value(outcome, "identity_similarity", "{\"g\":\"b\"}"), 1e-7);
        assertEquals(
                (10156.25 + 25000 + 2812.5 - 2 * 3750) / (255 * 255), value(outcome, "frechet_distance", "{}"), 1e-6);
        assertEquals(2, outcome.path("groups").path(0).path("rows").asInt());
        JsonNode alone = Console.measure(folder, generated(evaluator(2), ""));
        assertEquals(4, alone.path("groups").path(0).path("rows").asInt());
        assertTrue(!alone.toString().contains("frechet_distance"));
    }

    @Test
    void refusesModelsThatDoNotFitTogether() throws IOException {
        String other = Console.refuse(folder, generated(evaluator(3), ""));
        assertTrue(other.startsWith("evaluator.onnx: cannot look at these images ("), other);
        assertEquals(
                "job.json: columns.refused: found a column, expected none, for the model tells",
                Console.refuse(folder, generated(evaluator(2), ",\"refused\":\"made\"")));
        String without = generated(evaluator(2), "").replaceAll(",\\s*\"evaluator\":\\{[^}]*}", "");
        assertEquals("job.json: model.evaluator is missing", Console.refuse(folder, without));
        String undigested = generated(evaluator(2), "").replaceAll(",\"sha256\":\"[0-9a-f]*\"", "");
        assertEquals(
                "job.json: model.evaluator.sha256: found none, expected the digest of what measures",
                Console.refuse(folder, undigested));
        String changed = generated(evaluator(2), "")
                .replaceAll("\"sha256\":\"[0-9a-f]*\"", "\"sha256\":\"" + "a".repeat(64) + "\"");
        assertTrue(Console.refuse(folder, changed).startsWith("evaluator.onnx: its SHA-256 is "));
        assertEquals(
                "job.json: columns.image: found a column, expected none without a model",
                refuse(DATA, ROLES + ",\"image\":\"p\"", ""));
    }
}
