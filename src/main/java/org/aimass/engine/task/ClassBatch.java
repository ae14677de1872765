package org.aimass.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of a classification into several classes, column by column. The arrays may be longer than {@code rows} and are not
 * kept.
 *
 * @param rows how many rows, from index 0
 * @param truth the class's code
 * @param answer the code of the class that the model takes it for
 * @param scores of each row the probability of each class, from 0 to 1, row by row; null where the job has none
 * @param weight finite, at least 0 and below 2^40, or null where every row counts once
 * @param cluster code of what several rows belong to, or null
 * @param features dictionary codes by [feature][row]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record ClassBatch(
        int rows,
        int[] truth,
        int[] answer,
        double @Nullable [] scores,
        double @Nullable [] weight,
        int @Nullable [] cluster,
        int[][] features) {}
