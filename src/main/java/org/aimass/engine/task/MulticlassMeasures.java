package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.Confusion;
import org.aimass.engine.metrics.ConfusionMatrix;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.MulticlassGroup;
import org.aimass.engine.metrics.MulticlassMetrics;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.Uncertainty;
import org.jspecify.annotations.Nullable;

/**
 * Derives the outcome of an audit of several classes: what takes all classes together, then each class against the rest with the
 * class in {@code at}.
 */
final class MulticlassMeasures extends Disaggregation<MulticlassGroup> {

    private static final String PARITY = "demographic_parity_difference";
    private static final Set<String> CALIBRATION = Set.of("expected_calibration_error", "maximum_calibration_error");

    /** A class against the rest, measured. */
    record Split(String label, TaskOutcome outcome) {}

    private final MulticlassPlan plan;
    private final MulticlassData data;
    private final List<String> classes;
    private final MeasuredGroups measures;
    private final Bootstrap bootstrap;
    private final List<ConfusionMatrix> matrices = new ArrayList<>();

    /** @param classes the labels, in the order shown */
    MulticlassMeasures(
            MulticlassPlan plan,
            CellIndex cells,
            MulticlassData data,
            List<List<String>> dictionaries,
            List<String> classes) {
        super(plan.groups(), cells, dictionaries);
        this.plan = plan;
        this.data = data;
        this.classes = classes;
        measures = new MeasuredGroups(MulticlassMetrics.list(plan.scored()), plan.groups());
        bootstrap = plan.groups().bootstrap();
    }

    /**
     * @param right right answers against wrong ones
     * @param among whether the true class is among the likeliest ones; null where that is not asked
     */
    TaskOutcome outcome(TaskOutcome right, @Nullable TaskOutcome among, List<Split> splits) {
        walk();
        List<Measurement> all = new ArrayList<>(ofShare(right, "accuracy", "accuracy", Map.of()));
        if (among != null) {
            all.addAll(ofShare(among, "accuracy", "top_k_accuracy", Map.of("k", Multiclass.PLACES)));
        }
        all.addAll(
                data.clustersLost()
                        ? measurements().stream()
                                .map(it -> it.with(new Uncertainty.NoInterval("too many rows to keep their clusters")))
                                .toList()
                        : measurements());
        all.addAll(calibration(right));
        all.addAll(parity(splits));
        for (Split split : splits) {
            for (Measurement measured : split.outcome.measurements()) {
                if (!measured.metric().equals("count")) {
                    all.add(measured.at("class", split.label));
                }
            }
        }
        return TaskOutcome.of(summaries(), all).with(new Confusion(classes, matrices));
    }

    /** A share by group, and its difference and ratio over groups, under another name. */
    private static List<Measurement> ofShare(TaskOutcome from, String metric, String name, Map<String, Object> at) {
        List<Measurement> found = new ArrayList<>();
        for (Measurement measured : from.measurements()) {
            String ending =
                    measured.metric().startsWith(metric) ? measured.metric().substring(metric.length()) : "other";
            if (Set.of("", "_difference", "_ratio").contains(ending)) {
                found.add(measured.named(name + ending, at));
            }
        }
        return found;
    }

    /** Of the probability of the class that was answered. */
    private static List<Measurement> calibration(TaskOutcome right) {
        return right.measurements().stream()
                .filter(measured -> CALIBRATION.stream().anyMatch(measured.metric()::startsWith))
                .map(measured -> measured.at("label", "top"))
                .toList();
    }

    /** The largest of the classes' differences, which are each measured with an interval. */
    private static List<Measurement> parity(List<Split> splits) {
        Map<String, Measurement> largest = new LinkedHashMap<>();
        for (Split split : splits) {
            for (Measurement measured : split.outcome.measurements()) {
                if (measured.metric().equals(PARITY)) {
                    largest.merge(measured.over() + " " + measured.features(), measured, MulticlassMeasures::larger);
                }
            }
        }
        return largest.values().stream()
                .map(measured -> measured.with(new Uncertainty.NoInterval("the largest of several; see each class")))
                .toList();
    }

    private static Measurement larger(Measurement one, Measurement other) {
        return value(other) > value(one) ? other : one;
    }

    private static double value(Measurement measured) {
        return measured.value() instanceof MetricValue.Measured known ? known.value() : Double.NEGATIVE_INFINITY;
    }

    @Override
    List<MulticlassGroup> counted(Partition partition) {
        return data.groups(partition);
    }

    @Override
    GroupSummary summary(Map<String, String> features, MulticlassGroup group) {
        matrices.add(new ConfusionMatrix(features, group.cells()));
        return GroupSummary.uncounted(
                features, group.rows(), group.rows() < plan.groups().minimumGroupSize());
    }

    @Override
    List<Measurement> whole(Map<String, String> features, MulticlassGroup group, int slices) {
        return measures.of(group, Place.group(features));
    }

    @Override
    List<Measurement> over(Partition partition, List<MulticlassGroup> groups, String reference) {
        List<Measurement> measured = new ArrayList<>();
        for (int[] slice : partition.slices()) {
            List<Partition.Group> sliced = partition.groups().subList(slice[0], slice[1]);
            List<MulticlassGroup> own = groups.subList(slice[0], slice[1]);
            List<String> names = sliced.stream().map(Partition.Group::name).toList();
            Place overGroups = Place.over(sliced.get(0).slice(), partition.over());
            measured.addAll(measures.slice(
                    own,
                    names,
                    sliced.stream()
                            .map(group -> Place.group(partition.features(group)))
                            .toList(),
                    overGroups,
                    reference));
            measured.addAll(new Variations(bootstrap, overGroups).measure(own, names, reference));
        }
        return measured;
    }
}
