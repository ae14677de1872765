package org.aimass.engine.task;

import org.aimass.engine.metrics.SnippetErrors;
import org.jspecify.annotations.Nullable;

/**
 * Some snippets of speech. The arrays may be longer than {@code rows} and are not kept.
 *
 * @param rows how many, from index 0
 * @param errors how wrongly each was understood
 * @param reference what was said, as it was compared
 * @param answer what was understood, as it was compared
 * @param duration at least 0, NaN where unknown; null where snippets bring none
 * @param line where the snippet stands in the dataset; all different
 * @param weight finite, at least 0 and below 2^40, or null where every snippet counts once
 * @param cluster code of the speaker, or null
 * @param features dictionary codes by [feature][row]: the sensitive features in the plan's order, then the control features
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the reader's buffers, never compared
public record SnippetBatch(
        int rows,
        SnippetErrors[] errors,
        String[] reference,
        String[] answer,
        double @Nullable [] duration,
        long[] line,
        double @Nullable [] weight,
        int @Nullable [] cluster,
        int[][] features) {}
