package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.TextGroup;
import org.aimass.engine.metrics.TextMetrics;

/** Derives the outcome of an audit of a language model from its rows. */
final class TextMeasures extends Disaggregation<TextGroup> {

    private final TextPlan plan;
    private final TextMetrics metrics;
    private final List<TextGeneration.Row> rows;
    private final MeasuredGroups measures;

    /** @param rows in the order of their lines */
    TextMeasures(
            TextPlan plan,
            TextMetrics metrics,
            CellIndex cells,
            List<TextGeneration.Row> rows,
            List<List<String>> dictionaries) {
        super(plan.groups(), cells, dictionaries);
        this.plan = plan;
        this.metrics = metrics;
        this.rows = rows;
        measures = new MeasuredGroups(metrics.list(), plan.groups());
    }

    TaskOutcome outcome() {
        walk();
        return TaskOutcome.of(summaries(), measurements());
    }

    @Override
    List<TextGroup> counted(Partition partition) {
        boolean clustered = plan.groups().clustered();
        List<Map<Long, double[]>> units = new ArrayList<>();
        partition.groups().forEach(group -> units.add(new LinkedHashMap<>()));
        long[] size = new long[units.size()];
        for (TextGeneration.Row row : rows) {
            int of = partition.groupOfCell()[row.cell()];
            size[of]++;
            double[] sums = units.get(of)
                    .computeIfAbsent(clustered ? row.cluster() : row.line(), key -> new double[metrics.sums()]);
            for (int sum = 0; sum < sums.length; sum++) {
                sums[sum] += row.sums()[sum];
            }
        }
        return IntStream.range(0, size.length)
                .mapToObj(group -> new TextGroup(
                        metrics,
                        units.get(group).keySet().stream()
                                .mapToLong(Long::longValue)
                                .toArray(),
                        units.get(group).values().toArray(new double[0][]),
                        clustered,
                        plan.groups().weighted(),
                        size[group]))
                .toList();
    }

    @Override
    GroupSummary summary(Map<String, String> features, TextGroup group) {
        return GroupSummary.uncounted(
                features, group.rows(), group.rows() < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, TextGroup group, int slices) {
        return measures.of(group, Place.group(features));
    }

    @Override
    List<Measurement> over(Partition partition, List<TextGroup> groups, String reference) {
        return measures.slices(partition, groups, reference);
    }
}
