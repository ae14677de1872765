package org.aimass.dataset.entity;

/** What a column of a dataset is for. */
public enum ColumnRole {
    /** The true outcome. */
    LABEL,
    /** The model's answer as a number in [0,1]. */
    SCORE,
    /** The model's answer as one of the label's values, or as a number where the label is one. */
    PREDICTION,
    /** What a model reads. */
    FEATURE,
    /** Forms groups that are compared; a model may read it too. */
    SENSITIVE,
    /** What we condition on when we compare. */
    CONTROL,
    /** How many rows a row stands for, above 0. */
    WEIGHT,
    /** Tells the lists of a ranking apart: rows of one value compete for its places. */
    QUERY,
    /** Tells rows, or the people behind them, apart. */
    ID,
    IGNORED
}
