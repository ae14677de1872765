package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.Rate;
import org.aimass.engine.metrics.Uncertainty;

/**
 * New York City Local Law 144 (6 RCNY 5-300): a category's rate over that of the category with the highest rate; for scores,
 * the rate of scoring above the median of all rows.
 *
 * @param scored whether that median is known
 */
record Ll144(boolean scored, Bootstrap bootstrap, OptionalDouble excludeBelow) {

    /**
     * @param groups of one slice
     * @param names theirs
     * @param places theirs
     */
    List<Measurement> measure(List<GroupData> groups, List<String> names, List<Place> places) {
        List<Measurement> measured = new ArrayList<>();
        List<Integer> all = IntStream.range(0, groups.size()).boxed().toList();
        for (int group = 0; scored && group < groups.size(); group++) {
            Place place = places.get(group);
            measured.add(groups.get(group)
                    .proportion(Rate.SCORING_RATE)
                    .map(rate -> place.measured(Rate.SCORING_RATE.name(), rate, bootstrap))
                    .orElseGet(() -> place.undefined(Rate.SCORING_RATE.name(), Map.of(), "no rows")));
        }
        measured.addAll(bothRatios(groups, names, places, all, Map.of()));
        if (excludeBelow.isPresent()) {
            double share = excludeBelow.getAsDouble();
            double rows =
                    groups.stream().mapToLong(data -> data.counts().rows()).sum();
            List<Integer> large = all.stream()
                    .filter(group -> groups.get(group).counts().rows() >= share * rows)
                    .toList();
            measured.addAll(bothRatios(groups, names, places, large, Map.of("exclude_below", share)));
        }
        return measured;
    }

    private List<Measurement> bothRatios(
            List<GroupData> groups,
            List<String> names,
            List<Place> places,
            List<Integer> compared,
            Map<String, Object> at) {
        List<Measurement> measured =
                new ArrayList<>(ratios("ll144.impact_ratio", Rate.SELECTION_RATE, groups, names, places, compared, at));
        if (scored) {
            measured.addAll(
                    ratios("ll144.scoring_impact_ratio", Rate.SCORING_RATE, groups, names, places, compared, at));
        }
        return measured;
    }

    private List<Measurement> ratios(
            String metric,
            Rate rate,
            List<GroupData> groups,
            List<String> names,
            List<Place> places,
            List<Integer> compared,
            Map<String, Object> at) {
        List<Measurement> measured = new ArrayList<>();
        int highest = highest(groups, compared, rate);
        for (int group = 0; group < groups.size(); group++) {
            Place place = places.get(group);
            if (!compared.contains(group)) {
                measured.add(place.undefined(metric, at, "a smaller share of all rows, left out"));
            } else if (highest < 0) {
                measured.add(place.undefined(metric, at, "no category has a rate above 0"));
            } else {
                measured.add(ratio(groups, group, highest, rate)
                        .map(ratio -> place.naming(List.of(names.get(highest)))
                                .measured(metric, at, ratio.value, ratio.uncertainty))
                        .orElseGet(() -> place.undefined(metric, at, "no rows")));
            }
        }
        return measured;
    }

    private record Ratio(double value, Uncertainty uncertainty) {}

    private Optional<Ratio> ratio(List<GroupData> groups, int group, int highest, Rate rate) {
        Proportion top = groups.get(highest).proportion(rate).orElseThrow();
        if (group == highest) {
            return Optional.of(new Ratio(1, new Uncertainty.NoInterval("the category with the highest rate itself")));
        }
        return groups.get(group)
                .proportion(rate)
                .map(share -> new Ratio(share.value() / top.value(), share.ratioInterval(top, bootstrap.confidence())));
    }

    /** The first of the highest, or -1 where no rate is above 0. */
    private static int highest(List<GroupData> groups, List<Integer> compared, Rate rate) {
        int highest = -1;
        double most = 0;
        for (int group : compared) {
            double value =
                    groups.get(group).proportion(rate).map(Proportion::value).orElse(0.0);
            if (value > most) {
                most = value;
                highest = group;
            }
        }
        return highest;
    }
}
