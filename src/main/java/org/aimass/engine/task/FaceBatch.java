package org.aimass.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * Some images, column by column, each to be enrolled or searched for. The arrays may be longer than {@code rows} and are not kept.
 *
 * @param rows how many, from index 0
 * @param identity who it is, by a well spread hash
 * @param enrolled 1 where the image is enrolled, 0 where it is searched for
 * @param embedding by [row][number], none all 0
 * @param person whose search it is, by a well spread hash, or null
 * @param weight of the search, finite, at least 0 and below 2^40, or null where every search counts once; of enrolled images unused
 * @param features dictionary codes by [feature][row]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record FaceBatch(
        int rows,
        long[] identity,
        int[] enrolled,
        double[][] embedding,
        long @Nullable [] person,
        double @Nullable [] weight,
        int[][] features) {}
