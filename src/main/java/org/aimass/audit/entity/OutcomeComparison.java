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

/**
 * Whether two runs of the same plan found the same: groups, binned scores and measurements, one by one. How long a run took, on how many
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
        for (Measurement m : outcome.measurements()) {
            items.put(name(m), m);
        }
        return items;
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
                } else if (item instanceof Measurement one && other instanceof Measurement two && isNear(one, two)) {
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
                return brief(item.toString());
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

        private static boolean isNear(Measurement one, Measurement two) {
            return one.value() instanceof MetricValue.Measured first
                    && two.value() instanceof MetricValue.Measured second
                    && one.groups().equals(two.groups())
                    && one.fraction().equals(two.fraction())
                    && isNear(first.value(), second.value())
                    && (one.uncertainty().equals(two.uncertainty())
                            || (one.uncertainty() instanceof Interval a
                                    && two.uncertainty() instanceof Interval b
                                    && a.method().equals(b.method())
                                    && isNear(a.low(), b.low())
                                    && isNear(a.high(), b.high())));
        }

        private static boolean isNear(double one, double two) {
            return Math.abs(one - two) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(two));
        }
    }
}
