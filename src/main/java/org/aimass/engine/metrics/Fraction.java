package org.aimass.engine.metrics;

/**
 * The two counts a value is the quotient of; sums of weights where rows are weighted.
 *
 * @param numerator at least 0, a whole number unless rows are weighted
 * @param denominator at least 0, a whole number unless rows are weighted
 */
public record Fraction(double numerator, double denominator) {}
