package org.aimass.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * Some rows, column by column. The arrays may be longer than {@code rows} and are not kept: the reader may reuse them.
 *
 * @param rows how many rows, from index 0
 * @param label 1 for the positive label, else 0
 * @param prediction 1 for a positive prediction, else 0
 * @param score from 0 to 1, or null where the job has no scores
 * @param weight finite, at least 0 and below 2^40, or null where every row counts once
 * @param cluster code of the person (speaker, image) the row belongs to, or null
 * @param features dictionary codes by [feature][row]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record LabelledBatch(
        int rows,
        int[] label,
        int[] prediction,
        double @Nullable [] score,
        double @Nullable [] weight,
        int @Nullable [] cluster,
        int[][] features) {}
