package org.aimass.engine.metrics;

import static org.aimass.engine.metrics.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_LABEL;
import static org.aimass.engine.metrics.RegressionMetrics.MEDIAN_ABSOLUTE_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.R2_SCORE;
import static org.aimass.engine.metrics.RegressionMetrics.ROOT_MEAN_SQUARED_ERROR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers of 1, 4, 5 and 9 where 2, 1, 9 and 4 were right, in the second of two groups; the first holds others. */
class RegressionTotalsTest {

    private static final double[] TRUTH = {2, 1, 9, 4};
    private static final double[] ANSWER = {1, 4, 5, 9};
    private static final double[] WEIGHTS = {2, 1, 3, 0.5};
    private static final double[] NONE = {1, 1, 1, 1};

    private static RegressionTotals totals(double[] weights) {
        RegressionTotals totals = new RegressionTotals(2);
        totals.add(0, 100, 130, 7);
        for (int row = 0; row < TRUTH.length; row++) {
            totals.add(1, TRUTH[row], ANSWER[row], weights[row]);
        }
        return totals;
    }

    private static void assertWeighted(RegressionTotals totals, int group) {
        double[] expected = {3, 11, Math.sqrt(11), 1 - 71.5 / (260 - 34 * 34 / 6.5), -8.5 / 6.5, 25.5 / 6.5, 34 / 6.5};
        assertArrayEquals(expected, Arrays.copyOf(totals.values(group), 7), 1e-15);
        assertEquals(4, totals.rows(group));
    }

    /** Weights of 2, 1, 3 and 0.5: the sum of the squared errors is 71.5, that of the truths 34, of their squares 260. */
    @Test
    void sumsEachGroup() {
        RegressionTotals totals = totals(WEIGHTS);
        assertEquals(2, totals.groups());
        assertWeighted(totals, 1);
        assertEquals(30, totals.values(0)[MEAN_ABSOLUTE_ERROR]);
        assertEquals(1, totals.rows(0));
        assertEquals(Double.NaN, totals.values(1)[MEDIAN_ABSOLUTE_ERROR]);
    }

    @Test
    void mergesAndGrows() {
        RegressionTotals whole = new RegressionTotals(1);
        whole.grow(4);
        assertEquals(4, whole.groups());
        assertArrayEquals(new RegressionTotals(1).values(0), whole.values(3));
        whole.add(2, 50, 51, 1);
        whole.add(3, 2, 1, 2);
        RegressionTotals part = new RegressionTotals(3);
        part.add(0, 8, 3, 1);
        part.add(2, 1, 4, 1);
        part.add(2, 9, 5, 3);
        part.add(2, 4, 9, 0.5);
        whole.merge(3, part, 2);
        assertWeighted(whole, 3);
        assertEquals(1, whole.values(2)[MEAN_ABSOLUTE_ERROR]);
    }

    /** A billion and 1, 2 and 4, with errors of 0, 1 and -1: the deviations' squares add up to 14/3. */
    @Test
    void largeNumbersKeepTheirDigits() {
        RegressionTotals totals = new RegressionTotals(2);
        totals.add(1, 1e9 + 1, 1e9 + 1, 1);
        totals.add(1, 1e9 + 2, 1e9 + 3, 1);
        totals.add(1, 1e9 + 4, 1e9 + 3, 1);
        assertEquals(4 / 7.0, totals.values(1)[R2_SCORE], 1e-15);
    }

    private static double error(SummedRegressionGroup group, int metric) {
        return interval(group, metric).estimate().orElseThrow().standardError();
    }

    private static Interval interval(SummedRegressionGroup group, int metric) {
        return (Interval) group.uncertainty(metric, 0.95).orElseThrow();
    }

    /** The squared deviations add up: of the absolute errors to 140/16, of the squared to 312.75, of the errors to 48.75, ... */
    @Test
    void meansAreAsSureAsTheirRowsAgree() {
        SummedRegressionGroup group = new SummedRegressionGroup(totals(NONE), 1, true);
        assertEquals(4, group.rows());
        // 11.75² + 3.75² + 3.25² + 12.25²
        double squares = 138.0625 + 14.0625 + 10.5625 + 150.0625;
        double[] errors = {
            Math.sqrt(140 / 16.0 / 12),
            Math.sqrt(squares / 12),
            Math.sqrt(squares / 12) / 2 / Math.sqrt(12.75),
            Double.NaN,
            // errors of -1, 3, -4 and 5 about 0.75
            Math.sqrt((51 - 4 * 0.75 * 0.75) / 12),
            // answers of 1, 4, 5 and 9 about 4.75
            Math.sqrt((123 - 4 * 4.75 * 4.75) / 12),
            Math.sqrt(38 / 12.0)
        };
        Draws draws = new Draws(7, "g");
        double[] replicate = group.replicates(1, 7, "g")[0];
        for (int metric = 0; metric <= MEAN_LABEL; metric++) {
            if (metric == R2_SCORE) {
                assertEquals(
                        new Uncertainty.NoInterval("too many rows to keep them one by one"),
                        group.uncertainty(metric, 0.95).orElseThrow());
            } else {
                assertEquals(errors[metric], error(group, metric), 1e-14);
                assertEquals("student_t", interval(group, metric).method());
            }
            assertEquals(group.values()[metric] + draws.normal() * errors[metric], replicate[metric], 1e-13);
        }
        assertEquals("bootstrap", group.bootstrapMethod());
        assertEquals(Optional.empty(), group.proportion(0));
    }

    @Test
    void saysWhatIsMissing() {
        SummedRegressionGroup weighted = new SummedRegressionGroup(totals(WEIGHTS), 1, false);
        Uncertainty tooMany = new Uncertainty.NoInterval("too many rows to keep them one by one");
        assertEquals(tooMany, weighted.uncertainty(MEAN_ABSOLUTE_ERROR, 0.95).orElseThrow());
        assertEquals(
                tooMany, weighted.uncertainty(ROOT_MEAN_SQUARED_ERROR, 0.95).orElseThrow());
        assertEquals("too many rows to keep them one by one", weighted.whyUndefined(MEDIAN_ABSOLUTE_ERROR));
        assertEquals(Double.NaN, weighted.replicates(1, 7, "g")[0][MEAN_LABEL]);
        RegressionTotals alike = new RegressionTotals(2);
        alike.add(0, 3, 1, 1);
        alike.add(0, 3, 5, 1);
        SummedRegressionGroup same = new SummedRegressionGroup(alike, 0, true);
        assertEquals(Double.NaN, same.values()[R2_SCORE]);
        assertEquals("all labels are equal", same.whyUndefined(R2_SCORE));
        SummedRegressionGroup empty = new SummedRegressionGroup(alike, 1, true);
        assertEquals(Double.NaN, empty.values()[MEAN_LABEL]);
        assertEquals("no rows", empty.whyUndefined(MEAN_LABEL));
        alike.add(1, 3, 1, 0);
        SummedRegressionGroup weightless = new SummedRegressionGroup(alike, 1, false);
        assertEquals("all weights are 0", weightless.whyUndefined(MEAN_LABEL));
    }
}
