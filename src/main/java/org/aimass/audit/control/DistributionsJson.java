package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.GroupSummary;

/** How errors or places are spread in an outcome: bins in order, and in them the rows that its groups have. */
final class DistributionsJson {

    private static final int MAX_BINS = 100;
    private static final int MAX_GROUPS = 20_000;
    private static final int MAX_FEATURES = 20;
    private static final int MAX_TEXT = 1_000;
    private static final Set<String> KNOWN = Set.of(Distributions.ERROR, Distributions.PLACE);

    private DistributionsJson() {}

    static Optional<Distributions> read(Fields outcome, List<GroupSummary> groups) {
        if (!outcome.has("distributions")) {
            return Optional.empty();
        }
        Distributions found = outcome.object("distributions", json -> {
            String of = json.text("of", 40);
            List<Double> edges = json.items("edges", MAX_BINS + 1, DistributionsJson::number);
            if (!KNOWN.contains(of) || edges.size() < 2 || !ascending(edges)) {
                throw new Fields.Malformed("distributions: expected a known number and ascending edges");
            }
            return new Distributions(
                    of, edges, json.list("groups", MAX_GROUPS, group -> group(group, edges.size() - 1)));
        });
        Map<Map<String, String>, Long> rows = new HashMap<>();
        groups.forEach(group -> rows.put(group.features(), group.rows()));
        Set<Map<String, String>> seen = new HashSet<>();
        for (BinnedRows group : found.groups()) {
            Long counted = rows.get(group.features());
            if (counted == null || !seen.add(group.features())) {
                throw new Fields.Malformed("distributions: a group that was not counted, or twice");
            }
            if (counted != group.counts().stream().mapToLong(Long::longValue).sum()) {
                throw new Fields.Malformed("distributions: " + group.features() + " does not add up to its rows");
            }
        }
        return Optional.of(found);
    }

    private static boolean ascending(List<Double> edges) {
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i) > edges.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private static BinnedRows group(Fields group, int bins) {
        List<Long> counts = group.items("counts", bins, DistributionsJson::count);
        if (counts.size() != bins) {
            throw new Fields.Malformed("distributions: expected " + bins + " counts");
        }
        return new BinnedRows(group.textMap("features", MAX_FEATURES, MAX_TEXT), counts);
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
        StrictJson.read(json).forEach(each -> numbers.add(number("edges", each)));
        return numbers;
    }

    static List<Long> counts(String json) {
        List<Long> counts = new ArrayList<>();
        StrictJson.read(json).forEach(each -> counts.add(count("counts", each)));
        return counts;
    }
}
