package org.aimass.engine.metrics;

import java.util.List;

/**
 * The confusion matrices of a classification into several classes.
 *
 * @param classes the labels
 * @param groups of all rows first, then of each group
 */
public record Confusion(List<String> classes, List<ConfusionMatrix> groups) {

    public Confusion {
        classes = List.copyOf(classes);
        groups = List.copyOf(groups);
    }
}
