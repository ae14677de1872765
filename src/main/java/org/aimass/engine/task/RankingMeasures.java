package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Bins;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.MeanOfUnits;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.RankingGroup;
import org.aimass.engine.metrics.RankingMetrics;
import org.aimass.engine.metrics.TaskOutcome;

/** Derives the outcome of an audit of rankings from the lists. */
final class RankingMeasures extends Disaggregation<RankingGroup> {

    private final RankingPlan plan;
    private final RankedLists lists;
    private final RankingMetrics metrics;
    private final MeasuredGroups measures;
    private final List<BinnedRows> binned = new ArrayList<>();

    RankingMeasures(RankingPlan plan, CellIndex cells, RankedLists lists, List<List<String>> dictionaries) {
        super(plan.groups(), cells, dictionaries);
        this.plan = plan;
        this.lists = lists;
        metrics = new RankingMetrics(plan.cutoffs(), plan.relevant());
        measures = new MeasuredGroups(metrics.list(), metrics.extremes(), plan.groups());
    }

    TaskOutcome outcome() {
        walk();
        TaskOutcome outcome = TaskOutcome.of(summaries(), measurements());
        return binned.isEmpty()
                ? outcome
                : outcome.with(new Distributions(
                        Distributions.PLACE,
                        Arrays.stream(Bins.edgesOfPlaces()).boxed().toList(),
                        binned));
    }

    @Override
    List<RankingGroup> counted(Partition partition) {
        binned.addAll(lists.places(partition));
        List<Map<Integer, double[]>> units = lists.units(partition, metrics);
        int[] sizes = lists.sizes(partition);
        return IntStream.range(0, sizes.length)
                .mapToObj(group -> group(units.get(group), sizes[group]))
                .toList();
    }

    private RankingGroup group(Map<Integer, double[]> units, long items) {
        return new RankingGroup(
                metrics,
                units.keySet().stream().mapToInt(Integer::intValue).toArray(),
                units.values().toArray(new double[0][]),
                plan.groups().clustered(),
                items);
    }

    @Override
    GroupSummary summary(Map<String, String> features, RankingGroup group) {
        return GroupSummary.uncounted(
                features, group.rows(), group.rows() < plan.groups().minimumGroupSize());
    }

    /** All items together are skewed against nobody. */
    @Override
    List<Measurement> whole(Map<String, String> features, RankingGroup group, int slices) {
        return measures.of(group, Place.group(features)).stream()
                .filter(measured -> !measured.metric().equals("skew"))
                .toList();
    }

    @Override
    List<Measurement> over(Partition partition, List<RankingGroup> groups, String reference) {
        List<MeanOfUnits> divergences = lists.divergences(partition);
        List<int[]> slices = partition.slices();
        List<Measurement> measured = new ArrayList<>();
        for (int slice = 0; slice < slices.size(); slice++) {
            int from = slices.get(slice)[0];
            int to = slices.get(slice)[1];
            List<Partition.Group> sliced = partition.groups().subList(from, to);
            Place overGroups = Place.over(sliced.get(0).slice(), partition.over());
            measured.addAll(measures.slice(
                    groups.subList(from, to),
                    sliced.stream().map(Partition.Group::name).toList(),
                    sliced.stream()
                            .map(group -> Place.group(partition.features(group)))
                            .toList(),
                    overGroups,
                    reference));
            MeanOfUnits divergence = divergences.get(slice);
            measured.add(overGroups.either(
                    "ndkl",
                    Map.of(),
                    divergence.value(),
                    "all weights are 0",
                    divergence.uncertainty(plan.groups().confidence(), "student_t_lists")));
        }
        return measured;
    }
}
