package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupName;

/**
 * All rows dealt into groups by the values of some features, within each combination of the control features' values.
 *
 * @param over the sensitive features; none for whole slices
 * @param groups by slice, within a slice by value
 * @param groupOfCell by cell of the index, the group
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Partition(List<String> over, List<Group> groups, int[] groupOfCell) {

    /**
     * @param slice values of the control features, in order; empty where nothing is controlled
     * @param values of the features, in order
     */
    record Group(Map<String, String> slice, List<String> values) {

        String name() {
            return GroupName.of(values);
        }
    }

    /**
     * @param names of all features, sensitive then control
     * @param control the control features to slice by
     */
    static Partition of(
            CellIndex cells,
            List<String> names,
            List<List<String>> dictionaries,
            List<String> over,
            List<String> control) {
        List<Group> groupOf = new ArrayList<>(cells.size());
        for (int cell = 0; cell < cells.size(); cell++) {
            Map<String, String> slice = new LinkedHashMap<>();
            for (String feature : control) {
                slice.put(feature, value(cells, cell, names.lastIndexOf(feature), dictionaries));
            }
            List<String> values = new ArrayList<>();
            for (String feature : over) {
                values.add(value(cells, cell, names.indexOf(feature), dictionaries));
            }
            groupOf.add(new Group(slice, values));
        }
        Comparator<Group> order = Comparator.comparing((Group group) -> List.copyOf(group.slice.values()), BY_VALUE)
                .thenComparing(Group::values, BY_VALUE);
        TreeSet<Group> distinct = new TreeSet<>(order);
        distinct.addAll(groupOf);
        List<Group> sorted = List.copyOf(distinct);
        int[] groupOfCell = new int[groupOf.size()];
        for (int cell = 0; cell < groupOfCell.length; cell++) {
            groupOfCell[cell] = Collections.binarySearch(sorted, groupOf.get(cell), order);
        }
        return new Partition(over, sorted, groupOfCell);
    }

    private static final Comparator<List<String>> BY_VALUE = (first, second) -> {
        for (int i = 0; i < first.size(); i++) {
            int order = first.get(i).compareTo(second.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private static String value(CellIndex cells, int cell, int feature, List<List<String>> dictionaries) {
        return dictionaries.get(feature).get(cells.code(cell, feature));
    }

    /** Adds up counts by cell of features and cell of the confusion matrix. */
    GroupCounts[] counts(long[] counts, int size) {
        GroupCounts[] sums = new GroupCounts[size];
        Arrays.fill(sums, GroupCounts.NONE);
        for (int cell = 0; cell < groupOfCell.length; cell++) {
            if (groupOfCell[cell] >= 0) {
                sums[groupOfCell[cell]] = sums[groupOfCell[cell]].plus(new GroupCounts(
                        counts[4 * cell], counts[4 * cell + 1], counts[4 * cell + 2], counts[4 * cell + 3]));
            }
        }
        return sums;
    }

    /** The control features that slices are made by; none where nothing is controlled. */
    List<String> control() {
        return groups.isEmpty() ? List.of() : List.copyOf(groups.get(0).slice().keySet());
    }

    /** The stretches of groups that share a slice, as {from, to}. */
    List<int[]> slices() {
        List<int[]> slices = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= groups.size(); to++) {
            if (to == groups.size()
                    || !groups.get(to).slice().equals(groups.get(from).slice())) {
                slices.add(new int[] {from, to});
                from = to;
            }
        }
        return slices;
    }

    /** By group the number of its slice. */
    int[] sliceOfGroup() {
        int[] sliceOf = new int[groups.size()];
        List<int[]> slices = slices();
        for (int slice = 0; slice < slices.size(); slice++) {
            Arrays.fill(sliceOf, slices.get(slice)[0], slices.get(slice)[1], slice);
        }
        return sliceOf;
    }

    /** By cell of the index the number of its slice. */
    int[] sliceOfCell() {
        int[] sliceOf = sliceOfGroup();
        return Arrays.stream(groupOfCell).map(group -> sliceOf[group]).toArray();
    }

    /** By group that of the same slice with the name; -1 where the slice has none. */
    int[] referenceOfGroup(String name) {
        int[] reference = new int[groups.size()];
        for (int[] slice : slices()) {
            int found = -1;
            for (int group = slice[0]; group < slice[1]; group++) {
                found = groups.get(group).name().equals(name) ? group : found;
            }
            Arrays.fill(reference, slice[0], slice[1], found);
        }
        return reference;
    }

    /** The features of a group with their values: the slice's after the group's own. */
    Map<String, String> features(Group group) {
        Map<String, String> features = new LinkedHashMap<>();
        for (int i = 0; i < over.size(); i++) {
            features.put(over.get(i), group.values().get(i));
        }
        features.putAll(group.slice());
        return features;
    }

    /** Everybody but a group, slice by slice: a partition into one group per slice, rows of the group left out. */
    Partition without(String name) {
        List<Group> slices = new ArrayList<>();
        int[] sliceOfGroup = new int[groups.size()];
        for (int[] slice : slices()) {
            for (int group = slice[0]; group < slice[1]; group++) {
                sliceOfGroup[group] = groups.get(group).name().equals(name) ? -1 : slices.size();
            }
            slices.add(new Group(groups.get(slice[0]).slice(), List.of(GroupName.EVERYBODY_ELSE)));
        }
        int[] restOfCell = new int[groupOfCell.length];
        for (int cell = 0; cell < restOfCell.length; cell++) {
            restOfCell[cell] = sliceOfGroup[groupOfCell[cell]];
        }
        return new Partition(over, slices, restOfCell);
    }
}
