package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aimass.audit.entity.TaskOption;

/**
 * One option as somebody typed it or a program sent it.
 *
 * @param value what the engine reads; empty where nothing is chosen, or it is wrong
 * @param isWrong whether it is not what the option takes
 */
record OptionReading(Optional<Object> value, boolean isWrong) {

    private static final OptionReading NOTHING = new OptionReading(Optional.empty(), false);
    private static final OptionReading WRONG = new OptionReading(Optional.empty(), true);
    private static final double NEARLY_ONE = 1e-9;
    private static final int LONGEST_NAME = 200;

    /**
     * @param given a text, or what JSON has: numbers, lists, and numbers by name
     * @param words to choose from, of options that are chosen
     */
    static OptionReading of(TaskOption option, Object given, List<String> words) {
        if (isNothing(given)) {
            return NOTHING;
        }
        Optional<Object> read =
                switch (option.kind()) {
                    case WORD -> word(given).filter(words::contains).map(word -> said(option, word));
                    case LANGUAGE ->
                        text(given)
                                .filter(tag -> tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}"))
                                .map(tag -> tag);
                    case TEXTS -> lines(option, given).map(lines -> lines);
                    case FEATURES -> texts(given).filter(words::containsAll).map(features -> features);
                    case WHOLE ->
                        wholes(option, given).filter(list -> list.size() == 1).map(list -> list.get(0));
                    case WHOLES -> wholes(option, given).map(list -> list);
                    case SHARES ->
                        numbers(option, given)
                                .filter(list -> list.stream().allMatch(share -> share > 0 && share < 1))
                                .map(list -> list);
                    case RISING -> numbers(option, given).map(OptionReading::sorted);
                    case RISING_WHOLES -> wholes(option, given).map(OptionReading::sorted);
                    case NUMBERS -> numbers(option, given, true).map(list -> list);
                    case RANGE ->
                        numbers(option, given)
                                .filter(list -> list.size() == 2 && list.get(0) < list.get(1))
                                .map(list -> list);
                    case DISTRIBUTION -> distribution(option, given).map(shares -> shares);
                };
        return read.isPresent() ? new OptionReading(read, false) : WRONG;
    }

    static boolean isNothing(Object given) {
        return given.toString().isBlank() || given.equals(List.of()) || given.equals(Map.of());
    }

    private static Optional<String> text(Object given) {
        return given instanceof String text ? Optional.of(text.strip()) : Optional.empty();
    }

    private static Optional<String> word(Object given) {
        return given instanceof Boolean flag ? Optional.of(flag.toString()) : text(given);
    }

    private static Object said(TaskOption option, String word) {
        return option.isFlag() ? (Object) Boolean.valueOf(word) : word;
    }

    private static Optional<List<String>> texts(Object given) {
        List<?> parts = given instanceof List<?> list ? list : List.of(given);
        return parts.stream().allMatch(String.class::isInstance)
                ? Optional.of(parts.stream().map(String::valueOf).distinct().toList())
                : Optional.empty();
    }

    /** Typed a line each, none of them empty. */
    private static Optional<List<String>> lines(TaskOption option, Object given) {
        return texts(
                        given instanceof String text
                                ? Arrays.stream(text.strip().split("\\s*[\\r\\n]+\\s*", -1))
                                        .toList()
                                : given)
                .map(lines -> lines.stream().map(String::strip).distinct().toList())
                .filter(lines -> lines.size() <= option.many()
                        && lines.stream().noneMatch(line -> line.isEmpty() || line.length() > LONGEST_NAME));
    }

    private static Optional<List<Double>> wholes(TaskOption option, Object given) {
        return numbers(option, given).filter(list -> list.stream().allMatch(number -> number == Math.rint(number)));
    }

    /** Typed with blanks, commas or semicolons between; a number alone is a list of one. Each within the bounds, none twice. */
    private static Optional<List<Double>> numbers(TaskOption option, Object given) {
        return numbers(option, given, false);
    }

    private static List<Double> sorted(List<Double> numbers) {
        return numbers.stream().sorted().toList();
    }

    private static Optional<List<Double>> numbers(TaskOption option, Object given, boolean repeated) {
        List<?> parts = given instanceof String text
                ? Arrays.stream(text.strip().split("[\\s,，、;；]+", -1)).toList()
                : given instanceof List<?> list ? list : List.of(given);
        List<Double> numbers = new ArrayList<>();
        for (Object part : parts) {
            Optional<Double> number = number(part).filter(value -> value >= option.least() && value <= option.most());
            if (number.isEmpty() || (!repeated && numbers.contains(number.get())) || numbers.size() == option.many()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        return Optional.of(numbers);
    }

    private static Optional<Double> number(Object part) {
        if (part instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        String text = Objects.toString(part, "");
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?([eE]-?[0-9]{1,2})?")
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    /** Typed a line each, such as {@code women: 0.5}. */
    private static Optional<Map<String, Double>> distribution(TaskOption option, Object given) {
        Map<String, Object> parts = new TreeMap<>();
        if (given instanceof String text) {
            for (String line : text.strip().split("[\\r\\n]+", -1)) {
                String[] sides = line.split("[:：](?=[^:：]*$)", 2);
                if (sides.length < 2 || parts.put(sides[0].strip(), sides[1].strip()) != null) {
                    return Optional.empty();
                }
            }
        } else if (given instanceof Map<?, ?> map) {
            map.forEach((name, share) -> parts.put(String.valueOf(name), Objects.toString(share, "")));
        }
        Map<String, Double> shares = parts.entrySet().stream()
                .filter(part -> !part.getKey().isEmpty() && part.getKey().length() <= LONGEST_NAME)
                .filter(part -> number(part.getValue())
                        .filter(share -> share >= 0 && share <= 1)
                        .isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> number(part.getValue()).orElseThrow()));
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean whole = shares.size() == parts.size()
                && !shares.isEmpty()
                && shares.size() <= option.many()
                && Math.abs(sum - 1) <= NEARLY_ONE;
        return whole ? Optional.of(new TreeMap<>(shares)) : Optional.empty();
    }
}
