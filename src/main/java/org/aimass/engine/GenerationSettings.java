package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked of generated images.
 *
 * @param reference by perceived attribute its share as it should be, together 1; empty for all that occur alike
 */
public record GenerationSettings(Map<String, Double> reference) implements TaskSettings {

    public GenerationSettings {
        reference = Collections.unmodifiableMap(new TreeMap<>(reference));
    }

    @Override
    public void write(ObjectNode options) {
        ObjectNode shares = options.putObject("reference_distribution");
        reference.forEach(shares::put);
    }
}
