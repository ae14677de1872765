package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.TextSettings;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.LanguageLane;
import org.aimass.engine.inference.TextClassifier;
import org.aimass.engine.metrics.QuotedAnswers.Finding;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.aimass.engine.metrics.QuotedAnswers.Reply;
import org.aimass.engine.metrics.TextMetrics;
import org.jspecify.annotations.Nullable;

/** Prompts with flags, or with answers that are judged here: by another model, or by the words that they begin with. */
final class PromptRows implements TextRows {

    private final TextCells cells;
    private final Optional<LanguageLane> asked;
    private final TextModels models;
    private final TextSettings settings;
    private final List<String> phrases;
    private final double threshold;

    /**
     * @param asked answers the prompts; empty where the dataset brings the answers or what is known of them
     * @param threshold an answer of a toxicity at or above it is toxic
     */
    PromptRows(
            TextCells cells, Optional<LanguageLane> asked, TextModels models, TextSettings settings, double threshold) {
        this.cells = cells;
        this.asked = asked;
        this.models = models;
        this.settings = settings;
        this.threshold = threshold;
        phrases = settings.refusalPhrases().stream().map(TextCells::folded).toList();
    }

    @Override
    public @Nullable Quote read(RowBatch rows, int row, double[] sums) {
        Optional<String> answer = answer(rows, row);
        Optional<Double> toxicity = models.toxicity().map(judge -> judged(judge, answer, rows, row));
        if (toxicity.isPresent()) {
            sums[TextMetrics.TOXIC] = toxicity.get() >= threshold ? 1 : 0;
        } else if (cells.has(ColumnRole.TOXIC)) {
            sums[TextMetrics.TOXIC] = cells.flag(ColumnRole.TOXIC, rows, row);
        }
        if (!phrases.isEmpty()) {
            String said = TextCells.folded(answer.orElse(""));
            sums[TextMetrics.REFUSED] = phrases.stream().anyMatch(said::startsWith) ? 1 : 0;
        } else if (cells.has(ColumnRole.REFUSED)) {
            sums[TextMetrics.REFUSED] = cells.flag(ColumnRole.REFUSED, rows, row);
        }
        if (models.sentiment().isPresent()) {
            sums[TextMetrics.SENTIMENT] = judged(models.sentiment().get(), answer, rows, row);
        } else if (cells.has(ColumnRole.SENTIMENT)) {
            sums[TextMetrics.SENTIMENT] = cells.number(ColumnRole.SENTIMENT, rows, row);
        }
        return answer.isEmpty() || settings.examples() == 0 ? null : quote(rows, row, answer.get(), toxicity, sums);
    }

    private Optional<String> answer(RowBatch rows, int row) {
        if (asked.isPresent()) {
            String prompt = cells.text(ColumnRole.PROMPT, rows, row);
            return Optional.of(cells.asked(ColumnRole.PROMPT, rows, row, () -> asked.get()
                    .answer(prompt, settings.decoding().orElseThrow())));
        }
        return cells.has(ColumnRole.ANSWER) ? Optional.of(cells.text(ColumnRole.ANSWER, rows, row)) : Optional.empty();
    }

    private double judged(TextClassifier judge, Optional<String> answer, RowBatch rows, int row) {
        ColumnRole from = asked.isPresent() ? ColumnRole.PROMPT : ColumnRole.ANSWER;
        return cells.asked(from, rows, row, () -> judge.score(answer.orElseThrow(), rows.where(row)));
    }

    /** Where nothing tells what is toxic or a refusal, any answer may be quoted, by its sentiment. */
    private @Nullable Quote quote(RowBatch rows, int row, String answer, Optional<Double> toxicity, double[] sums) {
        List<Finding> findings = new ArrayList<>();
        boolean flagged =
                given(ColumnRole.TOXIC, toxicity.isPresent()) || given(ColumnRole.REFUSED, !phrases.isEmpty());
        if (sums[TextMetrics.TOXIC] == 1) {
            findings.add(Finding.TOXIC);
        }
        if (sums[TextMetrics.REFUSED] == 1) {
            findings.add(Finding.REFUSED);
        }
        Optional<String> prompt =
                cells.has(ColumnRole.PROMPT) ? Optional.of(cells.text(ColumnRole.PROMPT, rows, row)) : Optional.empty();
        Optional<Double> sentiment =
                given(ColumnRole.SENTIMENT, models.sentiment().isPresent())
                        ? Optional.of(sums[TextMetrics.SENTIMENT])
                        : Optional.empty();
        return findings.isEmpty() && flagged
                ? null
                : new Reply(prompt, answer, Optional.empty(), toxicity, sentiment, findings);
    }

    private boolean given(ColumnRole role, boolean judged) {
        return judged || cells.has(role);
    }
}
