package org.aimass.audit.entity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;

/** The measurements of groups, found by what they measure and of whom. */
public final class GroupMeasures {

    private record Key(Measure measure, Map<String, String> features) {}

    private final Map<Key, Measurement> byKey = new HashMap<>();
    private final Map<String, Set<Measure>> byMetric = new HashMap<>();

    /** @param measurements of the outcome; those over groups are passed over */
    public GroupMeasures(List<Measurement> measurements) {
        for (Measurement measurement : measurements) {
            Measure measure = Measure.of(measurement);
            boolean plain = measurement.at().isEmpty() || measure.ofClass().isPresent();
            if (measurement.over().isEmpty() && plain) {
                byKey.putIfAbsent(new Key(measure, measurement.features()), measurement);
                byMetric.computeIfAbsent(measure.metric(), metric -> new LinkedHashSet<>())
                        .add(measure);
            }
        }
    }

    /** What a comparison compares: the metric itself, or the metric of each class that was measured. */
    public List<Measure> of(AuditPolicy.Comparison comparison) {
        if (!comparison.eachClass()) {
            return List.of(Measure.of(comparison.metric()));
        }
        return byMetric.getOrDefault(comparison.metric(), Set.of()).stream()
                .filter(measure -> measure.ofClass().isPresent())
                .toList();
    }

    public Optional<Measurement> find(Measure measure, Map<String, String> features) {
        return Optional.ofNullable(byKey.get(new Key(measure, features)));
    }

    public Side side(Measure measure, GroupSummary group) {
        return Side.of(measure, group, find(measure, group.features()));
    }

    Gap.Measured of(Measure measure, GroupSummary group) {
        return new Gap.Measured(group, side(measure, group));
    }
}
