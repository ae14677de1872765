package org.aimass.engine.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** The labels in a tensor, as text. */
interface Labels {

    String get(int index);

    static Labels of(OnnxTensor tensor) throws OrtException {
        switch (tensor.getInfo().type) {
            case INT64 -> {
                LongBuffer values = tensor.getLongBuffer();
                return index -> Long.toString(values.get(index));
            }
            case INT32 -> {
                IntBuffer values = tensor.getIntBuffer();
                return index -> Integer.toString(values.get(index));
            }
            default -> {
                Object value = tensor.getValue();
                if (value instanceof String[] texts) {
                    return index -> texts[index];
                } else if (value instanceof String[][] texts) {
                    return index -> texts[index / texts[0].length][index % texts[0].length];
                } else if (value instanceof boolean[] flags) {
                    return index -> flags[index] ? "1" : "0";
                } else if (value instanceof boolean[][] flags) {
                    return index -> flags[index / flags[0].length][index % flags[0].length] ? "1" : "0";
                }
                throw new IllegalStateException("the output plan lets no such tensor through");
            }
        }
    }
}
