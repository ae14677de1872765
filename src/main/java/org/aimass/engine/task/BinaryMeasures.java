package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aimass.engine.metrics.BaseMetrics;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.PermutationTest;
import org.aimass.engine.metrics.Sample;
import org.aimass.engine.metrics.ScoreEdges;
import org.aimass.engine.metrics.SliceFindings;
import org.aimass.engine.metrics.SliceSearch;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.Uncertainty;

/** Derives the outcome of a binary classifier's audit from what was counted. */
final class BinaryMeasures extends Disaggregation<GroupData> {

    private static final String CLUSTERS_LOST = "too many rows to keep their clusters";
    /** Scores are cut into so many stretches for permuting. */
    private static final int STRETCHES = 16;

    private static final int COARSE_STRETCHES = 4;
    /** With more groups than this, into the few. */
    private static final int MANY_GROUPS = 64;

    private final BinaryPlan plan;
    private final BaseMetrics metrics;
    private final Counted counted;
    private final boolean clustersLost;
    private final Bootstrap bootstrap;
    private final List<List<String>> dictionaries;
    private final List<GroupScores> scores = new ArrayList<>();
    private final List<PairTest> tests = new ArrayList<>();
    private ScoreEdges edges = ScoreEdges.NONE;
    private ScoreEdges coarseEdges = ScoreEdges.NONE;

    /** @param clustersLost whether rows were too many to keep their clusters: intervals would be too narrow */
    BinaryMeasures(
            BinaryPlan plan,
            BaseMetrics metrics,
            Counted counted,
            List<List<String>> dictionaries,
            boolean clustersLost) {
        super(plan.groups(), counted.cells(), dictionaries);
        this.plan = plan;
        this.metrics = metrics;
        this.counted = counted;
        this.dictionaries = dictionaries;
        this.clustersLost = clustersLost;
        bootstrap = plan.groups().bootstrap();
    }

    TaskOutcome outcome() {
        walk();
        List<GroupSummary> groups = summaries();
        if (groups.isEmpty()) {
            groups = List.of(summary(Map.of(), GroupData.counted(GroupCounts.NONE)));
        }
        return new TaskOutcome(
                groups,
                clustersLost
                        ? measurements().stream()
                                .map(BinaryMeasures::withoutInterval)
                                .toList()
                        : measurements(),
                scoresOfLargest(),
                tests(),
                plan.worstSlices()
                        .filter(search -> plan.groups().features() > 0)
                        .map(this::worst),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<PairTest> tests() {
        return clustersLost
                ? tests.stream().map(test -> test.undefined(CLUSTERS_LOST)).toList()
                : PairTest.adjusted(tests);
    }

    private SliceFindings worst(SliceSearch search) {
        if (plan.groups().weighted() || plan.groups().clustered()) {
            return new SliceFindings.NotSearched("rows have " + (plan.groups().weighted() ? "weights" : "clusters")
                    + ", so labels and predictions cannot be permuted row by row");
        }
        List<String> names = new ArrayList<>(plan.groups().sensitiveFeatures());
        names.addAll(plan.groups().controlFeatures());
        return search.of(names, counted.combinations(dictionaries));
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
        return measured.with(new Uncertainty.NoInterval(CLUSTERS_LOST));
    }

    @Override
    List<GroupData> counted(Partition partition) {
        return counted.groups(partition, edges(partition.groups().size()));
    }

    private ScoreEdges edges(int groups) {
        return groups > MANY_GROUPS ? coarseEdges : edges;
    }

    private void keepScores(Map<String, String> features, GroupData data) {
        long rows = data.counts().rows();
        if (plan.scored() && !plan.groups().weighted() && rows > 0) {
            scores.add(new GroupScores(features, data.scoreBins()));
        }
    }

    @Override
    GroupSummary summary(Map<String, String> features, GroupData data) {
        long rows = data.counts().rows();
        return new GroupSummary(
                features, rows, data.counts(), rows < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, GroupData data, int slices) {
        if (features.isEmpty() && plan.scored() && data.plain()) {
            edges = data.scoreEdges(STRETCHES);
            coarseEdges = data.scoreEdges(COARSE_STRETCHES);
        }
        ByGroup byGroup = new ByGroup(metrics, bootstrap);
        Sample sampled = byGroup.sample(data, "all " + features, slices);
        List<Measurement> measured = new ArrayList<>(byGroup.measure(sampled, Place.group(features)));
        measured.addAll(byGroup.entropy(sampled, Place.group(features), plan.positiveIsFavorable()));
        keepScores(features, data);
        return measured;
    }

    @Override
    List<Measurement> over(Partition partition, List<GroupData> data, String reference) {
        List<GroupData> others = counted.groupsByCounts(partition.without(reference));
        List<int[]> slices = partition.slices();
        List<Measurement> measured = new ArrayList<>();
        PairTests pairTests = new PairTests(
                new PermutationTest(plan.groups().replicates(), plan.groups().seed()),
                plan.scored(),
                edges(data.size()));
        Optional<ConditionalDisparity> conditional = partition.control().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConditionalDisparity(bootstrap, plan.positiveIsFavorable(), partition.control()));
        for (int slice = 0; slice < slices.size(); slice++) {
            int from = slices.get(slice)[0];
            int to = slices.get(slice)[1];
            List<Partition.Group> sliced = partition.groups().subList(from, to);
            SliceMeasures measures = new SliceMeasures(
                    plan, metrics, bootstrap, partition, sliced, data.subList(from, to), reference, pairTests);
            measured.addAll(measures.measure(others.get(slice), counted.medianKnown(), conditional));
            tests.addAll(measures.tests());
        }
        for (int group = 0; group < data.size(); group++) {
            keepScores(partition.features(partition.groups().get(group)), data.get(group));
        }
        conditional.ifPresent(it -> measured.addAll(it.overSlices()));
        if (partition.over().size() == 1
                && plan.identityFeatures().contains(partition.over().get(0))) {
            measured.addAll(new IdentityTerms(bootstrap, plan.scored(), counted).measure(partition, data));
        }
        return measured;
    }
}
