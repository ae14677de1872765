package org.aimass.audit.entity;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.BenchmarkNote;
import org.aimass.engine.metrics.ErrorTradeOffs;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.Transcripts;

/**
 * What an outcome tells beside its numbers, of some tasks alone. No verdict follows from it.
 *
 * @param transcripts of speech recognition the snippets that were understood worst; empty where none were asked for
 * @param answers of a language model the answers, or the texts with a name exchanged, that fared worst; empty where none were asked for
 * @param tradeOffs of a verification the errors at each threshold, group by group
 * @param notes what authors and critics of a benchmark say that its scores cannot show
 */
public record OutcomeDetails(
        Optional<Transcripts> transcripts,
        Optional<QuotedAnswers> answers,
        Optional<ErrorTradeOffs> tradeOffs,
        List<BenchmarkNote> notes) {

    public static final OutcomeDetails NONE =
            new OutcomeDetails(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public OutcomeDetails {
        notes = List.copyOf(notes);
    }

    /** Whether it has texts out of the dataset, or of the model about it. */
    public boolean isQuoting() {
        return transcripts.filter(it -> !it.snippets().isEmpty()).isPresent()
                || answers.filter(it -> !it.answers().isEmpty()).isPresent();
    }
}
