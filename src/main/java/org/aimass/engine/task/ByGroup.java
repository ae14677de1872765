package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.BaseMetric;
import org.aimass.engine.metrics.BaseMetrics;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.EntropyIndex;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.Sample;
import org.aimass.engine.metrics.Uncertainty;

/** The metrics of one group, each with its interval. */
record ByGroup(BaseMetrics metrics, Bootstrap bootstrap) {

    /**
     * @param name tells the group's draws from those of other groups
     * @param groups how many groups share the work
     */
    Sample sample(GroupData data, String name, int groups) {
        return bootstrap.of(data, metrics, name, groups);
    }

    List<Measurement> measure(Sample group, Place place) {
        List<Measurement> measured = new ArrayList<>();
        measured.add(place.measured(
                "count",
                Map.of(),
                (double) group.data().counts().rows(),
                new Uncertainty.NoInterval("a count of rows, not an estimate")));
        Map<Integer, Double> bounds = group.data().errorBounds(metrics);
        for (int metric = 0; metric < metrics.size(); metric++) {
            measured.add(measure(group, metric, place, Optional.ofNullable(bounds.get(metric))));
        }
        return measured;
    }

    private Measurement measure(Sample group, int metric, Place place, Optional<Double> bound) {
        BaseMetric base = metrics.list().get(metric);
        if (metric < BaseMetrics.RATES.size()) {
            Optional<Proportion> share = group.data().proportion(BaseMetrics.RATES.get(metric));
            if (share.isPresent()) {
                return place.measured(base.name(), share.get(), bootstrap);
            }
        }
        Map<String, Object> at = new LinkedHashMap<>(base.at());
        bound.ifPresent(error -> at.put("error_bound", error));
        double value = group.values()[metric];
        if (Double.isNaN(value)) {
            return place.undefined(base.name(), at, group.data().whyUndefined(metrics, metric));
        }
        Uncertainty uncertainty = metric == BaseMetrics.ROC_AUC
                ? group.data().areaInterval(metrics, value, bootstrap.confidence())
                : bootstrap.interval(
                        value, group.replicates().of(metric), group.data().bootstrapMethod());
        return place.measured(base.name(), at, value, uncertainty);
    }

    /** How unequally benefits are spread over the rows. */
    List<Measurement> entropy(Sample group, Place place, boolean positiveIsFavorable) {
        List<Measurement> measured = new ArrayList<>();
        for (EntropyIndex index : EntropyIndex.values()) {
            double value = index.of(new EntropyIndex.Benefits(positiveIsFavorable)
                    .addPeople(group.data().confusion()));
            double[] replicated = group.replicates()
                    .ofConfusion(
                            confusion -> index.of(new EntropyIndex.Benefits(positiveIsFavorable).addPeople(confusion)));
            measured.add(place.either(
                    "aif360." + index.metric(),
                    index.at(),
                    value,
                    "nobody has a benefit",
                    bootstrap.interval(value, replicated, group.data().bootstrapMethod())));
        }
        return measured;
    }
}
