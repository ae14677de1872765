package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in every form in which classifiers are exported, and what is said of those that do not fit. */
class ModelRunTest {

    /** Of the four rows, 2 x1 - x2 is 3, 1, -1, -2: the first two are predicted positive. */
    private static final String DATA = "y,x1,x2,t\n1,2,1,red\n0,1,1,blue\n1,0,1,red\n0,-1,0,green\n";

    private static final String EXPECTED = "{\"tp\":1,\"fp\":1,\"fn\":1,\"tn\":1}";
    private static final String BOTH = "\"inputs\":{\"x\":[\"x1\",\"x2\"]}";
    private static final AttributeProto NUMBERS = Onnx.longsAttribute("classlabels_ints", 0, 1);
    private static final AttributeProto WORDS = Onnx.textsAttribute("classlabels_strings", "bad", "good");

    @TempDir
    Path folder;

    @BeforeEach
    void writeData() throws IOException {
        Files.writeString(folder.resolve("data.csv"), DATA);
    }

    @Test
    void takesOneScorePerRow() {
        assertEquals(EXPECTED, counts(Onnx.logistic(2, -1), BOTH));
        GraphProto.Builder flat = Onnx.logistic(2, -1);
        flat.setNode(1, Onnx.node("Sigmoid", List.of("z"), List.of("q")))
                .addInitializer(Onnx.longs("axis", List.of(1L), 1))
                .addNode(Onnx.node("Squeeze", List.of("q", "axis"), List.of("p")))
                .setOutput(0, Onnx.value("p", Onnx.FLOAT, -1));
        assertEquals(EXPECTED, counts(flat, BOTH));
    }

    @Test
    void takesProbabilitiesByClass() {
        assertEquals(EXPECTED, counts(Onnx.classifier(NUMBERS, Onnx.INT64, 2, -1), BOTH));
    }

    /** The second column is that of the second class: for the first class the first column counts. */
    @Test
    void takesTheColumnOfThePositiveLabel() throws IOException {
        JsonNode outcome = measure(Onnx.classifier(NUMBERS, Onnx.INT64, 2, -1), BOTH, "\"positive_label\":\"0\"");
        assertEquals("{\"tp\":1,\"fp\":1,\"fn\":1,\"tn\":1}", counts(outcome));
        assertEquals(1 - meanScore(Onnx.classifier(NUMBERS, Onnx.INT64, 2, -1)), value(outcome, "mean_score"), 1e-7);
    }

    private double meanScore(GraphProto.Builder model) throws IOException {
        return value(measure(model, BOTH, ""), "mean_score");
    }

    @Test
    void takesProbabilitiesOutOfZipMaps() throws IOException {
        assertEquals(EXPECTED, counts(Onnx.zipped(NUMBERS, Onnx.INT64, 2, -1), BOTH));
        assertEquals(
                EXPECTED,
                counts(
                        Onnx.zipped(NUMBERS, Onnx.INT64, 2, -1),
                        BOTH + ",\"output\":{\"name\":\"output_probability\",\"index\":1}"));
        assertEquals(
                meanScore(Onnx.classifier(NUMBERS, Onnx.INT64, 2, -1)),
                meanScore(Onnx.zipped(NUMBERS, Onnx.INT64, 2, -1)));
    }

    @Test
    void takesLabelsThatAreWords() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "y,x1,x2\ngood,2,1\nbad,1,1\ngood,0,1\nbad,-1,0\n");
        String good = "\"positive_label\":\"good\"";
        assertEquals(EXPECTED, counts(measure(Onnx.zipped(WORDS, Onnx.STRING, 2, -1), BOTH, good)));
        assertEquals(EXPECTED, counts(measure(labelOnly(WORDS, Onnx.STRING), BOTH, good)));
        refuses("the model answers \"0\"; expected \"good\" or \"bad\"", labelOnly(NUMBERS, Onnx.INT64), BOTH, good);
        writeData();
        refuses(
                "model.onnx: its classes are \"bad\", \"good\"; none is the positive label \"1\"",
                Onnx.zipped(WORDS, Onnx.STRING, 2, -1),
                BOTH,
                "");
    }

    @Test
    void takesTheLabelWhereThereIsNoScore() throws IOException {
        JsonNode outcome = measure(labelOnly(NUMBERS, Onnx.INT64), BOTH, "");
        assertEquals(EXPECTED, counts(outcome));
        for (JsonNode measurement : outcome.path("measurements")) {
            assertTrue(!measurement.path("metric").asText().equals("mean_score"));
        }
    }

    private static GraphProto.Builder labelOnly(AttributeProto labels, int type) {
        return Onnx.classifier(labels, type, 2, -1).removeOutput(1);
    }

    /** The score decides even where the model's own label says something else. */
    @Test
    void neverAsksTheLabelWhereThereAreScores() throws IOException {
        GraphProto.Builder lying = Onnx.classifier(NUMBERS, Onnx.INT64, 2, -1);
        lying.setOutput(0, Onnx.value("lie", Onnx.INT64, -1))
                .addNode(Onnx.node("Neg", List.of("label"), List.of("lie")));
        assertEquals(EXPECTED, counts(measure(lying, BOTH, "")));
        assertEquals("{\"tp\":2,\"fp\":2,\"fn\":0,\"tn\":0}", counts(measure(lying, BOTH, "\"threshold\":0.1")));
    }

    @Test
    void feedsInputsByNameInEveryType() {
        GraphProto.Builder model = GraphProto.newBuilder()
                .addInput(Onnx.value("x1", Onnx.INT64, -1, 1))
                .addInput(Onnx.value("x2", Onnx.DOUBLE, -1, 1))
                .addInput(Onnx.value("t", Onnx.STRING, -1, 1))
                .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1))
                .addNode(Onnx.node("Cast", List.of("x1"), List.of("a")).addAttribute(Onnx.attribute("to", Onnx.FLOAT)))
                .addNode(Onnx.node("Cast", List.of("x2"), List.of("b")).addAttribute(Onnx.attribute("to", Onnx.FLOAT)))
                .addNode(Onnx.ml("LabelEncoder", List.of("t"), List.of("c"))
                        .addAttribute(Onnx.textsAttribute("keys_strings", "red", "blue"))
                        .addAttribute(Onnx.floatsAttribute("values_floats", 0, 0))
                        .addAttribute(Onnx.floatAttribute("default_float", -100)))
                .addNode(Onnx.node("Sub", List.of("a", "b"), List.of("d")))
                .addNode(Onnx.node("Add", List.of("d", "a"), List.of("e")))
                .addNode(Onnx.node("Add", List.of("e", "c"), List.of("z")))
                .addNode(Onnx.node("Sigmoid", List.of("z"), List.of("p")));
        assertEquals(EXPECTED, counts(model, ""));
    }

    @Test
    void feedsTheOtherColumnsInOrder() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "x1,y,x2,g\n2,1,1,a\n1,0,1,b\n0,1,1,a\n-1,0,0,b\n");
        assertEquals(EXPECTED, counts(measure(Onnx.logistic(2, -1), "", "\"sensitive_features\":[\"g\"]")));
        refuses(
                "model.onnx: input \"x\" takes 2 values a row, but 3 columns have no other role; name them in"
                        + " model.inputs",
                Onnx.logistic(2, -1),
                "",
                "");
    }

    @Test
    void feedsAnImageRowByRow() throws IOException {
        GraphProto.Builder model = Onnx.logistic(2, -1);
        model.setInput(0, Onnx.value("image", Onnx.FLOAT, -1, 1, 1, 2))
                .addInitializer(Onnx.longs("shape", List.of(2L), -1, 2))
                .addNode(0, Onnx.node("Reshape", List.of("image", "shape"), List.of("x")));
        assertEquals(EXPECTED, counts(measure(model, "\"inputs\":{\"image\":[\"x1\",\"x2\"]}", "")));
    }

    /** A model that fixes its number of rows is fed in such portions; a short last one is filled up and its rest ignored. */
    @Test
    void keepsToAFixedNumberOfRows() throws IOException {
        GraphProto.Builder model = Onnx.logistic(2, -1);
        model.setInput(0, Onnx.value("x", Onnx.FLOAT, 3, 2)).setOutput(0, Onnx.value("p", Onnx.FLOAT, 3, 1));
        assertEquals(EXPECTED, counts(measure(model, BOTH, "")));
    }

    /** Text columns are filled up too, and rows left out are never shown to the model. */
    @Test
    void leavesOutRowsBeforeScoring() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "y,x\n1,0.9\n,7\n0,0.2\n");
        JsonNode outcome = measure(Onnx.identity(), "", "");
        assertEquals("{\"tp\":1,\"fp\":0,\"fn\":0,\"tn\":1}", counts(outcome));
        assertEquals(1, outcome.path("rows").path("left_out").asInt());
    }

    @Test
    void refusesScoresThatAreNoneWithTheRow() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "y,x\n1,0.9\n1,1.5\n0,0.2\n");
        refuses(
                "data.csv: line 3: the score of model.onnx is 1.5, expected a number from 0 to 1",
                Onnx.identity(),
                "",
                "");
        Files.writeString(folder.resolve("data.csv"), "y,x\n1,0.9\n1,0.3\n0,\n");
        refuses(
                "data.csv: line 4: the score of model.onnx is NaN, expected a number from 0 to 1",
                Onnx.identity(),
                "",
                "");
    }

    @Test
    void refusesFeaturesThatAreNoNumbers() throws IOException {
        refuses(
                "data.csv: line 2, column \"t\": found \"red\", expected a number",
                Onnx.logistic(2, -1),
                "\"inputs\":{\"x\":[\"x1\",\"t\"]}",
                "");
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        refuses(
                "model.onnx: has no input \"X\", which model.inputs names; its inputs are \"x\"",
                Onnx.logistic(2, -1),
                "\"inputs\":{\"X\":[\"x1\",\"x2\"]}",
                "");
        refuses(
                "the dataset has no column \"x9\", which model.inputs names for input \"x\"",
                Onnx.logistic(2, -1),
                "\"inputs\":{\"x\":[\"x1\",\"x9\"]}",
                "");
        refuses(
                "model.onnx: input \"x\" takes 2 values a row, but 1 feed it",
                Onnx.logistic(2, -1),
                "\"inputs\":{\"x\":[\"x1\"]}",
                "");
        refuses(
                "model.onnx: has no output \"q\", which model.output names; its outputs are \"p\"",
                Onnx.logistic(2, -1),
                BOTH + ",\"output\":{\"name\":\"q\"}",
                "");
        refuses(
                "model.onnx: output \"probabilities\" has 2 columns; model.output.index is 2",
                Onnx.classifier(NUMBERS, Onnx.INT64, 2, -1),
                BOTH + ",\"output\":{\"name\":\"probabilities\",\"index\":2}",
                "");
        String other = "0".repeat(64);
        assertTrue(refusal(Onnx.logistic(2, -1), BOTH + ",\"sha256\":\"" + other + "\"", "")
                .endsWith(", expected " + other));
    }

    @Test
    void saysWhatTheRuntimeRefuses() throws IOException {
        assertTrue(refusal(
                        Onnx.identity().addNode(Onnx.node("NoSuchThing", List.of("x"), List.of("y"))),
                        "\"inputs\":{\"x\":[\"x1\"]}",
                        "")
                .startsWith("model.onnx: ONNX Runtime cannot load it ("));
        GraphProto.Builder wrong = Onnx.logistic(2, -1);
        wrong.setInitializer(0, Onnx.floats("w", List.of(3L, 1L), 1, 2, 3))
                .setInput(0, Onnx.value("x", Onnx.FLOAT, -1, -1));
        assertTrue(refusal(wrong, BOTH, "").startsWith("model.onnx: "));
    }

    /** Many batches, fed and scored by several threads: the answers are those of one. */
    @Test
    void givesTheSameBytesWhateverTheNumberOfThreads() throws IOException {
        StringBuilder data = new StringBuilder("y,x1,x2,g\n");
        Random random = new Random(5);
        for (int row = 0; row < 20_000; row++) {
            data.append(random.nextInt(2)).append(',').append(random.nextGaussian());
            data.append(',')
                    .append(random.nextGaussian())
                    .append(",g")
                    .append(random.nextInt(4))
                    .append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), data);
        String rest = "\"sensitive_features\":[\"g\"],\"bootstrap\":{\"replicates\":5}";
        JsonNode one = measure(Onnx.logistic(2, -1), BOTH, rest, "--threads", "1");
        JsonNode three = measure(Onnx.logistic(2, -1), BOTH, rest, "--threads", "3");
        assertEquals(
                one.path("measurements").toString(), three.path("measurements").toString());
        assertEquals(one.path("groups").toString(), three.path("groups").toString());
    }

    @Test
    void inspectTellsWhatAModelTakesAndGives() throws IOException {
        Path model = write(Onnx.zipped(NUMBERS, Onnx.INT64, 2, -1));
        JsonNode told = Console.run("inspect", model.toString()).json();
        assertEquals(
                "[{\"name\":\"x\",\"type\":\"float\",\"shape\":[-1,2]}]",
                told.path("inputs").toString());
        assertEquals(
                "[{\"name\":\"label\",\"type\":\"int64\",\"shape\":[-1]},"
                        + "{\"name\":\"output_probability\",\"type\":\"sequence(map(int64,float))\",\"shape\":[]}]",
                told.path("outputs").toString());
        assertEquals("[\"LinearClassifier\",\"ZipMap\"]", told.path("operators").toString());
        assertEquals("[\"0\",\"1\"]", told.path("labels").toString());
        assertEquals(15, told.path("opset").asInt());
        assertEquals(Files.size(model), told.path("bytes").asLong());
    }

    private String counts(GraphProto.Builder model, String modelRest) {
        try {
            return counts(measure(model, modelRest, ""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String counts(JsonNode outcome) {
        return outcome.path("groups").path(0).path("counts").toString();
    }

    private static double value(JsonNode outcome, String metric) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("features").isEmpty()) {
                return measurement.path("value").asDouble();
            }
        }
        throw new AssertionError("no " + metric);
    }

    private JsonNode measure(GraphProto.Builder model, String modelRest, String rest, String... options)
            throws IOException {
        write(model);
        return Console.measure(folder, job(modelRest, rest), options);
    }

    private void refuses(String message, GraphProto.Builder model, String modelRest, String rest) throws IOException {
        assertEquals(message, refusal(model, modelRest, rest));
    }

    private String refusal(GraphProto.Builder model, String modelRest, String rest) throws IOException {
        write(model);
        return Console.refuse(folder, job(modelRest, rest));
    }

    private Path write(GraphProto.Builder model) throws IOException {
        return Files.write(folder.resolve("model.onnx"), Onnx.model(model).toByteArray());
    }

    private static String job(String modelRest, String rest) {
        return "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"data.csv\"},\"columns\":{\"label\":\"y\"},"
                + "\"model\":{\"path\":\"model.onnx\"" + (modelRest.isEmpty() ? "" : "," + modelRest) + "}"
                + (rest.isEmpty() ? "" : "," + rest) + "}";
    }
}
