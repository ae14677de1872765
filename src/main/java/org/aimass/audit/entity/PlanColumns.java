package org.aimass.audit.entity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The columns that play a part in an audit; answers only where the dataset brings them.
 *
 * @param byPart by the engine's key of the part, such as {@code label} or {@code score}, one column or those of a vector
 */
public record PlanColumns(Map<String, List<String>> byPart) {

    static final String GROUP_LEFT = "group_left";
    static final String GROUP_RIGHT = "group_right";

    private static final List<String> TRUTHS = List.of("label", "genuine", "relevance", "reference", "identity");

    /** Parts that make rows, and so groups, depend on each other. */
    private static final List<String> TIES = List.of("cluster", "cluster_left", "listener");

    public PlanColumns {
        Map<String, List<String>> sorted = new TreeMap<>();
        byPart.forEach((part, columns) -> sorted.put(part, List.copyOf(columns)));
        byPart = Collections.unmodifiableMap(sorted);
    }

    /** One column for each part. */
    public static PlanColumns of(Map<String, String> byPart) {
        Map<String, List<String>> columns = new TreeMap<>();
        byPart.forEach((part, column) -> columns.put(part, List.of(column)));
        return new PlanColumns(columns);
    }

    /** The first column of a part. */
    public Optional<String> find(String part) {
        return byPart.getOrDefault(part, List.of()).stream().findFirst();
    }

    /** The column of what is true; empty text where nothing is held against a truth. */
    public String label() {
        return TRUTHS.stream().flatMap(part -> find(part).stream()).findFirst().orElse("");
    }

    /** The groups of both sides of a pair; none where there are none. */
    List<String> sides() {
        return Stream.of(GROUP_LEFT, GROUP_RIGHT)
                .flatMap(part -> find(part).stream())
                .toList();
    }

    /** Whether rows share people, so that groups may, too. */
    boolean tieRows() {
        return TIES.stream().anyMatch(part -> find(part).isPresent());
    }
}
