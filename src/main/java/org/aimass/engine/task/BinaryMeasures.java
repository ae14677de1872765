package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aimass.engine.metrics.BaseMetrics;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.GroupName;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Sample;
import org.aimass.engine.metrics.Uncertainty;

/** Derives the outcome from what was counted: all rows, then each feature and intersection, within controls too. */
final class BinaryMeasures {

    private final BinaryPlan plan;
    private final BaseMetrics metrics;
    private final Counted counted;
    private final List<List<String>> dictionaries;
    private final boolean clustersLost;
    private final Bootstrap bootstrap;
    private final List<GroupSummary> groups = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<GroupScores> scores = new ArrayList<>();

    /** @param clustersLost whether rows were too many to keep their clusters: intervals would be too narrow */
    BinaryMeasures(
            BinaryPlan plan,
            BaseMetrics metrics,
            Counted counted,
            List<List<String>> dictionaries,
            boolean clustersLost) {
        this.plan = plan;
        this.metrics = metrics;
        this.counted = counted;
        this.dictionaries = dictionaries;
        this.clustersLost = clustersLost;
        bootstrap = new Bootstrap(plan.replicates(), plan.seed(), plan.confidence());
    }

    BinaryOutcome outcome() {
        Set<List<String>> over = new LinkedHashSet<>();
        plan.sensitiveFeatures().forEach(feature -> over.add(List.of(feature)));
        over.addAll(plan.intersections());
        wholes(List.of());
        for (List<String> features : over) {
            disaggregate(features, List.of());
        }
        if (!plan.controlFeatures().isEmpty()) {
            wholes(plan.controlFeatures());
            for (List<String> features : over) {
                disaggregate(features, plan.controlFeatures());
            }
        }
        return new BinaryOutcome(
                groups,
                clustersLost
                        ? measurements.stream()
                                .map(BinaryMeasures::withoutInterval)
                                .toList()
                        : measurements,
                scoresOfLargest());
    }

    /** All rows first; of equally large groups the first ones stay. */
    private List<GroupScores> scoresOfLargest() {
        if (scores.size() <= GroupScores.MOST_GROUPS + 1) {
            return scores;
        }
        Set<GroupScores> largest = scores.stream()
                .sorted(Comparator.comparingLong(GroupScores::rows).reversed())
                .limit(GroupScores.MOST_GROUPS + 1L)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        return scores.stream().filter(largest::contains).toList();
    }

    private static Measurement withoutInterval(Measurement measured) {
        return new Measurement(
                measured.metric(),
                measured.features(),
                measured.over(),
                measured.groups(),
                measured.pair(),
                measured.at(),
                measured.value(),
                measured.fraction(),
                new Uncertainty.NoInterval("too many rows to keep their clusters"));
    }

    private Partition partition(List<String> over, List<String> control) {
        List<String> names = new ArrayList<>(plan.sensitiveFeatures());
        names.addAll(plan.controlFeatures());
        return Partition.of(counted.cells(), names, dictionaries, over, control);
    }

    /** All rows, or all rows of each slice. */
    private void wholes(List<String> control) {
        Partition partition = partition(List.of(), control);
        List<GroupData> data = counted.groups(partition);
        if (data.isEmpty() && control.isEmpty()) {
            groups.add(new GroupSummary(Map.of(), 0, GroupCounts.NONE, plan.minimumGroupSize() > 0));
        }
        ByGroup byGroup = new ByGroup(metrics, bootstrap);
        for (int group = 0; group < data.size(); group++) {
            Map<String, String> features = partition.features(partition.groups().get(group));
            summarize(features, data.get(group));
            Sample sampled = byGroup.sample(data.get(group), "all " + features, data.size());
            measurements.addAll(byGroup.measure(sampled, Place.group(features)));
            measurements.addAll(byGroup.entropy(sampled, Place.group(features), plan.positiveIsFavorable()));
        }
    }

    private void summarize(Map<String, String> features, GroupData data) {
        long rows = data.counts().rows();
        groups.add(new GroupSummary(features, rows, data.counts(), rows < plan.minimumGroupSize()));
        if (plan.scored() && !plan.weighted()) {
            scores.add(new GroupScores(features, data.scoreBins()));
        }
    }

    /** Groups of a feature or intersection, and what is measured over them, slice by slice. */
    private void disaggregate(List<String> over, List<String> control) {
        Partition partition = partition(over, control);
        List<GroupData> data = counted.groups(partition);
        for (int group = 0; group < data.size(); group++) {
            summarize(partition.features(partition.groups().get(group)), data.get(group));
        }
        String reference = reference(partition, data);
        Partition rest = partition.without(reference);
        List<GroupData> others = counted.groupsByCounts(rest);
        List<int[]> slices = partition.slices();
        for (int slice = 0; slice < slices.size(); slice++) {
            int from = slices.get(slice)[0];
            int to = slices.get(slice)[1];
            List<Partition.Group> sliced = partition.groups().subList(from, to);
            SliceMeasures measures =
                    new SliceMeasures(plan, metrics, bootstrap, partition, sliced, data.subList(from, to), reference);
            measurements.addAll(measures.measure(others.get(slice), counted.medianKnown()));
        }
    }

    /** The group named by the plan, or the one with most rows; of equally large ones the first by value. */
    private String reference(Partition partition, List<GroupData> data) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (int group = 0; group < data.size(); group++) {
            rows.merge(
                    partition.groups().get(group).name(),
                    data.get(group).counts().rows(),
                    Long::sum);
        }
        String named = plan.referenceGroups().get(GroupName.of(partition.over()));
        if (named != null) {
            if (!rows.containsKey(named)) {
                throw new IllegalArgumentException(
                        "the reference group \"" + named + "\" does not occur in " + partition.over());
            }
            return named;
        }
        return rows.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
