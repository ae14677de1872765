package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is asked of an identification.
 *
 * @param targets false positive identification rates whose thresholds are looked for, each above 0 and below 1
 * @param ranks how many first candidates are looked at
 * @param alpha how much false positives weigh where both errors are summed up, from 0 to 1
 */
public record IdentificationSettings(List<Double> targets, List<Integer> ranks, double alpha) implements TaskSettings {

    static final List<Double> TARGETS = List.of(1e-2, 1e-3);
    static final List<Integer> RANKS = List.of(1);

    public IdentificationSettings {
        targets = List.copyOf(targets);
        ranks = List.copyOf(ranks);
    }

    @Override
    public void write(ObjectNode options) {
        ArrayNode rates = options.putArray("target_fpir");
        targets.forEach(rates::add);
        ArrayNode places = options.putArray("rank");
        ranks.forEach(places::add);
        options.put("alpha", alpha);
    }
}
