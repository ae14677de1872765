package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.aimass.engine.inference.Onnx;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network with one convolution over images of a folder, a zip archive and a tar archive; its answers worked by hand. */
class ImageRunTest {

    /** By channel (red, green, blue), row and column. */
    private static final float[] WEIGHTS = {1, -2, 3, 0.5f, -1, 0.25f, 2, -3, 0.75f, 1.5f, -0.5f, 1};

    private static final String IMAGES = "\"images\":{\"scale\":0.00392156862745098";
    private static final List<String> NAMES = List.of("a.png", "b.bmp", "c.png", "d.png");

    @TempDir
    Path folder;

    private Path images;

    @BeforeEach
    void writeImages() throws IOException {
        images = Files.createDirectories(folder.resolve("set/faces"));
        StringBuilder manifest = new StringBuilder("image,y,g\n");
        for (int image = 0; image < NAMES.size(); image++) {
            String name = NAMES.get(image);
            BufferedImage pixels = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 4; i++) {
                pixels.setRGB(i % 2, i / 2, sample(image, i, 0) << 16 | sample(image, i, 1) << 8 | sample(image, i, 2));
            }
            ImageIO.write(pixels, name.substring(2), images.resolve(name).toFile());
            manifest.append("faces/%s,%d,%s\n".formatted(name, image % 2, image < 2 ? "u" : "v"));
        }
        Files.writeString(folder.resolve("set/manifest.csv"), manifest);
    }

    private static int sample(int image, int pixel, int channel) {
        return (31 * image + 67 * pixel + 101 * channel + 13 * pixel * channel) % 256;
    }

    /** The network's answer, by hand; channels in the order given. */
    private static double score(int image, int... channels) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int pixel = 0; pixel < 4; pixel++) {
                sum += WEIGHTS[4 * channel + pixel] * sample(image, pixel, channels[channel]) / 255;
            }
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double mean(int from, int to, int... channels) {
        double sum = 0;
        for (int image = from; image < to; image++) {
            sum += score(image, channels);
        }
        return sum / (to - from);
    }

    private static GraphProto.Builder network(boolean channelsLast, long side) {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(
                        channelsLast
                                ? Onnx.value("x", Onnx.FLOAT, -1, side, side, 3)
                                : Onnx.value("x", Onnx.FLOAT, -1, 3, side, side))
                .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1))
                .addInitializer(Onnx.floats("w", List.of(1L, 3L, 2L, 2L), WEIGHTS));
        if (channelsLast) {
            graph.addNode(Onnx.node("Transpose", List.of("x"), List.of("t"))
                    .addAttribute(Onnx.longsAttribute("perm", 0, 3, 1, 2)));
        }
        return graph.addNode(Onnx.node("Conv", List.of(channelsLast ? "t" : "x", "w"), List.of("c")))
                .addNode(Onnx.node("Flatten", List.of("c"), List.of("f")))
                .addNode(Onnx.node("Sigmoid", List.of("f"), List.of("p")));
    }

    private String job(GraphProto.Builder network, String dataset, String model) throws IOException {
        Files.write(folder.resolve("model.onnx"), Onnx.model(network).toByteArray());
        return """
                {"task":"binary_classification","dataset":{"path":"%s"},
                 "model":{"path":"model.onnx","inputs":{"x":["image"]},%s},
                 "columns":{"label":"y"},"sensitive_features":["g"]}""".formatted(dataset, model);
    }

    private double meanScore(JsonNode outcome, String group) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals("mean_score")
                    && measurement.path("features").path("g").asText().equals(group)) {
                return measurement.path("value").asDouble();
            }
        }
        throw new AssertionError("no mean score of " + group);
    }

    @Test
    void feedsImagesToConvolutions() throws IOException {
        JsonNode outcome = Console.measure(folder, job(network(false, 2), "set", IMAGES + "}"));
        assertEquals(mean(0, 2, 0, 1, 2), meanScore(outcome, "u"), 1e-6);
        assertEquals(mean(2, 4, 0, 1, 2), meanScore(outcome, "v"), 1e-6);
        assertEquals(4, outcome.path("rows").path("used").asInt());
    }

    @Test
    void turnsChannelsAndLayout() throws IOException {
        JsonNode turned = Console.measure(
                folder, job(network(true, 2), "set", IMAGES + ",\"channels\":\"BGR\",\"layout\":\"NHWC\"}"));
        assertEquals(mean(0, 4, 2, 1, 0), meanScore(turned, ""), 1e-6);
    }

    @Test
    void normalizesAndResizes() throws IOException {
        // twice the size, cropped to the middle: the four pixels there are mixtures, the same ones for every way of
        // asking
        String resize = ",\"resize\":{\"width\":4,\"height\":4},\"crop\":{\"width\":2,\"height\":2}}";
        String side = ",\"resize\":{\"shorter_side\":4},\"crop\":{\"width\":2,\"height\":2}}";
        double resized = meanScore(Console.measure(folder, job(network(false, 2), "set", IMAGES + resize)), "");
        assertEquals(resized, meanScore(Console.measure(folder, job(network(false, 2), "set", IMAGES + side)), ""));
        assertTrue(Math.abs(resized - mean(0, 4, 0, 1, 2)) > 1e-3);
        // (s / 255 - m) / d with m = 0.5, 0.25, 0.125 and d = 2: the sum of the weights moves the answer
        JsonNode normal = Console.measure(
                folder, job(network(false, 2), "set", IMAGES + ",\"mean\":[0.5,0.25,0.125],\"standard_deviation\":2}"));
        double expected = 0;
        for (int image = 0; image < 4; image++) {
            double sum = 0;
            for (int channel = 0; channel < 3; channel++) {
                for (int pixel = 0; pixel < 4; pixel++) {
                    double value = (sample(image, pixel, channel) / 255.0 - 0.5 / (1 << channel)) / 2;
                    sum += WEIGHTS[4 * channel + pixel] * value;
                }
            }
            expected += 1 / (1 + Math.exp(-sum)) / 4;
        }
        assertEquals(expected, meanScore(normal, ""), 1e-6);
    }

    @Test
    void readsTheSameFromArchives() throws IOException {
        JsonNode fromFolder = Console.measure(folder, job(network(false, 2), "set", IMAGES + "}"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("set.zip")));
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("set.tar.gz")));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (String name : List.of("faces/d.png", "faces/a.png", "manifest.csv", "faces/b.bmp", "faces/c.png")) {
                byte[] content = Files.readAllBytes(folder.resolve("set").resolve(name));
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        for (String archive : List.of("set.zip", "set.tar.gz")) {
            JsonNode outcome = Console.measure(folder, job(network(false, 2), archive, IMAGES + "}"), "--threads", "3");
            assertEquals(fromFolder.path("groups"), outcome.path("groups"));
            assertEquals(fromFolder.path("measurements"), outcome.path("measurements"));
            assertTrue(outcome.path("inputs").path("dataset_sha256").asText().matches("[0-9a-f]{64}"));
        }
    }

    private void refuses(String why, GraphProto.Builder network, String dataset, String model) throws IOException {
        String line = Console.refuse(folder, job(network, dataset, model));
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        refuses(
                "line 2: entry \"faces/a.png\": found an image of 2 x 2 pixels, expected 3 x 3; resize or crop in model.images",
                network(false, 3),
                "set",
                IMAGES + "}");
        refuses(
                "input x takes 3 channels, but model.images gives 1 (GRAY, NCHW)",
                network(false, 2),
                "set",
                IMAGES + ",\"channels\":\"gray\"}");
        refuses(
                "input x takes images of 2 x 2 pixels, but model.images makes them 5 x 5",
                network(false, 2),
                "set",
                IMAGES + ",\"resize\":{\"width\":5,\"height\":5}}");
        refuses("leaves the size of images open", network(false, -1), "set", IMAGES + "}");
        refuses("the dataset is a table alone", network(false, 2), "set/manifest.csv", IMAGES + "}");
        refuses(
                "model.images.mean: found 2 numbers, expected one, or one for each channel (3)",
                network(false, 2),
                "set",
                IMAGES + ",\"mean\":[1,2]}");
        refuses(
                "model.images.channels: found \"CMYK\", expected one of \"RGB\", \"BGR\", \"GRAY\"",
                network(false, 2),
                "set",
                IMAGES + ",\"channels\":\"CMYK\"}");
        Files.writeString(images.resolve("c.png"), "no image");
        refuses(
                "line 4: entry \"faces/c.png\": found no image, expected a PNG, JPEG or BMP file",
                network(false, 2),
                "set",
                IMAGES + "}");
        Files.delete(images.resolve("c.png"));
        refuses(
                "line 4: entry \"faces/c.png\": found \"faces/c.png\", expected the name of a file of set",
                network(false, 2),
                "set",
                IMAGES + "}");
        Files.delete(folder.resolve("set/manifest.csv"));
        refuses("set: found no file \"manifest.csv\", expected the manifest", network(false, 2), "set", IMAGES + "}");
    }
}
