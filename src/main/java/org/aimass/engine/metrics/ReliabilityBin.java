package org.aimass.engine.metrics;

/**
 * One bin of a reliability diagram (Niculescu-Mizil and Caruana, ICML 2005; DeGroot and Fienberg, The Statistician 32, 1983).
 *
 * @param from the lowest score of the bin
 * @param to the bin ends below it; the last one holds 1 too
 * @param rows who is in the bin
 * @param positives those of them with the positive label
 * @param meanScore of the rows; undefined where there are none
 * @param observed positives among the rows; undefined where there are none
 * @param uncertainty Wilson's interval of the observed share
 */
public record ReliabilityBin(
        double from,
        double to,
        long rows,
        long positives,
        MetricValue meanScore,
        MetricValue observed,
        Uncertainty uncertainty) {}
