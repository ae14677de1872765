package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.aimass.engine.metrics.GroupSummary;

/** Lists of numbers that an outcome has for each group over places that all groups share, such as thresholds or the edges of bins. */
final class GroupLists {

    private static final int MAX_GROUPS = 20_000;
    private static final int MAX_FEATURES = 20;
    private static final int MAX_TEXT = 1_000;

    private GroupLists() {}

    /** The places, each beyond the one before it. */
    static List<Double> ascending(Fields json, String name, int most) {
        List<Double> places = json.items(name, most, GroupLists::number);
        for (int i = 1; i < places.size(); i++) {
            if (!(places.get(i) > places.get(i - 1))) {
                throw new Fields.Malformed(name + ": expected ascending numbers");
            }
        }
        return places;
    }

    /** So many counts of rows. */
    static List<Long> counts(Fields json, String name, int exactly) {
        List<Long> counts = json.items(name, exactly, GroupLists::count);
        if (counts.size() != exactly) {
            throw new Fields.Malformed(name + ": expected " + exactly + " counts");
        }
        return counts;
    }

    static Map<String, String> features(Fields group) {
        return group.textMap("features", MAX_FEATURES, MAX_TEXT);
    }

    /**
     * What each group has: of groups that were counted, each once, and of all their rows.
     *
     * @param what is read, for messages
     * @param rows of a group, by its lists
     */
    static <T> List<T> read(
            Fields json,
            String what,
            Function<Fields, T> group,
            Function<T, Map<String, String>> features,
            ToLongFunction<T> rows,
            List<GroupSummary> counted) {
        List<T> found = json.list("groups", MAX_GROUPS, group);
        Map<Map<String, String>, Long> known = new HashMap<>();
        counted.forEach(each -> known.put(each.features(), each.rows()));
        Set<Map<String, String>> seen = new HashSet<>();
        for (T each : found) {
            Map<String, String> name = features.apply(each);
            Long all = known.get(name);
            if (all == null || !seen.add(name)) {
                throw new Fields.Malformed(what + ": a group that was not counted, or twice");
            }
            if (all != rows.applyAsLong(each)) {
                throw new Fields.Malformed(what + ": " + name + " does not add up to its rows");
            }
        }
        return found;
    }

    private static double number(String path, JsonNode number) {
        if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
            throw new Fields.Malformed(path + ": expected a number");
        }
        return number.doubleValue();
    }

    private static long count(String path, JsonNode count) {
        if (!count.isIntegralNumber()
                || !count.canConvertToLong()
                || count.longValue() < 0
                || count.longValue() > OutcomeReader.MAX_ROWS) {
            throw new Fields.Malformed(path + ": expected a count");
        }
        return count.longValue();
    }

    /** Numbers of a column that {@link ResultTables} wrote. */
    static List<Double> numbers(String json) {
        List<Double> numbers = new ArrayList<>();
        StrictJson.read(json).forEach(each -> numbers.add(number("numbers", each)));
        return numbers;
    }

    /** Counts of such a column. */
    static List<Long> counts(String json) {
        List<Long> counts = new ArrayList<>();
        StrictJson.read(json).forEach(each -> counts.add(count("counts", each)));
        return counts;
    }
}
