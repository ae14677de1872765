package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of model that scores tables and text, small enough to work out what it answers by hand. */
class ModelKindsTest {

    private static final double SINGLE = 1e-6;

    /** 2 x1 - x2 is 3, 1, -1, -2: each model takes the first two rows for positive, one of which is. */
    private static final String TABLE = "y,x1,x2\n1,2,1\n0,1,1\n1,0,1\n0,-1,0\n";

    @TempDir
    Path folder;

    /**
     * Trees of one split each.
     *
     * @param feature by tree
     * @param split by tree: at most that, the first leaf
     * @param leaves by tree the two leaves' values
     */
    private static NodeProto.Builder trees(
            NodeProto.Builder node, String of, int[] feature, float[] split, float[][] leaves) {
        List<Long> tree = new ArrayList<>();
        List<Long> features = new ArrayList<>();
        float[] values = new float[3 * feature.length];
        String[] modes = new String[3 * feature.length];
        for (int i = 0; i < feature.length; i++) {
            tree.addAll(List.of((long) i, (long) i, (long) i));
            features.addAll(List.of((long) feature[i], 0L, 0L));
            values[3 * i] = split[i];
            modes[3 * i] = "BRANCH_LEQ";
            modes[3 * i + 1] = "LEAF";
            modes[3 * i + 2] = "LEAF";
        }
        int each = leaves[0].length / 2;
        int size = feature.length * leaves[0].length;
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = leaves[i / leaves[0].length][i % leaves[0].length];
        }
        return node.addAttribute(Onnx.longsAttribute("nodes_treeids", longs(tree)))
                .addAttribute(Onnx.longsAttribute("nodes_nodeids", repeated(feature.length, 0, 1, 2)))
                .addAttribute(Onnx.longsAttribute("nodes_featureids", longs(features)))
                .addAttribute(Onnx.longsAttribute("nodes_truenodeids", repeated(feature.length, 1, 0, 0)))
                .addAttribute(Onnx.longsAttribute("nodes_falsenodeids", repeated(feature.length, 2, 0, 0)))
                .addAttribute(Onnx.floatsAttribute("nodes_values", values))
                .addAttribute(Onnx.textsAttribute("nodes_modes", modes))
                .addAttribute(Onnx.longsAttribute(
                        of + "_treeids",
                        IntStream.range(0, size).mapToLong(i -> i / (2L * each)).toArray()))
                .addAttribute(Onnx.longsAttribute(
                        of + "_nodeids",
                        IntStream.range(0, size)
                                .mapToLong(i -> 1 + i / each % 2)
                                .toArray()))
                .addAttribute(Onnx.longsAttribute(
                        of + "_ids",
                        IntStream.range(0, size).mapToLong(i -> i % each).toArray()))
                .addAttribute(Onnx.floatsAttribute(of + "_weights", weights));
    }

    private static long[] longs(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] repeated(int times, long... numbers) {
        return IntStream.range(0, times * numbers.length)
                .mapToLong(i -> numbers[i % numbers.length])
                .toArray();
    }

    private static NodeProto.Builder classifier(String operator) {
        return Onnx.ml(operator, List.of("x"), List.of("label", "probabilities"))
                .addAttribute(Onnx.longsAttribute(
                        operator.startsWith("SVM") ? "classlabels_ints" : "classlabels_int64s", 0, 1));
    }

    private static GraphProto.Builder classes(NodeProto.Builder node) {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("x", Onnx.FLOAT, -1, 2))
                .addOutput(Onnx.value("label", Onnx.INT64, -1))
                .addOutput(Onnx.value("probabilities", Onnx.FLOAT, -1, 2))
                .addNode(node);
    }

    private static GraphProto.Builder number(NodeProto.Builder node) {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("x", Onnx.FLOAT, -1, 2))
                .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1))
                .addNode(node);
    }

    private static double logistic(double number) {
        return 1 / (1 + Math.exp(-number));
    }

    /** Each leaf says how likely both classes are, as scikit-learn's trees are exported; the runtime's label is then wrong. */
    @Test
    void decisionTree() throws IOException {
        float[][] leaves = {{0.8f, 0.2f, 0.1f, 0.9f}};
        NodeProto.Builder tree =
                trees(classifier("TreeEnsembleClassifier"), "class", new int[] {0}, new float[] {0.5f}, leaves);
        scores(classes(tree.addAttribute(Onnx.attribute("post_transform", "NONE"))), SINGLE, 0.9, 0.9, 0.2, 0.2);
    }

    @Test
    void randomForest() throws IOException {
        float[][] leaves = {{0.4f, 0.1f, 0.05f, 0.45f}, {0.45f, 0.05f, 0.2f, 0.3f}};
        NodeProto.Builder forest = trees(
                classifier("TreeEnsembleClassifier"), "class", new int[] {0, 1}, new float[] {0.5f, 0.5f}, leaves);
        scores(classes(forest.addAttribute(Onnx.attribute("post_transform", "NONE"))), SINGLE, 0.75, 0.75, 0.4, 0.15);
    }

    @Test
    void gradientBoosting() throws IOException {
        float[][] leaves = {{-1, 1}, {-0.5f, 0.25f}};
        NodeProto.Builder boosted = trees(
                        classifier("TreeEnsembleClassifier"),
                        "class",
                        new int[] {0, 1},
                        new float[] {0.5f, 0.5f},
                        leaves)
                .addAttribute(Onnx.floatsAttribute("base_values", 0.1f))
                .addAttribute(Onnx.attribute("post_transform", "LOGISTIC"));
        scores(classes(boosted), SINGLE, logistic(1.35), logistic(1.35), logistic(-0.65), logistic(-1.4));
    }

    /** Decision values 2 x1 - x2 by two support vectors, made probabilities by Platt's logistic, which the runtime iterates. */
    @Test
    void supportVectorMachine() throws IOException {
        NodeProto.Builder machine = classifier("SVMClassifier")
                .addAttribute(Onnx.attribute("kernel_type", "LINEAR"))
                .addAttribute(Onnx.floatsAttribute("kernel_params", 0, 0, 0))
                .addAttribute(Onnx.longsAttribute("vectors_per_class", 1, 1))
                .addAttribute(Onnx.floatsAttribute("support_vectors", 2, -1, 0, 0))
                .addAttribute(Onnx.floatsAttribute("coefficients", 1, -1))
                .addAttribute(Onnx.floatsAttribute("rho", 0))
                .addAttribute(Onnx.floatsAttribute("prob_a", 1))
                .addAttribute(Onnx.floatsAttribute("prob_b", 0))
                .addAttribute(Onnx.attribute("post_transform", "NONE"));
        scores(classes(machine), 0.005, logistic(3), logistic(1), logistic(-1), logistic(-2));
    }

    @Test
    void linearModel() throws IOException {
        scores(
                Onnx.classifier(Onnx.longsAttribute("classlabels_ints", 0, 1), Onnx.INT64, 2, -1),
                SINGLE,
                logistic(3),
                logistic(1),
                logistic(-1),
                logistic(-2));
    }

    /** Hidden: what is positive of x1 and x2, so 2 1, 1 1, 0 1 and 0 0. */
    private static GraphProto.Builder perceptron(int classes, float[] weights, float[] biases) {
        return GraphProto.newBuilder()
                .addInput(Onnx.value("x", Onnx.FLOAT, -1, 2))
                .addOutput(Onnx.value("p", Onnx.FLOAT, -1, classes))
                .addInitializer(Onnx.floats("w1", List.of(2L, 2L), 1, 0, 0, 1))
                .addInitializer(Onnx.floats("b1", List.of(2L), 0, 0))
                .addInitializer(Onnx.floats("w2", List.of(2L, (long) classes), weights))
                .addInitializer(Onnx.floats("b2", List.of((long) classes), biases))
                .addNode(Onnx.node("Gemm", List.of("x", "w1", "b1"), List.of("s1")))
                .addNode(Onnx.node("Relu", List.of("s1"), List.of("h")))
                .addNode(Onnx.node("Gemm", List.of("h", "w2", "b2"), List.of("s2")))
                .addNode(Onnx.node("Softmax", List.of("s2"), List.of("p")));
    }

    @Test
    void multilayerPerceptron() throws IOException {
        GraphProto.Builder two = perceptron(2, new float[] {0, 2, 0, -1}, new float[] {0, -0.5f});
        scores(two, SINGLE, logistic(2.5), logistic(0.5), logistic(-1.5), logistic(-0.5));
    }

    /** Logits 4 2 0, 2 2 1, 0 2 0 and 0 1 2: answers a, a (the first of equals), b and c. */
    @Test
    void perceptronOfThreeClasses() throws IOException {
        GraphProto.Builder three = perceptron(3, new float[] {2, 0, 0, 0, 1, -2}, new float[] {0, 1, 2});
        Files.writeString(folder.resolve("data.csv"), "y,x1,x2\na,2,1\nb,1,1\nb,0,1\nc,-1,0\n");
        JsonNode outcome = measure("multiclass_classification", three, "\"options\":{\"classes\":[\"a\",\"b\",\"c\"]}");
        assertEquals(
                "[[0,0,1],[1,0,1],[1,1,1],[2,2,1]]",
                outcome.path("confusion").path("groups").path(0).path("cells").toString());
        double ofFirst = Math.log(Math.exp(4) + Math.exp(2) + 1) - 4;
        double ofSecond = Math.log(2 * Math.exp(2) + 1) - 2;
        double ofThird = Math.log(Math.exp(2) + 2) - 2;
        double ofFourth = Math.log(Math.exp(2) + Math.E + 1) - 2;
        assertEquals((ofFirst + ofSecond + ofThird + ofFourth) / 4, value(outcome, "log_loss"), SINGLE);
    }

    /** A text is spam by the words that it has: here whole texts are the terms that are counted. */
    @Test
    void textClassifier() throws IOException {
        GraphProto.Builder model = GraphProto.newBuilder()
                .addInput(Onnx.value("text", Onnx.STRING, -1, 1))
                .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1))
                .addInitializer(Onnx.floats("w", List.of(2L, 1L), 2, -3))
                .addInitializer(Onnx.floats("b", List.of(1L), 0.5f))
                .addNode(Onnx.node("TfIdfVectorizer", List.of("text"), List.of("terms"))
                        .addAttribute(Onnx.attribute("mode", "TF"))
                        .addAttribute(Onnx.attribute("min_gram_length", 1))
                        .addAttribute(Onnx.attribute("max_gram_length", 1))
                        .addAttribute(Onnx.attribute("max_skip_count", 0))
                        .addAttribute(Onnx.longsAttribute("ngram_counts", 0))
                        .addAttribute(Onnx.longsAttribute("ngram_indexes", 0, 1))
                        .addAttribute(Onnx.textsAttribute("pool_strings", "win, \"now\"!", "你好")))
                .addNode(Onnx.node("Gemm", List.of("terms", "w", "b"), List.of("z")))
                .addNode(Onnx.node("Sigmoid", List.of("z"), List.of("p")));
        Files.writeString(
                folder.resolve("data.csv"), "y,text\n1,\"win, \"\"now\"\"!\"\n0,\"win, \"\"now\"\"!\"\n1,你好\n0,你好\n");
        answered(
                measure("binary_classification", model, ""),
                SINGLE,
                logistic(2.5),
                logistic(2.5),
                logistic(-2.5),
                logistic(-2.5));
    }

    @Test
    void boostedRegressor() throws IOException {
        float[][] leaves = {{10, 20}, {-1, 3}};
        regression(
                trees(
                                Onnx.ml("TreeEnsembleRegressor", List.of("x"), List.of("p")),
                                "target",
                                new int[] {0, 1},
                                new float[] {0.5f, 0.5f},
                                leaves)
                        .addAttribute(Onnx.attribute("n_targets", 1))
                        .addAttribute(Onnx.floatsAttribute("base_values", 0.5f)),
                23.5,
                23.5,
                13.5,
                9.5);
    }

    /** Two support vectors, at 1 1 and at 0 0, with the width 1/2. */
    @Test
    void supportVectorRegressor() throws IOException {
        regression(
                Onnx.ml("SVMRegressor", List.of("x"), List.of("p"))
                        .addAttribute(Onnx.attribute("kernel_type", "RBF"))
                        .addAttribute(Onnx.floatsAttribute("kernel_params", 0.5f, 0, 0))
                        .addAttribute(Onnx.floatsAttribute("support_vectors", 1, 1, 0, 0))
                        .addAttribute(Onnx.floatsAttribute("coefficients", 4, -2))
                        .addAttribute(Onnx.attribute("n_supports", 2))
                        .addAttribute(Onnx.floatsAttribute("rho", 0.25f)),
                4 * Math.exp(-0.5) - 2 * Math.exp(-2.5) + 0.25,
                4 - 2 * Math.exp(-1) + 0.25,
                4 * Math.exp(-0.5) - 2 * Math.exp(-0.5) + 0.25,
                4 * Math.exp(-2.5) - 2 * Math.exp(-0.5) + 0.25);
    }

    @Test
    void linearRegressor() throws IOException {
        regression(
                Onnx.ml("LinearRegressor", List.of("x"), List.of("p"))
                        .addAttribute(Onnx.floatsAttribute("coefficients", 2, -1))
                        .addAttribute(Onnx.floatsAttribute("intercepts", 0.5f))
                        .addAttribute(Onnx.attribute("targets", 1)),
                3.5,
                1.5,
                -0.5,
                -1.5);
    }

    private void regression(NodeProto.Builder node, double... answers) throws IOException {
        Files.writeString(folder.resolve("data.csv"), "y,x1,x2\n7,2,1\n5,1,1\n2,0,1\n1,-1,0\n");
        JsonNode outcome = measure("regression", number(node), "");
        double[] truth = {7, 5, 2, 1};
        double errors = 0;
        double squares = 0;
        for (int row = 0; row < 4; row++) {
            errors += (answers[row] - truth[row]) / 4;
            squares += (answers[row] - truth[row]) * (answers[row] - truth[row]) / 4;
        }
        assertEquals(errors, value(outcome, "mean_signed_error"), 1e-5);
        assertEquals(squares, value(outcome, "mean_squared_error"), 1e-4);
    }

    private void scores(GraphProto.Builder model, double within, double... answers) throws IOException {
        Files.writeString(folder.resolve("data.csv"), TABLE);
        answered(measure("binary_classification", model, ""), within, answers);
    }

    /** The rows' labels are 1, 0, 1, 0. */
    private static void answered(JsonNode outcome, double within, double... scores) {
        assertEquals(
                "{\"tp\":1,\"fp\":1,\"fn\":1,\"tn\":1}",
                outcome.path("groups").path(0).path("counts").toString());
        assertEquals((scores[0] + scores[1] + scores[2] + scores[3]) / 4, value(outcome, "mean_score"), within);
        double squares = 0;
        for (int row = 0; row < 4; row++) {
            squares += Math.pow(scores[row] - (row % 2 == 0 ? 1 : 0), 2) / 4;
        }
        assertEquals(squares, value(outcome, "brier_score"), within);
    }

    private JsonNode measure(String task, GraphProto.Builder model, String rest) throws IOException {
        Files.write(folder.resolve("model.onnx"), Onnx.model(model).toByteArray());
        return Console.measure(
                folder,
                "{\"task\":\"" + task + "\",\"dataset\":{\"path\":\"data.csv\"},\"columns\":{\"label\":\"y\"},"
                        + "\"model\":{\"path\":\"model.onnx\"},\"bootstrap\":{\"replicates\":1}"
                        + (rest.isEmpty() ? "" : "," + rest) + "}");
    }

    private static double value(JsonNode outcome, String metric) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("features").isEmpty()) {
                return measurement.path("value").asDouble(Double.NaN);
            }
        }
        throw new AssertionError("no " + metric);
    }
}
