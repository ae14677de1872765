package org.aimass.audit.entity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.GroupName;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;

/** The measurements of groups, found by what they measure and of whom. */
public final class GroupMeasures {

    private record Key(Measure measure, Map<String, String> features) {}

    /** Of the group against its reference. */
    private record PairKey(Measure measure, List<String> over, Measurement.Pair pair) {}

    private static final String DIFFERENCE = "_difference";

    private final Map<Key, Measurement> byKey = new HashMap<>();
    private final Map<PairKey, Measurement> differences = new HashMap<>();
    private final Map<String, Set<Measure>> byMetric = new HashMap<>();

    /** @param measurements of the outcome; those over groups are passed over */
    public GroupMeasures(List<Measurement> measurements) {
        for (Measurement measurement : measurements) {
            Measure measure = Measure.of(measurement);
            if (measurement.pair().isPresent() && measure.metric().endsWith(DIFFERENCE)) {
                differences.putIfAbsent(
                        new PairKey(
                                measure, measurement.over(), measurement.pair().get()),
                        measurement);
            }
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

    /**
     * How sure the engine is of the difference of two groups, which may share what is measured and then are not independent.
     */
    private Optional<Estimate> difference(Measure measure, GroupSummary group, GroupSummary reference) {
        Measure difference = new Measure(measure.metric() + DIFFERENCE, measure.ofClass());
        Measurement.Pair pair = new Measurement.Pair(name(group), name(reference));
        List<String> over = List.copyOf(group.features().keySet());
        return Optional.ofNullable(differences.get(new PairKey(difference, over, pair)))
                .map(Measurement::uncertainty)
                .flatMap(known -> known instanceof Interval interval ? interval.estimate() : Optional.empty());
    }

    private static String name(GroupSummary group) {
        return GroupName.of(List.copyOf(group.features().values()));
    }

    public Side side(Measure measure, GroupSummary group) {
        return Side.of(measure, group, find(measure, group.features()));
    }

    /** @param independent whether groups rest on different people */
    SidePair pair(Measure measure, GroupSummary group, GroupSummary reference, boolean independent) {
        return new SidePair(
                side(measure, group), side(measure, reference), difference(measure, group, reference), independent);
    }
}
