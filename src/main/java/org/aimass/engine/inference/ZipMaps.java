package org.aimass.engine.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.engine.BadInput;

/**
 * A model without its ZipMap nodes. Such a node turns the tensor of class probabilities into a map from label to probability
 * for each row, which costs more than most models do; without it the tensor itself is the output.
 */
final class ZipMaps {

    static final ZipMaps NONE = new ZipMaps(new byte[0], Map.of(), Map.of());

    private final byte[] model;
    private final Map<String, String> tensors;
    private final Map<String, List<String>> labels;

    private ZipMaps(byte[] model, Map<String, String> tensors, Map<String, List<String>> labels) {
        this.model = model;
        this.tensors = Map.copyOf(tensors);
        this.labels = Map.copyOf(labels);
    }

    /** Takes out the ZipMap nodes whose result is an output of the model and nothing else. */
    static ZipMaps of(byte[] bytes) {
        ModelProto model;
        try {
            model = ModelProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new BadInput("the model is no ONNX model (" + e.getMessage() + ")");
        }
        GraphProto graph = model.getGraph();
        Set<String> read = new HashSet<>();
        graph.getNodeList().forEach(node -> read.addAll(node.getInputList()));
        Set<String> outputs = new HashSet<>();
        graph.getOutputList().forEach(output -> outputs.add(output.getName()));

        Map<String, String> tensors = new HashMap<>();
        Map<String, List<String>> labels = new HashMap<>();
        GraphProto.Builder rest = graph.toBuilder().clearNode().clearOutput();
        for (NodeProto node : graph.getNodeList()) {
            boolean removable = node.getOpType().equals("ZipMap")
                    && node.getInputCount() == 1
                    && node.getOutputCount() == 1
                    && outputs.contains(node.getOutput(0))
                    && !read.contains(node.getOutput(0));
            if (removable) {
                tensors.put(node.getOutput(0), node.getInput(0));
                labels.put(node.getInput(0), labels(node));
            } else {
                rest.addNode(node);
            }
        }
        if (tensors.isEmpty()) {
            return NONE;
        }
        Set<String> written = new HashSet<>();
        for (ValueInfoProto output : graph.getOutputList()) {
            String tensor = tensors.get(output.getName());
            ValueInfoProto kept = tensor == null ? output : probabilities(tensor);
            if (written.add(kept.getName())) {
                rest.addOutput(kept);
            }
        }
        return new ZipMaps(model.toBuilder().setGraph(rest).build().toByteArray(), tensors, labels);
    }

    private static ValueInfoProto probabilities(String name) {
        TypeProto.Tensor.Builder type =
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    private static List<String> labels(NodeProto node) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.getName().equals("classlabels_strings")) {
                return attribute.getStringsList().stream()
                        .map(ByteString::toStringUtf8)
                        .toList();
            }
            if (attribute.getName().equals("classlabels_int64s")) {
                return attribute.getIntsList().stream().map(String::valueOf).toList();
            }
        }
        return List.of();
    }

    boolean isEmpty() {
        return tensors.isEmpty();
    }

    byte[] model() {
        return model;
    }

    /** The name of the tensor that stands for the output of that name. */
    String tensorOf(String output) {
        return tensors.getOrDefault(output, output);
    }

    /** The class labels of a tensor that a ZipMap read, in the order of its columns; empty for any other tensor. */
    List<String> labelsOf(String tensor) {
        return labels.getOrDefault(tensor, List.of());
    }
}
