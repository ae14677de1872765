package org.aimass.engine.task;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.aimass.engine.metrics.Transcripts;

/** The snippets that were understood worst so far: a few of them, whatever the order in which they come. */
final class WorstSnippets {

    private static final int LONGEST = 300;

    private record Kept(long line, double rate, SnippetErrors errors, String reference, String answer, int cell) {}

    private final int most;
    private final Unit unit;
    private final TreeSet<Kept> worst;

    WorstSnippets(int most, Unit unit) {
        this.most = most;
        this.unit = unit;
        worst = new TreeSet<>(Comparator.comparingDouble(Kept::rate)
                .reversed()
                .thenComparing(
                        Comparator.comparingInt((Kept kept) -> errors(kept)).reversed())
                .thenComparingLong(Kept::line));
    }

    private int errors(Kept kept) {
        return unit == Unit.WORD
                ? kept.errors.ofWords().all()
                : kept.errors.ofCharacters().all();
    }

    /** @param cell the combination of features' values that the snippet has */
    void add(SnippetBatch batch, int row, int cell) {
        SnippetErrors errors = batch.errors()[row];
        double rate = unit == Unit.WORD ? errors.wordErrorRate() : errors.characterErrorRate();
        if (most > 0 && rate > 0) {
            keep(new Kept(
                    batch.line()[row], rate, errors, start(batch.reference()[row]), start(batch.answer()[row]), cell));
        }
    }

    private void keep(Kept kept) {
        worst.add(kept);
        if (worst.size() > most) {
            worst.pollLast();
        }
    }

    private static String start(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
    }

    /** @param numbers of the other's cells here */
    void merge(WorstSnippets other, int[] numbers) {
        other.worst.forEach(
                it -> keep(new Kept(it.line, it.rate, it.errors, it.reference, it.answer, numbers[it.cell])));
    }

    Transcripts told(CellIndex cells, List<String> features, List<List<String>> dictionaries) {
        return new Transcripts(worst.stream()
                .map(kept -> new Transcripts.Snippet(
                        kept.line,
                        values(kept.cell, cells, features, dictionaries),
                        kept.reference,
                        kept.answer,
                        kept.errors))
                .toList());
    }

    private static Map<String, String> values(
            int cell, CellIndex cells, List<String> features, List<List<String>> dictionaries) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int feature = 0; feature < features.size(); feature++) {
            values.put(features.get(feature), dictionaries.get(feature).get(cells.code(cell, feature)));
        }
        return values;
    }
}
