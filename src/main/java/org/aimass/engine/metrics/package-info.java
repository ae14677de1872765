/**
 * The numbers of an audit: counts by group, metrics, disparities, intervals, tests and power. Pure functions of counts and
 * scores; imports {@code java.*} only, so that rooms of the portal may use it too. Knows no thresholds and no verdicts.
 */
@NullMarked
package org.aimass.engine.metrics;

import org.jspecify.annotations.NullMarked;
