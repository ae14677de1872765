package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.BaseMetrics;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.GroupName;
import org.aimass.engine.metrics.GroupSpreads;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.Sample;

/** The groups of one slice of a partition: each group's metrics, the disparities over them, each against the reference. */
final class SliceMeasures {

    /** Bootstraps held at a time. */
    private static final int AT_ONCE = 32;
    /** Members of so many groups, the largest, are permuted. */
    private static final int MOST_PERMUTED = 100;

    private final BinaryPlan plan;
    private final BaseMetrics metrics;
    private final Bootstrap bootstrap;
    private final List<GroupData> data;
    private final String reference;
    private final List<String> names;
    private final List<Place> places;
    private final Place overGroups;
    private final Pairs pairs;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Measurement> ofPairs = new ArrayList<>();
    private final PairTests pairTests;

    /**
     * @param sliced the groups, at least one
     * @param data theirs
     * @param reference the name of the group that pairs compare with; it may be missing here
     */
    SliceMeasures(
            BinaryPlan plan,
            BaseMetrics metrics,
            Bootstrap bootstrap,
            Partition partition,
            List<Partition.Group> sliced,
            List<GroupData> data,
            String reference,
            PairTests pairTests) {
        this.pairTests = pairTests;
        this.plan = plan;
        this.metrics = metrics;
        this.bootstrap = bootstrap;
        this.data = data;
        this.reference = reference;
        names = sliced.stream().map(Partition.Group::name).toList();
        places = sliced.stream()
                .map(group -> Place.group(partition.features(group)))
                .toList();
        overGroups = Place.over(sliced.get(0).slice(), partition.over());
        pairs = new Pairs(bootstrap, plan.positiveIsFavorable());
    }

    /**
     * @param median whether the scores' median over all rows is known
     * @param conditional is told each group; empty where nothing is conditioned on
     */
    List<Measurement> measure(GroupData everybodyElse, boolean median, Optional<ConditionalDisparity> conditional) {
        ByGroup byGroup = new ByGroup(metrics, bootstrap);
        ByGroup byCounts = new ByGroup(new BaseMetrics(false, List.of()), bootstrap);
        int index = names.indexOf(reference);
        Sample referenceGroup =
                index < 0 ? byCounts.sample(GroupData.counted(GroupCounts.NONE), "nobody", 1) : sample(byGroup, index);
        GroupSpreads spreads = new GroupSpreads(metrics, bootstrap.replicates(), plan.positiveIsFavorable());
        for (int from = 0; from < data.size(); from += AT_ONCE) {
            int first = from;
            int to = Math.min(from + AT_ONCE, data.size());
            List<Sample> sampled = IntStream.range(from, to)
                    .parallel()
                    .mapToObj(group -> group == index ? referenceGroup : sample(byGroup, group))
                    .toList();
            IntStream.range(from, to)
                    .parallel()
                    .mapToObj(group -> byGroup.measure(sampled.get(group - first), places.get(group)))
                    .toList()
                    .forEach(measurements::addAll);
            for (int group = from; group < to; group++) {
                Sample one = sampled.get(group - from);
                spreads.add(group, one.data(), one.values(), one.replicates());
                compare(one, names.get(group), referenceGroup, group == index);
                int member = group;
                conditional.ifPresent(it -> it.add(names.get(member), places.get(member), one));
            }
        }
        spreads.close();
        conditional.ifPresent(it -> measurements.addAll(it.closeSlice()));
        measurements.addAll(pairs.aequitasShares(data, places));
        measurements.addAll(new Ll144(median, bootstrap, plan.ll144ExcludeBelow()).measure(data, names, places));
        String method = data.get(0).bootstrapMethod();
        measurements.addAll(new OverGroups(metrics, bootstrap).measure(spreads, names, overGroups, method));
        Sample rest = byCounts.sample(everybodyElse, "everybody but " + reference + " " + overGroups, 1);
        Place pair = overGroups.pair(GroupName.EVERYBODY_ELSE, reference);
        measurements.addAll(pairs.aif360(rest, referenceGroup, pair));
        measurements.addAll(pairs.between(rest, referenceGroup, pair));
        measurements.addAll(ofPairs);
        return measurements;
    }

    /** Whether each group differs from the reference group. */
    List<PairTest> tests() {
        int index = names.indexOf(reference);
        GroupData referenceGroup = index < 0 ? GroupData.counted(GroupCounts.NONE) : data.get(index);
        long fewest = data.stream()
                .map(group -> group.counts().rows())
                .sorted(Comparator.reverseOrder())
                .limit(MOST_PERMUTED)
                .min(Comparator.naturalOrder())
                .orElse(0L);
        return IntStream.range(0, data.size())
                .parallel()
                .filter(group -> group != index)
                .mapToObj(group -> pairTests.of(
                        data.get(group),
                        referenceGroup,
                        overGroups.pair(names.get(group), reference),
                        data.get(group).counts().rows() >= fewest))
                .toList()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private Sample sample(ByGroup byGroup, int group) {
        return byGroup.sample(data.get(group), "group " + places.get(group).features(), data.size());
    }

    private void compare(Sample group, String name, Sample referenceGroup, boolean same) {
        Place pair = overGroups.pair(name, reference);
        if (!same) {
            ofPairs.addAll(pairs.aif360(group, referenceGroup, pair));
        }
        ofPairs.addAll(pairs.aequitas(group, referenceGroup, same, pair));
    }
}
