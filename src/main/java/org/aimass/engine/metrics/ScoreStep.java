package org.aimass.engine.metrics;

/**
 * One step of a distribution.
 *
 * @param from the lowest score of the step
 * @param to the step ends below it; the last one holds 1 too
 * @param rows of the label asked for
 * @param share of all the group's rows of that label; undefined where there are none
 */
public record ScoreStep(double from, double to, long rows, MetricValue share) {}
