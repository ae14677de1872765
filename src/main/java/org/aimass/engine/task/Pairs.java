package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.BaseMetrics;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.EntropyIndex;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.Rate;
import org.aimass.engine.metrics.Sample;
import org.aimass.engine.metrics.Uncertainty;

/** A group against its reference: AIF360's metrics with its signs, and Aequitas' disparities. */
record Pairs(Bootstrap bootstrap, boolean positiveIsFavorable) {

    private static final List<Rate> AIF360_RATES = List.of(
            Rate.ERROR_RATE,
            Rate.FALSE_POSITIVE_RATE,
            Rate.FALSE_NEGATIVE_RATE,
            Rate.FALSE_DISCOVERY_RATE,
            Rate.FALSE_OMISSION_RATE);

    /** Aequitas' names. */
    private static final Map<String, Rate> AEQUITAS = Map.of(
            "pprev", Rate.SELECTION_RATE,
            "precision", Rate.PRECISION,
            "fdr", Rate.FALSE_DISCOVERY_RATE,
            "for", Rate.FALSE_OMISSION_RATE,
            "fpr", Rate.FALSE_POSITIVE_RATE,
            "fnr", Rate.FALSE_NEGATIVE_RATE,
            "tpr", Rate.TRUE_POSITIVE_RATE,
            "tnr", Rate.TRUE_NEGATIVE_RATE,
            "npv", Rate.NEGATIVE_PREDICTIVE_VALUE);

    /** A combination of metrics of the group and of its reference. */
    private interface Combination {
        double of(double[] group, double[] reference);
    }

    /** Everything of {@code aif360.} about one pair. */
    List<Measurement> aif360(Sample group, Sample reference, Place place) {
        List<Measurement> measured = new ArrayList<>();
        measured.add(difference("statistical_parity_difference", Rate.SELECTION_RATE, group, reference, place));
        measured.add(ratio("aif360.disparate_impact", oriented(Rate.SELECTION_RATE), group, reference, false, place));
        measured.add(difference("equal_opportunity_difference", Rate.TRUE_POSITIVE_RATE, group, reference, place));
        for (Rate rate : AIF360_RATES) {
            measured.add(difference(rate.name() + "_difference", rate, group, reference, place));
            measured.add(ratio("aif360." + rate.name() + "_ratio", oriented(rate), group, reference, false, place));
        }
        int tpr = positiveIsFavorable ? BaseMetrics.TRUE_POSITIVE_RATE : BaseMetrics.TRUE_NEGATIVE_RATE;
        int fpr = positiveIsFavorable ? BaseMetrics.FALSE_POSITIVE_RATE : BaseMetrics.FALSE_NEGATIVE_RATE;
        int ppv = positiveIsFavorable ? BaseMetrics.PRECISION : BaseMetrics.NEGATIVE_PREDICTIVE_VALUE;
        int miss = positiveIsFavorable ? BaseMetrics.FALSE_OMISSION_RATE : BaseMetrics.FALSE_DISCOVERY_RATE;
        Combination odds = (u, p) -> (u[fpr] - p[fpr] + (u[tpr] - p[tpr])) / 2;
        Combination absolute = (u, p) -> (Math.abs(u[fpr] - p[fpr]) + Math.abs(u[tpr] - p[tpr])) / 2;
        Combination worst = (u, p) -> Math.max(Math.abs(u[fpr] - p[fpr]), Math.abs(u[tpr] - p[tpr]));
        Combination predictive = (u, p) -> (u[ppv] - p[ppv] + (u[miss] - p[miss])) / 2;
        measured.add(combined("average_odds_difference", group, reference, place, odds));
        measured.add(combined("average_abs_odds_difference", group, reference, place, absolute));
        measured.add(combined("equalized_odds_difference", group, reference, place, worst));
        measured.add(combined("average_predictive_value_difference", group, reference, place, predictive));
        return measured;
    }

    /** Entropy between two groups, all people of a group having its mean benefit. */
    List<Measurement> between(Sample group, Sample reference, Place place) {
        List<Measurement> measured = new ArrayList<>();
        for (EntropyIndex index : EntropyIndex.values()) {
            double value =
                    between(index, group.data().confusion(), reference.data().confusion());
            double[] replicated = IntStream.range(0, bootstrap.replicates())
                    .mapToDouble(replicate -> between(
                            index,
                            group.replicates().confusion(replicate),
                            reference.replicates().confusion(replicate)))
                    .toArray();
            measured.add(place.either(
                    "aif360.between_group_" + index.metric(),
                    index.at(),
                    value,
                    "nobody has a benefit",
                    bootstrap.interval(value, replicated, group.data().bootstrapMethod())));
        }
        return measured;
    }

    private double between(EntropyIndex index, double[] group, double[] reference) {
        return index.of(
                new EntropyIndex.Benefits(positiveIsFavorable).addGroup(group).addGroup(reference));
    }

    /** {@code aequitas.ppr}, the group's share of all predicted positives, and {@code aequitas.pprev}, its selection rate. */
    List<Measurement> aequitasShares(List<GroupData> groups, List<Place> places) {
        Rate selection = Rate.SELECTION_RATE;
        double all = groups.stream()
                .mapToDouble(group -> Rate.sum(selection.numerator(), group.cells()))
                .sum();
        List<Measurement> measured = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            Place place = places.get(group);
            Optional<Proportion> rate = groups.get(group).proportion(selection);
            if (all == 0 || rate.isEmpty()) {
                measured.add(
                        place.undefined("aequitas.ppr", Map.of(), all == 0 ? "no predicted positives" : "no rows"));
            } else {
                Proportion share = new Proportion(rate.get().numerator(), all, all, true);
                measured.add(
                        rate.get().plain()
                                ? place.measured("aequitas.ppr", share, bootstrap)
                                : place.measured("aequitas.ppr", Map.of(), share.value(), weightedShare()));
            }
            measured.add(rate.map(share -> place.measured("aequitas.pprev", share, bootstrap))
                    .orElseGet(() -> place.undefined("aequitas.pprev", Map.of(), "no rows")));
        }
        return measured;
    }

    private static Uncertainty weightedShare() {
        return new Uncertainty.NoInterval("a share over all groups of rows with weights or clusters");
    }

    /** Everything of {@code aequitas.} about one pair; the reference group's own disparities are 1. */
    List<Measurement> aequitas(Sample group, Sample reference, boolean same, Place place) {
        List<Measurement> measured = new ArrayList<>();
        double selected = Rate.sum(Rate.TP | Rate.FP, reference.data().cells());
        double value = Rate.sum(Rate.TP | Rate.FP, group.data().cells()) / selected;
        String ppr = "aequitas.ppr_disparity";
        if (selected == 0) {
            measured.add(place.undefined(ppr, Map.of(), "no predicted positives in the reference group"));
        } else if (same) {
            measured.add(place.measured(ppr, Map.of(), 1, itself()));
        } else {
            double[] replicated = IntStream.range(0, bootstrap.replicates())
                    .mapToDouble(replicate -> selected(group, replicate) / selected(reference, replicate))
                    .map(ratio -> Double.isFinite(ratio) ? ratio : Double.NaN)
                    .toArray();
            measured.add(place.measured(
                    ppr,
                    Map.of(),
                    value,
                    bootstrap.interval(value, replicated, group.data().bootstrapMethod())));
        }
        AEQUITAS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(rate -> measured.add(ratio(
                        "aequitas." + rate.getKey() + "_disparity", rate.getValue(), group, reference, same, place)));
        return measured;
    }

    private static double selected(Sample group, int replicate) {
        double[] confusion = group.replicates().confusion(replicate);
        return confusion[0] + confusion[1];
    }

    private Rate oriented(Rate rate) {
        return positiveIsFavorable ? rate : rate.flipped();
    }

    private Measurement difference(String metric, Rate named, Sample group, Sample reference, Place place) {
        Rate rate = oriented(named);
        Optional<Proportion> first = group.data().proportion(rate);
        Optional<Proportion> second = reference.data().proportion(rate);
        if (first.isEmpty() || second.isEmpty()) {
            return place.undefined("aif360." + metric, Map.of(), why(rate, first.isEmpty()));
        }
        return place.measured(
                "aif360." + metric,
                Map.of(),
                first.get().value() - second.get().value(),
                first.get().differenceInterval(second.get(), bootstrap.confidence()));
    }

    private Measurement ratio(String metric, Rate rate, Sample group, Sample reference, boolean same, Place place) {
        Optional<Proportion> first = group.data().proportion(rate);
        Optional<Proportion> second = reference.data().proportion(rate);
        if (first.isEmpty() || second.isEmpty()) {
            return place.undefined(metric, Map.of(), why(rate, first.isEmpty()));
        }
        if (second.get().numerator() == 0) {
            return place.undefined(metric, Map.of(), "the reference group's rate is 0");
        }
        if (same) {
            return place.measured(metric, Map.of(), 1, itself());
        }
        return place.measured(
                metric,
                Map.of(),
                first.get().value() / second.get().value(),
                first.get().ratioInterval(second.get(), bootstrap.confidence()));
    }

    private Measurement combined(String metric, Sample group, Sample reference, Place place, Combination combination) {
        double value = combination.of(group.values(), reference.values());
        if (Double.isNaN(value)) {
            return place.undefined(
                    "aif360." + metric, Map.of(), "a rate of the group or of the reference is undefined");
        }
        double[] replicated = group.replicates().combined(reference.replicates(), combination::of);
        return place.measured(
                "aif360." + metric,
                Map.of(),
                value,
                bootstrap.interval(value, replicated, group.data().bootstrapMethod()));
    }

    private static String why(Rate rate, boolean inGroup) {
        return rate.whyUndefined() + (inGroup ? " in the group" : " in the reference group");
    }

    private static Uncertainty itself() {
        return new Uncertainty.NoInterval("the reference group against itself");
    }
}
