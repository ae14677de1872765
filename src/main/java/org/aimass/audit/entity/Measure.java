package org.aimass.audit.entity;

import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.Measurement;

/**
 * What is compared between groups: a metric of the outcome.
 *
 * @param metric named as in Fairlearn and scikit-learn
 * @param ofClass the class that is set against all others, where a model tells several classes apart
 */
public record Measure(String metric, Optional<String> ofClass) {

    private static final String CLASS = "class";
    private static final String SEPARATOR = ":";

    public static Measure of(String metric) {
        return new Measure(metric, Optional.empty());
    }

    public static Measure of(Rate rate) {
        return of(rate.metric());
    }

    /** What a measurement measures. */
    public static Measure of(Measurement measurement) {
        return new Measure(measurement.metric(), classOf(measurement.at()));
    }

    /** The share of people that this is, where a classifier with two answers is audited. */
    public Optional<Rate> rate() {
        return ofClass.isEmpty() ? Rate.find(metric) : Optional.empty();
    }

    /** For addresses and tables: the metric, or metric and class. */
    public String key() {
        return ofClass.map(name -> metric + SEPARATOR + name).orElse(metric);
    }

    /** The measure of that key. */
    public static Measure ofKey(String key) {
        int at = key.indexOf(SEPARATOR);
        return at < 0 ? of(key) : new Measure(key.substring(0, at), Optional.of(key.substring(at + 1)));
    }

    private static Optional<String> classOf(Map<String, Object> at) {
        return at.size() == 1 ? Optional.ofNullable(at.get(CLASS)).map(String::valueOf) : Optional.empty();
    }
}
