package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;

/** What was measured of a detector or a pose model, found by metric, parameters and group: everybody first, then each group. */
public final class ObjectMeasures {

    private static final String AREA = "area";
    private static final String ALL = "all";

    private record Key(String metric, Map<String, String> at, Map<String, String> group) {}

    private final List<GroupSummary> groups = new ArrayList<>();
    private final Map<Key, Measurement> byKey = new HashMap<>();
    private final List<Measurement> ofAll = new ArrayList<>();

    /** @param features those whose groups are looked at */
    public ObjectMeasures(CompletedAudit audit, List<String> features) {
        this(audit.groups(), audit.measurements(), features);
    }

    ObjectMeasures(List<GroupSummary> all, List<Measurement> measurements, List<String> features) {
        groups.addAll(Judge.of(List.of(), all));
        groups.addAll(Judge.of(features, all));
        for (Measurement measurement : measurements) {
            if (measurement.over().isEmpty()) {
                byKey.putIfAbsent(
                        new Key(measurement.metric(), texts(measurement.at()), measurement.features()), measurement);
                if (measurement.features().isEmpty()) {
                    ofAll.add(measurement);
                }
            }
        }
    }

    private static Map<String, String> texts(Map<String, Object> at) {
        Map<String, String> texts = new TreeMap<>();
        at.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    public List<GroupSummary> groups() {
        return List.copyOf(groups);
    }

    /** The same measure of a group. */
    public Optional<Measurement> find(Measurement like, GroupSummary group) {
        return Optional.ofNullable(byKey.get(new Key(like.metric(), texts(like.at()), group.features())));
    }

    /** A measure as it is of everybody; of several the first. */
    public Optional<Measurement> first(String metric) {
        return ofAll.stream().filter(m -> m.metric().equals(metric)).findFirst();
    }

    /** Average precision or recall of all categories together, as the engine gives them. */
    public List<Measurement> averages() {
        return ofAll.stream()
                .filter(m ->
                        m.metric().equals("average_precision") || m.metric().equals("average_recall"))
                .filter(m -> !m.at().containsKey("category"))
                .toList();
    }

    /** Average precision at one threshold each, of objects of any size; ascending. */
    public List<Measurement> byThreshold() {
        return averages().stream()
                .filter(m -> m.metric().equals("average_precision")
                        && isOfAllSizes(m)
                        && threshold(m).isPresent())
                .sorted(Comparator.comparingDouble(m -> threshold(m).orElseThrow()))
                .toList();
    }

    /** Average precision, or recall, of small, medium and large objects, as far as they are told apart. */
    public List<Measurement> byArea(String metric) {
        return averages().stream()
                .filter(m -> m.metric().equals(metric) && !isOfAllSizes(m))
                .toList();
    }

    private static boolean isOfAllSizes(Measurement measurement) {
        return ALL.equals(measurement.at().getOrDefault(AREA, ALL));
    }

    /** The one threshold of the overlap that a measure is of; empty where it is a mean over several. */
    public static Optional<Double> threshold(Measurement measurement) {
        Object overlap = measurement.at().getOrDefault("iou", measurement.at().getOrDefault("oks", ""));
        return overlap instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** Each value of a parameter that the metric has been measured at, in the engine's order: all categories, all keypoints. */
    public List<String> values(String metric, String parameter) {
        return ofAll.stream()
                .filter(m -> m.metric().equals(metric) && m.at().containsKey(parameter))
                .map(m -> String.valueOf(m.at().get(parameter)))
                .distinct()
                .toList();
    }

    /** All that a metric is of one value of a parameter, as it is of everybody. */
    public List<Measurement> at(String metric, String parameter, String value) {
        return ofAll.stream()
                .filter(m -> m.metric().equals(metric)
                        && String.valueOf(m.at().getOrDefault(parameter, "")).equals(value))
                .toList();
    }

    public static Optional<Double> value(Measurement measurement) {
        return measurement.value() instanceof MetricValue.Measured measured
                ? Optional.of(measured.value())
                : Optional.empty();
    }

    public static Optional<Interval> interval(Measurement measurement) {
        return measurement.uncertainty() instanceof Interval interval ? Optional.of(interval) : Optional.empty();
    }
}
