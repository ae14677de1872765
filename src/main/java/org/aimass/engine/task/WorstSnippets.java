package org.aimass.engine.task;

import java.util.Comparator;
import java.util.List;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.aimass.engine.metrics.Transcripts;

/** The snippets that were understood worst so far: a few of them, whatever the order in which they come. */
final class WorstSnippets {

    private record Snippet(double rate, SnippetErrors errors, String reference, String answer) {}

    private final int most;
    private final Unit unit;
    private final Foremost<Snippet> worst;

    WorstSnippets(int most, Unit unit) {
        this.most = most;
        this.unit = unit;
        worst = new Foremost<>(
                most,
                Comparator.comparingDouble(Snippet::rate)
                        .reversed()
                        .thenComparing(Comparator.comparingInt((Snippet it) -> errors(it))
                                .reversed()));
    }

    private int errors(Snippet snippet) {
        return unit == Unit.WORD
                ? snippet.errors.ofWords().all()
                : snippet.errors.ofCharacters().all();
    }

    /** @param cell the combination of features' values that the snippet has */
    void add(SnippetBatch batch, int row, int cell) {
        SnippetErrors errors = batch.errors()[row];
        double rate = unit == Unit.WORD ? errors.wordErrorRate() : errors.characterErrorRate();
        if (most > 0 && rate > 0) {
            worst.add(
                    batch.line()[row],
                    cell,
                    new Snippet(
                            rate, errors, Foremost.start(batch.reference()[row]), Foremost.start(batch.answer()[row])));
        }
    }

    /** @param numbers of the other's cells here */
    void merge(WorstSnippets other, int[] numbers) {
        worst.merge(other.worst, numbers);
    }

    Transcripts told(CellIndex cells, List<String> features, List<List<String>> dictionaries) {
        return new Transcripts(worst.told(
                cells,
                features,
                dictionaries,
                (line, values, it) -> new Transcripts.Snippet(line, values, it.reference, it.answer, it.errors)));
    }
}
