package org.aimass.audit.entity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What only the plan's task asks for, by the engine's keys: such as the target of a verification's threshold.
 *
 * @param values texts, numbers (all of them {@code Double}), lists of either, or numbers by name
 */
public record TaskOptions(Map<String, Object> values) {

    public static final TaskOptions NONE = new TaskOptions(Map.of());

    private static final String CLASSES = "classes";

    public TaskOptions {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(key, frozen(value)));
        values = Collections.unmodifiableMap(sorted);
    }

    /** Of a model's file that tells several classes apart: the label's values in the order of its answers. */
    public static TaskOptions ofClasses(List<String> classes) {
        return classes.isEmpty() ? NONE : new TaskOptions(Map.of(CLASSES, classes));
    }

    /** With others too. */
    public TaskOptions and(Map<String, ?> others) {
        Map<String, Object> all = new TreeMap<>(values);
        all.putAll(others);
        return new TaskOptions(all);
    }

    /** @throws IllegalArgumentException if it is of another kind */
    private static Object frozen(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TaskOptions::frozen).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, number) -> sorted.put(String.valueOf(name), frozen(number)));
            return Collections.unmodifiableMap(sorted);
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("not an option: " + value);
    }

    public Optional<Object> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The classes in the order of the model's answers; none where nobody names them. */
    public List<String> classes() {
        return values.get(CLASSES) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** All but the classes, which stand on their own. */
    public Map<String, Object> asked() {
        Map<String, Object> asked = new TreeMap<>(values);
        asked.remove(CLASSES);
        return Collections.unmodifiableMap(asked);
    }
}
