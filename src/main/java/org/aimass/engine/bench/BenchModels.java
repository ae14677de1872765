package org.aimass.engine.bench;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.aimass.engine.EngineFailure;

/** Two models with made-up weights over {@link BenchTable#INPUTS} numbers: a small network, and a forest of a hundred trees. */
final class BenchModels {

    private static final int[] LAYERS = {BenchTable.INPUTS, 64, 32, 2};
    private static final int TREES = 100;
    private static final int DEPTH = 6;

    private BenchModels() {}

    static Path file(Path folder, String model) {
        return folder.resolve("bench-" + model + ".onnx");
    }

    /** Writes both models. */
    static void write(Path folder) {
        try {
            Files.write(file(folder, "mlp"), network());
            Files.write(file(folder, "forest"), forest());
        } catch (IOException e) {
            throw new EngineFailure("the models for the benchmark cannot be written (" + e.getMessage() + ")");
        }
    }

    private static BenchGraph classifier() {
        return new BenchGraph()
                .input("x", BenchGraph.FLOAT, -1, BenchTable.INPUTS)
                .output("probabilities", BenchGraph.FLOAT, -1, 2);
    }

    private static byte[] network() {
        BenchGraph graph = classifier();
        String last = "x";
        for (int layer = 0; layer + 1 < LAYERS.length; layer++) {
            String weights = graph.weights("w" + layer, 0.25, LAYERS[layer], LAYERS[layer + 1]);
            String bias = graph.weights("b" + layer, 0.25, LAYERS[layer + 1]);
            String sum = graph.node("Gemm", "sum" + layer, last, weights, bias);
            last = layer + 2 < LAYERS.length ? graph.node("Relu", "relu" + layer, sum) : sum;
        }
        graph.node("Softmax", "probabilities", last);
        return graph.model();
    }

    /** Full trees, node 0 at the root, the children of node n at 2 n + 1 and 2 n + 2. */
    private static byte[] forest() {
        BenchGraph graph = classifier();
        Random random = graph.random();
        int inner = (1 << DEPTH) - 1;
        int all = (1 << (DEPTH + 1)) - 1;
        OnnxMl.AttributeProto.Builder tree = BenchGraph.ints("nodes_treeids");
        OnnxMl.AttributeProto.Builder id = BenchGraph.ints("nodes_nodeids");
        OnnxMl.AttributeProto.Builder feature = BenchGraph.ints("nodes_featureids");
        OnnxMl.AttributeProto.Builder yes = BenchGraph.ints("nodes_truenodeids");
        OnnxMl.AttributeProto.Builder no = BenchGraph.ints("nodes_falsenodeids");
        OnnxMl.AttributeProto.Builder split = floats("nodes_values");
        OnnxMl.AttributeProto.Builder mode =
                BenchGraph.attribute("nodes_modes", OnnxMl.AttributeProto.AttributeType.STRINGS);
        OnnxMl.AttributeProto.Builder leafTree = BenchGraph.ints("class_treeids");
        OnnxMl.AttributeProto.Builder leaf = BenchGraph.ints("class_nodeids");
        OnnxMl.AttributeProto.Builder leafClass = BenchGraph.ints("class_ids");
        OnnxMl.AttributeProto.Builder weight = floats("class_weights");
        for (int number = 0; number < TREES; number++) {
            for (int at = 0; at < all; at++) {
                boolean branches = at < inner;
                tree.addInts(number);
                id.addInts(at);
                feature.addInts(branches ? random.nextInt(BenchTable.INPUTS) : 0);
                yes.addInts(branches ? 2L * at + 1 : 0);
                no.addInts(branches ? 2L * at + 2 : 0);
                split.addFloats(branches ? 1.6f * random.nextFloat() - 0.8f : 0);
                mode.addStrings(ByteString.copyFromUtf8(branches ? "BRANCH_LEQ" : "LEAF"));
                if (!branches) {
                    float share = random.nextFloat();
                    for (int each = 0; each < 2; each++) {
                        leafTree.addInts(number);
                        leaf.addInts(at);
                        leafClass.addInts(each);
                        weight.addFloats((each == 1 ? share : 1 - share) / TREES);
                    }
                }
            }
        }
        OnnxMl.NodeProto.Builder node = OnnxMl.NodeProto.newBuilder()
                .setOpType("TreeEnsembleClassifier")
                .setDomain("ai.onnx.ml")
                .addInput("x")
                .addOutput("label")
                .addOutput("probabilities");
        for (OnnxMl.AttributeProto.Builder attribute :
                List.of(tree, id, feature, yes, no, split, mode, leafTree, leaf, leafClass, weight)) {
            node.addAttribute(attribute);
        }
        graph.node(node.addAttribute(BenchGraph.ints("classlabels_int64s", 0, 1))
                .addAttribute(BenchGraph.text("post_transform", "NONE")));
        return graph.model();
    }

    private static OnnxMl.AttributeProto.Builder floats(String name) {
        return BenchGraph.attribute(name, OnnxMl.AttributeProto.AttributeType.FLOATS);
    }
}
