package org.aimass.engine.task;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aimass.engine.metrics.GenerationMetrics;

/**
 * What an audit of generated images measures.
 *
 * @param groups the groups, and how sure of them; clusters are people or prompts
 * @param known what is known of images, beside features and perceived attributes
 * @param featured whether images bring features, real ones to compare with among them
 * @param perceived whether images say what is perceived in them
 * @param reference by perceived attribute its share as it should be; empty for all that occur alike
 */
public record GenerationPlan(
        GroupPlan groups,
        Set<GenerationMetrics.Known> known,
        boolean featured,
        boolean perceived,
        Map<String, Double> reference) {

    public GenerationPlan {
        known = Set.copyOf(known);
        reference = Map.copyOf(new TreeMap<>(reference));
    }
}
