package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.engine.metrics.BenchmarkNote;
import org.aimass.engine.metrics.Edits;
import org.aimass.engine.metrics.ErrorTradeOff;
import org.aimass.engine.metrics.ErrorTradeOffs;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.Transcripts;

/** The parts of an outcome file that only some tasks have: worst snippets, error trade-offs, notes about benchmarks. */
final class DetailsJson {

    private static final int MAX_SNIPPETS = 100;
    /** The engine quotes 300 characters, each of two chars at most, and says that there is more. */
    private static final int MAX_QUOTE = 610;

    private static final int MAX_EDITS = 1_000_000;
    private static final int MAX_THRESHOLDS = 1_000;
    private static final int MAX_GROUPS = 20_000;
    private static final int MAX_FEATURES = 20;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_NOTES = 50;
    private static final int MAX_NAME = 80;

    private DetailsJson() {}

    static OutcomeDetails read(Fields outcome, List<GroupSummary> groups) {
        return new OutcomeDetails(
                outcome.has("transcripts")
                        ? Optional.of(new Transcripts(outcome.list("transcripts", MAX_SNIPPETS, DetailsJson::snippet)))
                        : Optional.empty(),
                outcome.has("error_trade_off")
                        ? Optional.of(outcome.object("error_trade_off", json -> tradeOffs(json, groups)))
                        : Optional.empty(),
                outcome.has("notes") ? outcome.list("notes", MAX_NOTES, DetailsJson::note) : List.of());
    }

    private static Transcripts.Snippet snippet(Fields json) {
        return new Transcripts.Snippet(
                json.count("line", OutcomeReader.MAX_ROWS),
                json.textMap("features", MAX_FEATURES, MAX_TEXT),
                json.text("reference", MAX_QUOTE),
                json.text("hypothesis", MAX_QUOTE),
                new SnippetErrors(
                        (int) json.count("words", MAX_EDITS),
                        json.object("word_errors", DetailsJson::edits),
                        (int) json.count("characters", MAX_EDITS),
                        json.object("character_errors", DetailsJson::edits)));
    }

    private static Edits edits(Fields json) {
        return new Edits((int) json.count("substitutions", MAX_EDITS), (int) json.count("deletions", MAX_EDITS), (int)
                json.count("insertions", MAX_EDITS));
    }

    private static BenchmarkNote note(Fields json) {
        return new BenchmarkNote(
                json.texts("metrics", MAX_NOTES, MAX_NAME), json.text("note", MAX_TEXT), json.text("source", MAX_TEXT));
    }

    private static ErrorTradeOffs tradeOffs(Fields json, List<GroupSummary> groups) {
        List<Double> thresholds = json.items("thresholds", MAX_THRESHOLDS, DetailsJson::number);
        for (int i = 1; i < thresholds.size(); i++) {
            if (!(thresholds.get(i) > thresholds.get(i - 1))) {
                throw new Fields.Malformed("error_trade_off: expected ascending thresholds");
            }
        }
        List<ErrorTradeOff> found = json.list("groups", MAX_GROUPS, group -> tradeOff(group, thresholds.size()));
        Map<Map<String, String>, Long> rows = new HashMap<>();
        groups.forEach(group -> rows.put(group.features(), group.rows()));
        Set<Map<String, String>> seen = new HashSet<>();
        for (ErrorTradeOff group : found) {
            Long counted = rows.get(group.features());
            if (counted == null || !seen.add(group.features())) {
                throw new Fields.Malformed("error_trade_off: a group that was not counted, or twice");
            }
            if (counted != group.genuine() + group.impostor()) {
                throw new Fields.Malformed("error_trade_off: " + group.features() + " does not add up to its rows");
            }
        }
        return new ErrorTradeOffs(thresholds, found);
    }

    /** The higher the threshold, the fewer false matches and the more false non-matches. */
    private static ErrorTradeOff tradeOff(Fields json, int points) {
        long genuine = json.count("genuine", OutcomeReader.MAX_ROWS);
        long impostor = json.count("impostor", OutcomeReader.MAX_ROWS);
        List<Long> matches = json.items("false_matches", points, DetailsJson::count);
        List<Long> nonMatches = json.items("false_non_matches", points, DetailsJson::count);
        boolean fits = matches.size() == points && nonMatches.size() == points;
        for (int i = 0; fits && i < points; i++) {
            fits = matches.get(i) <= (i == 0 ? impostor : matches.get(i - 1))
                    && nonMatches.get(i) >= (i == 0 ? 0 : nonMatches.get(i - 1))
                    && nonMatches.get(i) <= genuine;
        }
        if (!fits) {
            throw new Fields.Malformed("error_trade_off: expected for each threshold the counts that follow from it");
        }
        return new ErrorTradeOff(
                json.textMap("features", MAX_FEATURES, MAX_TEXT), genuine, impostor, matches, nonMatches);
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

    /** Reads columns that {@link ResultTables} wrote. */
    static List<Double> numbers(String json) {
        List<Double> numbers = new ArrayList<>();
        StrictJson.read(json).forEach(each -> numbers.add(number("thresholds", each)));
        return numbers;
    }

    static List<Long> counts(String json) {
        List<Long> counts = new ArrayList<>();
        StrictJson.read(json).forEach(each -> counts.add(count("counts", each)));
        return counts;
    }
}
