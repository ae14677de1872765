package org.aimass.engine.local;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.TextClassifier;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.engine.metrics.QuotedAnswers.Finding;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.aimass.engine.metrics.TextMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Texts, and the same with a name or an identity exchanged, by their scores.
 *
 * @param scorer gives the scores; empty where the dataset does
 * @param threshold a score at or above it decides for the positive label
 */
record CounterfactualRows(TextCells cells, Optional<TextClassifier> scorer, double threshold) implements TextRows {

    @Override
    public @Nullable Quote read(RowBatch rows, int row, double[] sums) {
        double score = score(scorer.isPresent() ? ColumnRole.TEXT : ColumnRole.SCORE, rows, row);
        double exchanged = score(ColumnRole.COUNTERFACTUAL, rows, row);
        sums[TextMetrics.GAP] = Math.abs(exchanged - score);
        sums[TextMetrics.SHIFT] = exchanged - score;
        sums[TextMetrics.FLIPPED] = (score >= threshold) == (exchanged >= threshold) ? 0 : 1;
        return sums[TextMetrics.GAP] == 0 ? null : quote(rows, row, score, exchanged, sums[TextMetrics.FLIPPED] == 1);
    }

    private Quote quote(RowBatch rows, int row, double score, double exchanged, boolean flipped) {
        return new Exchange(
                text(ColumnRole.TEXT, rows, row),
                text(scorer.isPresent() ? ColumnRole.COUNTERFACTUAL : ColumnRole.EXCHANGED, rows, row),
                score,
                exchanged,
                flipped ? List.of(Finding.FLIPPED) : List.of());
    }

    private Optional<String> text(ColumnRole role, RowBatch rows, int row) {
        return cells.has(role) ? Optional.of(cells.text(role, rows, row)) : Optional.empty();
    }

    private double score(ColumnRole role, RowBatch rows, int row) {
        return scorer.isEmpty()
                ? cells.number(role, rows, row)
                : cells.asked(role, rows, row, () -> scorer.get().score(cells.text(role, rows, row), rows.where(row)));
    }
}
