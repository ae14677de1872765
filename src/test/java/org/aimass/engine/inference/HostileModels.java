package org.aimass.engine.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TrainingInfoProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** T1: models made to harm whoever reads them. */
public final class HostileModels {

    private static final int INT4 = 22;

    private final Map<String, byte[]> models = new LinkedHashMap<>();

    private HostileModels() {}

    /** Those that ONNX Runtime must never see: by what the check says of them. */
    static Map<String, byte[]> refused() {
        HostileModels all = new HostileModels();
        all.data();
        all.tensors();
        all.types();
        all.operators();
        all.names();
        all.counts();
        return all.models;
    }

    /** Those that are wrong in what they compute, not in how they are written: ONNX Runtime itself is to cope with them. */
    public static Map<String, byte[]> runnable() {
        HostileModels all = new HostileModels();
        all.wrongWiring();
        all.wrongTrees();
        all.wrongSizes();
        return all.models;
    }

    private void add(String what, ModelProto.Builder model) {
        if (models.put(what, model.build().toByteArray()) != null) {
            throw new IllegalStateException(what);
        }
    }

    private void add(String what, GraphProto.Builder graph) {
        add(what, Onnx.model(graph).toBuilder());
    }

    private static GraphProto.Builder with(TensorProto.Builder tensor) {
        return Onnx.identity().addInitializer(tensor.setName("t"));
    }

    private static TensorProto.Builder floats(long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName("t").setDataType(Onnx.FLOAT);
        for (long size : dimensions) {
            tensor.addDims(size);
        }
        return tensor;
    }

    private static GraphProto.Builder with(NodeProto.Builder node) {
        return Onnx.identity().addNode(node);
    }

    private static AttributeProto.Builder attribute(String name) {
        return AttributeProto.newBuilder().setName(name);
    }

    private void data() {
        String outside = "tensor data outside the file";
        StringStringEntryProto location = StringStringEntryProto.newBuilder()
                .setKey("location")
                .setValue("w")
                .build();
        add(outside + " of an initializer", with(floats(1).addExternalData(location)));
        add(outside + " without a place", with(floats(0).setDataLocation(TensorProto.DataLocation.EXTERNAL)));
        add(
                outside + " in memory",
                with(floats(1).addExternalData(location.toBuilder().setValue("*/_ORT_MEM_ADDR_/*"))));
        TensorProto external = floats(1).addExternalData(location).build();
        add(
                outside + " of an attribute",
                with(Onnx.node("Constant", List.of(), List.of("c"))
                        .addAttribute(attribute("value").setT(external))));
        add(
                outside + " of one of many",
                with(Onnx.node("Constant", List.of(), List.of("c"))
                        .addAttribute(attribute("values").addTensors(external))));
        GraphProto within =
                Onnx.identity().setName("b").addInitializer(external).build();
        add(
                outside + " of a nested graph",
                with(Onnx.node("If", List.of("x"), List.of("y")).addAttribute(Onnx.attribute("then_branch", within))));
        add(
                "a tensor in segments",
                with(floats(1).setSegment(TensorProto.Segment.newBuilder().setEnd(1))));
        add("sparse tensors of a graph", Onnx.identity().addSparseInitializer(SparseTensorProto.newBuilder()));
        add(
                "sparse tensors of an attribute",
                with(Onnx.node("Constant", List.of(), List.of("c"))
                        .addAttribute(attribute("sparse_value")
                                .setSparseTensor(SparseTensorProto.newBuilder().addDims(1L << 40)))));
    }

    private void tensors() {
        add("claims 1099511627776 elements", with(floats(1 << 20, 1 << 20)));
        add("claims more than 10^18 elements", with(floats(1L << 40, 1L << 40)));
        add(
                "claims more than 10^18 elements of type float, which: hidden behind a zero",
                with(floats(1L << 40, 1L << 40, 0)));
        add("impossible dimensions: negative", with(floats(-1)));
        TensorProto.Builder deep = floats();
        for (int i = 0; i < 65; i++) {
            deep.addDims(1);
        }
        add("impossible dimensions: 65", with(deep));
        add("claims 3 elements: of 11 bytes", with(floats(3).setRawData(ByteString.copyFrom(new byte[11]))));
        add(
                "claims 1 elements: more than it says",
                with(floats(1).addFloatData(1).addFloatData(2)));
        add("claims 1 elements: twice", with(floats(1).addFloatData(1).setRawData(ByteString.copyFrom(new byte[4]))));
        add("claims 8 elements: of another type", with(floats(8).addAllInt32Data(List.of(1, 2, 3, 4, 5, 6, 7, 8))));
        add(
                "claims 2 elements of type string",
                with(floats(2).setDataType(Onnx.STRING).addStringData(ByteString.EMPTY)));
        add(
                "claims 8 elements of type string: raw",
                with(floats(8).setDataType(Onnx.STRING).setRawData(ByteString.copyFrom(new byte[64]))));
    }

    private void types() {
        String type = "element type number " + INT4;
        add(type + " of a tensor", with(floats(2).setDataType(INT4).setRawData(ByteString.copyFrom(new byte[1]))));
        add(type + " of an input", Onnx.identity().addInput(Onnx.value("i", INT4, -1)));
        add(
                type + " to cast to",
                with(Onnx.node("Cast", List.of("x"), List.of("c")).addAttribute(Onnx.attribute("to", INT4))));
        AttributeProto.Builder hidden = attribute("to").setType(AttributeProto.AttributeType.INT);
        for (int i = 0; i < 2_000; i++) {
            hidden.addInts(1);
        }
        add(
                type + " to cast to, after 2000 others",
                with(Onnx.node("Cast", List.of("x"), List.of("c"))
                        .addAttribute(hidden.setI(INT4).addInts(INT4))));
        add(
                type + " of a window",
                with(Onnx.node("HannWindow", List.of("x"), List.of("c"))
                        .addAttribute(Onnx.attribute("output_datatype", INT4))));
        TypeProto nested = Onnx.value("v", Onnx.FLOAT, -1).getType();
        for (int i = 0; i < 12; i++) {
            nested = TypeProto.newBuilder()
                    .setSequenceType(TypeProto.Sequence.newBuilder().setElemType(nested))
                    .build();
        }
        add(
                "types nested more than 8 deep",
                Onnx.identity()
                        .addInput(ValueInfoProto.newBuilder().setName("i").setType(nested)));
        add(
                "opaque and sparse types",
                Onnx.identity()
                        .addInput(ValueInfoProto.newBuilder()
                                .setName("i")
                                .setType(TypeProto.newBuilder()
                                        .setSparseTensorType(TypeProto.SparseTensor.newBuilder()
                                                .setElemType(1)))));
        long[] many = new long[65];
        add(
                "a value with impossible dimensions: their product is 2, and more than 2^64",
                Onnx.identity().addInput(Onnx.value("i", Onnx.FLOAT, 3, 0x5555_5555_5555_5556L)));
        add("a value with impossible dimensions: 65", Onnx.identity().addInput(Onnx.value("i", Onnx.FLOAT, many)));
    }

    private void operators() {
        add(
                "an operator of the domain \"com.microsoft\"",
                with(Onnx.node("Inverse", List.of("x"), List.of("y")).setDomain("com.microsoft")));
        add(
                "an operator of the domain \"ai.onnx.ml evil\"",
                with(Onnx.node("Scaler", List.of("x"), List.of("y")).setDomain("ai.onnx.ml\u0000evil")));
        add("an operator named \"../x\"", with(Onnx.node("../x", List.of("x"), List.of("y"))));
        add(
                "functions defined in the file",
                Onnx.model(Onnx.identity()).toBuilder()
                        .addFunctions(FunctionProto.newBuilder().setName("f").setDomain("f")));
        add(
                "training information",
                Onnx.model(Onnx.identity()).toBuilder().addTrainingInfo(TrainingInfoProto.newBuilder()));
        add(
                "a reference to a function's attribute",
                with(Onnx.node("Cast", List.of("x"), List.of("c"))
                        .addAttribute(attribute("to").setRefAttrName("t"))));
        add(
                "version 4096 of the operators of \"\"",
                Onnx.model(Onnx.identity()).toBuilder()
                        .setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(4096)));
        add(
                "version -1 of the operators of \"ai.onnx.ml\"",
                Onnx.model(Onnx.identity()).toBuilder()
                        .setOpsetImport(
                                1,
                                OperatorSetIdProto.newBuilder()
                                        .setDomain("ai.onnx.ml")
                                        .setVersion(-1)));
        add(
                "two versions of the operators of \"\"",
                Onnx.model(Onnx.identity()).toBuilder()
                        .addOpsetImport(OperatorSetIdProto.newBuilder()
                                .setDomain("ai.onnx")
                                .setVersion(7)));
    }

    private void names() {
        GraphProto.Builder endless = Onnx.endless();
        GraphProto loop = endless.getNode(0).getAttribute(0).getG();
        String both = "an input of a nested graph that is also an initializer: \"v\"";
        add(both, looping(loop.toBuilder().addInitializer(Onnx.floats("v", List.of(1L), 1))));
        String two = "two things of the name \"v\" in one graph";
        NodeProto.Builder constant = Onnx.node("Constant", List.of(), List.of("v"))
                .addAttribute(attribute("value")
                        .setType(AttributeProto.AttributeType.TENSOR)
                        .setT(Onnx.floats("", List.of(1L), 1)));
        add(two + ", one by a constant of the loop", looping(loop.toBuilder().addNode(constant)));
        add(
                two + ", both initializers",
                Onnx.identity()
                        .addInitializer(Onnx.floats("v", List.of(1L), 1))
                        .addInitializer(Onnx.floats("v", List.of(4L), 1, 2, 3, 4)));
        add(two + ", both results", with(Onnx.node("Split", List.of("x"), List.of("v", "v"))));
        add(
                two + ", both inputs",
                Onnx.identity().addInput(Onnx.value("v", Onnx.FLOAT, -1)).addInput(Onnx.value("v", Onnx.INT64, -1)));
        add(
                "two attributes of the name \"to\" at one node",
                with(Onnx.node("Cast", List.of("x"), List.of("c"))
                        .addAttribute(Onnx.attribute("to", Onnx.FLOAT))
                        .addAttribute(Onnx.attribute("to", Onnx.DOUBLE))));
        add("a name longer than 4096 bytes", Onnx.identity().addInput(Onnx.value("n".repeat(5_000), Onnx.FLOAT, -1)));
    }

    private static GraphProto.Builder looping(GraphProto.Builder body) {
        GraphProto.Builder endless = Onnx.endless();
        return endless.setNode(0, endless.getNode(0).toBuilder().setAttribute(0, Onnx.attribute("body", body.build())));
    }

    private void counts() {
        GraphProto.Builder graph = Onnx.identity().setName("deepest");
        for (int depth = 0; depth < 20; depth++) {
            graph = Onnx.identity()
                    .setName("g" + depth)
                    .addNode(Onnx.node("If", List.of("x"), List.of("y"))
                            .addAttribute(Onnx.attribute("else_branch", graph.build())));
        }
        add("graphs nested more than 16 deep", graph);
        GraphProto.Builder many = Onnx.identity();
        for (int i = 0; i < 1_001; i++) {
            many.addNode(Onnx.node("Op" + i, List.of("x"), List.of()));
        }
        add("more than 1000 different operators", many);
        ModelProto.Builder versions = Onnx.model(Onnx.identity()).toBuilder();
        for (int i = 0; i < 100; i++) {
            versions.addOpsetImport(
                    OperatorSetIdProto.newBuilder().setDomain("d" + i).setVersion(1));
        }
        add("more than 100 operator sets", versions);
        AttributeProto.Builder graphs = attribute("graphs");
        graphs.addAllGraphs(java.util.Collections.nCopies(10_001, GraphProto.getDefaultInstance()));
        add(
                "more than 10000 graphs",
                with(Onnx.node("If", List.of("x"), List.of("y")).addAttribute(graphs)));
        add(
                "more than 1000000 nodes",
                Onnx.identity().addAllNode(java.util.Collections.nCopies(1_000_001, NodeProto.getDefaultInstance())));
    }

    private void wrongWiring() {
        add("a node that feeds itself", with(Onnx.node("Add", List.of("x", "c"), List.of("c"))));
        add("an output that nobody gives", Onnx.identity().addOutput(Onnx.value("nowhere", Onnx.FLOAT, -1)));
        add("no node, no output", GraphProto.newBuilder().addInput(Onnx.value("x", Onnx.FLOAT, -1, 1)));
        add("an empty graph", GraphProto.newBuilder());
        add(
                "a version from the future",
                Onnx.model(Onnx.identity()).toBuilder()
                        .setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(98)));
        add("an unknown operator", with(Onnx.node("NoSuchThing", List.of("x"), List.of("y"))));
        add("a loop without a body", with(Onnx.node("Loop", List.of("", "", "x"), List.of("y"))));
        add(
                "a scan over more than there is",
                with(Onnx.node("Scan", List.of("x"), List.of("y"))
                        .addAttribute(Onnx.attribute("num_scan_inputs", 1L << 40))
                        .addAttribute(Onnx.attribute(
                                "body", Onnx.identity().setName("b").build()))));
        add(
                "a branch on a number",
                with(Onnx.node("If", List.of("x"), List.of("y"))
                        .addAttribute(Onnx.attribute(
                                "then_branch", Onnx.identity().setName("a").build()))));
        List<NodeProto> chain = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            chain.add(Onnx.node("Identity", List.of(i == 0 ? "x" : "n" + i), List.of("n" + (i + 1)))
                    .build());
        }
        add(
                "a chain of 20,000 nodes",
                Onnx.identity().addAllNode(chain).setOutput(0, Onnx.value("n20000", Onnx.FLOAT, -1, 1)));
    }

    private static GraphProto.Builder forest(Consumer<NodeProto.Builder> damage) {
        NodeProto.Builder forest = Onnx.ml("TreeEnsembleRegressor", List.of("x"), List.of("p"))
                .addAttribute(Onnx.longsAttribute("nodes_treeids", 0, 0, 0))
                .addAttribute(Onnx.longsAttribute("nodes_nodeids", 0, 1, 2))
                .addAttribute(Onnx.longsAttribute("nodes_featureids", 0, 0, 0))
                .addAttribute(Onnx.floatsAttribute("nodes_values", 0.5f, 0, 0))
                .addAttribute(Onnx.textsAttribute("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF"))
                .addAttribute(Onnx.longsAttribute("nodes_truenodeids", 1, 0, 0))
                .addAttribute(Onnx.longsAttribute("nodes_falsenodeids", 2, 0, 0))
                .addAttribute(Onnx.longsAttribute("target_treeids", 0, 0))
                .addAttribute(Onnx.longsAttribute("target_nodeids", 1, 2))
                .addAttribute(Onnx.longsAttribute("target_ids", 0, 0))
                .addAttribute(Onnx.floatsAttribute("target_weights", 0.25f, 0.75f))
                .addAttribute(Onnx.attribute("n_targets", 1));
        damage.accept(forest);
        return GraphProto.newBuilder()
                .addInput(Onnx.value("x", Onnx.FLOAT, -1, 1))
                .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1))
                .addNode(forest);
    }

    private void wrongTrees() {
        add("a tree as it should be", forest(tree -> {}));
        add(
                "a tree that asks for a feature far away",
                forest(tree -> tree.setAttribute(2, Onnx.longsAttribute("nodes_featureids", 1 << 30, 0, 0))));
        add(
                "a tree that asks for a feature before the first",
                forest(tree -> tree.setAttribute(2, Onnx.longsAttribute("nodes_featureids", -1_000_000, 0, 0))));
        add(
                "a tree that is its own child",
                forest(tree -> tree.setAttribute(5, Onnx.longsAttribute("nodes_truenodeids", 0, 0, 0))));
        add(
                "a tree whose child is nowhere",
                forest(tree -> tree.setAttribute(5, Onnx.longsAttribute("nodes_truenodeids", 77, 0, 0))));
        add(
                "a tree of lists of different lengths",
                forest(tree -> tree.setAttribute(3, Onnx.floatsAttribute("nodes_values", 0.5f))));
        add(
                "a tree for a target far away",
                forest(tree -> tree.setAttribute(9, Onnx.longsAttribute("target_ids", 1 << 30, 0))));
        add(
                "a tree for a target before the first",
                forest(tree -> tree.setAttribute(9, Onnx.longsAttribute("target_ids", -5, 0))));
        add(
                "a tree of a billion targets",
                forest(tree -> tree.setAttribute(11, Onnx.attribute("n_targets", 1L << 30))));
        add("a tree that is a circle", forest(tree -> tree.setAttribute(
                        4, Onnx.textsAttribute("nodes_modes", "BRANCH_LEQ", "BRANCH_LEQ", "LEAF"))
                .setAttribute(5, Onnx.longsAttribute("nodes_truenodeids", 1, 0, 0))
                .setAttribute(6, Onnx.longsAttribute("nodes_falsenodeids", 2, 2, 0))));
    }

    private void wrongSizes() {
        TensorProto value = Onnx.floats("v", List.of(1L), 1);
        NodeProto.Builder huge = Onnx.node("ConstantOfShape", List.of("n"), List.of("h"))
                .addAttribute(attribute("value")
                        .setType(AttributeProto.AttributeType.TENSOR)
                        .setT(value));
        add(
                "16 GiB of ones while loading",
                Onnx.identity()
                        .addInitializer(Onnx.longs("n", List.of(1L), 1L << 32))
                        .addNode(huge)
                        .addNode(Onnx.node("ReduceSum", List.of("h"), List.of("s")))
                        .setOutput(0, Onnx.value("s", Onnx.FLOAT, -1, 1)));
        add(
                "a shape of 2^62 rows",
                Onnx.identity()
                        .addInitializer(Onnx.longs("n", List.of(2L), 1L << 62, 8))
                        .addNode(Onnx.node("Expand", List.of("x", "n"), List.of("h")))
                        .setOutput(0, Onnx.value("h", Onnx.FLOAT, -1, -1)));
        add(
                "a row that is not there",
                Onnx.identity()
                        .addInitializer(Onnx.longs("n", List.of(1L), 1L << 40))
                        .addNode(Onnx.node("Gather", List.of("x", "n"), List.of("h")))
                        .setOutput(0, Onnx.value("h", Onnx.FLOAT, -1, -1)));
        add(
                "labels without values",
                Onnx.identity()
                        .addNode(Onnx.ml("LabelEncoder", List.of("x"), List.of("h"))
                                .addAttribute(Onnx.floatsAttribute("keys_floats", 1, 2, 3))
                                .addAttribute(Onnx.floatsAttribute("values_floats", 1)))
                        .setOutput(0, Onnx.value("h", Onnx.FLOAT, -1, 1)));
        add(
                "a support vector without coefficients",
                Onnx.identity()
                        .addNode(Onnx.ml("SVMRegressor", List.of("x"), List.of("h"))
                                .addAttribute(Onnx.floatsAttribute("support_vectors", 1, 2, 3))
                                .addAttribute(Onnx.floatsAttribute("coefficients"))
                                .addAttribute(Onnx.floatsAttribute("rho", 0))
                                .addAttribute(Onnx.attribute("n_supports", 1 << 30)))
                        .setOutput(0, Onnx.value("h", Onnx.FLOAT, -1, 1)));
        add(
                "n-grams that end before they begin",
                Onnx.identity()
                        .addNode(Onnx.node("Cast", List.of("x"), List.of("i"))
                                .addAttribute(Onnx.attribute("to", Onnx.INT64)))
                        .addNode(Onnx.node("TfIdfVectorizer", List.of("i"), List.of("h"))
                                .addAttribute(Onnx.attribute("mode", "TF"))
                                .addAttribute(Onnx.attribute("min_gram_length", 1))
                                .addAttribute(Onnx.attribute("max_gram_length", 2))
                                .addAttribute(Onnx.attribute("max_skip_count", 1 << 30))
                                .addAttribute(Onnx.longsAttribute("ngram_counts", 5, 1))
                                .addAttribute(Onnx.longsAttribute("ngram_indexes", 1 << 30, -1))
                                .addAttribute(Onnx.longsAttribute("pool_int64s", 1, 2)))
                        .setOutput(0, Onnx.value("h", Onnx.FLOAT, -1, -1)));
        add(
                "a classifier of more labels than weights",
                GraphProto.newBuilder()
                        .addInput(Onnx.value("x", Onnx.FLOAT, -1, 1))
                        .addOutput(Onnx.value("label", Onnx.INT64, -1))
                        .addOutput(Onnx.value("p", Onnx.FLOAT, -1, -1))
                        .addNode(Onnx.ml("LinearClassifier", List.of("x"), List.of("label", "p"))
                                .addAttribute(Onnx.longsAttribute("classlabels_ints", 0, 1, 2, 3, 4, 5))
                                .addAttribute(Onnx.floatsAttribute("coefficients", 1, 2))
                                .addAttribute(Onnx.floatsAttribute("intercepts", 0))));
        add(
                "a scaler of another width",
                GraphProto.newBuilder()
                        .addInput(Onnx.value("x", Onnx.FLOAT, -1, 1))
                        .addOutput(Onnx.value("p", Onnx.FLOAT, -1, 1))
                        .addNode(Onnx.ml("Scaler", List.of("x"), List.of("p"))
                                .addAttribute(Onnx.floatsAttribute("offset", 1, 2, 3))
                                .addAttribute(Onnx.floatsAttribute("scale", 1, 2, 3))));
        add(
                "a regular expression that takes forever",
                Onnx.model(GraphProto.newBuilder()
                                .addInput(Onnx.value("t", Onnx.STRING, -1, 1))
                                .addOutput(Onnx.value("p", Onnx.BOOL, -1, 1))
                                .addNode(Onnx.node("RegexFullMatch", List.of("t"), List.of("p"))
                                        .addAttribute(Onnx.attribute("pattern", "(a*)*".repeat(200) + "b"))))
                        .toBuilder()
                        .setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(20)));
    }
}
