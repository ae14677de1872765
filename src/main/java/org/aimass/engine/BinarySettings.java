package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What only binary classification asks for.
 *
 * @param consistencyFeatures numeric columns by which rows are neighbours, for {@code aif360.consistency}; empty to take those
 *     that the model sees
 * @param identityFeatures sensitive features that tell which texts name an identity, or are written in a dialect; empty for what is
 *     no content filter
 */
public record BinarySettings(List<String> consistencyFeatures, List<String> identityFeatures) implements TaskSettings {

    public BinarySettings {
        consistencyFeatures = List.copyOf(consistencyFeatures);
        identityFeatures = List.copyOf(identityFeatures);
    }

    @Override
    public void write(ObjectNode options) {
        write("consistency_features", consistencyFeatures, options);
        write("identity_features", identityFeatures, options);
    }

    private static void write(String key, List<String> features, ObjectNode options) {
        if (!features.isEmpty()) {
            ArrayNode list = options.putArray(key);
            features.forEach(list::add);
        }
    }
}
