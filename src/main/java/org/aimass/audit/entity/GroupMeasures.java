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

    /** @param measurements of the outcome; those over groups, or within slices of them, are passed over */
    public GroupMeasures(List<Measurement> measurements) {
        for (Measurement measurement : measurements) {
            Measure measure = Measure.of(measurement);
            if (measurement.pair().isPresent()
                    && measurement.features().isEmpty()
                    && measure.metric().endsWith(DIFFERENCE)) {
                differences.putIfAbsent(
                        new PairKey(
                                measure, measurement.over(), measurement.pair().get()),
                        measurement);
            }
            if (measurement.over().isEmpty() && Measure.isPlain(measurement)) {
                byKey.putIfAbsent(new Key(measure, measurement.features()), measurement);
                byMetric.computeIfAbsent(measure.metric(), metric -> new LinkedHashSet<>())
                        .add(measure);
            }
        }
    }

    /**
     * What a comparison compares: the metric itself, or those of its classes, targets and the like that were measured. Of a detector that
     * is what all categories are together, for each of them is told by one parameter more.
     */
    public List<Measure> of(AuditPolicy.Comparison comparison) {
        Set<Measure> measured = byMetric.getOrDefault(comparison.metric(), Set.of());
        if (comparison.eachClass()) {
            return measured.stream()
                    .filter(measure -> measure.ofClass().isPresent())
                    .toList();
        }
        Measure exactly = new Measure(comparison.metric(), Optional.empty(), comparison.at());
        List<Measure> fitting = measured.stream()
                .filter(measure -> measure.ofClass().isEmpty())
                .filter(measure ->
                        measure.at().entrySet().containsAll(comparison.at().entrySet()))
                .toList();
        int fewest =
                fitting.stream().mapToInt(measure -> measure.at().size()).min().orElse(0);
        return fitting.isEmpty() || fitting.contains(exactly)
                ? List.of(exactly)
                : fitting.stream()
                        .filter(measure -> measure.at().size() == fewest)
                        .toList();
    }

    public Optional<Measurement> find(Measure measure, Map<String, String> features) {
        return Optional.ofNullable(byKey.get(new Key(measure, features)));
    }

    /**
     * How sure the engine is of the difference of two groups, which may share what is measured and then are not independent.
     */
    private Optional<Estimate> difference(Measure measure, GroupSummary group, GroupSummary reference) {
        Measure difference = measure.named(measure.metric() + DIFFERENCE);
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
