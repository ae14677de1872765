package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tables of pairs, embeddings and a model over images give, and what is said of those that cannot be used. */
class VerificationRunTest {

    private static final String PAIRS = """
            same,s,l,r,p,q,g
            1,0.9,x,x,ann,ann,u
            1,0.4,y,y,bea,bea,u
            0,0.7,y,x,ann,bea,v
            0,0.1,x,y,ann,cem,u
            0,0.3,x,x,ann,dan,v
            0,0.2,,x,bea,dan,v
            """;

    private static final String ROLES = "\"genuine\":\"same\",\"score\":\"s\"";

    @TempDir
    Path folder;

    private String job(String data, String columns, String more) throws IOException {
        Files.writeString(folder.resolve("data.csv"), data);
        return """
                {"task":"face_verification","dataset":{"path":"data.csv"},"columns":{%s},
                 "bootstrap":{"replicates":50},"options":{"target_fmr":0.25}%s}""".formatted(columns, more);
    }

    private JsonNode measure(String data, String columns, String more) throws IOException {
        return Console.measure(folder, job(data, columns, more));
    }

    private String refuse(String data, String columns, String more) throws IOException {
        return Console.refuse(folder, job(data, columns, more));
    }

    private static JsonNode find(JsonNode outcome, String metric, String features) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("features").toString().equals(features)
                    && !measurement.has("over")) {
                return measurement;
            }
        }
        throw new AssertionError("no " + metric + " of " + features);
    }

    /** One of four impostors reaches 0.4, the lowest score for a target of a quarter. */
    @Test
    void measuresPairsAndTheirSides() throws IOException {
        JsonNode outcome = measure(PAIRS, ROLES + ",\"group_left\":\"l\",\"group_right\":\"r\"", "");
        assertEquals(0.4, find(outcome, "threshold", "{}").path("value").asDouble());
        JsonNode within = find(outcome, "false_match_rate", "{\"l\":\"x\",\"r\":\"x\"}");
        assertEquals("0 of 1", within.path("numerator") + " of " + within.path("denominator"));
        // x and y, whichever is on the left
        JsonNode across = find(outcome, "false_match_rate", "{\"l\":\"x\",\"r\":\"y\"}");
        assertEquals("1 of 2", across.path("numerator") + " of " + across.path("denominator"));
        assertEquals(
                "no pairs of the same person",
                find(outcome, "false_non_match_rate", "{\"l\":\"(missing)\",\"r\":\"x\"}")
                        .path("undefined")
                        .asText());
        assertEquals(
                "[0.2,0.3,0.4,0.7,0.9]",
                outcome.path("error_trade_off").path("thresholds").toString());
    }

    @Test
    void drawsPeopleAgainWhereTheyAreKnown() throws IOException {
        String people = ROLES + ",\"cluster_left\":\"p\",\"cluster_right\":\"q\"";
        StringBuilder more = new StringBuilder(PAIRS);
        for (int pair = 0; pair < 60; pair++) {
            more.append("0,%s,x,x,m%d,n%d,u\n".formatted(pair % 7 * 0.1, pair, pair));
            more.append("1,%s,x,x,m%d,m%d,u\n".formatted(0.3 + pair % 5 * 0.1, pair, pair));
        }
        JsonNode outcome = measure(more.toString(), people, ",\"sensitive_features\":[\"g\"]");
        JsonNode rate = find(outcome, "false_match_rate", "{}");
        assertEquals("bootstrap_persons", rate.path("interval").path("method").asText());
        JsonNode single = measure(more.toString(), ROLES + ",\"cluster\":\"p\"", "");
        assertEquals(
                "bootstrap_persons",
                find(single, "roc_auc", "{}").path("interval").path("method").asText());
    }

    @Test
    void givesTheSameBytesWhateverTheThreads() throws IOException {
        StringBuilder many = new StringBuilder("same,s,l,r,p,q,g\n");
        for (int pair = 0; pair < 20_000; pair++) {
            int one = pair * 31 % 97;
            int other = pair % 3 == 0 ? one : pair * 17 % 89 + 100;
            many.append("%d,0.%d,%s,%s,p%d,p%d,%s\n"
                    .formatted(
                            pair % 3 == 0 ? 1 : 0,
                            pair * 7919 % 997 + 1000,
                            one % 2 == 0 ? "x" : "y",
                            other % 2 == 0 ? "x" : "y",
                            one,
                            other,
                            pair % 5 < 2 ? "u" : "v"));
        }
        String columns =
                ROLES + ",\"group_left\":\"l\",\"group_right\":\"r\",\"cluster_left\":\"p\",\"cluster_right\":\"q\"";
        String job = job(many.toString(), columns, ",\"sensitive_features\":[\"g\"]");
        assertEquals(
                untimed(Console.measure(folder, job, "--threads", "1")),
                untimed(Console.measure(folder, job, "--threads", "3")));
    }

    private static String untimed(JsonNode outcome) {
        ObjectNode all = outcome.deepCopy();
        all.remove("timing");
        ((ObjectNode) all.path("engine")).remove("threads");
        return all.toString();
    }

    /** (3, 4) and (4, 3): 24 of 25; (3, 4) and (-4, 3): 0; (3, 4) and (6, 8): 1. */
    @Test
    void comparesEmbeddingsByTheirAngle() throws IOException {
        String vectors = "same,a,b,c,d\n1,3,4,4,3\n0,3,4,-4,3\n1,3,4,6,8\n0,3,4,-3,-4\n";
        String columns = "\"genuine\":\"same\",\"left\":[\"a\",\"b\"],\"right\":[\"c\",\"d\"]";
        JsonNode outcome = measure(vectors, columns, "");
        assertEquals(
                "[-1.0,0.0,0.96,1.0]",
                outcome.path("error_trade_off").path("thresholds").toString());
        assertEquals(
                "data.csv: line 3: the embedding of left has nothing but 0; expected a direction",
                refuse("same,a,b,c,d\n1,3,4,4,3\n0,0,0,1,1\n", columns, ""));
        assertEquals(
                "data.csv: line 2, column \"d\": found \"NaN\", expected a number below 2^40 in size",
                refuse("same,a,b,c,d\n1,3,4,4,NaN\n", columns, ""));
        assertEquals(
                "columns.right: found 1 columns, expected 2 as on the left",
                refuse(vectors, "\"genuine\":\"same\",\"left\":[\"a\",\"b\"],\"right\":\"c\"", ""));
        assertEquals(
                "columns.left: found one column, expected those of an embedding, or a model",
                refuse(vectors, "\"genuine\":\"same\",\"left\":\"a\",\"right\":\"c\"", ""));
    }

    /** The embedding of an image is its mean red, green and blue. */
    private static GraphProto.Builder meanColors() {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("image", Onnx.FLOAT, -1, 3, 2, 2))
                .addOutput(Onnx.value("embedding", Onnx.FLOAT, -1, 3))
                .addNode(Onnx.node("ReduceMean", List.of("image"), List.of("embedding"))
                        .addAttribute(Onnx.longsAttribute("axes", 2, 3))
                        .addAttribute(Onnx.attribute("keepdims", 0)));
    }

    /** Red (200, 0, 0), orange (200, 150, 0) and green (0, 100, 0): cosines of 0.8 and 0.6. */
    @Test
    void looksAtImagesThroughAModel() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        paint(set.resolve("red.png"), 200, 0);
        paint(set.resolve("orange.png"), 200, 150);
        paint(set.resolve("green.png"), 0, 100);
        Files.writeString(
                set.resolve("manifest.csv"),
                "same,left,right\n1,red.png,orange.png\n0,orange.png,green.png\n0,red.png,green.png\n1,red.png,red.png\n");
        Files.write(folder.resolve("model.onnx"), Onnx.model(meanColors()).toByteArray());
        String job = """
                {"task":"face_verification","dataset":{"path":"set"},
                 "model":{"path":"model.onnx","images":{"scale":0.00392156862745098}%s},
                 "columns":{"genuine":"same","left":"left","right":"right"},"options":{"target_fmr":0.5}}""";
        JsonNode outcome = Console.measure(folder, job.formatted(""));
        JsonNode thresholds = outcome.path("error_trade_off").path("thresholds");
        assertEquals(4, thresholds.size());
        List<Double> expected = List.of(0.0, 0.6, 0.8, 1.0);
        for (int i = 0; i < 4; i++) {
            assertEquals(expected.get(i), thresholds.get(i).asDouble(), 1e-7);
        }
        assertEquals(1, find(outcome, "roc_auc", "{}").path("value").asDouble());
        assertTrue(outcome.path("inputs").has("model_sha256"));
        assertEquals(
                "model.inputs: found columns, expected none: the sides feed the model",
                Console.refuse(folder, job.formatted(",\"inputs\":{\"image\":[\"left\"]}")));
        Files.delete(set.resolve("green.png"));
        String missing = Console.refuse(folder, job.formatted(""));
        assertTrue(missing.contains("line 3: entry \"green.png\""), missing);
    }

    private static void paint(Path file, int red, int green) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 4; pixel++) {
            image.setRGB(pixel % 2, pixel / 2, red << 16 | green << 8);
        }
        ImageIO.write(image, "png", file.toFile());
    }

    @Test
    void refusesInOneLine() throws IOException {
        assertEquals(
                "data.csv: line 2, column \"same\": found \"2\", expected 1 for a pair of one person, or 0",
                refuse("same,s\n2,0.5\n", ROLES, ""));
        assertEquals(
                "data.csv: line 3, column \"s\": found \"high\", expected a number below 2^40 in size",
                refuse("same,s\n1,0.5\n0,high\n", ROLES, ""));
        String people = ROLES + ",\"cluster_left\":\"p\",\"cluster_right\":\"q\"";
        assertEquals(
                "data.csv: line 2, column \"same\": found \"1\", expected 0, for the sides are two people",
                refuse("same,s,p,q\n1,0.5,ann,bea\n", people, ""));
        assertEquals(
                "data.csv: line 2, column \"same\": found \"0\", expected 1, for both sides are one person",
                refuse("same,s,p,q\n0,0.5,ann,ann\n", people, ""));
        assertEquals(
                "job.json: columns.group_right: found none, expected a column, for group_left has one",
                refuse(PAIRS, ROLES + ",\"group_left\":\"l\"", ""));
        assertEquals(
                "job.json: columns.cluster: found cluster_left too, expected one for the pair, or one for each side",
                refuse(PAIRS, people + ",\"cluster\":\"p\"", ""));
        assertEquals(
                "columns: \"l\" is the group of a side already; expected it in no list of features",
                refuse(
                        PAIRS,
                        ROLES + ",\"group_left\":\"l\",\"group_right\":\"r\"",
                        ",\"sensitive_features\":[\"l\"]"));
        assertEquals(
                "job.json: columns.score: found neither score nor left, expected one of them, or a model",
                refuse(PAIRS, "\"genuine\":\"same\"", ""));
        assertTrue(refuse(PAIRS, ROLES + ",\"identity\":\"g\"", "")
                .startsWith("job.json: unknown key \"columns.identity\""));
        Files.writeString(folder.resolve("data.csv"), PAIRS);
        assertEquals(
                "job.json: options.target_fmr: found 0.0, expected a number above 0 and below 1",
                Console.refuse(folder, """
                        {"task":"face_verification","dataset":{"path":"data.csv"},"columns":{%s},
                         "options":{"target_fmr":[0.1,0]}}""".formatted(ROLES)));
    }
}
