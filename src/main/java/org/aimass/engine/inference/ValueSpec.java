package org.aimass.engine.inference;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An input or output of a model.
 *
 * @param type the element type of a tensor, such as {@code float} or {@code string}; what else it is, such as
 *     {@code sequence(map(int64,float))}
 * @param shape the dimensions of a tensor, -1 where the file leaves one open; empty for a scalar and for what is no tensor
 */
public record ValueSpec(String name, String type, List<Long> shape, boolean isTensor) {

    public ValueSpec {
        shape = List.copyOf(shape);
    }

    static ValueSpec of(NodeInfo node) {
        ValueInfo info = node.getInfo();
        if (info instanceof TensorInfo tensor) {
            List<Long> shape = Arrays.stream(tensor.getShape()).boxed().toList();
            return new ValueSpec(node.getName(), lower(tensor.type), shape, true);
        }
        String type = "unknown";
        if (info instanceof MapInfo map) {
            type = map(map);
        } else if (info instanceof SequenceInfo sequence) {
            String inner = sequence.isSequenceOfMaps() ? map(sequence.mapInfo) : lower(sequence.sequenceType);
            type = "sequence(" + inner + ")";
        }
        return new ValueSpec(node.getName(), type, List.of(), false);
    }

    private static String map(MapInfo map) {
        return "map(" + lower(map.keyType) + "," + lower(map.valueType) + ")";
    }

    private static String lower(Enum<?> type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
