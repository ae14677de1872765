package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.CrossArea;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.Rate;

/**
 * How a content filter treats the texts that name an identity, or are written in a dialect, against all other texts: how much more
 * often it stops harmless ones (after Dixon et al., AIES 2018, who set a term against all texts), and the areas under the curve of Borkan et al. (WWW 2019 Companion) within the texts
 * and across: harmless ones of the group against harmful others, and the other way round.
 */
record IdentityTerms(Bootstrap bootstrap, boolean scored, Counted counted) {

    /** Of more groups the others are not gathered. */
    private static final int MOST_GROUPS = 100;

    private static final String GAP = "identity_false_positive_gap";
    private static final List<String> AREAS = List.of("subgroup_auc", "bpsn_auc", "bnsp_auc");

    /** @param data of the partition's groups */
    List<Measurement> measure(Partition partition, List<GroupData> data) {
        List<Measurement> measured = new ArrayList<>();
        if (data.size() > MOST_GROUPS) {
            partition
                    .slices()
                    .forEach(slice -> measured.add(
                            Place.over(partition.groups().get(slice[0]).slice(), partition.over())
                                    .undefined(GAP, Map.of(), "more than " + MOST_GROUPS + " groups")));
            return measured;
        }
        int[] sliceOf = partition.sliceOfGroup();
        for (int group = 0; group < data.size(); group++) {
            Partition.Group one = partition.groups().get(group);
            GroupData others = counted.groups(partition.without(one.name())).get(sliceOf[group]);
            Place place = Place.group(partition.features(one));
            measured.add(gap(data.get(group), others, place));
            if (scored) {
                measured.add(area(AREAS.get(0), data.get(group), data.get(group), place));
                measured.add(area(AREAS.get(1), others, data.get(group), place));
                measured.add(area(AREAS.get(2), data.get(group), others, place));
            }
        }
        return measured;
    }

    private Measurement gap(GroupData group, GroupData others, Place place) {
        Optional<Proportion> own = group.proportion(Rate.FALSE_POSITIVE_RATE);
        Optional<Proportion> theirs = others.proportion(Rate.FALSE_POSITIVE_RATE);
        if (own.isEmpty() || theirs.isEmpty()) {
            String where = own.isEmpty() ? " in the group" : " outside the group";
            return place.undefined(GAP, Map.of(), Rate.FALSE_POSITIVE_RATE.whyUndefined() + where);
        }
        return place.measured(
                GAP,
                Map.of(),
                own.get().value() - theirs.get().value(),
                own.get().differenceInterval(theirs.get(), bootstrap.confidence()));
    }

    private Measurement area(String name, GroupData ofPositives, GroupData ofNegatives, Place place) {
        CrossArea area = ofPositives.area(ofNegatives, bootstrap.confidence());
        Map<String, Object> at = area.inDoubt() > 0 ? Map.of("error_bound", area.inDoubt()) : Map.of();
        return place.either(
                name,
                at,
                area.value(),
                ofPositives.counts().labelledPositive() == 0
                        ? "no labelled positives there"
                        : "no labelled negatives there",
                area.uncertainty());
    }
}
