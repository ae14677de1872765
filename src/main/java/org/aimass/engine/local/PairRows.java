package org.aimass.engine.local;

import java.util.Optional;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.LanguageLane;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.aimass.engine.metrics.TextMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of sentences, by their log-likelihoods.
 *
 * @param asked finds out how likely they are; empty where the dataset tells
 */
record PairRows(TextCells cells, Optional<LanguageLane> asked) implements TextRows {

    private static final String STEREO = "stereo";
    private static final String ANTI = "antistereo";

    @Override
    public @Nullable Quote read(RowBatch rows, int row, double[] sums) {
        double more = chance(ColumnRole.MORE, rows, row);
        double less = chance(ColumnRole.LESS, rows, row);
        sums[TextMetrics.PREFERRED] = more > less ? 1 : 0;
        sums[TextMetrics.NEUTRAL] = more == less ? 1 : 0;
        if (cells.has(ColumnRole.DIRECTION)) {
            String word = cells.text(ColumnRole.DIRECTION, rows, row);
            if (!word.equals(STEREO) && !word.equals(ANTI)) {
                throw rows.fault(cells.roles().of(ColumnRole.DIRECTION), row, "\"stereo\" or \"antistereo\"");
            }
            int from = word.equals(STEREO) ? TextMetrics.STEREO : TextMetrics.ANTI;
            sums[from] = more == less ? 0 : 1;
            sums[from + 1] = sums[TextMetrics.PREFERRED];
        }
        if (cells.has(ColumnRole.UNRELATED)) {
            double unrelated = chance(ColumnRole.UNRELATED, rows, row);
            sums[TextMetrics.RELATED] = (more > unrelated ? 1 : 0) + (less > unrelated ? 1 : 0);
        }
        return null;
    }

    private double chance(ColumnRole role, RowBatch rows, int row) {
        return asked.isEmpty()
                ? cells.number(role, rows, row)
                : cells.asked(role, rows, row, () -> asked.get().logLikelihood(cells.text(role, rows, row)));
    }
}
