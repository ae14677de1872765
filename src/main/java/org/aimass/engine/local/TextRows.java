package org.aimass.engine.local;

import org.aimass.engine.data.RowBatch;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.jspecify.annotations.Nullable;

/** How the rows of one protocol of language models are read, or their models asked. One for each thread. */
interface TextRows {

    /**
     * @param sums gets what the row adds, in the order of {@link org.aimass.engine.metrics.TextMetrics}
     * @return what may be quoted of the row; null if nothing
     * @throws org.aimass.engine.BadInput at a value that is not as the protocol demands
     */
    @Nullable
    Quote read(RowBatch rows, int row, double[] sums);
}
