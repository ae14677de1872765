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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A network that sees a cat in the left half of every image, as surely as it is red, and a dog in the right half, as surely as it is
 * green. A cat lies in the left half of a.png (8 x 4 pixels: red 0.2, green 0.2), a dog in the right half of b.png (4 x 4: red
 * 0.8, green 0.6).
 */
class DetectorRunTest {

    private static final String IMAGES =
            "\"images\":{\"scale\":0.00392156862745098,\"resize\":{\"width\":4,\"height\":4}}";
    private static final String XYXY = "\"order\":\"xyxy\",\"space\":\"input\"";
    private static final float[] CORNERS = {0, 0, 2, 4, 2, 0, 4, 4};
    private static final String ANNOTATIONS = """
            {"images":[{"id":5,"file_name":"a.png","light":"day"},{"id":6,"file_name":"b.png","light":"night"}],
             "annotations":[
              {"id":1,"image_id":5,"category_id":1,"bbox":[0,0,4,4],"area":16,"fur":"long",
               "keypoints":[1,2,2,6,2,2],"num_keypoints":2},
              {"id":2,"image_id":6,"category_id":2,"bbox":[2,0,2,4],"area":8,"fur":"short"}],
             "categories":[{"id":1,"name":"cat","keypoints":["nose","tail"]},{"id":2,"name":"dog"}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeImages() throws IOException {
        Files.createDirectories(folder.resolve("set"));
        image("a.png", 8, 51, 51);
        image("b.png", 4, 204, 153);
        Files.writeString(folder.resolve("set/annotations.json"), ANNOTATIONS);
    }

    private void image(String name, int width, int red, int green) throws IOException {
        BufferedImage pixels = new BufferedImage(width, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 4 * width; i++) {
            pixels.setRGB(i % width, i / width, red << 16 | green << 8);
        }
        ImageIO.write(pixels, "png", folder.resolve("set").resolve(name).toFile());
    }

    private static GraphProto.Builder network(float... boxes) {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("x", Onnx.FLOAT, -1, 3, 4, 4))
                .addOutput(Onnx.value("b", Onnx.FLOAT, 2, 4))
                .addOutput(Onnx.value("s", Onnx.FLOAT, -1, 2))
                .addOutput(Onnx.value("l", Onnx.INT64, 2))
                .addOutput(Onnx.value("k", Onnx.FLOAT, 1, 2, 3))
                .addInitializer(Onnx.floats("boxes", List.of(2L, 4L), boxes))
                .addInitializer(Onnx.longs("labels", List.of(2L), 0, 1))
                .addInitializer(Onnx.longs("first", List.of(2L), 0, 1))
                .addInitializer(Onnx.floats("points", List.of(1L, 2L, 3L), 0.5f, 2, 0.75f, 3.5f, 2, 0.25f))
                .addNode(Onnx.node("Identity", List.of("boxes"), List.of("b")))
                .addNode(Onnx.node("Identity", List.of("labels"), List.of("l")))
                .addNode(Onnx.node("Identity", List.of("points"), List.of("k")))
                .addNode(Onnx.node("ReduceMean", List.of("x"), List.of("means"))
                        .addAttribute(Onnx.longsAttribute("axes", 2, 3))
                        .addAttribute(Onnx.attribute("keepdims", 0)))
                .addNode(Onnx.node("Gather", List.of("means", "first"), List.of("s"))
                        .addAttribute(Onnx.attribute("axis", 1)));
    }

    private String job(GraphProto.Builder network, String dataset, String objects) throws IOException {
        Files.write(folder.resolve("model.onnx"), Onnx.model(network).toByteArray());
        return """
                {"task":"object_detection","dataset":{"path":"%s"},"sensitive_features":["light","fur"],
                 "bootstrap":{"replicates":5},
                 "model":{"path":"model.onnx",%s,"objects":{"boxes":"b","scores":"s","labels":"l","categories":[1,2],%s}}}
                """.formatted(dataset, IMAGES, objects);
    }

    private static double value(JsonNode outcome, String metric, String... at) {
        for (JsonNode one : outcome.path("measurements")) {
            boolean is = one.path("metric").asText().equals(metric)
                    && one.path("features").size() == 0
                    && !one.has("over")
                    && one.path("at").size() == 3 - (metric.equals("recall") ? 1 : 0);
            for (int i = 0; i < at.length; i += 2) {
                is &= one.path("at").path(at[i]).asText().equals(at[i + 1]);
            }
            if (is) {
                return one.path("value").asDouble(Double.NaN);
            }
        }
        throw new AssertionError(metric);
    }

    /** Of cats the false one comes first: precision 1/2; of dogs the true one. At a score of 0.5 the cat is missed. */
    private static void demandRight(JsonNode outcome) {
        assertEquals(0.75, value(outcome, "average_precision", "iou", "0.5", "area", "all"), 1e-15);
        assertEquals(0.75, value(outcome, "average_precision", "iou", "0.50:0.95", "area", "all"), 1e-15);
        assertEquals(0.5, value(outcome, "recall"), 1e-15);
        assertEquals(2, outcome.at("/rows/read").asInt());
        assertTrue(outcome.at("/inputs/model_sha256").asText().matches("[0-9a-f]{64}"));
    }

    @Test
    void readsBoxesHoweverTheyAreWritten() throws IOException {
        demandRight(Console.measure(folder, job(network(CORNERS), "set", XYXY)));
        demandRight(Console.measure(
                folder, job(network(0, 0, 2, 4, 2, 0, 2, 4), "set", "\"order\":\"xywh\",\"space\":\"input\"")));
        demandRight(Console.measure(
                folder, job(network(1, 2, 2, 4, 3, 2, 2, 4), "set", "\"order\":\"cxcywh\",\"space\":\"input\"")));
        demandRight(Console.measure(
                folder, job(network(0, 0, .5f, 1, .5f, 0, 1, 1), "set", "\"order\":\"xyxy\",\"space\":\"unit\"")));
        // in pixels of the image itself the cat of a.png is half as wide as it is
        JsonNode own = Console.measure(folder, job(network(CORNERS), "set", "\"order\":\"xyxy\",\"space\":\"image\""));
        assertEquals(0.75, value(own, "average_precision", "iou", "0.5", "area", "all"), 1e-15);
        assertEquals(0.5, value(own, "average_precision", "iou", "0.75", "area", "all"), 1e-15);
    }

    @Test
    void readsTheSameFromAnArchiveWithAnyNumberOfThreads() throws IOException {
        JsonNode fromFolder = Console.measure(folder, job(network(CORNERS), "set", XYXY), "--threads", "1");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("set.zip")))) {
            for (String name : List.of("b.png", "annotations.json", "a.png")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(folder.resolve("set").resolve(name)));
            }
        }
        JsonNode fromZip = Console.measure(folder, job(network(CORNERS), "set.zip", XYXY), "--threads", "3");
        assertEquals(fromFolder.path("measurements"), fromZip.path("measurements"));
        assertEquals(fromFolder.path("groups"), fromZip.path("groups"));
    }

    /** The cat's nose is found where it is, its tail a pixel too far; in an image of 8 pixels that the model sees in 4. */
    @Test
    void readsKeypoints() throws IOException {
        Files.write(folder.resolve("model.onnx"), Onnx.model(network(CORNERS)).toByteArray());
        String oneCategory = ANNOTATIONS
                .replace(",{\"id\":2,\"name\":\"dog\"}", "")
                .replace("\"category_id\":2", "\"category_id\":1");
        Files.writeString(folder.resolve("set/annotations.json"), oneCategory);
        JsonNode outcome = Console.measure(folder, """
                {"task":"pose_estimation","dataset":{"path":"set"},"bootstrap":{"replicates":5},
                 "model":{"path":"model.onnx",%s,"objects":{"keypoints":"k","space":"input"}},
                 "options":{"sigmas":[0.5,0.25],"alpha":[0.125,0.25]}}
                """.formatted(IMAGES));
        double oks = (1 + Math.exp(-1 / 0.25 / 16 / 2)) / 2;
        assertEquals(oks, only(outcome, "mean_oks").path("value").asDouble(), 1e-12);
        assertEquals(
                "no labelled keypoint", outcome.at("/rows/reasons/0/reason").asText());
        for (JsonNode one : outcome.path("measurements")) {
            if (one.path("metric").asText().equals("pck") && !one.path("at").has("keypoint")) {
                double alpha = one.path("at").path("alpha").asDouble();
                assertEquals(alpha == 0.125 ? 0.5 : 1, one.path("value").asDouble());
            }
        }
    }

    private static JsonNode only(JsonNode outcome, String metric) {
        for (JsonNode one : outcome.path("measurements")) {
            if (one.path("metric").asText().equals(metric)) {
                return one;
            }
        }
        throw new AssertionError(metric);
    }

    private void refuses(String why, String job) {
        String line = Console.refuse(folder, job);
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        refuses("found a box from 2.0, 4.0 to 0.0, 0.0", job(network(2, 4, 0, 0, 2, 0, 4, 4), "set", XYXY));
        refuses(
                "model.objects.order: found \"yx\", expected one of \"xyxy\"",
                job(network(CORNERS), "set", "\"order\":\"yx\""));
        refuses(
                "options.detections: found both a file and a model",
                job(network(CORNERS), "set", XYXY)
                        .replace("\"bootstrap\"", "\"options\":{\"detections\":\"d.json\"},\"bootstrap\""));
        refuses("the dataset is annotations alone", job(network(CORNERS), "set/annotations.json", XYXY));
        refuses("has no output \"q\"", job(network(CORNERS), "set", XYXY).replace("\"s\"", "\"q\""));
        refuses(
                "k for \"a.png\": found 6 values, expected one for each of 2",
                job(network(CORNERS), "set", XYXY).replace("\"s\"", "\"k\""));
        refuses(
                "expected what is done to images",
                job(network(CORNERS), "set", XYXY).replace(IMAGES + ",", ""));
        refuses("model.objects is missing", job(network(CORNERS), "set", XYXY).replace("\"objects\"", "\"object\""));
        Files.delete(folder.resolve("set/b.png"));
        refuses(
                "image \"b.png\": found \"b.png\", expected the name of a file of set",
                job(network(CORNERS), "set", XYXY));
    }

    private void refusesAnnotations(String why, String good, String bad) throws IOException {
        Files.writeString(folder.resolve("annotations.json"), ANNOTATIONS.replace(good, bad));
        refuses(why, """
                {"task":"object_detection","dataset":{"path":"annotations.json"},"sensitive_features":["light"],
                 "options":{"detections":"d.json"}}
                """);
    }

    @Test
    void saysWhereAFileIsWrong() throws IOException {
        Files.writeString(
                folder.resolve("d.json"), "[{\"image_id\":7,\"category_id\":1,\"score\":1,\"bbox\":[0,0,1,1]}]");
        refusesAnnotations("d.json: /0/image_id: found 7, expected the id of an image of the dataset", "", "");
        refusesAnnotations(
                "annotations.json: /annotations/0/bbox: found fewer, expected 4 numbers", "[0,0,4,4]", "[0,0,4]");
        refusesAnnotations(
                "annotations.json: /annotations/0/bbox/1: found \"x\", expected a number below 2^40",
                "[0,0,4,4]",
                "[0,\"x\",4,4]");
        refusesAnnotations(
                "annotations.json: /annotations/0/bbox: found 4.0 x -4.0, expected a size", "[0,0,4,4]", "[0,0,4,-4]");
        refusesAnnotations("annotations.json: /annotations/0: area is missing", "\"area\":16,", "");
        refusesAnnotations(
                "annotations.json: /annotations/1/category_id: found 9, expected the id of a category",
                "\"category_id\":2",
                "\"category_id\":9");
        refusesAnnotations("annotations.json: /images: found \"5\" twice", "\"id\":6", "\"id\":5");
        refusesAnnotations(
                "annotations.json: \"light\" is a field of no images and of no annotations", "light", "dark");
        refusesAnnotations(
                "annotations.json: \"light\" is a field of some images and of some annotations",
                "\"fur\"",
                "\"light\"");
        refusesAnnotations("annotations.json: /categories is missing", "\"categories\"", "\"kinds\"");
        refusesAnnotations("not JSON as expected", "\"images\":[", "\"images\":[,");
        refusesAnnotations("has no object that is to be found", "\"area\":", "\"iscrowd\":1,\"area\":");
    }
}
