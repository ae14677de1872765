package org.aimass.engine.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One measured number and all that is needed to read it: an entry of {@code measurements} in the outcome file.
 *
 * <p>A value of a group has {@code features} and an empty {@code over}; a disparity has {@code over} and, where control
 * features are given, the controlled slice in {@code features}. A group of an intersection is written with {@link GroupName}.
 *
 * @param metric the name as in Fairlearn and scikit-learn, or with a prefix where another library means something else
 * @param features the rows measured: feature to value, in the order of the features; empty for all rows
 * @param over the sensitive feature or intersection that a disparity is taken over; empty for a value of a group
 * @param groups the groups that gave the extremes of a disparity, highest first; empty where that says nothing
 * @param pair the group and its reference; the group {@code *} is everybody but the reference
 * @param at parameters of the metric: name to String, Boolean, Integer, Long or Double, always by name, so that the same job gives
 *     the same bytes; often empty
 * @param value the number, or why there is none
 * @param fraction the counts the value is the quotient of, where it is one
 * @param uncertainty the interval, or why there is none
 */
public record Measurement(
        String metric,
        Map<String, String> features,
        List<String> over,
        List<String> groups,
        Optional<Pair> pair,
        Map<String, Object> at,
        MetricValue value,
        Optional<Fraction> fraction,
        Uncertainty uncertainty) {

    /** A group and the reference it is compared with. */
    public record Pair(String group, String reference) {

        /** Names draws, so it is written out: the one that records bring is made at run time, which takes long. */
        @Override
        public String toString() {
            return "Pair[group=" + group + ", reference=" + reference + "]";
        }
    }

    public Measurement {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        over = List.copyOf(over);
        groups = List.copyOf(groups);
        at = Collections.unmodifiableMap(new TreeMap<>(at));
    }

    /** The same under another name, with other parameters. */
    public Measurement named(String name, Map<String, Object> parameters) {
        return new Measurement(name, features, over, groups, pair, parameters, value, fraction, uncertainty);
    }

    /** The same with one parameter more. */
    public Measurement at(String parameter, Object setting) {
        Map<String, Object> parameters = new TreeMap<>(at);
        parameters.put(parameter, setting);
        return named(metric, parameters);
    }

    /** The same with another word on its sampling error. */
    public Measurement with(Uncertainty other) {
        return new Measurement(metric, features, over, groups, pair, at, value, fraction, other);
    }
}
