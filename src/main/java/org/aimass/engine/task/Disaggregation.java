package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.engine.metrics.GroupName;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;

/**
 * Goes through an audit's groups in their order: all rows, then each feature and intersection, then the same within each slice
 * of the control features.
 *
 * @param <D> what a task has counted of one group
 */
abstract class Disaggregation<D> {

    private final GroupPlan plan;
    private final CellIndex cells;
    private final List<List<String>> dictionaries;
    private final List<GroupSummary> summaries = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();

    /** @param dictionaries by feature (sensitive, then control) the value that each code stands for */
    Disaggregation(GroupPlan plan, CellIndex cells, List<List<String>> dictionaries) {
        this.plan = plan;
        this.cells = cells;
        this.dictionaries = dictionaries;
    }

    /** Where the values of some features stand: the same for all, but for tasks whose features are of different things. */
    CellIndex cells(List<String> features) {
        return cells;
    }

    /** What was counted of the groups of a partition, in its order. */
    abstract List<D> counted(Partition partition);

    abstract GroupSummary summary(Map<String, String> features, D data);

    /**
     * The measurements of all rows, or of all rows of a slice.
     *
     * @param slices how many slices share the work
     */
    abstract List<Measurement> whole(Map<String, String> features, D data, int slices);

    /**
     * The measurements of the groups of a feature or intersection, and what is measured over them, slice by slice.
     *
     * @param data of each group
     * @param reference the name of the group that pairs compare with
     */
    abstract List<Measurement> over(Partition partition, List<D> data, String reference);

    /** Features of the task's own that form groups together, beside those of the plan. */
    List<List<String>> alsoOver() {
        return List.of();
    }

    /** @throws IllegalArgumentException if a reference group does not occur */
    final void walk() {
        Set<List<String>> over = new LinkedHashSet<>();
        plan.sensitiveFeatures().forEach(feature -> over.add(List.of(feature)));
        over.addAll(plan.intersections());
        over.addAll(alsoOver());
        wholes(List.of());
        over.forEach(features -> disaggregate(features, List.of()));
        if (!plan.controlFeatures().isEmpty()) {
            wholes(plan.controlFeatures());
            over.forEach(features -> disaggregate(features, plan.controlFeatures()));
        }
    }

    final List<GroupSummary> summaries() {
        return summaries;
    }

    final List<Measurement> measurements() {
        return measurements;
    }

    /** All rows, dealt into groups. */
    Partition partition(List<String> over, List<String> control) {
        List<String> names = new ArrayList<>(plan.sensitiveFeatures());
        names.addAll(plan.controlFeatures());
        List<String> used = new ArrayList<>(over);
        used.addAll(control);
        return Partition.of(cells(used), names, dictionaries, over, control);
    }

    private void wholes(List<String> control) {
        Partition partition = partition(List.of(), control);
        List<D> data = counted(partition);
        for (int group = 0; group < data.size(); group++) {
            Map<String, String> features = partition.features(partition.groups().get(group));
            summaries.add(summary(features, data.get(group)));
            measurements.addAll(whole(features, data.get(group), data.size()));
        }
    }

    private void disaggregate(List<String> over, List<String> control) {
        Partition partition = partition(over, control);
        List<D> data = counted(partition);
        List<GroupSummary> found = new ArrayList<>();
        for (int group = 0; group < data.size(); group++) {
            found.add(summary(partition.features(partition.groups().get(group)), data.get(group)));
        }
        summaries.addAll(found);
        measurements.addAll(over(partition, data, reference(partition, found)));
    }

    /** Whether a group may be the one that others are compared with, where the plan names none. */
    boolean mayBeReference(Partition partition, Partition.Group group) {
        return true;
    }

    /** The group named by the plan, or the one with most rows; of equally large ones the first by value. */
    private String reference(Partition partition, List<GroupSummary> found) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (int group = 0; group < found.size(); group++) {
            if (mayBeReference(partition, partition.groups().get(group))) {
                rows.merge(
                        partition.groups().get(group).name(), found.get(group).rows(), Long::sum);
            }
        }
        String named = plan.referenceGroups().get(GroupName.of(partition.over()));
        if (named != null) {
            if (!rows.containsKey(named)) {
                throw new AbsentReference(named, partition.over());
            }
            return named;
        }
        return rows.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
