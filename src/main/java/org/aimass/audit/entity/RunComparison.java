package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aimass.engine.metrics.Change;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;

/**
 * Two completed audits side by side: what was put in, and how each measure of each group of one feature has changed from the first to
 * the second. Described, not judged.
 *
 * @param first with the measurements of the feature shown
 * @param second with the measurements of the same feature, where it has that
 * @param features what forms the groups
 */
public record RunComparison(CompletedAudit first, CompletedAudit second, List<String> features) {

    /** How the people of both audits hang together, and so what is known of the change's spread. */
    public enum People {
        /** The same model, threshold and labels on the same rows: nothing can have changed. */
        SAME_ANSWERS,
        /** The same rows were measured twice: the pairing exists, but counts do not tell it. */
        SAME_ROWS,
        /** Versions of one dataset: nobody knows who is in both. */
        SAME_DATASET,
        /** Different datasets, taken as different people. */
        DIFFERENT
    }

    /**
     * One group.
     *
     * @param features empty for everybody
     * @param first empty where the first audit has no such group or did not measure this
     * @param second the same of the second
     * @param change the second minus the first; empty unless both are measured
     * @param interval of the change; empty where one of the two has none, or nothing can have changed
     */
    public record Row(
            Map<String, String> features,
            Optional<Measurement> first,
            Optional<Measurement> second,
            Optional<Double> change,
            Optional<Interval> interval) {

        /** Whether it is the quotient of two counts, in either audit. */
        public boolean isShare() {
            return Stream.concat(first.stream(), second.stream())
                    .anyMatch(measured -> measured.fraction().isPresent());
        }

        public boolean isEverybody() {
            return features.isEmpty();
        }
    }

    public RunComparison {
        features = List.copyOf(features);
    }

    public People people() {
        if (first.plan().dataset().sha256().equals(second.plan().dataset().sha256())) {
            return sameAnswers() ? People.SAME_ANSWERS : People.SAME_ROWS;
        }
        return first.subject().datasetName().equals(second.subject().datasetName())
                ? People.SAME_DATASET
                : People.DIFFERENT;
    }

    private boolean sameAnswers() {
        AuditPlan one = first.plan();
        AuditPlan two = second.plan();
        return one.model().sha256().equals(two.model().sha256())
                && one.model().inputs().equals(two.model().inputs())
                && one.model().settings().equals(two.model().settings())
                && one.model().companions().equals(two.model().companions())
                && one.model().evaluator().equals(two.model().evaluator())
                && one.model().speaker().equals(two.model().speaker())
                && one.model().sentiment().equals(two.model().sentiment())
                && one.model().sought().equals(two.model().sought())
                && one.columns().equals(two.columns())
                && one.labels().equals(two.labels())
                && one.threshold().equals(two.threshold())
                && one.options().equals(two.options());
    }

    /** The measures that both audits have of these groups: first those that a policy judges. */
    public List<Measure> measures() {
        Set<Measure> both = new LinkedHashSet<>();
        for (CompletedAudit audit : List.of(first, second)) {
            GroupMeasures measured = new GroupMeasures(audit.measurements());
            audit.policy().comparisons().forEach(each -> both.addAll(measured.of(each)));
        }
        List<Measure> ofFirst = MeasureTable.measures(first, features);
        both.addAll(ofFirst);
        List<Measure> ofSecond = MeasureTable.measures(second, features);
        both.removeIf(measure -> !ofFirst.contains(measure) || !ofSecond.contains(measure));
        return List.copyOf(both);
    }

    /** Everybody, then each group that either audit has. */
    public List<Row> rows(Measure measure) {
        Set<Map<String, String>> groups = new LinkedHashSet<>();
        groups.add(Map.of());
        for (CompletedAudit audit : List.of(first, second)) {
            Judge.of(features, audit.groups()).forEach(group -> groups.add(group.features()));
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach(group -> rows.add(row(measure, group)));
        return rows;
    }

    private Row row(Measure measure, Map<String, String> group) {
        Optional<Measurement> one = first.measured(measure, group);
        Optional<Measurement> two = second.measured(measure, group);
        if (one.isPresent()
                && two.isPresent()
                && one.get().value() instanceof MetricValue.Measured a
                && two.get().value() instanceof MetricValue.Measured b) {
            return new Row(
                    group,
                    one,
                    two,
                    Optional.of(b.value() - a.value()),
                    interval(measure, group, a.value(), one.get(), b.value(), two.get()));
        }
        return new Row(group, one, two, Optional.empty(), Optional.empty());
    }

    private Optional<Interval> interval(
            Measure measure, Map<String, String> group, double a, Measurement one, double b, Measurement two) {
        if (people() == People.SAME_ANSWERS
                || !(one.uncertainty() instanceof Interval around
                        && two.uncertainty() instanceof Interval aroundSecond
                        && around.confidence() == aroundSecond.confidence())) {
            return Optional.empty();
        }
        if (people() == People.DIFFERENT) {
            return Optional.of(Change.interval(a, around, b, aroundSecond, Change.INDEPENDENT, "change_independent"));
        }
        Optional<Double> least = people() == People.SAME_ROWS ? least(measure, group) : Optional.empty();
        return Optional.of(
                least.isPresent()
                        ? Change.interval(a, around, b, aroundSecond, least.get(), "change_least_correlation")
                        : Change.interval(a, around, b, aroundSecond, Change.UNKNOWN, "change_any_correlation"));
    }

    /** Of a share taken over the same people both times; empty where it is none, or the people differ. */
    private Optional<Double> least(Measure measure, Map<String, String> group) {
        Optional<Rate> rate = measure.rate();
        Optional<Count> one = rate.flatMap(share -> count(first, share, group));
        Optional<Count> two = rate.flatMap(share -> count(second, share, group));
        boolean same = one.isPresent()
                && two.isPresent()
                && rate.get().isOverLabels()
                && first.plan().positiveLabel().equals(second.plan().positiveLabel())
                && first.plan().columns().label().equals(second.plan().columns().label())
                && one.get().denominator() == two.get().denominator();
        return same
                ? Optional.of(Change.leastCorrelation(
                        (double) one.get().numerator(), (double) two.get().numerator(), (double)
                                one.get().denominator()))
                : Optional.empty();
    }

    private static Optional<Count> count(CompletedAudit audit, Rate rate, Map<String, String> group) {
        return audit.groups().stream()
                .filter(each ->
                        each.features().equals(group) && each.confusion().isPresent())
                .findFirst()
                .map(each -> Count.of(rate, each));
    }

    /** Groups of the feature that only one of the audits has. */
    public List<GroupSummary> onlyIn(CompletedAudit audit) {
        CompletedAudit other = audit.equals(first) ? second : first;
        return Judge.of(features, audit.groups()).stream()
                .filter(group -> Judge.of(features, other.groups()).stream()
                        .noneMatch(each -> each.features().equals(group.features())))
                .toList();
    }

    /** One thing that was put in: the first's and the second's. */
    public record Input(String name, String first, String second) {

        public boolean isSame() {
            return first.equals(second);
        }
    }

    /** What was put in, by a name that the page has words for; numbers and digests as they are. */
    public List<Input> inputs() {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        List<Map<String, String>> each = List.of(inputs(first), inputs(second));
        each.get(0)
                .forEach((name, value) ->
                        inputs.put(name, List.of(value, each.get(1).getOrDefault(name, ""))));
        return inputs.entrySet().stream()
                .map(entry -> new Input(
                        entry.getKey(),
                        entry.getValue().get(0),
                        entry.getValue().get(1)))
                .toList();
    }

    private static Map<String, String> inputs(CompletedAudit audit) {
        AuditPlan plan = audit.plan();
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("model", audit.subject().modelName() + " " + audit.subject().modelLabel());
        inputs.put("modelDigest", plan.model().sha256().map(Object::toString).orElse(""));
        inputs.put(
                "dataset",
                audit.subject().datasetName() + ", " + audit.subject().datasetNumber());
        inputs.put("datasetDigest", plan.dataset().sha256().toString());
        inputs.put("rows", Long.toString(audit.head().rows().used()));
        inputs.put("policy", plan.policy().name() + " " + plan.policy().version());
        inputs.put("label", plan.columns().label() + " = " + plan.positiveLabel());
        inputs.put(
                "threshold",
                plan.threshold().isPresent() ? Double.toString(plan.threshold().getAsDouble()) : "");
        inputs.put("planDigest", audit.planDigest().toString());
        inputs.put("engine", audit.head().engine().version());
        inputs.put("runtime", audit.head().engine().onnxruntime().orElse(""));
        inputs.put("device", audit.head().engine().device());
        inputs.put("seed", Long.toString(audit.head().engine().seed()));
        return inputs;
    }
}
