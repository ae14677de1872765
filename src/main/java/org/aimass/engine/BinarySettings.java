package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What only binary classification asks for.
 *
 * @param consistencyFeatures numeric columns by which rows are neighbours, for {@code aif360.consistency}
 */
public record BinarySettings(List<String> consistencyFeatures) implements TaskSettings {

    public BinarySettings {
        consistencyFeatures = List.copyOf(consistencyFeatures);
    }

    @Override
    public void write(ObjectNode options) {
        var features = options.putArray("consistency_features");
        consistencyFeatures.forEach(features::add);
    }
}
