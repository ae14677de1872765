package org.aimass.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * Some candidates of searches, column by column. The arrays may be longer than {@code rows} and are not kept.
 *
 * @param rows how many, from index 0
 * @param search code of the search
 * @param candidate {@link #NOBODY}, {@link #STRANGER} or {@link #MATE}
 * @param score any finite number, higher for what is more alike; 0 for nobody
 * @param rank from 1, or null where scores tell
 * @param mated 1 where the person is enrolled, 0 where not; null where the candidates tell
 * @param person whose search it is, by a well spread hash, or null
 * @param weight of the search, one for all its rows, finite, at least 0 and below 2^40, or null where every search counts once
 * @param features dictionary codes by [feature][row]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record CandidateBatch(
        int rows,
        int[] search,
        int[] candidate,
        double[] score,
        double @Nullable [] rank,
        int @Nullable [] mated,
        long @Nullable [] person,
        double @Nullable [] weight,
        int[][] features) {

    public static final int NOBODY = 0;
    public static final int STRANGER = 1;
    public static final int MATE = 2;
}
