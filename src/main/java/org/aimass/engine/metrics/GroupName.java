package org.aimass.engine.metrics;

import java.util.List;
import java.util.stream.Collectors;

/** How a group is written where one string names it. */
public final class GroupName {

    /** Everybody but the reference group. */
    public static final String EVERYBODY_ELSE = "*";

    private GroupName() {}

    /**
     * The value itself for a single feature; for an intersection the values joined by {@code " | "}. A bar or backslash
     * within a value of an intersection, and a value that is itself {@code *}, is preceded by a backslash, so that no two
     * groups share a name.
     */
    public static String of(List<String> values) {
        String name = values.size() == 1
                ? values.get(0)
                : values.stream()
                        .map(value -> value.replace("\\", "\\\\").replace("|", "\\|"))
                        .collect(Collectors.joining(" | "));
        return name.equals(EVERYBODY_ELSE) ? "\\*" : name;
    }
}
