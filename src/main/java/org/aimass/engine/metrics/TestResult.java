package org.aimass.engine.metrics;

/**
 * What a test of the null hypothesis that two groups do not differ says.
 *
 * @param test {@code fisher_exact}, {@code two_proportion_z} or {@code permutation}; where rows carry weights or clusters its name says
 *     so
 * @param pValue two-sided, from 0 to 1, or why there is none
 */
public record TestResult(String test, MetricValue pValue) {}
