package org.aimass.registry.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aimass.shared.Sha256Digest;

/**
 * What a model file takes and gives, as the engine found it.
 *
 * @param opsets such as {@code ai.onnx 13}, one for each operator domain
 * @param operators the operators' names
 * @param labels of a classifier, as its file lists them, in the order of its probabilities; none where it lists none
 */
public record ModelSignature(
        List<Tensor> inputs,
        List<Tensor> outputs,
        List<String> opsets,
        List<String> operators,
        List<String> labels,
        Sha256Digest sha256,
        long bytes) {

    private static final int MAX_ITEMS = 10_000;
    private static final int MAX_TEXT = 300;

    public ModelSignature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        opsets = List.copyOf(opsets);
        operators = List.copyOf(operators);
        labels = List.copyOf(labels);
    }

    public String opsetText() {
        return String.join(", ", opsets);
    }

    public String operatorText() {
        return String.join(", ", operators);
    }

    /**
     * One input or output.
     *
     * @param shape its dimensions: numbers, or the names of those that are free
     */
    public record Tensor(String name, String type, List<String> shape) {

        public Tensor {
            shape = List.copyOf(shape);
        }

        /** Such as {@code [N, 9]}; a dimension that may be any is N. */
        public String shapeText() {
            return shape.stream()
                    .map(dimension -> dimension.startsWith("-") || dimension.isEmpty() ? "N" : dimension)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /**
     * Reads the engine's JSON, trusting nothing in it.
     *
     * @throws IllegalArgumentException when it is not a signature; the message says where
     */
    public static ModelSignature parse(String json) {
        JsonNode root = tree(json);
        JsonNode bytes = root.path("bytes");
        demand(bytes.isIntegralNumber() && bytes.canConvertToLong() && bytes.longValue() >= 0, "bytes");
        return new ModelSignature(
                tensors(root, "inputs"),
                tensors(root, "outputs"),
                opsets(root.path("opset")),
                texts(root.path("operators"), "operators"),
                labels(root.path("labels")),
                new Sha256Digest(text(root.path("sha256"), "sha256")),
                bytes.longValue());
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static List<Tensor> tensors(JsonNode root, String where) {
        List<Tensor> tensors = new ArrayList<>();
        for (JsonNode tensor : items(root.path(where), where)) {
            tensors.add(new Tensor(
                    text(tensor.path("name"), where),
                    text(tensor.path("type"), where),
                    texts(tensor.path("shape"), where)));
        }
        return tensors;
    }

    /** One number is the standard domain's; otherwise an object of domain to number. */
    private static List<String> opsets(JsonNode node) {
        if (node.isIntegralNumber()) {
            return List.of("ai.onnx " + node.asText());
        }
        demand(node.isObject() && node.size() <= MAX_ITEMS, "opset");
        List<String> opsets = new ArrayList<>();
        node.properties().forEach(entry -> {
            demand(entry.getValue().isIntegralNumber() && entry.getKey().length() <= MAX_TEXT, "opset");
            opsets.add((entry.getKey().isEmpty() ? "ai.onnx" : entry.getKey()) + " "
                    + entry.getValue().asText());
        });
        return opsets;
    }

    private static List<String> texts(JsonNode node, String where) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(node, where)) {
            demand(item.isTextual() || item.isIntegralNumber(), where);
            demand(item.asText().length() <= MAX_TEXT, where);
            texts.add(item.asText());
        }
        return texts;
    }

    /** Versions that were inspected long ago say none. */
    private static List<String> labels(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        List<String> labels = new ArrayList<>();
        for (JsonNode label : items(node, "labels")) {
            labels.add(text(label, "labels"));
        }
        return labels;
    }

    private static JsonNode items(JsonNode node, String where) {
        demand(node.isArray() && node.size() <= MAX_ITEMS, where);
        return node;
    }

    private static String text(JsonNode node, String where) {
        demand(node.isTextual() && node.textValue().length() <= MAX_TEXT, where);
        return node.textValue();
    }

    private static void demand(boolean holds, String where) {
        if (!holds) {
            throw new IllegalArgumentException(where);
        }
    }
}
