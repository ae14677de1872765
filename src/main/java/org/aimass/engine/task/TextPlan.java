package org.aimass.engine.task;

import java.util.List;
import org.aimass.engine.metrics.TextMetrics;

/**
 * What an audit of a language model measures.
 *
 * @param groups the groups, and how sure of them; clusters are the terms where there is a third sentence
 * @param given the sums that rows bring something for, as {@link TextMetrics} wants them
 * @param examples how many answers are quoted
 */
public record TextPlan(GroupPlan groups, TextMetrics.Protocol protocol, List<Integer> given, int examples) {

    /** Nothing is quoted. */
    public TextPlan(GroupPlan groups, TextMetrics.Protocol protocol, List<Integer> given) {
        this(groups, protocol, given, 0);
    }

    public TextPlan {
        given = List.copyOf(given);
    }
}
