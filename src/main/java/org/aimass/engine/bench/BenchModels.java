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

    private static final long IR_VERSION = 8;
    private static final int[] LAYERS = {BenchTable.INPUTS, 64, 32, 2};
    private static final int TREES = 100;
    private static final int DEPTH = 6;

    private final Random random = new Random(20260101);
    private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder();

    private BenchModels() {
        graph.setName("bench").addInput(floats("x", BenchTable.INPUTS)).addOutput(floats("probabilities", 2));
    }

    static Path file(Path folder, String model) {
        return folder.resolve("bench-" + model + ".onnx");
    }

    /** Writes both models. */
    static void write(Path folder) {
        try {
            Files.write(file(folder, "mlp"), new BenchModels().network());
            Files.write(file(folder, "forest"), new BenchModels().forest());
        } catch (IOException e) {
            throw new EngineFailure("the models for the benchmark cannot be written (" + e.getMessage() + ")");
        }
    }

    private static OnnxMl.ValueInfoProto floats(String name, int columns) {
        OnnxMl.TensorShapeProto shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("rows"))
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
                .build();
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }

    private byte[] network() {
        String last = "x";
        for (int layer = 0; layer + 1 < LAYERS.length; layer++) {
            String weights = tensor("w" + layer, LAYERS[layer], LAYERS[layer + 1]);
            String bias = tensor("b" + layer, LAYERS[layer + 1]);
            String sum = node("Gemm", "sum" + layer, last, weights, bias);
            last = layer + 2 < LAYERS.length ? node("Relu", "relu" + layer, sum) : sum;
        }
        node("Softmax", "probabilities", last);
        return model("", 13);
    }

    private String tensor(String name, long... dims) {
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder()
                .setName(name)
                .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber());
        long size = 1;
        for (long dim : dims) {
            tensor.addDims(dim);
            size *= dim;
        }
        for (long i = 0; i < size; i++) {
            tensor.addFloatData((float) random.nextGaussian() / 4);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private String node(String operator, String output, String... inputs) {
        OnnxMl.NodeProto.Builder node =
                OnnxMl.NodeProto.newBuilder().setOpType(operator).addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        graph.addNode(node);
        return output;
    }

    /** Full trees, node 0 at the root, the children of node n at 2 n + 1 and 2 n + 2. */
    private byte[] forest() {
        int inner = (1 << DEPTH) - 1;
        int all = (1 << (DEPTH + 1)) - 1;
        OnnxMl.NodeProto.Builder node = OnnxMl.NodeProto.newBuilder()
                .setOpType("TreeEnsembleClassifier")
                .setDomain("ai.onnx.ml")
                .addInput("x")
                .addOutput("label")
                .addOutput("probabilities");
        OnnxMl.AttributeProto.Builder tree = ints("nodes_treeids");
        OnnxMl.AttributeProto.Builder id = ints("nodes_nodeids");
        OnnxMl.AttributeProto.Builder feature = ints("nodes_featureids");
        OnnxMl.AttributeProto.Builder yes = ints("nodes_truenodeids");
        OnnxMl.AttributeProto.Builder no = ints("nodes_falsenodeids");
        OnnxMl.AttributeProto.Builder split = floatList("nodes_values");
        OnnxMl.AttributeProto.Builder mode = attribute("nodes_modes", OnnxMl.AttributeProto.AttributeType.STRINGS);
        OnnxMl.AttributeProto.Builder leafTree = ints("class_treeids");
        OnnxMl.AttributeProto.Builder leaf = ints("class_nodeids");
        OnnxMl.AttributeProto.Builder leafClass = ints("class_ids");
        OnnxMl.AttributeProto.Builder weight = floatList("class_weights");
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
        for (OnnxMl.AttributeProto.Builder attribute :
                List.of(tree, id, feature, yes, no, split, mode, leafTree, leaf, leafClass, weight)) {
            node.addAttribute(attribute);
        }
        node.addAttribute(ints("classlabels_int64s").addInts(0).addInts(1));
        node.addAttribute(attribute("post_transform", OnnxMl.AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8("NONE")));
        graph.addNode(node);
        return model("ai.onnx.ml", 1);
    }

    private static OnnxMl.AttributeProto.Builder ints(String name) {
        return attribute(name, OnnxMl.AttributeProto.AttributeType.INTS);
    }

    private static OnnxMl.AttributeProto.Builder floatList(String name) {
        return attribute(name, OnnxMl.AttributeProto.AttributeType.FLOATS);
    }

    private static OnnxMl.AttributeProto.Builder attribute(String name, OnnxMl.AttributeProto.AttributeType type) {
        return OnnxMl.AttributeProto.newBuilder().setName(name).setType(type);
    }

    private byte[] model(String domain, int opset) {
        OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setGraph(graph)
                .addOpsetImport(
                        OnnxMl.OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(opset));
        if (!domain.isEmpty()) {
            model.addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13));
        }
        return model.build().toByteArray();
    }
}
