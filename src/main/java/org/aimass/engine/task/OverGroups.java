package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import org.aimass.engine.metrics.BaseMetrics;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.Disparity;
import org.aimass.engine.metrics.EntropyIndex;
import org.aimass.engine.metrics.GroupSpreads;
import org.aimass.engine.metrics.Measurement;

/** Disparities over all groups of a feature: how far apart the extremes are. */
record OverGroups(BaseMetrics metrics, Bootstrap bootstrap) {

    /**
     * @param names of the groups, by the index they were added with
     * @param method how the bootstrap is named
     */
    List<Measurement> measure(GroupSpreads spreads, List<String> names, Place place, String method) {
        List<Measurement> measured = new ArrayList<>();
        for (Disparity disparity : Disparity.all(metrics)) {
            double value = disparity.value(spreads.spread());
            if (Double.isNaN(value)) {
                String reason = disparity.whyUndefined(spreads.spread());
                measured.add(place.undefined(disparity.name(), disparity.at(), reason));
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
        for (EntropyIndex index : EntropyIndex.values()) {
            double value = spreads.value(index);
            measured.add(place.either(
                    "aif360.between_all_groups_" + index.metric(),
                    index.at(),
                    value,
                    "nobody has a benefit",
                    bootstrap.interval(value, spreads.replicated(index), method)));
        }
        return measured;
    }
}
