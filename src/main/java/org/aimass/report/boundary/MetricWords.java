package org.aimass.report.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** What metrics are called for the public: in plain words where this room has some, else as auditors call them. */
record MetricWords(RoomWords words) {

    /** Of objects of any size, which goes without saying. */
    private static final Map.Entry<String, String> ANY_SIZE = Map.entry("area", "all");

    private RoomWords audit() {
        return new RoomWords("audit", words.locale());
    }

    boolean knows(String metric) {
        return words.has("metric." + metric) || audit().has("metric." + metric + ".name");
    }

    /** In the reader's language where there is a word, else the field's own name. */
    String name(String metric) {
        if (words.has("metric." + metric)) {
            return words.say("metric." + metric);
        }
        return knows(metric) ? audit().say("metric." + metric + ".name") : metric.replace('_', ' ');
    }

    /** The same with the class or the parameters that tell the measure from others of its metric. */
    String name(String metric, @Nullable String ofClass, @Nullable Map<String, String> at) {
        String name = ofClass == null ? name(metric) : words.say("metric.ofClass", name(metric), ofClass);
        if (at == null) {
            return name;
        }
        List<String> parameters = at.entrySet().stream()
                .filter(one -> !ANY_SIZE.equals(one))
                .map(one -> audit().say("metric.at." + one.getKey(), one.getValue()))
                .toList();
        return audit().say("metric.with", name, String.join(words.say("list.separator"), parameters));
    }

    /** How often it happens, such as "Of 10,000 pairs of two people, 98 are taken for one person."; empty without such words. */
    Optional<String> often(String metric, String hits, String of) {
        return words.has("often." + metric) ? Optional.of(words.say("often." + metric, hits, of)) : Optional.empty();
    }

    /** What it counts, among whom. */
    String plain(String metric, String positives, String unit) {
        if (!words.has("metric." + metric + ".plain") && !audit().has("metric." + metric + ".counted")) {
            return name(metric);
        }
        return words.has("metric." + metric + ".plain")
                ? words.say("metric." + metric + ".plain", positives, unit)
                : audit().say(
                                "explain.rate",
                                audit().say("metric." + metric + ".counted"),
                                audit().say("metric." + metric + ".among"));
    }
}
