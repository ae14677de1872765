package org.aimass.engine.metrics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an audit would have measured with other thresholds, one for all groups or one for each: from the binned scores, without any
 * row. The edges of {@link ScoreBins} are the thresholds that can be asked about; at these every count is exact.
 *
 * @param over the sensitive feature or intersection that the groups are formed by
 * @param groups binned scores by the group's name, in the order in which they are answered
 * @param reference the group that others are compared with
 * @param bootstrap of the disparities over all groups
 */
public record WhatIf(List<String> over, Map<String, ScoreBins> groups, String reference, Bootstrap bootstrap) {

    private static final BaseMetrics METRICS = new BaseMetrics(false, List.of());

    /**
     * The answer.
     *
     * @param groups in the order asked
     * @param disparities over all groups, then of each group against the reference
     */
    public record Answer(List<Group> groups, List<Measurement> disparities) {}

    /**
     * One group at its threshold.
     *
     * @param edge the threshold as an edge of the bins
     * @param rates every metric that follows from the counts, with its interval: the shares first
     */
    public record Group(String name, int edge, GroupCounts counts, List<Measurement> rates) {

        public double threshold() {
            return ScoreBins.edge(edge);
        }
    }

    public WhatIf {
        groups = new LinkedHashMap<>(groups);
        if (!groups.containsKey(reference)) {
            throw new IllegalArgumentException("no group " + reference + " to compare with");
        }
    }

    /** With one threshold for all. */
    public Answer at(int edge) {
        Map<String, Integer> edges = new LinkedHashMap<>();
        groups.keySet().forEach(group -> edges.put(group, edge));
        return at(edges);
    }

    /** @param edges by group, none left out */
    public Answer at(Map<String, Integer> edges) {
        List<Group> answers = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        groups.forEach((name, scores) -> {
            int edge = edges.getOrDefault(name, -1);
            // named without the threshold, so that neighbouring thresholds draw alike and curves are smooth
            Sample sample = bootstrap.of(GroupData.counted(scores.at(edge)), METRICS, "what if " + name, groups.size());
            samples.add(sample);
            answers.add(group(name, edge, sample));
        });
        List<Measurement> disparities = new ArrayList<>(overAll(answers, samples));
        Group compared = answers.stream()
                .filter(group -> group.name.equals(reference))
                .findFirst()
                .orElseThrow();
        for (Group group : answers) {
            if (!group.name.equals(reference)) {
                BaseMetrics.RATES.forEach(rate -> disparities.addAll(pair(rate, group, compared)));
            }
        }
        return new Answer(answers, disparities);
    }

    /**
     * The thresholds that bring a share of each group nearest to what it is of the reference group.
     *
     * @param edge the reference group's own threshold, which it keeps; of equally near ones a group gets the nearest to it
     * @return by group, in order; empty where the reference group has no such share; a group that never has it keeps the edge
     */
    public Optional<Map<String, Integer>> nearest(Rate rate, int edge) {
        Optional<Proportion> wanted = share(rate, requireNonNull(groups.get(reference)), edge);
        return wanted.map(target -> {
            Map<String, Integer> edges = new LinkedHashMap<>();
            groups.forEach((name, scores) -> edges.put(name, nearest(rate, scores, edge, target.value())));
            edges.put(reference, edge);
            return edges;
        });
    }

    private static int nearest(Rate rate, ScoreBins scores, int preferred, double target) {
        int nearest = preferred;
        double distance = Double.POSITIVE_INFINITY;
        for (int away = 0; away <= ScoreBins.BINS; away++) {
            for (int edge : new int[] {preferred - away, preferred + away}) {
                Optional<Proportion> share =
                        edge < 0 || edge > ScoreBins.BINS ? Optional.empty() : share(rate, scores, edge);
                if (share.isPresent() && Math.abs(share.get().value() - target) < distance) {
                    distance = Math.abs(share.get().value() - target);
                    nearest = edge;
                }
            }
        }
        return nearest;
    }

    private static Optional<Proportion> share(Rate rate, ScoreBins scores, int edge) {
        return GroupData.counted(scores.at(edge)).proportion(rate);
    }

    private Group group(String name, int edge, Sample sample) {
        List<Measurement> rates = new ArrayList<>();
        for (int metric = 0; metric < METRICS.size(); metric++) {
            rates.add(metric(name, edge, sample, metric));
        }
        return new Group(name, edge, sample.data().counts(), rates);
    }

    private Measurement metric(String name, int edge, Sample sample, int metric) {
        double value = sample.values()[metric];
        Optional<Proportion> share = metric < BaseMetrics.RATES.size()
                ? sample.data().proportion(BaseMetrics.RATES.get(metric))
                : Optional.empty();
        return new Measurement(
                METRICS.list().get(metric).name(),
                Map.of(GroupName.of(over), name),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of("threshold", ScoreBins.edge(edge)),
                Double.isNaN(value)
                        ? MetricValue.undefined(
                                METRICS.whyUndefined(metric, sample.data().cells()))
                        : MetricValue.of(value),
                share.map(Proportion::fraction),
                Double.isNaN(value) ? undefined() : uncertainty(sample, metric, value, share));
    }

    private Uncertainty uncertainty(Sample sample, int metric, double value, Optional<Proportion> share) {
        return share.isPresent()
                ? bootstrap.interval(share.get())
                : bootstrap.interval(
                        value, sample.replicates().of(metric), sample.data().bootstrapMethod());
    }

    private List<Measurement> overAll(List<Group> answers, List<Sample> samples) {
        GroupSpreads spreads = new GroupSpreads(METRICS, bootstrap.replicates(), true);
        for (int group = 0; group < samples.size(); group++) {
            Sample sample = samples.get(group);
            spreads.add(group, sample.data(), sample.values(), sample.replicates());
        }
        spreads.close();
        return Disparity.all(METRICS).stream()
                .map(disparity -> disparity(disparity, spreads, answers))
                .toList();
    }

    private Measurement disparity(Disparity disparity, GroupSpreads spreads, List<Group> answers) {
        double value = disparity.value(spreads.spread());
        if (Double.isNaN(value)) {
            String reason = disparity.whyUndefined(spreads.spread());
            return entry(disparity.name(), List.of(), Optional.empty(), MetricValue.undefined(reason), undefined());
        }
        List<String> extremes = disparity.groups(spreads.spread()).stream()
                .map(group -> answers.get(group).name)
                .toList();
        Uncertainty interval = bootstrap.interval(value, spreads.replicated(disparity), "bootstrap");
        return entry(disparity.name(), extremes, Optional.empty(), MetricValue.of(value), interval);
    }

    private List<Measurement> pair(Rate rate, Group group, Group compared) {
        Optional<Measurement.Pair> pair = Optional.of(new Measurement.Pair(group.name, compared.name));
        String difference = rate.name() + "_difference";
        String ratio = rate.name() + "_ratio";
        Optional<Proportion> first = GroupData.counted(group.counts).proportion(rate);
        Optional<Proportion> second = GroupData.counted(compared.counts).proportion(rate);
        if (first.isEmpty() || second.isEmpty()) {
            MetricValue none = MetricValue.undefined(
                    rate.whyUndefined() + (first.isEmpty() ? " in the group" : " in the reference group"));
            return List.of(
                    entry(difference, List.of(), pair, none, undefined()),
                    entry(ratio, List.of(), pair, none, undefined()));
        }
        Measurement gap = entry(
                difference,
                List.of(),
                pair,
                MetricValue.of(first.get().value() - second.get().value()),
                first.get().differenceInterval(second.get(), bootstrap.confidence()));
        if (second.get().numerator() == 0) {
            MetricValue none = MetricValue.undefined("the reference group's rate is 0");
            return List.of(gap, entry(ratio, List.of(), pair, none, undefined()));
        }
        return List.of(
                gap,
                entry(
                        ratio,
                        List.of(),
                        pair,
                        MetricValue.of(first.get().value() / second.get().value()),
                        first.get().ratioInterval(second.get(), bootstrap.confidence())));
    }

    private Measurement entry(
            String metric,
            List<String> extremes,
            Optional<Measurement.Pair> pair,
            MetricValue value,
            Uncertainty uncertainty) {
        return new Measurement(metric, Map.of(), over, extremes, pair, Map.of(), value, Optional.empty(), uncertainty);
    }

    private static Uncertainty undefined() {
        return new Uncertainty.NoInterval("the value is undefined");
    }
}
