package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.BaseMetric;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.Disparity;
import org.aimass.engine.metrics.MeasuredGroup;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.Spreads;
import org.aimass.engine.metrics.Uncertainty;

/** The measurements of groups: each one's metrics, how far apart the extremes are, and each group less its reference. */
final class MeasuredGroups {

    /** Groups whose bootstraps are held at a time. */
    private static final int AT_ONCE = 32;

    /** So many replicates of single groups are held together, for what needs those of every group. */
    private static final long MOST_KEPT = 1 << 22;

    private final List<BaseMetric> metrics;
    private final List<Disparity> disparities;
    private final Bootstrap bootstrap;

    /** @param metrics in the order of the groups' values */
    MeasuredGroups(List<BaseMetric> metrics, GroupPlan plan) {
        this(metrics, List.of(), plan);
    }

    /** @param more what else is measured over groups, beside the difference and the ratio of each metric's extremes */
    MeasuredGroups(List<BaseMetric> metrics, List<Disparity> more, GroupPlan plan) {
        this.metrics = metrics;
        disparities = new ArrayList<>(Disparity.ofEach(metrics));
        disparities.addAll(more);
        bootstrap = plan.bootstrap();
    }

    /** @param error which metrics are the better the lower: their ratio is the greatest over the least */
    MeasuredGroups(List<BaseMetric> metrics, IntPredicate error, GroupPlan plan) {
        this.metrics = metrics;
        disparities = Disparity.ofEach(metrics, error);
        bootstrap = plan.bootstrap();
    }

    /** A group, drawn again. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Drawn(MeasuredGroup group, double[][] replicates) {

        double[] of(int metric) {
            return Arrays.stream(replicates)
                    .mapToDouble(replicate -> replicate[metric])
                    .toArray();
        }
    }

    /** The metrics of one group. */
    List<Measurement> of(MeasuredGroup group, Place place) {
        return of(drawn(group, place), place);
    }

    private Drawn drawn(MeasuredGroup group, Place place) {
        return new Drawn(
                group, group.replicates(bootstrap.replicates(), bootstrap.seed(), "group " + place.features()));
    }

    private List<Measurement> of(Drawn drawn, Place place) {
        List<Measurement> measured = new ArrayList<>();
        measured.add(place.measured(
                "count",
                Map.of(),
                (double) drawn.group.rows(),
                new Uncertainty.NoInterval("a count of rows, not an estimate")));
        double[] values = drawn.group.values();
        for (int metric = 0; metric < values.length; metric++) {
            measured.add(measured(drawn, metric, values[metric], place));
        }
        return measured;
    }

    private Measurement measured(Drawn drawn, int metric, double value, Place place) {
        BaseMetric base = metrics.get(metric);
        if (Double.isNaN(value)) {
            return place.undefined(base.name(), base.at(), drawn.group.whyUndefined(metric));
        }
        Optional<Proportion> share = drawn.group.proportion(metric);
        return share.isPresent()
                ? place.measured(base.name(), base.at(), share.get(), bootstrap)
                : place.measured(
                        base.name(), base.at(), value, drawn.group.fraction(metric), uncertainty(drawn, metric, value));
    }

    private Uncertainty uncertainty(Drawn drawn, int metric, double value) {
        return drawn.group
                .uncertainty(metric, bootstrap.confidence())
                .orElseGet(() -> bootstrap.interval(value, drawn.of(metric), drawn.group.bootstrapMethod()));
    }

    /**
     * What is measured over the groups of one slice, and of each of them.
     *
     * @param names theirs
     * @param places theirs
     * @param reference the group that pairs compare with; it may be missing here
     */
    List<Measurement> slice(
            List<? extends MeasuredGroup> groups,
            List<String> names,
            List<Place> places,
            Place overGroups,
            String reference) {
        List<Measurement> measured = new ArrayList<>();
        List<Measurement> pairs = new ArrayList<>();
        int at = names.indexOf(reference);
        Optional<Drawn> compared = at < 0 ? Optional.empty() : Optional.of(drawn(groups.get(at), places.get(at)));
        List<Integer> kept = disparities.stream()
                .flatMap(disparity -> disparity.everyGroup().stream())
                .distinct()
                .toList();
        boolean few = (long) kept.size() * groups.size() * bootstrap.replicates() <= MOST_KEPT;
        Spreads spreads = new Spreads(metrics.size(), bootstrap.replicates(), kept, few);
        for (int from = 0; from < groups.size(); from += AT_ONCE) {
            int first = from;
            int to = Math.min(from + AT_ONCE, groups.size());
            List<Drawn> drawn = IntStream.range(from, to)
                    .parallel()
                    .mapToObj(
                            group -> group == at ? compared.orElseThrow() : drawn(groups.get(group), places.get(group)))
                    .toList();
            IntStream.range(from, to)
                    .parallel()
                    .mapToObj(group -> of(drawn.get(group - first), places.get(group)))
                    .toList()
                    .forEach(measured::addAll);
            for (int group = from; group < to; group++) {
                Drawn one = drawn.get(group - from);
                spreads.add(group, one.group.values(), one.replicates);
                if (compared.isPresent() && group != at) {
                    pairs.addAll(differences(one, compared.get(), overGroups.pair(names.get(group), reference)));
                }
            }
        }
        measured.addAll(
                disparities(spreads, few, names, overGroups, groups.get(0).bootstrapMethod()));
        measured.addAll(pairs);
        return measured;
    }

    /** What is measured over the groups of each slice of a partition, and of each of them. */
    List<Measurement> slices(Partition partition, List<? extends MeasuredGroup> groups, String reference) {
        List<Measurement> measured = new ArrayList<>();
        for (int[] slice : partition.slices()) {
            List<Partition.Group> sliced = partition.groups().subList(slice[0], slice[1]);
            measured.addAll(slice(
                    groups.subList(slice[0], slice[1]),
                    sliced.stream().map(Partition.Group::name).toList(),
                    sliced.stream()
                            .map(group -> Place.group(partition.features(group)))
                            .toList(),
                    Place.over(sliced.get(0).slice(), partition.over()),
                    reference));
        }
        return measured;
    }

    private List<Measurement> disparities(
            Spreads spreads, boolean few, List<String> names, Place place, String method) {
        List<Measurement> measured = new ArrayList<>();
        for (Disparity disparity : disparities) {
            double value = disparity.value(spreads.spread());
            if (Double.isNaN(value)) {
                measured.add(
                        place.undefined(disparity.name(), disparity.at(), disparity.whyUndefined(spreads.spread())));
            } else {
                List<String> extremes = disparity.groups(spreads.spread()).stream()
                        .map(names::get)
                        .toList();
                Uncertainty uncertainty = few || disparity.everyGroup().isEmpty()
                        ? bootstrap.interval(value, spreads.replicated(disparity), method)
                        : new Uncertainty.NoInterval("too many groups to draw them again together");
                measured.add(place.naming(extremes).measured(disparity.name(), disparity.at(), value, uncertainty));
            }
        }
        return measured;
    }

    private List<Measurement> differences(Drawn group, Drawn reference, Place pair) {
        List<Measurement> measured = new ArrayList<>();
        double[] values = group.group.values();
        double[] others = reference.group.values();
        for (int metric = 0; metric < values.length; metric++) {
            String name = metrics.get(metric).name() + "_difference";
            Map<String, Object> at = metrics.get(metric).at();
            double difference = values[metric] - others[metric];
            if (Double.isNaN(difference)) {
                boolean inGroup = Double.isNaN(values[metric]);
                String why = (inGroup ? group : reference).group.whyUndefined(metric);
                measured.add(pair.undefined(name, at, why + (inGroup ? " in the group" : " in the reference group")));
            } else {
                measured.add(pair.measured(name, at, difference, uncertainty(metric, difference, group, reference)));
            }
        }
        return measured;
    }

    /** Newcombe's interval of shares, what the groups know of each other, the bootstrap's of the rest. */
    private Uncertainty uncertainty(int metric, double difference, Drawn group, Drawn reference) {
        Optional<Proportion> share = group.group.proportion(metric);
        Optional<Proportion> otherShare = reference.group.proportion(metric);
        if (share.isPresent() && otherShare.isPresent()) {
            return share.get().differenceInterval(otherShare.get(), bootstrap.confidence());
        }
        Optional<Uncertainty> known = group.group.difference(metric, reference.group, bootstrap.confidence());
        if (known.isPresent()) {
            return known.get();
        }
        double[] differences = group.of(metric);
        double[] others = reference.of(metric);
        Arrays.setAll(differences, replicate -> differences[replicate] - others[replicate]);
        return bootstrap.interval(difference, differences, group.group.bootstrapMethod());
    }
}
