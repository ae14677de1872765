package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.BaseMetric;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.Disparity;
import org.aimass.engine.metrics.Draws;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.MeasuredGroup;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.Spreads;
import org.aimass.engine.metrics.Uncertainty;

/** The measurements of groups: each one's metrics, how far apart the extremes are, and each group less its reference. */
final class MeasuredGroups {

    /** Groups whose bootstraps are held at a time. */
    private static final int AT_ONCE = 32;

    private final List<BaseMetric> metrics;
    private final List<Disparity> disparities;
    private final Bootstrap bootstrap;

    /** @param metrics in the order of the groups' values */
    MeasuredGroups(List<BaseMetric> metrics, GroupPlan plan) {
        this.metrics = metrics;
        disparities = Disparity.ofEach(metrics);
        bootstrap = new Bootstrap(plan.replicates(), plan.seed(), plan.confidence());
    }

    /** The metrics of one group. */
    List<Measurement> of(MeasuredGroup group, Place place) {
        List<Measurement> measured = new ArrayList<>();
        measured.add(place.measured(
                "count",
                Map.of(),
                (double) group.rows(),
                new Uncertainty.NoInterval("a count of rows, not an estimate")));
        double[] values = group.values();
        for (int metric = 0; metric < values.length; metric++) {
            measured.add(measured(group, metric, values[metric], place));
        }
        return measured;
    }

    private Measurement measured(MeasuredGroup group, int metric, double value, Place place) {
        BaseMetric base = metrics.get(metric);
        if (Double.isNaN(value)) {
            return place.undefined(base.name(), base.at(), group.whyUndefined(metric));
        }
        Optional<Proportion> share = group.proportion(metric);
        return share.isPresent()
                ? place.measured(base.name(), base.at(), share.get(), bootstrap.confidence())
                : place.measured(base.name(), base.at(), value, group.uncertainty(metric, bootstrap.confidence()));
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
        IntStream.range(0, groups.size())
                .parallel()
                .mapToObj(group -> of(groups.get(group), places.get(group)))
                .toList()
                .forEach(measured::addAll);
        int at = names.indexOf(reference);
        Optional<double[][]> ofReference =
                at < 0 ? Optional.empty() : Optional.of(replicates(groups.get(at), places.get(at)));
        Spreads spreads = new Spreads(metrics.size(), bootstrap.replicates());
        List<Measurement> pairs = new ArrayList<>();
        for (int from = 0; from < groups.size(); from += AT_ONCE) {
            int first = from;
            int to = Math.min(from + AT_ONCE, groups.size());
            List<double[][]> drawn = IntStream.range(from, to)
                    .parallel()
                    .mapToObj(group -> group == at
                            ? ofReference.orElseThrow()
                            : replicates(groups.get(group), places.get(group)))
                    .toList();
            for (int group = from; group < to; group++) {
                spreads.add(group, groups.get(group).values(), drawn.get(group - first));
                if (at >= 0 && group != at) {
                    Place pair = overGroups.pair(names.get(group), reference);
                    pairs.addAll(differences(
                            groups.get(group),
                            drawn.get(group - first),
                            groups.get(at),
                            ofReference.orElseThrow(),
                            pair));
                }
            }
        }
        measured.addAll(disparities(spreads, names, overGroups, groups.get(0).bootstrapMethod()));
        measured.addAll(pairs);
        return measured;
    }

    private double[][] replicates(MeasuredGroup group, Place place) {
        return group.replicates(bootstrap.replicates(), new Draws(bootstrap.seed(), "group " + place.features()));
    }

    private List<Measurement> disparities(Spreads spreads, List<String> names, Place place, String method) {
        List<Measurement> measured = new ArrayList<>();
        for (Disparity disparity : disparities) {
            double value = disparity.value(spreads.spread());
            if (Double.isNaN(value)) {
                measured.add(place.undefined(
                        disparity.name(), disparity.at(), disparity.whyUndefined(spreads.spread())));
            } else {
                List<String> extremes = disparity.groups(spreads.spread()).stream()
                        .map(names::get)
                        .toList();
                measured.add(place.naming(extremes)
                        .measured(
                                disparity.name(),
                                disparity.at(),
                                value,
                                bootstrap.interval(value, spreads.replicated(disparity), method)));
            }
        }
        return measured;
    }

    private List<Measurement> differences(
            MeasuredGroup group, double[][] drawn, MeasuredGroup reference, double[][] ofReference, Place pair) {
        List<Measurement> measured = new ArrayList<>();
        double[] values = group.values();
        double[] others = reference.values();
        for (int metric = 0; metric < values.length; metric++) {
            String name = metrics.get(metric).name() + "_difference";
            Map<String, Object> at = metrics.get(metric).at();
            double difference = values[metric] - others[metric];
            if (Double.isNaN(difference)) {
                boolean inGroup = Double.isNaN(values[metric]);
                String why = (inGroup ? group : reference).whyUndefined(metric);
                measured.add(pair.undefined(name, at, why + (inGroup ? " in the group" : " in the reference group")));
            } else {
                measured.add(pair.measured(
                        name,
                        at,
                        difference,
                        uncertainty(metric, difference, group, drawn, reference, ofReference)));
            }
        }
        return measured;
    }

    /** Newcombe's interval of shares, Welch's of what has a standard error, the bootstrap's of the rest. */
    private Uncertainty uncertainty(
            int metric,
            double difference,
            MeasuredGroup group,
            double[][] drawn,
            MeasuredGroup reference,
            double[][] ofReference) {
        Optional<Proportion> share = group.proportion(metric);
        Optional<Proportion> otherShare = reference.proportion(metric);
        if (share.isPresent() && otherShare.isPresent()) {
            return share.get().differenceInterval(otherShare.get(), bootstrap.confidence());
        }
        Optional<Estimate> estimate = estimate(group, metric);
        Optional<Estimate> otherEstimate = estimate(reference, metric);
        if (estimate.isPresent() && otherEstimate.isPresent()) {
            return estimate.get().minus(otherEstimate.get()).around(difference, bootstrap.confidence(), "welch");
        }
        double[] differences = new double[drawn.length];
        for (int replicate = 0; replicate < differences.length; replicate++) {
            differences[replicate] = drawn[replicate][metric] - ofReference[replicate][metric];
        }
        return bootstrap.interval(difference, differences, group.bootstrapMethod());
    }

    private Optional<Estimate> estimate(MeasuredGroup group, int metric) {
        return group.uncertainty(metric, bootstrap.confidence()) instanceof Interval interval
                ? interval.estimate()
                : Optional.empty();
    }
}
