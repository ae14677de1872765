package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.ScoreBins;

/** The part {@code scores} of an outcome file, and the column that keeps a group's bins. */
final class ScoresJson {

    private static final int MAX_FEATURES = 20;
    private static final int MAX_TEXT = 1_000;

    private ScoresJson() {}

    /** @param groups that were counted: their labels must add up to the same */
    static List<GroupScores> read(Fields outcome, List<GroupSummary> groups) {
        if (!outcome.has("scores")) {
            return List.of();
        }
        List<GroupScores> scores = outcome.object("scores", json -> {
            if (json.count("bins", ScoreBins.BINS) != ScoreBins.BINS) {
                throw new Fields.Malformed("scores.bins: expected " + ScoreBins.BINS);
            }
            return json.list("groups", GroupScores.MOST_GROUPS + 1, ScoresJson::group);
        });
        Map<Map<String, String>, GroupCounts> counted = new HashMap<>();
        groups.forEach(group -> counted.put(group.features(), group.counts()));
        Set<Map<String, String>> seen = new HashSet<>();
        for (GroupScores group : scores) {
            GroupCounts counts = counted.get(group.features());
            if (counts == null || !seen.add(group.features())) {
                throw new Fields.Malformed("scores: a group that was not counted, or twice");
            }
            if (group.bins().positives() != counts.tp() + counts.fn()
                    || group.bins().negatives() != counts.fp() + counts.tn()) {
                throw new Fields.Malformed("scores: those of " + group.features() + " do not add up to its labels");
            }
        }
        return scores;
    }

    private static GroupScores group(Fields group) {
        return new GroupScores(
                group.textMap("features", MAX_FEATURES, MAX_TEXT),
                bins(group.items("counts", ScoreBins.BINS, ScoresJson::bin)));
    }

    private static ScoreBins bins(List<ScoreBins.Bin> bins) {
        try {
            return new ScoreBins(bins);
        } catch (IllegalArgumentException e) {
            throw new Fields.Malformed("scores: " + e.getMessage());
        }
    }

    private static ScoreBins.Bin bin(String path, JsonNode bin) {
        if (!bin.isArray()
                || bin.size() != 4
                || !bin.get(0).canConvertToInt()
                || !isCount(bin.get(1))
                || !isCount(bin.get(2))
                || !bin.get(3).isNumber()) {
            throw new Fields.Malformed(path + ": expected a place, two counts and a sum");
        }
        try {
            return new ScoreBins.Bin(
                    bin.get(0).intValue(),
                    bin.get(1).longValue(),
                    bin.get(2).longValue(),
                    bin.get(3).doubleValue());
        } catch (IllegalArgumentException e) {
            throw new Fields.Malformed(path + ": " + e.getMessage());
        }
    }

    private static boolean isCount(JsonNode count) {
        return count.isIntegralNumber() && count.canConvertToLong() && count.longValue() <= OutcomeReader.MAX_ROWS;
    }

    static String column(ScoreBins bins) {
        ArrayNode json = StrictJson.MAPPER.createArrayNode();
        for (ScoreBins.Bin bin : bins.bins()) {
            json.addArray()
                    .add(bin.place())
                    .add(bin.positive())
                    .add(bin.negative())
                    .add(bin.scoreSum());
        }
        return StrictJson.write(json);
    }

    /** Reads what {@link #column} wrote. */
    static ScoreBins ofColumn(String json) {
        List<ScoreBins.Bin> bins = new ArrayList<>();
        StrictJson.read(json).forEach(bin -> bins.add(bin("bins", bin)));
        return bins(bins);
    }
}
