package org.aimass.audit.entity;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aimass.engine.metrics.Measurement;
import org.aimass.shared.QueryText;

/**
 * What is compared between groups: a metric of the outcome.
 *
 * @param metric named as in Fairlearn and scikit-learn
 * @param ofClass the class that is set against all others, where a model tells several classes apart
 * @param at the parameters that make several measures of the metric, such as the target of a threshold; by name
 */
public record Measure(String metric, Optional<String> ofClass, Map<String, String> at) {

    private static final String CLASS = "class";
    private static final String CLASS_BEHIND = ":";
    private static final String AT_BEHIND = "?";

    /** Parameters that tell measures of one metric apart; the others say how it was measured. */
    private static final Set<String> TELLING = Set.of(
            "target_fmr",
            "target_fpir",
            "rank",
            "interpolated",
            "direction",
            "context",
            "form",
            "attribute",
            "iou",
            "oks",
            "area",
            "max_detections",
            "category",
            "keypoint",
            "alpha");

    /** What follows from the others and the data. */
    private static final Set<String> FOLLOWING = Set.of("threshold", "score");

    /** Shares and errors for each unit, by their names. */
    private static final Pattern RATES =
            Pattern.compile("(bbq_)?accuracy|precision|negative_predictive_value|pck|exposure|[a-z_]+_(rate|share)");

    public Measure {
        at = Collections.unmodifiableMap(new TreeMap<>(at));
    }

    public Measure(String metric, Optional<String> ofClass) {
        this(metric, ofClass, Map.of());
    }

    /** Whether people read such a metric in percent and its differences in points; any other as the number that it is. */
    public static boolean isRate(String metric) {
        return RATES.matcher(metric).matches();
    }

    public static Measure of(String metric) {
        return new Measure(metric, Optional.empty());
    }

    public static Measure of(Rate rate) {
        return of(rate.metric());
    }

    /** What a measurement measures. */
    public static Measure of(Measurement measurement) {
        return new Measure(measurement.metric(), classOf(measurement.at()), telling(measurement.at()));
    }

    /** Whether the parameters say no more than which measure it is, so that a group has one such measurement. */
    public static boolean isPlain(Measurement measurement) {
        return measurement.at().isEmpty()
                || classOf(measurement.at()).isPresent()
                || measurement.at().keySet().stream()
                        .allMatch(name -> TELLING.contains(name) || FOLLOWING.contains(name));
    }

    /** The same of another metric, such as the difference of this one. */
    public Measure named(String other) {
        return new Measure(other, ofClass, at);
    }

    /** The share of people that this is, where a classifier with two answers is audited. */
    public Optional<Rate> rate() {
        return ofClass.isEmpty() && at.isEmpty() ? Rate.find(metric) : Optional.empty();
    }

    /** For addresses and tables: the metric, its parameters and its class. */
    public String key() {
        String parameters = at.isEmpty()
                ? ""
                : AT_BEHIND
                        + at.entrySet().stream()
                                .map(one -> one.getKey() + "=" + QueryText.encode(one.getValue()))
                                .collect(Collectors.joining("&"));
        return metric + parameters + ofClass.map(CLASS_BEHIND::concat).orElse("");
    }

    /** The measure of that key. */
    public static Measure ofKey(String key) {
        int end = key.indexOf(CLASS_BEHIND);
        String told = end < 0 ? key : key.substring(0, end);
        Optional<String> ofClass = end < 0 ? Optional.empty() : Optional.of(key.substring(end + 1));
        int at = told.indexOf(AT_BEHIND);
        return at < 0
                ? new Measure(told, ofClass)
                : new Measure(told.substring(0, at), ofClass, parameters(told.substring(at + 1)));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new TreeMap<>();
        for (String one : text.split("&", -1)) {
            int end = one.indexOf('=');
            if (end > 0) {
                parameters.put(one.substring(0, end), QueryText.decode(one.substring(end + 1)));
            }
        }
        return parameters;
    }

    private static Optional<String> classOf(Map<String, Object> at) {
        return at.size() == 1 ? Optional.ofNullable(at.get(CLASS)).map(String::valueOf) : Optional.empty();
    }

    private static Map<String, String> telling(Map<String, Object> at) {
        Map<String, String> telling = new TreeMap<>();
        at.forEach((name, value) -> {
            if (TELLING.contains(name)) {
                telling.put(name, text(value));
            }
        });
        return telling;
    }

    /** As it was written: 0.001, not 1.0E-3. */
    private static String text(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
