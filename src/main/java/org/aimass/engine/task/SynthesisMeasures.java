package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.RatioGroup;
import org.aimass.engine.metrics.RatioMetric;
import org.aimass.engine.metrics.SynthesisMetrics;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.Uncertainty;

/** Derives the outcome of an audit of speech synthesis from its rows. */
final class SynthesisMeasures extends Disaggregation<RatioGroup> {

    private final SynthesisPlan plan;
    private final Snippets rows;
    private final List<RatioMetric> metrics;
    private final MeasuredGroups measures;

    SynthesisMeasures(SynthesisPlan plan, CellIndex cells, Snippets rows, List<List<String>> dictionaries) {
        super(plan.groups(), cells, dictionaries);
        this.plan = plan;
        this.rows = rows;
        metrics = plan.metrics();
        measures = new MeasuredGroups(
                metrics.stream().map(RatioMetric::base).toList(),
                metric -> SynthesisMetrics.isError(metrics.get(metric)),
                plan.groups());
    }

    TaskOutcome outcome() {
        walk();
        return TaskOutcome.of(summaries(), measurements());
    }

    @Override
    List<RatioGroup> counted(Partition partition) {
        return rows.deal(partition).stream()
                .map(dealt -> new RatioGroup(metrics, dealt.rows()))
                .toList();
    }

    @Override
    GroupSummary summary(Map<String, String> features, RatioGroup group) {
        return GroupSummary.uncounted(
                features, group.rows(), group.rows() < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, RatioGroup group, int slices) {
        List<Measurement> measured = new ArrayList<>(measures.of(group, Place.group(features)));
        measured.addAll(listeners(group, Place.group(features)));
        return measured;
    }

    private List<Measurement> listeners(RatioGroup group, Place place) {
        return plan.listened()
                ? List.of(place.measured(
                        "listeners",
                        Map.of(),
                        (double) group.units(SynthesisMetrics.BY_LISTENER),
                        new Uncertainty.NoInterval("a count of clusters, not an estimate")))
                : List.of();
    }

    @Override
    List<Measurement> over(Partition partition, List<RatioGroup> groups, String reference) {
        List<Measurement> measured = new ArrayList<>();
        for (int[] slice : partition.slices()) {
            List<Partition.Group> sliced = partition.groups().subList(slice[0], slice[1]);
            List<RatioGroup> own = groups.subList(slice[0], slice[1]);
            List<Place> places = sliced.stream()
                    .map(group -> Place.group(partition.features(group)))
                    .toList();
            measured.addAll(measures.slice(
                    own,
                    sliced.stream().map(Partition.Group::name).toList(),
                    places,
                    Place.over(sliced.get(0).slice(), partition.over()),
                    reference));
            for (int group = 0; group < own.size(); group++) {
                measured.addAll(listeners(own.get(group), places.get(group)));
            }
        }
        return measured;
    }
}
