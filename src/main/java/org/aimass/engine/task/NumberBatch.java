package org.aimass.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of a regression, column by column. The arrays may be longer than {@code rows} and are not kept.
 *
 * @param rows how many rows, from index 0
 * @param truth finite and below 2^40 in size
 * @param answer the same
 * @param weight finite, at least 0 and below 2^40, or null where every row counts once
 * @param cluster code of what several rows belong to, or null
 * @param features dictionary codes by [feature][row]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record NumberBatch(
        int rows,
        double[] truth,
        double[] answer,
        double @Nullable [] weight,
        int @Nullable [] cluster,
        int[][] features) {}
