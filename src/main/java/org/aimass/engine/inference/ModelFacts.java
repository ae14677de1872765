package org.aimass.engine.inference;

import java.util.List;
import java.util.Set;
import org.aimass.shared.Sha256Digest;

/**
 * What the check of an ONNX file found, before any native code saw it.
 *
 * @param bytes the file's size
 * @param opset the version of the default operator set, 0 if the file imports only others
 * @param operators the operators' names, sorted
 * @param classLabels the labels of the classes in the order of the probabilities, as text; empty if the file names none, or
 *     different ones
 */
public record ModelFacts(long bytes, Sha256Digest sha256, long opset, Set<String> operators, List<String> classLabels) {

    public ModelFacts {
        operators = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(operators));
        classLabels = List.copyOf(classLabels);
    }
}
