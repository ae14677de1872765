package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is asked of a verification.
 *
 * @param targets false match rates whose thresholds are looked for, each above 0 and below 1
 * @param alpha how much false matches weigh where both errors are summed up, from 0 to 1
 */
public record VerificationSettings(List<Double> targets, double alpha) implements TaskSettings {

    static final List<Double> TARGETS = List.of(1e-3, 1e-4);
    static final double ALPHA = 0.5;

    public VerificationSettings {
        targets = List.copyOf(targets);
    }

    @Override
    public void write(ObjectNode options) {
        ArrayNode list = options.putArray("target_fmr");
        targets.forEach(list::add);
        options.put("alpha", alpha);
    }
}
