package org.aimass.audit.control;

import java.util.List;
import java.util.Optional;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.engine.metrics.BenchmarkNote;
import org.aimass.engine.metrics.Edits;
import org.aimass.engine.metrics.ErrorTradeOff;
import org.aimass.engine.metrics.ErrorTradeOffs;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.Transcripts;

/** The parts of an outcome file that only some tasks have: worst snippets and answers, error trade-offs, notes about benchmarks. */
final class DetailsJson {

    private static final int MAX_SNIPPETS = 100;
    /** The engine quotes 300 characters, each of two chars at most, and says that there is more. */
    static final int MAX_QUOTE = 610;

    private static final int MAX_EDITS = 1_000_000;
    private static final int MAX_THRESHOLDS = 1_000;
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
                QuotesJson.read(outcome),
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
        List<Double> thresholds = GroupLists.ascending(json, "thresholds", MAX_THRESHOLDS);
        return new ErrorTradeOffs(
                thresholds,
                GroupLists.read(
                        json,
                        "error_trade_off",
                        group -> tradeOff(group, thresholds.size()),
                        ErrorTradeOff::features,
                        group -> group.genuine() + group.impostor(),
                        groups));
    }

    /** The higher the threshold, the fewer false matches and the more false non-matches. */
    private static ErrorTradeOff tradeOff(Fields json, int points) {
        long genuine = json.count("genuine", OutcomeReader.MAX_ROWS);
        long impostor = json.count("impostor", OutcomeReader.MAX_ROWS);
        List<Long> matches = GroupLists.counts(json, "false_matches", points);
        List<Long> nonMatches = GroupLists.counts(json, "false_non_matches", points);
        boolean fits = true;
        for (int i = 0; fits && i < points; i++) {
            fits = matches.get(i) <= (i == 0 ? impostor : matches.get(i - 1))
                    && nonMatches.get(i) >= (i == 0 ? 0 : nonMatches.get(i - 1))
                    && nonMatches.get(i) <= genuine;
        }
        if (!fits) {
            throw new Fields.Malformed("error_trade_off: expected for each threshold the counts that follow from it");
        }
        return new ErrorTradeOff(GroupLists.features(json), genuine, impostor, matches, nonMatches);
    }
}
