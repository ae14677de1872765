package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaseMetricsTest {

    /** Of all 4, 3, 2 and 1 are tp, fp, fn and tn, of others 5, 1, 3 and 9: rates of one label and their mean are of these. */
    @Test
    void metricsThatConditionOnTheLabelHaveTheirOwnCounts() {
        BaseMetrics metrics = new BaseMetrics(true, List.of(10));
        double nan = Double.NaN;
        assertArrayEquals(
                new double[] {
                    7 / 10.0,
                    6 / 10.0,
                    5 / 10.0,
                    4 / 7.0,
                    5 / 8.0,
                    1 / 10.0,
                    9 / 10.0,
                    3 / 8.0,
                    1 / 3.0,
                    3 / 7.0,
                    2 / 3.0,
                    (5 / 8.0 + 9 / 10.0) / 2,
                    8 / 13.0,
                    (4 - 6) / Math.sqrt(7.0 * 6 * 4 * 3),
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan
                },
                metrics.ofConfusion(new double[] {4, 3, 2, 1}, new double[] {5, 1, 3, 9}),
                1e-15);
    }
}
