package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.AnswerShares;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.Draws;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MulticlassGroup;
import org.aimass.engine.metrics.Uncertainty;

/** How differently groups are answered, all classes taken together: the total variation distance of their answers. */
record Variations(Bootstrap bootstrap, Place overGroups) {

    private static final String NAME = "total_variation_distance";
    /** Between more groups than this the farthest two are not looked for. */
    private static final int MOST_GROUPS = 200;
    /** With more classes than this there are no intervals. */
    private static final int MOST_CLASSES = 100;

    /** Each group to its reference, after the farthest two. */
    List<Measurement> measure(List<MulticlassGroup> groups, List<String> names, String reference) {
        boolean many = groups.get(0).cells().classes() > MOST_CLASSES;
        List<AnswerShares> shares = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            Draws draws = new Draws(bootstrap.seed(), "answers " + overGroups + " " + names.get(group));
            shares.add(AnswerShares.of(groups.get(group), many ? 0 : bootstrap.replicates(), draws));
        }
        List<Measurement> measured = new ArrayList<>();
        measured.add(farthest(shares, names));
        int at = names.indexOf(reference);
        for (int group = 0; at >= 0 && group < shares.size(); group++) {
            if (group != at) {
                measured.add(
                        variation(shares.get(group), shares.get(at), overGroups.pair(names.get(group), reference)));
            }
        }
        return measured;
    }

    private Measurement farthest(List<AnswerShares> shares, List<String> names) {
        if (shares.size() > MOST_GROUPS) {
            return overGroups.undefined(NAME, Map.of(), "more than " + MOST_GROUPS + " groups");
        }
        double most = Double.NaN;
        int one = 0;
        int other = 0;
        for (int first = 0; first < shares.size(); first++) {
            for (int second = first + 1; second < shares.size(); second++) {
                double variation = shares.get(first).variation(shares.get(second));
                if (variation > most || (Double.isNaN(most) && !Double.isNaN(variation))) {
                    most = variation;
                    one = first;
                    other = second;
                }
            }
        }
        return Double.isNaN(most)
                ? overGroups.undefined(NAME, Map.of(), "fewer than two groups have a value")
                : overGroups
                        .naming(List.of(names.get(one), names.get(other)))
                        .measured(
                                NAME,
                                Map.of(),
                                most,
                                new Uncertainty.NoInterval("the largest of several; see each pair"));
    }

    private Measurement variation(AnswerShares group, AnswerShares reference, Place pair) {
        double value = group.variation(reference);
        if (Double.isNaN(value)) {
            return pair.undefined(NAME, Map.of(), "all weights are 0");
        }
        double[] replicated = group.variations(reference);
        return pair.measured(
                NAME,
                Map.of(),
                value,
                replicated.length == 0
                        ? new Uncertainty.NoInterval("more than " + MOST_CLASSES + " classes")
                        : bootstrap.interval(value, replicated, "bootstrap"));
    }
}
