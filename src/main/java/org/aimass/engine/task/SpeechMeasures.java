package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.MatchedRates;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.RatioGroup;
import org.aimass.engine.metrics.RatioMetric;
import org.aimass.engine.metrics.SpeechMetrics;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.Uncertainty;

/** Derives the outcome of an audit of speech recognition from the errors of its snippets. */
final class SpeechMeasures extends Disaggregation<SpeechMeasures.Group> {

    /** Between more groups than this snippets are not matched. */
    private static final int MOST_MATCHED = 200;

    /** A group and its snippets. */
    record Group(RatioGroup measured, Snippets snippets) {}

    private final SpeechPlan plan;
    private final Snippets snippets;
    private final List<RatioMetric> metrics;
    private final MeasuredGroups measures;
    private final double[] edges;

    SpeechMeasures(SpeechPlan plan, CellIndex cells, Snippets snippets, List<List<String>> dictionaries) {
        super(plan.groups(), cells, dictionaries);
        this.plan = plan;
        this.snippets = snippets;
        metrics = SpeechMetrics.list(plan.unit(), plan.groups().clustered());
        measures = new MeasuredGroups(metrics.stream().map(RatioMetric::base).toList(), metric -> true, plan.groups());
        edges = plan.timed() ? snippets.edgesOfDurations(plan.durationBins()) : new double[0];
    }

    TaskOutcome outcome() {
        walk();
        return TaskOutcome.of(summaries(), measurements());
    }

    @Override
    List<Group> counted(Partition partition) {
        return snippets.deal(partition).stream()
                .map(dealt -> new Group(new RatioGroup(metrics, dealt.rows()), dealt))
                .toList();
    }

    @Override
    GroupSummary summary(Map<String, String> features, Group group) {
        long rows = group.measured.rows();
        return GroupSummary.uncounted(features, rows, rows < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, Group group, int slices) {
        List<Measurement> measured = new ArrayList<>(measures.of(group.measured, Place.group(features)));
        measured.addAll(speakers(group, Place.group(features)));
        return measured;
    }

    private List<Measurement> speakers(Group group, Place place) {
        return plan.groups().clustered()
                ? List.of(place.measured(
                        "speakers",
                        Map.of(),
                        (double) group.measured.units(0),
                        new Uncertainty.NoInterval("a count of clusters, not an estimate")))
                : List.of();
    }

    @Override
    List<Measurement> over(Partition partition, List<Group> groups, String reference) {
        List<Measurement> measured = new ArrayList<>();
        for (int[] slice : partition.slices()) {
            List<Partition.Group> sliced = partition.groups().subList(slice[0], slice[1]);
            List<Group> own = groups.subList(slice[0], slice[1]);
            List<String> names = sliced.stream().map(Partition.Group::name).toList();
            List<Place> places = sliced.stream()
                    .map(group -> Place.group(partition.features(group)))
                    .toList();
            Place overGroups = Place.over(sliced.get(0).slice(), partition.over());
            measured.addAll(
                    measures.slice(own.stream().map(Group::measured).toList(), names, places, overGroups, reference));
            for (int group = 0; group < own.size(); group++) {
                measured.addAll(speakers(own.get(group), places.get(group)));
            }
            measured.addAll(matched(own, names, overGroups, reference));
        }
        return measured;
    }

    /** Each group less its reference over snippets of like duration. */
    private List<Measurement> matched(List<Group> groups, List<String> names, Place overGroups, String reference) {
        int at = names.indexOf(reference);
        if (!plan.timed() || at < 0) {
            return List.of();
        }
        MatchedRates.Side other = side(groups.get(at));
        return IntStream.range(0, groups.size())
                .filter(group -> group != at)
                .mapToObj(group ->
                        matched(groups.get(group), other, overGroups.pair(names.get(group), reference), groups.size()))
                .toList();
    }

    private Measurement matched(Group group, MatchedRates.Side reference, Place pair, int groups) {
        String name = "matched_" + SpeechMetrics.meanRate(plan.unit()) + "_difference";
        Map<String, Object> at = new LinkedHashMap<>();
        at.put("matched_on", "duration");
        at.put("bins", edges.length + 1);
        if (groups > MOST_MATCHED) {
            return pair.undefined(name, at, "more than " + MOST_MATCHED + " groups");
        }
        MatchedRates matched = MatchedRates.of(side(group), reference, edges.length + 1);
        at.put("rows", matched.rows());
        at.put("reference_rows", matched.referenceRows());
        return pair.either(
                name,
                at,
                matched.difference(),
                "no two snippets with words are of like duration",
                matched.uncertainty(plan.groups().confidence()));
    }

    private MatchedRates.Side side(Group group) {
        return SpeechMetrics.rates(group.snippets.rows(), group.snippets.bins(edges));
    }
}
