package org.aimass.engine.metrics;

/** What some rows add up to, by cell of the confusion matrix. */
interface CellSums {

    /** Of the weights. */
    double mass(int cell);

    /** Of the scores. */
    double score(int cell);

    /** Of the squared errors. */
    double brier(int cell);

    /** Of the log losses. */
    double loss(int cell);
}
