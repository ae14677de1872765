package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.CountedShares;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.IdentificationMetrics;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.TaskOutcome;

/** Derives the outcome of an audit of an identification from its searches. */
final class IdentificationMeasures extends Disaggregation<CountedShares> {

    private final IdentificationPlan plan;
    private final Searches searches;
    private final List<Double> thresholds;
    private final IdentificationMetrics metrics;
    private final MeasuredGroups measures;

    IdentificationMeasures(
            IdentificationPlan plan, CellIndex cells, Searches searches, List<List<String>> dictionaries) {
        super(plan.groups(), cells, dictionaries);
        this.plan = plan;
        this.searches = searches;
        thresholds = plan.targets().stream().map(searches::threshold).toList();
        metrics = new IdentificationMetrics(plan.targets(), thresholds, plan.ranks(), plan.alpha());
        measures = new MeasuredGroups(metrics.list(), metrics.differentials(), plan.groups());
    }

    TaskOutcome outcome() {
        walk();
        return TaskOutcome.of(summaries(), measurements());
    }

    @Override
    List<CountedShares> counted(Partition partition) {
        return searches.deal(partition, plan.groups().clustered()).stream()
                .map(metrics::count)
                .toList();
    }

    @Override
    GroupSummary summary(Map<String, String> features, CountedShares group) {
        return GroupSummary.uncounted(
                features, group.rows(), group.rows() < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, CountedShares group, int slices) {
        List<Measurement> measured = new ArrayList<>();
        if (features.isEmpty()) {
            for (int target = 0; target < thresholds.size(); target++) {
                measured.add(FixedThreshold.measured(
                        "target_fpir",
                        plan.targets().get(target),
                        thresholds.get(target),
                        plan.groups().weighted()
                                ? "searches of strangers with a weight above 0"
                                : "searches of strangers"));
            }
        }
        measured.addAll(measures.of(group, Place.group(features)));
        return measured;
    }

    @Override
    List<Measurement> over(Partition partition, List<CountedShares> groups, String reference) {
        List<Measurement> measured = new ArrayList<>();
        for (int[] slice : partition.slices()) {
            List<CountedShares> own = groups.subList(slice[0], slice[1]);
            List<Partition.Group> sliced = partition.groups().subList(slice[0], slice[1]);
            List<String> names = sliced.stream().map(Partition.Group::name).toList();
            RateBounds bounds = new RateBounds(
                    metrics.differentials(),
                    names,
                    (group, rate) -> own.get(group).share(rate),
                    plan.groups().confidence());
            measures.slice(
                            own,
                            names,
                            sliced.stream()
                                    .map(group -> Place.group(partition.features(group)))
                                    .toList(),
                            Place.over(sliced.get(0).slice(), partition.over()),
                            reference)
                    .forEach(measurement -> measured.add(bounds.beside(measurement)));
        }
        return measured;
    }
}
