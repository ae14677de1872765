package org.aimass.engine.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aimass.engine.inference.OnnxWalk.Forbidden;

/** T1: the check before ONNX Runtime. What it lets through, protobuf's own reader must see nothing forbidden in. */
public final class ModelFuzz {

    private ModelFuzz() {}

    public static List<byte[]> seeds() {
        AttributeProto numbers = Onnx.longsAttribute("classlabels_ints", 0, 1);
        return List.of(
                Onnx.model(Onnx.logistic(1, 2)).toByteArray(),
                Onnx.model(Onnx.zipped(numbers, Onnx.INT64, 1, 2)).toByteArray(),
                Onnx.model(Onnx.endless()).toByteArray());
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        OnnxWalk walk = new OnnxWalk(new ProtobufReader(new ByteArrayInputStream(bytes)));
        try {
            walk.model();
        } catch (Forbidden | InvalidProtocolBufferException e) {
            return;
        }
        ModelProto model;
        try {
            model = ModelProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return; // nor will the runtime read it
        }
        demand(model.getFunctionsCount() == 0 && model.getTrainingInfoCount() == 0, "functions or training");
        graph(model.getGraph(), 1);
    }

    private static void graph(GraphProto graph, int depth) {
        demand(depth <= 16, "depth");
        demand(graph.getSparseInitializerCount() == 0, "sparse tensors");
        Set<String> initializers = new HashSet<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            tensor(tensor);
            demand(initializers.add(tensor.getName()), "twin initializers");
        }
        Set<String> inputs = new HashSet<>();
        graph.getInputList().forEach(input -> {
            demand(inputs.add(input.getName()), "twin inputs");
            demand(depth == 1 || !initializers.contains(input.getName()), "an input that is an initializer");
        });
        Set<String> results = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            demand(Set.of("", "ai.onnx", "ai.onnx.ml").contains(node.getDomain()), node.getDomain());
            for (String result : node.getOutputList()) {
                demand(
                        result.isEmpty()
                                || (results.add(result) && !inputs.contains(result) && !initializers.contains(result)),
                        "twin results");
            }
            node.getAttributeList().forEach(attribute -> attribute(attribute, depth));
        }
    }

    private static void attribute(AttributeProto attribute, int depth) {
        demand(attribute.getRefAttrName().isEmpty(), "reference");
        demand(!attribute.hasSparseTensor() && attribute.getSparseTensorsCount() == 0, "sparse tensors");
        if (Set.of("to", "dtype", "output_dtype", "output_datatype").contains(attribute.getName())) {
            demand(
                    attribute.getI() >= 0 && attribute.getI() <= 16 && attribute.getI() != 14 && attribute.getI() != 15,
                    "type " + attribute.getI());
        }
        if (attribute.hasT()) {
            tensor(attribute.getT());
        }
        attribute.getTensorsList().forEach(ModelFuzz::tensor);
        if (attribute.hasG()) {
            graph(attribute.getG(), depth + 1);
        }
        attribute.getGraphsList().forEach(graph -> graph(graph, depth + 1));
    }

    private static void tensor(TensorProto tensor) {
        demand(
                tensor.getExternalDataCount() == 0
                        && tensor.getDataLocation() == TensorProto.DataLocation.DEFAULT
                        && !tensor.hasSegment(),
                "data outside the file");
        OnnxTypes type;
        try {
            type = OnnxTypes.of(tensor.getDataType());
        } catch (Forbidden e) {
            throw new AssertionError(e);
        }
        long elements = 1;
        for (long size : tensor.getDimsList()) {
            elements = Math.multiplyExact(elements, size);
        }
        long held = tensor.hasRawData()
                ? tensor.getRawData().size() / type.bytes()
                : switch (type.field()) {
                    case 4 -> tensor.getFloatDataCount();
                    case 5 -> tensor.getInt32DataCount();
                    case 6 -> tensor.getStringDataCount();
                    case 7 -> tensor.getInt64DataCount();
                    case 10 -> tensor.getDoubleDataCount();
                    default -> tensor.getUint64DataCount();
                };
        demand(elements == held, "claims " + elements + " elements, holds " + held);
    }

    private static void demand(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("let through: " + what);
        }
    }
}
