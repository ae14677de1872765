package org.aimass.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * Some items of rankings, column by column. The arrays may be longer than {@code rows} and are not kept.
 *
 * @param rows how many items, from index 0
 * @param list code of the list that the item belongs to
 * @param order the item's rank, a whole number from 1, or its score: the plan says which
 * @param relevance at least 0, or null where items have none
 * @param line where the item stands in the dataset; all different
 * @param weight finite, at least 0 and below 2^40, or null where every item counts once
 * @param cluster code of what several lists belong to, or null
 * @param features dictionary codes by [feature][item]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record RankedBatch(
        int rows,
        int[] list,
        double[] order,
        double @Nullable [] relevance,
        long[] line,
        double @Nullable [] weight,
        int @Nullable [] cluster,
        int[][] features) {}
