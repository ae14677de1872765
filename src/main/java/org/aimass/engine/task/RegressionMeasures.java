package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.AnswerDistance;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.MeasuredGroup;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.RegressionGroup;
import org.aimass.engine.metrics.RegressionMetrics;
import org.aimass.engine.metrics.TaskOutcome;

/** Derives the outcome of a regression's audit from what was counted. */
final class RegressionMeasures extends Disaggregation<MeasuredGroup> {

    private final GroupPlan plan;
    private final RegressionData data;
    private final MeasuredGroups measures;
    private final List<BinnedRows> binned = new ArrayList<>();
    /** Of all rows, which come first. */
    private double[] edges = {};

    RegressionMeasures(GroupPlan plan, CellIndex cells, RegressionData data, List<List<String>> dictionaries) {
        super(plan, cells, dictionaries);
        this.plan = plan;
        this.data = data;
        measures = new MeasuredGroups(RegressionMetrics.LIST, plan);
    }

    TaskOutcome outcome() {
        walk();
        TaskOutcome outcome = TaskOutcome.of(summaries(), measurements());
        return binned.isEmpty()
                ? outcome
                : outcome.with(new Distributions(
                        Distributions.ERROR, Arrays.stream(edges).boxed().toList(), binned));
    }

    @Override
    List<MeasuredGroup> counted(Partition partition) {
        List<MeasuredGroup> groups = data.groups(partition);
        for (int group = 0; group < groups.size(); group++) {
            if (groups.get(group) instanceof RegressionGroup kept) {
                edges = edges.length == 0 ? kept.edgesOfErrors() : edges;
                binned.add(kept.binned(partition.features(partition.groups().get(group)), edges));
            }
        }
        return groups;
    }

    @Override
    GroupSummary summary(Map<String, String> features, MeasuredGroup group) {
        return GroupSummary.uncounted(features, group.rows(), group.rows() < plan.minimumGroupSize());
    }

    /** All rows cannot be held against themselves: their distribution of answers is left out. */
    @Override
    List<Measurement> whole(Map<String, String> features, MeasuredGroup group, int slices) {
        String parity = RegressionMetrics.LIST
                .get(RegressionMetrics.STATISTICAL_PARITY_KS)
                .name();
        return measures.of(group, Place.group(features)).stream()
                .filter(measured -> !measured.metric().equals(parity))
                .toList();
    }

    @Override
    List<Measurement> over(Partition partition, List<MeasuredGroup> groups, String reference) {
        List<Measurement> measured = new ArrayList<>(measures.slices(partition, groups, reference));
        measured.addAll(distances(partition, reference));
        return measured;
    }

    private List<Measurement> distances(Partition partition, String reference) {
        List<Measurement> measured = new ArrayList<>();
        List<AnswerDistance> distances = data.distances(partition, partition.referenceOfGroup(reference));
        for (int group = 0; group < distances.size(); group++) {
            AnswerDistance distance = distances.get(group);
            Partition.Group one = partition.groups().get(group);
            if (distance == null || one.name().equals(reference)) {
                continue;
            }
            Place pair = Place.over(one.slice(), partition.over()).pair(one.name(), reference);
            String name = "statistical_parity_ks";
            measured.add(
                    Double.isNaN(distance.value())
                            ? pair.undefined(name, Map.of(), "all weights are 0")
                            : pair.measured(
                                    name,
                                    Map.of(),
                                    distance.value(),
                                    distance.uncertainty(plan.confidence(), !plan.weighted() && !plan.clustered())));
        }
        return measured;
    }
}
