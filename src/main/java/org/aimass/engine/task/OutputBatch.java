package org.aimass.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * Some images, column by column. The arrays may be longer than {@code rows} and are not kept.
 *
 * @param rows how many, from index 0
 * @param real whether it is no output but a real image to compare with
 * @param refused whether the model gave no image
 * @param vectors by [row][number] what images are compared by, or null; of what was refused empty
 * @param similarity the cosine of the embeddings of source and output; NaN where there is none
 * @param shift how many degrees lighter the output's skin is than the source's; NaN where that is not known
 * @param attribute code of what is perceived; -1 where nothing is
 * @param line where the image stands in the dataset; all different
 * @param person whose image it is, by a well spread hash, or null
 * @param weight finite, at least 0 and below 2^40, or null where every image counts once
 * @param features dictionary codes by [feature][row]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record OutputBatch(
        int rows,
        boolean[] real,
        boolean[] refused,
        double @Nullable [][] vectors,
        double[] similarity,
        double[] shift,
        int[] attribute,
        long[] line,
        long @Nullable [] person,
        double @Nullable [] weight,
        int[][] features) {}
