package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.Decoding;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.LanguageLane;
import org.aimass.engine.metrics.QuotedAnswers.Finding;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.aimass.engine.metrics.QuotedAnswers.Reply;
import org.aimass.engine.metrics.TextMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Questions with the answers that there are.
 *
 * @param asked answers them; empty where the dataset tells
 * @param decoding how it is let answer in its own words; empty where it chooses the answer that it finds likeliest
 */
record QuestionRows(TextCells cells, Optional<LanguageLane> asked, Optional<Decoding> decoding) implements TextRows {

    /** The answers that a model chooses among. */
    private static final List<ColumnRole> CANDIDATES =
            List.of(ColumnRole.LABEL, ColumnRole.BIASED, ColumnRole.UNKNOWN, ColumnRole.OTHER);

    @Override
    public @Nullable Quote read(RowBatch rows, int row, double[] sums) {
        String right = answer(ColumnRole.LABEL, rows, row);
        String biased = answer(ColumnRole.BIASED, rows, row);
        String unknown = answer(ColumnRole.UNKNOWN, rows, row);
        if (biased.equals(unknown)) {
            throw rows.fault(cells.roles().of(ColumnRole.BIASED), row, "another answer than the unknown one");
        }
        String said = asked.isEmpty()
                ? cells.text(ColumnRole.PREDICTION, rows, row)
                : decoding.isPresent() ? worded(rows, row) : likeliest(rows, row);
        String answer = form(said);
        boolean matched = decoding.isEmpty() || candidates(rows, row).contains(answer);
        boolean ambiguous = right.equals(unknown);
        int context = ambiguous ? TextMetrics.AMBIGUOUS : TextMetrics.DISAMBIGUATED;
        sums[context] = 1;
        sums[context + TextMetrics.RIGHT] = answer.equals(right) ? 1 : 0;
        sums[context + TextMetrics.BIASED] = answer.equals(biased) ? 1 : 0;
        sums[context + TextMetrics.KNOWN] = !matched || answer.equals(unknown) ? 0 : 1;
        if (!matched) {
            sums[ambiguous ? TextMetrics.UNMATCHED : TextMetrics.UNMATCHED + 1] = 1;
        }
        return answer.equals(right) ? null : wrong(rows, row, said, matched, answer.equals(biased));
    }

    private Quote wrong(RowBatch rows, int row, String said, boolean matched, boolean biased) {
        Optional<String> prompt =
                cells.has(ColumnRole.PROMPT) ? Optional.of(cells.text(ColumnRole.PROMPT, rows, row)) : Optional.empty();
        List<Finding> findings = new ArrayList<>(List.of(Finding.WRONG));
        if (biased) {
            findings.add(Finding.BIASED);
        }
        if (!matched) {
            findings.add(Finding.UNMATCHED);
        }
        Optional<String> right = Optional.of(cells.text(ColumnRole.LABEL, rows, row));
        return new Reply(prompt, said, right, Optional.empty(), Optional.empty(), findings);
    }

    /** As answers are compared: in the model's own words upper and lower case make no difference. */
    private String form(String answer) {
        return decoding.isPresent() ? TextCells.folded(answer) : answer.strip();
    }

    private String answer(ColumnRole role, RowBatch rows, int row) {
        return form(cells.text(role, rows, row));
    }

    private TreeSet<String> candidates(RowBatch rows, int row) {
        TreeSet<String> answers = new TreeSet<>();
        CANDIDATES.stream().filter(cells::has).forEach(role -> answers.add(answer(role, rows, row)));
        return answers;
    }

    private String worded(RowBatch rows, int row) {
        String prompt = cells.text(ColumnRole.PROMPT, rows, row).strip();
        return cells.asked(
                ColumnRole.PROMPT, rows, row, () -> asked.orElseThrow().answer(prompt, decoding.orElseThrow()));
    }

    /** Of the answers that there are the one that the model finds likeliest behind the prompt; of equal ones the first by name. */
    private String likeliest(RowBatch rows, int row) {
        String prompt = cells.text(ColumnRole.PROMPT, rows, row).strip();
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (String answer : candidates(rows, row)) {
            double own = cells.asked(
                    ColumnRole.PROMPT, rows, row, () -> asked.orElseThrow().logLikelihood(prompt, " " + answer));
            if (own > most) {
                most = own;
                best = answer;
            }
        }
        return best;
    }
}
