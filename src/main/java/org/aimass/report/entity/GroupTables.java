package org.aimass.report.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.aimass.audit.entity.Count;
import org.aimass.audit.entity.GroupMeasures;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Side;
import org.aimass.audit.entity.Verdict;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.aimass.report.entity.ReportSnapshot.Range;
import org.jspecify.annotations.Nullable;

/**
 * Turns an audit's judged comparisons into the tables of a report: one for each compared rate and feature, one row for each
 * group that was counted, in the audit's order. What the {@link Disclosure} hides has a row without figures.
 */
public final class GroupTables {

    private final List<JudgedComparison> comparisons;
    private final List<GroupSummary> groups;
    private final List<Measurement> measurements;
    private final Map<JudgedComparison, GroupTable.Finding> findings;
    private final GroupMeasures measured;
    private final Disclosure disclosure;

    /**
     * @param groups as counted, everybody included
     * @param findings by the comparison that they record
     * @param minimum the fewest people that may be shown
     */
    public GroupTables(
            List<JudgedComparison> comparisons,
            List<GroupSummary> groups,
            List<Measurement> measurements,
            Map<JudgedComparison, GroupTable.Finding> findings,
            long minimum) {
        this.comparisons = comparisons;
        this.groups = groups;
        this.measurements = measurements;
        this.findings = findings;
        measured = new GroupMeasures(measurements);
        this.disclosure = Disclosure.of(disclosed(), minimum);
    }

    public Disclosure disclosure() {
        return disclosure;
    }

    private List<Disclosure.Group> disclosed() {
        Set<Map<String, String>> important = new HashSet<>();
        for (JudgedComparison comparison : comparisons) {
            important.add(comparison.reference());
            if (comparison.verdict() == Verdict.DISPARITY_SHOWN) {
                important.add(comparison.group());
            }
        }
        List<Disclosure.Group> disclosed = new ArrayList<>();
        for (GroupSummary group : groups) {
            if (!group.features().isEmpty()) {
                disclosed.add(
                        new Disclosure.Group(group.features(), counts(group), important.contains(group.features())));
            }
        }
        return disclosed;
    }

    /**
     * How many people each figure counts. The classes that a model tells apart share nobody, so that what one of them counts
     * less than another is no people: only the fewest that any class counts, or leaves out, stand for all of them.
     */
    private Map<String, Long> counts(GroupSummary group) {
        Map<String, Long> counts = new HashMap<>(Map.of("rows", group.rows()));
        for (Measure measure : shares()) {
            long people = side(measure, group).people();
            if (measure.ofClass().isEmpty()) {
                counts.put(measure.key(), people);
            } else {
                counts.merge("class", Math.min(people, group.rows() - people), Math::min);
            }
        }
        return counts;
    }

    /** The compared shares that count anybody at all. */
    private List<Measure> shares() {
        return comparisons.stream()
                .map(JudgedComparison::measure)
                .distinct()
                .filter(measure -> groups.stream()
                        .anyMatch(group -> side(measure, group).count().isPresent()
                                && side(measure, group).people() > 0))
                .toList();
    }

    private Side side(Measure measure, GroupSummary group) {
        return measured.side(measure, group);
    }

    /** How many groups have no figures. */
    public int hiddenGroups() {
        return (int) groups.stream()
                .filter(group -> disclosure.hidden(group.features()).isPresent())
                .count();
    }

    public List<GroupTable> tables() {
        Map<List<Object>, List<JudgedComparison>> parts = new LinkedHashMap<>();
        for (JudgedComparison comparison : comparisons) {
            List<Object> part = List.of(comparison.measure(), comparison.tolerance(), features(comparison.group()));
            parts.computeIfAbsent(part, any -> new ArrayList<>()).add(comparison);
        }
        return parts.values().stream().map(this::table).toList();
    }

    private GroupTable table(List<JudgedComparison> part) {
        JudgedComparison any = part.get(0);
        List<String> over = features(any.group());
        List<GroupTable.Row> rows = new ArrayList<>();
        for (GroupSummary group : groups) {
            if (features(group.features()).equals(over)) {
                Optional<JudgedComparison> comparison = part.stream()
                        .filter(each -> each.group().equals(group.features()))
                        .findFirst();
                rows.add(row(any, group, comparison.orElse(null)));
            }
        }
        return new GroupTable(
                any.measure().metric(),
                any.measure().ofClass().orElse(null),
                any.measure().at().isEmpty() ? null : any.measure().at(),
                any.tolerance().scale(),
                any.tolerance().bound(),
                over,
                rows);
    }

    private GroupTable.Row row(JudgedComparison any, GroupSummary group, @Nullable JudgedComparison comparison) {
        Side side = side(any.measure(), group);
        Optional<HiddenReason> hidden = disclosure.hidden(group.features());
        boolean reference = group.features().equals(any.reference());
        boolean gapShown =
                hidden.isEmpty() && disclosure.hidden(any.reference()).isEmpty();
        OptionalDouble value = measured(side.value());
        OptionalDouble gap = comparison == null ? OptionalDouble.empty() : measured(comparison.gap());
        return new GroupTable.Row(
                List.copyOf(group.features().values()),
                reference,
                hidden.isPresent() ? null : (Long) disclosure.count(side.people()),
                hidden.isPresent() || disclosure.rounds()
                        ? null
                        : side.count().map(Count::numerator).orElse(null),
                hidden.isPresent() || value.isEmpty() ? null : (Double) disclosure.share(value.getAsDouble()),
                hidden.isPresent() ? null : range(uncertainty(any.measure(), group.features())),
                hidden.isEmpty() && value.isEmpty() ? undefined(side) : null,
                gapShown && gap.isPresent() ? (Double) disclosure.share(gap.getAsDouble()) : null,
                gapShown && comparison != null ? range(comparison.uncertainty()) : null,
                comparison == null ? null : comparison.verdict(),
                comparison == null ? null : comparison.doubt().orElse(null),
                comparison == null ? null : findings.get(comparison),
                hidden.orElse(null));
    }

    private static String undefined(Side side) {
        return side.count().isEmpty() && side.value() instanceof MetricValue.Undefined undefined
                ? undefined.reason()
                : "nobody to count";
    }

    private @Nullable Uncertainty uncertainty(Measure measure, Map<String, String> group) {
        return measured.find(measure, group).map(Measurement::uncertainty).orElse(null);
    }

    @Nullable
    Range range(@Nullable Uncertainty uncertainty) {
        return uncertainty instanceof Interval interval
                ? new Range(
                        disclosure.share(interval.low()),
                        disclosure.share(interval.high()),
                        interval.confidence(),
                        interval.method())
                : null;
    }

    /** The figures over everybody, in the engine's order; how many everybody is stands elsewhere. */
    public List<ReportSnapshot.Figure> overall() {
        return measurements.stream()
                .filter(each -> each.over().isEmpty()
                        && each.features().isEmpty()
                        && each.pair().isEmpty()
                        && tellsWhich(each)
                        && !each.metric().equals("count"))
                .map(this::figure)
                .toList();
    }

    /** Whether its parameters, if any, only tell it from others of its metric; a class does not. */
    private static boolean tellsWhich(Measurement measurement) {
        return measurement.at().isEmpty()
                || (Measure.isPlain(measurement)
                        && !Measure.of(measurement).at().isEmpty());
    }

    private ReportSnapshot.Figure figure(Measurement measurement) {
        OptionalDouble value = measured(measurement.value());
        boolean counted = measurement.fraction().isPresent();
        return new ReportSnapshot.Figure(
                measurement.metric(),
                counted
                        ? (Long) disclosure.count(
                                (long) measurement.fraction().get().denominator())
                        : null,
                counted && !disclosure.rounds()
                        ? (Long) (long) measurement.fraction().get().numerator()
                        : null,
                value.isPresent() ? (Double) disclosure.share(value.getAsDouble()) : null,
                range(measurement.uncertainty()),
                measurement.value() instanceof MetricValue.Undefined undefined ? undefined.reason() : null,
                Measure.of(measurement).at());
    }

    private static OptionalDouble measured(MetricValue value) {
        return value instanceof MetricValue.Measured measured
                ? OptionalDouble.of(measured.value())
                : OptionalDouble.empty();
    }

    private static List<String> features(Map<String, String> group) {
        return List.copyOf(group.keySet());
    }
}
