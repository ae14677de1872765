package org.aimass.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of a job file, read key by key; what nobody asked for is refused by name at the end. */
final class JobObject {

    private static final double SUM_ROUNDING = 1e-9;
    private static final int LONGEST_TEXT = 1_000;

    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>();

    private JobObject(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            String where = path.isEmpty() ? file : file + ": " + path;
            throw new BadInput(where + ": found " + shown(node) + ", expected a JSON object");
        }
    }

    static JobObject root(String file, JsonNode node) {
        return new JobObject(file, "", node);
    }

    /** An object in which nothing is said, so that every default holds. */
    static JobObject none(String file, String path) {
        return new JobObject(file, path, JsonNodeFactory.instance.objectNode());
    }

    Optional<JobObject> object(String key) {
        return find(key).map(value -> new JobObject(file, path(key), value));
    }

    JobObject demandObject(String key) {
        return object(key).orElseThrow(() -> missing(key));
    }

    Optional<String> text(String key) {
        return find(key).map(value -> text(key, value));
    }

    String demandText(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    /** A text, number or boolean, as text: a label may be written in any of these ways. */
    Optional<String> label(String key) {
        return find(key).map(value -> label(key, value));
    }

    private String label(String key, JsonNode value) {
        return value.isNumber() || value.isBoolean() ? value.asText() : text(key, value);
    }

    /** A list of different labels, each written as {@link #label} allows. */
    Optional<List<String>> labels(String key, int fewest, int most) {
        return find(key).map(value -> {
            List<String> labels = new ArrayList<>();
            for (JsonNode item : items(key, value, fewest, most, "labels")) {
                labels.add(label(key, item));
            }
            distinct(key, labels.stream().map(LabelValue::canonical).toList());
            return labels;
        });
    }

    /** Whether the key says false, which turns something off. */
    boolean isFalse(String key) {
        return find(key)
                .filter(value -> value.isBoolean() && !value.booleanValue())
                .isPresent();
    }

    /** Whether the key says true; false where it is missing. */
    boolean isTrue(String key) {
        return find(key)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw wrong(key, value, "true or false");
                    }
                    return value.booleanValue();
                })
                .orElse(false);
    }

    /** A number from low to high, both included. */
    Optional<Double> number(String key, double low, double high) {
        return find(key).map(value -> number(key, value, low, high));
    }

    private double number(String key, JsonNode value, double low, double high) {
        if (!value.isNumber() || !(value.doubleValue() >= low && value.doubleValue() <= high)) {
            throw wrong(key, value, "a number from " + low + " to " + high);
        }
        return value.doubleValue();
    }

    /** A number strictly between 0 and 1. */
    Optional<Double> share(String key) {
        return find(key).map(value -> {
            if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() < 1)) {
                throw wrong(key, value, "a number above 0 and below 1");
            }
            return value.doubleValue();
        });
    }

    /** A number strictly between 0 and 1, or a list of different ones. */
    Optional<List<Double>> shares(String key, int most) {
        return numbers(key, 0, 1, most).map(shares -> {
            for (double share : shares) {
                if (!(share > 0 && share < 1)) {
                    throw wrong(key, String.valueOf(share), "a number above 0 and below 1");
                }
            }
            return distinct(key, shares);
        });
    }

    /** A whole number from low to high, both included. */
    Optional<Long> integer(String key, long low, long high) {
        return find(key).map(value -> integer(key, value, low, high));
    }

    /** A whole number or a list of different ones. */
    Optional<List<Integer>> integers(String key, int low, int high, int most) {
        return find(key).map(value -> {
            if (!value.isArray()) {
                return List.of((int) integer(key, value, low, high));
            }
            List<Integer> numbers = new ArrayList<>();
            for (JsonNode item : items(key, value, 1, most, "whole numbers")) {
                numbers.add((int) integer(key, item, low, high));
            }
            return distinct(key, numbers);
        });
    }

    /** A number or a list of numbers, each from low to high. */
    Optional<List<Double>> numbers(String key, double low, double high, int most) {
        return find(key).map(value -> {
            if (!value.isArray()) {
                return List.of(number(key, value, low, high));
            }
            List<Double> numbers = new ArrayList<>();
            for (JsonNode item : items(key, value, 1, most, "numbers")) {
                numbers.add(number(key, item, low, high));
            }
            return numbers;
        });
    }

    /** A list of different texts. */
    Optional<List<String>> texts(String key, int fewest, int most) {
        return find(key).map(value -> texts(key, value, fewest, most));
    }

    /** A text or a list of different ones. */
    Optional<List<String>> textOrTexts(String key, int most) {
        return find(key).map(value -> value.isTextual() ? List.of(text(key, value)) : texts(key, value, 1, most));
    }

    /** A list of different lists of different texts. */
    Optional<List<List<String>>> textLists(String key, int fewest, int mostInOne, int most) {
        return find(key).map(value -> {
            List<List<String>> lists = new ArrayList<>();
            for (JsonNode item : items(key, value, 0, most, "lists of texts")) {
                lists.add(texts(key, item, fewest, mostInOne));
            }
            return distinct(key, lists);
        });
    }

    /** An object that maps any names to texts. */
    Map<String, String> textMap(String key, int most) {
        Map<String, String> map = new LinkedHashMap<>();
        entries(key, most).forEach((name, value) -> map.put(name, text(key + "." + name, value)));
        return map;
    }

    /** An object that maps any names to numbers of at least 0 that are 1 together; empty where there is none. */
    Map<String, Double> distribution(String key, int most) {
        Map<String, Double> shares = new LinkedHashMap<>();
        entries(key, most).forEach((name, value) -> shares.put(name, number(key + "." + name, value, 0, 1)));
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!shares.isEmpty() && Math.abs(sum - 1) > SUM_ROUNDING) {
            throw wrong(key, "shares that are " + sum + " together", "1 together");
        }
        return shares;
    }

    /** An object that maps any names to lists of texts. */
    Map<String, List<String>> textListMap(String key, int mostInOne, int most) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        entries(key, most).forEach((name, value) -> map.put(name, texts(key + "." + name, value, 1, mostInOne)));
        return map;
    }

    /**
     * @throws BadInput if there is a key that was never asked for
     */
    void demandNothingElse() {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new BadInput(file + ": unknown key " + OneLine.quoted(path(key)) + "; expected "
                        + (known.isEmpty() ? "none" : OneLine.list(known)));
            }
        });
    }

    BadInput wrong(String key, String found, String expected) {
        return new BadInput(file + ": " + path(key) + ": found " + found + ", expected " + expected);
    }

    private Map<String, JsonNode> entries(String key, int most) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        find(key).ifPresent(value -> {
            if (!value.isObject() || value.size() > most) {
                throw wrong(key, value, "a JSON object of at most " + most + " keys");
            }
            value.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        });
        return entries;
    }

    private Optional<JsonNode> find(String key) {
        known.add(key);
        @Nullable JsonNode value = node.get(key);
        return value == null ? Optional.empty() : Optional.of(value);
    }

    private String text(String key, JsonNode value) {
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw wrong(key, value, "a text of at most " + LONGEST_TEXT + " characters");
        }
        return value.textValue();
    }

    private long integer(String key, JsonNode value, long low, long high) {
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < low
                || value.longValue() > high) {
            throw wrong(key, value, "a whole number from " + low + " to " + high);
        }
        return value.longValue();
    }

    private List<String> texts(String key, JsonNode value, int fewest, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(key, value, fewest, most, "texts")) {
            texts.add(text(key, item));
        }
        return distinct(key, texts);
    }

    private JsonNode items(String key, JsonNode value, int fewest, int most, String what) {
        if (!value.isArray() || value.size() < fewest || value.size() > most) {
            throw wrong(key, value, "a list of " + fewest + " to " + most + " " + what);
        }
        return value;
    }

    private <T> List<T> distinct(String key, List<T> items) {
        Set<T> seen = new LinkedHashSet<>();
        for (T item : items) {
            if (!seen.add(item)) {
                throw wrong(key, OneLine.quoted(String.valueOf(item)) + " twice", "each item once");
            }
        }
        return items;
    }

    private BadInput missing(String key) {
        return new BadInput(file + ": " + path(key) + " is missing");
    }

    private BadInput wrong(String key, JsonNode found, String expected) {
        return wrong(key, shown(found), expected);
    }

    private String path(String key) {
        return OneLine.of(path.isEmpty() || key.isEmpty() ? path + key : path + "." + key, 200);
    }

    private static String shown(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list of " + node.size();
            case OBJECT -> "an object of " + node.size() + " keys";
            case STRING -> OneLine.quoted(node.textValue());
            default -> OneLine.of(node.asText(), 60);
        };
    }
}
