package org.aimass.engine.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;

/** Builds small ONNX models, good ones and hostile ones. */
public final class Onnx {

    public static final int FLOAT = 1;
    public static final int INT64 = 7;
    public static final int STRING = 8;
    public static final int BOOL = 9;
    public static final int DOUBLE = 11;

    private Onnx() {}

    public static ModelProto model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(15))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(2))
                .setGraph(graph.setName("g"))
                .build();
    }

    public static NodeProto.Builder node(String operator, List<String> inputs, List<String> outputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(operator + outputs)
                .addAllInput(inputs)
                .addAllOutput(outputs);
    }

    public static NodeProto.Builder ml(String operator, List<String> inputs, List<String> outputs) {
        return node(operator, inputs, outputs).setDomain("ai.onnx.ml");
    }

    /** A tensor; -1 for a dimension left open. */
    public static ValueInfoProto value(String name, int type, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (long size : shape) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(size < 0 ? dimension.setDimParam("N") : dimension.setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions)))
                .build();
    }

    public static TensorProto floats(String name, List<Long> shape, float... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(FLOAT).addAllDims(shape);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    public static TensorProto longs(String name, List<Long> shape, long... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(INT64).addAllDims(shape);
        Arrays.stream(values).forEach(tensor::addInt64Data);
        return tensor.build();
    }

    public static TensorProto bool(String name, boolean value) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(BOOL)
                .addInt32Data(value ? 1 : 0)
                .build();
    }

    public static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    public static AttributeProto attribute(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    public static AttributeProto attribute(String name, GraphProto value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(value)
                .build();
    }

    public static AttributeProto floatAttribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    public static AttributeProto floatsAttribute(String name, float... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOATS);
        for (float value : values) {
            attribute.addFloats(value);
        }
        return attribute.build();
    }

    public static AttributeProto longsAttribute(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    public static AttributeProto textsAttribute(String name, String... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRINGS);
        for (String value : values) {
            attribute.addStrings(ByteString.copyFromUtf8(value));
        }
        return attribute.build();
    }

    /** {@code p = sigmoid(x . weights)}: input x [N, F], output p [N, 1]. */
    public static GraphProto.Builder logistic(float... weights) {
        return GraphProto.newBuilder()
                .addInput(value("x", FLOAT, -1, weights.length))
                .addOutput(value("p", FLOAT, -1, 1))
                .addInitializer(floats("w", List.of((long) weights.length, 1L), weights))
                .addNode(node("MatMul", List.of("x", "w"), List.of("z")))
                .addNode(node("Sigmoid", List.of("z"), List.of("p")));
    }

    /** The score is the input itself: x [N, 1]. */
    public static GraphProto.Builder identity() {
        return GraphProto.newBuilder()
                .addInput(value("x", FLOAT, -1, 1))
                .addOutput(value("p", FLOAT, -1, 1))
                .addNode(node("Identity", List.of("x"), List.of("p")));
    }

    /** What is shown comes out again: x [N, columns]. */
    public static GraphProto.Builder passing(long columns) {
        return GraphProto.newBuilder()
                .addInput(value("x", FLOAT, -1, columns))
                .addOutput(value("p", FLOAT, -1, columns))
                .addNode(node("Identity", List.of("x"), List.of("p")));
    }

    /** A classifier as scikit-learn's are exported: label [N], probabilities [N, 2] of the logistic of x . weights. */
    public static GraphProto.Builder classifier(AttributeProto labels, int labelType, float... weights) {
        float[] both = new float[2 * weights.length];
        for (int i = 0; i < weights.length; i++) {
            both[i] = -weights[i];
            both[weights.length + i] = weights[i];
        }
        return GraphProto.newBuilder()
                .addInput(value("x", FLOAT, -1, weights.length))
                .addOutput(value("label", labelType, -1))
                .addOutput(value("probabilities", FLOAT, -1, 2))
                .addNode(ml("LinearClassifier", List.of("x"), List.of("label", "probabilities"))
                        .addAttribute(labels)
                        .addAttribute(floatsAttribute("coefficients", both))
                        .addAttribute(floatsAttribute("intercepts", 0, 0))
                        .addAttribute(attribute("multi_class", 0))
                        .addAttribute(attribute("post_transform", "LOGISTIC")));
    }

    /** An output of one map for each row, from label to number. */
    public static ValueInfoProto maps(String name, int labelType) {
        TypeProto.Map map = TypeProto.Map.newBuilder()
                .setKeyType(labelType)
                .setValueType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(FLOAT)))
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setSequenceType(TypeProto.Sequence.newBuilder()
                                .setElemType(TypeProto.newBuilder().setMapType(map))))
                .build();
    }

    /** The classifier with its probabilities as a map for each row. */
    public static GraphProto.Builder zipped(AttributeProto labels, int labelType, float... weights) {
        return classifier(labels, labelType, weights)
                .setOutput(1, maps("output_probability", labelType))
                .addNode(ml("ZipMap", List.of("probabilities"), List.of("output_probability"))
                        .addAttribute(labels.toBuilder()
                                .setName(labels.getName().replace("classlabels_ints", "classlabels_int64s"))));
    }

    /** A model that never answers: a loop of 2^63 - 1 rounds. */
    public static GraphProto.Builder endless() {
        GraphProto body = GraphProto.newBuilder()
                .setName("body")
                .addInput(value("i", INT64))
                .addInput(value("go", BOOL))
                .addInput(value("v", FLOAT, -1, 1))
                .addOutput(value("go_on", BOOL))
                .addOutput(value("v_next", FLOAT, -1, 1))
                .addNode(node("Identity", List.of("go"), List.of("go_on")))
                .addNode(node("Sigmoid", List.of("v"), List.of("v_next")))
                .build();
        return GraphProto.newBuilder()
                .addInput(value("x", FLOAT, -1, 1))
                .addOutput(value("p", FLOAT, -1, 1))
                .addInitializer(longs("rounds", List.of(), Long.MAX_VALUE))
                .addInitializer(bool("yes", true))
                .addNode(node("Loop", List.of("rounds", "yes", "x"), List.of("p"))
                        .addAttribute(attribute("body", body)));
    }
}
