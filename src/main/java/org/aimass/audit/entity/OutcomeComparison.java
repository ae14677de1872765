package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.WorstSlices;

/**
 * Whether two runs of the same plan found the same: groups, binned scores, tests, slices and measurements, one by one. How long a run took, on how many
 * threads, is no finding.
 *
 * @param equal how many agree bit for bit
 * @param near how many do not, but differ by no more than {@link #TOLERANCE} of the larger number
 * @param differing how many differ by more, or are there once only
 * @param differences the first {@link #MOST_LISTED} of those
 */
public record OutcomeComparison(int equal, int near, int differing, List<Difference> differences) {

    /** Relative: what another processor's rounding may do to a number at most. Counts have none. */
    public static final double TOLERANCE = 1e-9;

    public static final int MOST_LISTED = 100;

    /**
     * One number that is not the same.
     *
     * @param what such as {@code false_negative_rate, age: 18 to 29}
     * @param original empty where the first run has none
     * @param repeated empty where the second one has none
     */
    public record Difference(String what, String original, String repeated) {}

    public OutcomeComparison {
        differences = List.copyOf(differences);
    }

    public boolean isSame() {
        return near == 0 && differing == 0;
    }

    public static OutcomeComparison of(AuditOutcome original, AuditOutcome repeated) {
        Count count = new Count();
        count.compare(items(original), items(repeated));
        return new OutcomeComparison(count.equal, count.near, count.differing, count.differences);
    }

    /** Everything that was found, by what it is called. */
    private static Map<String, Object> items(AuditOutcome outcome) {
        Map<String, Object> items = new LinkedHashMap<>();
        items.put("rows", outcome.head().rows());
        for (GroupSummary group : outcome.groups()) {
            items.put("group, " + written(group.features()), group);
        }
        for (GroupScores scores : outcome.scores()) {
            items.put("scores, " + written(scores.features()), scores);
        }
        for (ClassAnswers answers : outcome.answers().groups()) {
            items.put("answers, " + written(answers.features()), answers);
        }
        outcome.distributions().ifPresent(spread -> {
            items.put("distribution of " + spread.of(), spread.edges());
            spread.groups().forEach(group -> items.put("distribution, " + written(group.features()), group));
        });
        outcome.details().tradeOffs().ifPresent(tradeOffs -> {
            items.put("error trade-off", tradeOffs.thresholds());
            tradeOffs.groups().forEach(group -> items.put("error trade-off, " + written(group.features()), group));
        });
        outcome.details().transcripts().ifPresent(transcripts -> transcripts
                .snippets()
                .forEach(snippet -> items.put("snippet of line " + snippet.line(), snippet)));
        outcome.details().answers().ifPresent(quoted -> quoted.answers()
                .forEach(answer -> items.put("answer of line " + answer.line(), answer)));
        for (PairTest test : outcome.exploration().tests()) {
            items.put(name(test), test);
        }
        outcome.exploration().worstSlices().ifPresent(found -> {
            if (found instanceof WorstSlices worst) {
                worst.slices()
                        .forEach(slice ->
                                items.put("slice, " + slice.metric() + ", " + written(slice.features()), slice));
            } else {
                items.put("slices", found);
            }
        });
        for (Measurement m : outcome.measurements()) {
            items.put(name(m), m);
        }
        return items;
    }

    private static String name(PairTest test) {
        return String.join(
                ", ",
                "test of " + test.metric(),
                written(test.features()),
                "over " + String.join(" × ", test.over()),
                test.pair().group() + " : " + test.pair().reference());
    }

    private static String name(Measurement m) {
        List<String> parts = new ArrayList<>(List.of(m.metric(), written(m.features())));
        if (!m.over().isEmpty()) {
            parts.add("over " + String.join(" × ", m.over()));
        }
        m.pair().ifPresent(pair -> parts.add(pair.group() + " : " + pair.reference()));
        if (!m.at().isEmpty()) {
            parts.add(m.at().toString());
        }
        return String.join(", ", parts);
    }

    private static String written(Map<String, String> features) {
        return features.isEmpty()
                ? "all rows"
                : features.toString().replaceAll("^\\{|}$", "").replace("=", ": ");
    }

    private static final class Count {

        private int equal;
        private int near;
        private int differing;
        private final List<Difference> differences = new ArrayList<>();

        void compare(Map<String, Object> original, Map<String, Object> repeated) {
            original.forEach((what, item) -> {
                Object other = repeated.get(what);
                if (item.equals(other)) {
                    equal++;
                } else if (other != null && Near.isNear(item, other)) {
                    near++;
                } else {
                    differ(what, Optional.of(item), Optional.ofNullable(other));
                }
            });
            repeated.forEach((what, item) -> {
                if (!original.containsKey(what)) {
                    differ(what, Optional.empty(), Optional.of(item));
                }
            });
        }

        private void differ(String what, Optional<Object> original, Optional<Object> repeated) {
            differing++;
            if (differences.size() < MOST_LISTED) {
                differences.add(new Difference(
                        brief(what),
                        original.map(Count::said).orElse(""),
                        repeated.map(Count::said).orElse("")));
            }
        }

        private static String said(Object item) {
            if (!(item instanceof Measurement m)) {
                return brief(QuotedItem.told(item));
            }
            String value = m.value() instanceof MetricValue.Measured measured
                    ? Double.toString(measured.value())
                    : m.value().toString();
            return m.uncertainty() instanceof Interval interval
                    ? brief(value + " (" + interval.low() + " to " + interval.high() + ")")
                    : brief(value);
        }

        private static String brief(String text) {
            return text.length() > 300 ? text.substring(0, 300) + "…" : text;
        }
    }
}
