package org.aimass.dataset.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a dataset looks like with its columns' roles: groups, labels in each, spread of numbers, cells that do not fit.
 *
 * @param labels the label's values; empty where there are too many to tell apart
 * @param columns the sensitive ones
 * @param numbers the columns of numbers
 */
public record Survey(List<String> labels, List<Column> columns, List<Numbers> numbers, TableFaults faults) {

    private static final int MOST_LABELS = 10;
    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_GROUPS = 50;
    private static final int MOST_BINS = 100;

    public Survey {
        labels = List.copyOf(labels);
        columns = List.copyOf(columns);
        numbers = List.copyOf(numbers);
    }

    /**
     * The groups of one column; all groups, the rest and the missing ones together are all rows.
     *
     * @param groups the 50 largest, largest first
     * @param restGroups how many more there are
     * @param rest those together
     * @param missing the rows that belong to no group
     */
    public record Column(String name, List<Group> groups, long restGroups, Group rest, Group missing) {

        public Column {
            groups = List.copyOf(groups);
        }

        public long rows() {
            return groups.stream().mapToLong(Group::rows).sum() + rest.rows() + missing.rows();
        }
    }

    /**
     * One group.
     *
     * @param labels rows by label, in the survey's order; then those of any other label; then those without one
     * @param incomplete rows in which some other column that has a role is empty
     */
    public record Group(String value, long rows, List<Long> labels, long incomplete) {

        public Group {
            labels = List.copyOf(labels);
        }

        /** Of all the column's rows, from 0 to 1. */
        public double share(long total) {
            return total == 0 ? 0 : (double) rows / total;
        }

        /** Of the group's rows, from 0 to 1; of an empty group 0. */
        public double labelShare(int label) {
            return rows == 0 ? 0 : (double) labels.get(label) / rows;
        }

        /** The shares of all labels before this one together. */
        public double labelsBefore(int label) {
            double before = 0;
            for (int i = 0; i < label; i++) {
                before += labelShare(i);
            }
            return before;
        }
    }

    /** How the numbers of a column are spread, in bins of equal width. */
    public record Numbers(String name, double low, double high, List<Long> bins) {

        public Numbers {
            bins = List.copyOf(bins);
        }

        public double from(int bin) {
            return low + (high - low) * bin / bins.size();
        }

        /** Of the fullest bin, from 0 to 1. */
        public double height(int bin) {
            long most = bins.stream().mapToLong(Long::longValue).max().orElse(0);
            return most == 0 ? 0 : (double) bins.get(bin) / most;
        }
    }

    /**
     * Reads the engine's JSON, trusting nothing in it.
     *
     * @throws IllegalArgumentException when it is no survey
     */
    public static Survey parse(String json) {
        JsonNode root = EngineJson.tree(json);
        List<String> labels = EngineJson.items(root, "labels", MOST_LABELS).stream()
                .map(EngineJson::text)
                .toList();
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : EngineJson.items(root, "columns", MOST_COLUMNS)) {
            columns.add(new Column(
                    EngineJson.text(column, "name"),
                    EngineJson.items(column, "groups", MOST_GROUPS).stream()
                            .map(group -> group(group, labels.size()))
                            .toList(),
                    EngineJson.count(column, "rest_groups"),
                    group(column.path("rest"), labels.size()),
                    group(column.path("missing"), labels.size())));
        }
        List<Numbers> numbers = EngineJson.items(root, "numbers", MOST_COLUMNS).stream()
                .map(Survey::numbers)
                .toList();
        return new Survey(labels, columns, numbers, TableFaults.parse(json));
    }

    private static Group group(JsonNode node, int labels) {
        List<Long> counts = EngineJson.items(node, "labels", labels + 2).stream()
                .map(EngineJson::count)
                .toList();
        if (counts.size() != labels + 2) {
            throw new IllegalArgumentException("labels");
        }
        return new Group(
                EngineJson.text(node, "value"),
                EngineJson.count(node, "rows"),
                counts,
                EngineJson.count(node, "incomplete"));
    }

    private static Numbers numbers(JsonNode node) {
        return new Numbers(
                EngineJson.text(node, "name"),
                EngineJson.number(node, "low"),
                EngineJson.number(node, "high"),
                EngineJson.items(node, "bins", MOST_BINS).stream()
                        .map(EngineJson::count)
                        .toList());
    }
}
