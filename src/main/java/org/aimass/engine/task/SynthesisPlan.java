package org.aimass.engine.task;

import java.util.List;
import java.util.Set;
import org.aimass.engine.metrics.RatioMetric;
import org.aimass.engine.metrics.SynthesisMetrics;

/**
 * What an audit of speech synthesis measures.
 *
 * @param groups the groups, and how sure of them; clusters are voices or what else utterances belong to
 * @param parts what rows bring
 * @param listened whether rows say who rated them
 * @param words whether the language has words
 * @param lowest rating there is
 * @param highest rating there is
 */
public record SynthesisPlan(
        GroupPlan groups,
        Set<SynthesisMetrics.Aspect> parts,
        boolean listened,
        boolean words,
        double lowest,
        double highest) {

    public SynthesisPlan {
        parts = Set.copyOf(parts);
    }

    List<RatioMetric> metrics() {
        return SynthesisMetrics.list(parts, words, lowest, highest);
    }
}
