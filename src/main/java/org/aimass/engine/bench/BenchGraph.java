package org.aimass.engine.bench;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Random;

/** Builds a model whose weights are made up: the same ones each time. */
final class BenchGraph {

    static final int FLOAT = OnnxMl.TensorProto.DataType.FLOAT.getNumber();
    static final int WHOLE = OnnxMl.TensorProto.DataType.INT64.getNumber();

    private static final long IR_VERSION = 8;
    private static final int OPSET = 13;

    private final Random random = new Random(20260101);
    private final OnnxMl.GraphProto.Builder graph =
            OnnxMl.GraphProto.newBuilder().setName("bench");

    /** @param shape -1 where it is left open */
    BenchGraph input(String name, int type, long... shape) {
        graph.addInput(value(name, type, shape));
        return this;
    }

    /** @param shape -1 where it is left open */
    BenchGraph output(String name, int type, long... shape) {
        graph.addOutput(value(name, type, shape));
        return this;
    }

    private static OnnxMl.ValueInfoProto value(String name, int type, long... shape) {
        OnnxMl.TensorShapeProto.Builder dimensions = OnnxMl.TensorShapeProto.newBuilder();
        for (int i = 0; i < shape.length; i++) {
            OnnxMl.TensorShapeProto.Dimension.Builder size = OnnxMl.TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(shape[i] < 0 ? size.setDimParam(name + i) : size.setDimValue(shape[i]));
        }
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(type)
                                .setShape(dimensions)))
                .build();
    }

    /** Weights around 0, and their name. */
    String weights(String name, double deviation, long... shape) {
        OnnxMl.TensorProto.Builder tensor =
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        long size = 1;
        for (long each : shape) {
            tensor.addDims(each);
            size *= each;
        }
        for (long i = 0; i < size; i++) {
            tensor.addFloatData((float) (random.nextGaussian() * deviation));
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Whole numbers that never change, and their name. */
    String whole(String name, long... values) {
        OnnxMl.TensorProto.Builder tensor =
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(WHOLE).addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** A node of one output, and that output's name. */
    String node(String operator, String output, String... inputs) {
        return node(operator, output, List.of(), inputs);
    }

    /** The same with attributes. */
    String node(String operator, String output, List<OnnxMl.AttributeProto.Builder> attributes, String... inputs) {
        OnnxMl.NodeProto.Builder node =
                OnnxMl.NodeProto.newBuilder().setOpType(operator).addOutput(output);
        attributes.forEach(node::addAttribute);
        node.addAllInput(List.of(inputs));
        graph.addNode(node);
        return output;
    }

    void node(OnnxMl.NodeProto.Builder node) {
        graph.addNode(node);
    }

    /** Where whatever else is made up comes from. */
    Random random() {
        return random;
    }

    static OnnxMl.AttributeProto.Builder ints(String name, long... values) {
        OnnxMl.AttributeProto.Builder ints = attribute(name, OnnxMl.AttributeProto.AttributeType.INTS);
        for (long value : values) {
            ints.addInts(value);
        }
        return ints;
    }

    static OnnxMl.AttributeProto.Builder whole(String name, long value) {
        return attribute(name, OnnxMl.AttributeProto.AttributeType.INT).setI(value);
    }

    static OnnxMl.AttributeProto.Builder text(String name, String value) {
        return attribute(name, OnnxMl.AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(value));
    }

    static OnnxMl.AttributeProto.Builder attribute(String name, OnnxMl.AttributeProto.AttributeType type) {
        return OnnxMl.AttributeProto.newBuilder().setName(name).setType(type);
    }

    byte[] model() {
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setGraph(graph)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder()
                        .setDomain("ai.onnx.ml")
                        .setVersion(1))
                .build()
                .toByteArray();
    }
}
