package org.aimass.engine.task;

import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of an audit of a language model. Nothing is copied.
 *
 * @param sums by [row][sum] what each row adds
 * @param line of each, where its file is told by it
 * @param quotes what may be quoted of each; null where there is nothing to quote
 * @param weight of each, finite, at least 0 and below 2^40; null where every row counts once
 * @param cluster of each; null where rows are independent
 * @param features by [feature][row] the codes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TextBatch(
        int rows,
        double[][] sums,
        long[] line,
        @Nullable Quote[] quotes,
        double @Nullable [] weight,
        int @Nullable [] cluster,
        int[][] features) {

    /** Rows of which nothing is quoted. */
    public TextBatch(
            int rows,
            double[][] sums,
            long[] line,
            double @Nullable [] weight,
            int @Nullable [] cluster,
            int[][] features) {
        this(rows, sums, line, new @Nullable Quote[rows], weight, cluster, features);
    }
}
