package org.aimass.engine.task;

import org.aimass.engine.metrics.SynthesisMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of an audit of speech synthesis. The arrays may be longer than {@code rows} and are not kept.
 *
 * @param rows how many, from index 0
 * @param brought what each row brings
 * @param line where the row stands in the dataset; all different
 * @param weight finite, at least 0 and below 2^40, or null where every row counts once
 * @param cluster code of what utterances belong to, or null
 * @param listener code of who rated, or null
 * @param features dictionary codes by [feature][row]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record SynthesisBatch(
        int rows,
        SynthesisMetrics.Row[] brought,
        long[] line,
        double @Nullable [] weight,
        int @Nullable [] cluster,
        int @Nullable [] listener,
        int[][] features) {}
