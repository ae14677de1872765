package org.aimass.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * Some compared pairs, column by column. The arrays may be longer than {@code rows} and are not kept.
 *
 * @param rows how many pairs, from index 0
 * @param genuine 1 where both sides are one person, else 0
 * @param score any finite number, higher for what is more alike
 * @param left who is on the left, by a well spread hash, or null
 * @param right who is on the right, or null
 * @param weight finite, at least 0 and below 2^40, or null where every pair counts once
 * @param features dictionary codes by [feature][pair]: the sensitive features in the plan's order, then the control features, then the
 *     groups of the two sides, the first by value on the left
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record PairBatch(
        int rows,
        int[] genuine,
        double[] score,
        long @Nullable [] left,
        long @Nullable [] right,
        double @Nullable [] weight,
        int[][] features) {}
