package org.aimass.audit.boundary;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aimass.audit.entity.Measure;
import org.aimass.engine.metrics.Measurement;

/**
 * One number over all groups, by what it is made of.
 *
 * @param form such as {@code max_over_min}; of one error rate or of both
 * @param rate the error rate; the form again where it is of both
 */
record OverGroups(String form, Measure rate) {

    private static final List<String> OF_ONE = List.of("max_over_min", "max_over_geometric_mean", "gini");
    private static final List<String> OF_BOTH = List.of("garbe", "fairness_discrepancy_rate", "inequity_rate");

    /** All there are. */
    static List<String> forms() {
        return Stream.concat(OF_ONE.stream(), OF_BOTH.stream()).toList();
    }

    /** Whether a measurement is one. */
    static boolean is(Measurement measurement) {
        return OF_BOTH.contains(measurement.metric())
                || OF_ONE.stream().anyMatch(form -> measurement.metric().endsWith("_" + form));
    }

    static OverGroups of(Measurement measurement) {
        Measure measure = Measure.of(measurement);
        return OF_ONE.stream()
                .filter(form -> measure.metric().endsWith("_" + form))
                .findFirst()
                .map(form -> new OverGroups(
                        form,
                        measure.named(
                                measure.metric().substring(0, measure.metric().length() - form.length() - 1))))
                .orElse(new OverGroups(measure.metric(), measure));
    }

    /** Without the target, which the heading above names. */
    String name(AuditText text) {
        Map<String, String> at = new TreeMap<>(rate.at());
        at.keySet().removeIf(parameter -> parameter.startsWith("target"));
        if (OF_BOTH.contains(form)) {
            String name = text.say("over." + form);
            return at.containsKey("rank")
                    ? text.say("metric.with", name, text.say("metric.at.rank", at.get("rank")))
                    : name;
        }
        return text.say("over." + form, text.measure(new Measure(rate.metric(), rate.ofClass(), at)));
    }
}
