package org.aimass.engine.task;

import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.noInterval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aimass.engine.metrics.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three rows of town A with the errors 1, 0 and 3, two of town B with -2 and 1. */
class RegressionTest {

    private static final Map<String, String> A = Map.of("town", "A");
    private static final Map<String, String> B = Map.of("town", "B");
    private static final double[] TRUTH = {1, 3, 2, 4, 5};
    private static final double[] ANSWER = {2, 1, 2, 7, 6};
    private static final int[] TOWN = {0, 1, 0, 0, 1};

    private static Found measured(double @Nullable [] weight, int @Nullable [] cluster, int exactRows) {
        Regression regression = new Regression(Found.plan("town", weight != null, cluster != null), exactRows);
        regression.add(new NumberBatch(5, TRUTH, ANSWER, weight, cluster, new int[][] {TOWN}));
        return new Found(regression.outcome(List.of(List.of("A", "B"))));
    }

    private final Found plain = measured(null, null, 100);

    @ParameterizedTest
    @CsvSource({
        "mean_absolute_error,       1.3333333333333333, 1.5, 1.4",
        "mean_squared_error,        3.3333333333333335, 2.5, 3",
        "root_mean_squared_error,   1.8257418583505538, 1.5811388300841898, 1.7320508075688772",
        "r2_score,                  -1.1428571428571428, -1.5, -0.5",
        "mean_signed_error,         1.3333333333333333, -0.5, 0.6",
        "mean_prediction,           3.6666666666666665, 3.5, 3.6",
        "mean_label,                2.3333333333333335, 4, 3",
        "median_absolute_error,     1, 1.5, 1",
        "max_error,                 3, 2, 3"
    })
    void measuresEachGroupAndAll(String metric, double a, double b, double all) {
        assertEquals(a, value(plain.of(metric, A)), 1e-15);
        assertEquals(b, value(plain.of(metric, B)), 1e-15);
        assertEquals(all, value(plain.of(metric, Map.of())), 1e-15);
        assertEquals(Math.abs(a - b), value(plain.over(metric + "_difference", "town", Map.of())), 1e-15);
        assertEquals(Math.min(a, b) / Math.max(a, b), value(plain.over(metric + "_ratio", "town", Map.of())), 1e-15);
        assertEquals(b - a, value(plain.pair(metric + "_difference", "town", "B", "A")), 1e-15);
    }

    /** Answers 2, 2, 7 against 1, 6 against all five of them. */
    @Test
    void measuresHowFarAnswersAreFromThoseOfAllAndOfTheReference() {
        assertEquals(0.2, value(plain.of("statistical_parity_ks", A)), 1e-15);
        assertEquals(0.3, value(plain.of("statistical_parity_ks", B)), 1e-15);
        assertEquals(0.5, value(plain.pair("statistical_parity_ks", "town", "B", "A")), 1e-15);
    }

    /** The standard deviation of 1, 0, 3 is 1.5275, t with two degrees of freedom 4.302653. */
    @Test
    void tellsHowSureAMeanIs() {
        Interval interval = interval(plain.of("mean_signed_error", A));
        assertEquals(4 / 3.0 - 4.302652729911275 * 0.8819171036881969, interval.low(), 1e-9);
        assertEquals(4 / 3.0 + 4.302652729911275 * 0.8819171036881969, interval.high(), 1e-9);
        assertEquals("student_t", interval.method());
        assertEquals(2, interval.estimate().orElseThrow().freedom());
        assertEquals(0, interval(plain.of("mean_absolute_error", A)).low());
        assertEquals("too few rows for an interval of the median", noInterval(plain.of("median_absolute_error", A)));
    }

    /** Welch: the variances of the means are 7/9 and 9/4, with 2 and 1 degrees of freedom. */
    @Test
    void tellsHowSureADifferenceIs() {
        Interval interval = interval(plain.pair("mean_signed_error_difference", "town", "B", "A"));
        double variance = 7 / 9.0 + 9 / 4.0;
        assertEquals(Math.sqrt(variance), interval.estimate().orElseThrow().standardError(), 1e-15);
        assertEquals(
                variance * variance / (49 / 81.0 / 2 + 81 / 16.0),
                interval.estimate().orElseThrow().freedom(),
                1e-14);
        assertEquals("welch", interval.method());
    }

    @Test
    void weighsRows() {
        Found weighted = measured(new double[] {1, 3, 2, 1, 1}, null, 100);
        assertEquals(1, value(weighted.of("mean_absolute_error", A)), 1e-15);
        assertEquals(7 / 4.0, value(weighted.of("mean_absolute_error", B)), 1e-15);
        assertEquals(13 / 4.0, value(weighted.of("mean_squared_error", B)), 1e-15);
        // truths 3, 3, 3 and 5 have the mean 3.5 and the squared deviations 0.75 and 2.25
        assertEquals(1 - 13 / 3.0, value(weighted.of("r2_score", B)), 1e-15);
        assertEquals("rows have weights", undefined(weighted.of("median_absolute_error", A)));
        // answers 2, 2, 2, 7 against 1, 1, 1, 6
        assertEquals(0.75, value(weighted.pair("statistical_parity_ks", "town", "B", "A")), 1e-15);
        assertEquals(
                "student_t_weights",
                interval(weighted.of("mean_absolute_error", A)).method());
    }

    /** A's rows 1 and 2 are one cluster: its totals are 1 of 2 rows, the other's 3 of 1. */
    @Test
    void takesClustersForUnits() {
        Found clustered = measured(null, new int[] {4, 9, 4, 7, 8}, 100);
        Interval interval = interval(clustered.of("mean_signed_error", A));
        assertEquals(10 / 9.0, interval.estimate().orElseThrow().standardError(), 1e-15);
        assertEquals(1, interval.estimate().orElseThrow().freedom());
        assertEquals("student_t_clusters", interval.method());
    }

    @Test
    void sumsWhatItCannotKeep() {
        Found summed = measured(null, null, 2);
        for (String metric : List.of("mean_absolute_error", "mean_squared_error", "mean_signed_error", "mean_label")) {
            assertEquals(value(plain.of(metric, A)), value(summed.of(metric, A)), 1e-15);
            assertEquals(
                    interval(plain.of(metric, A)).low(),
                    interval(summed.of(metric, A)).low(),
                    1e-12);
        }
        assertEquals(-8 / 7.0, value(summed.of("r2_score", A)), 1e-15);
        assertEquals("too many rows to keep them one by one", noInterval(summed.of("r2_score", A)));
        assertEquals("too many rows to keep them one by one", undefined(summed.of("median_absolute_error", B)));
    }

    @Test
    void equalLabelsExplainNothing() {
        Regression regression = new Regression(Found.plan("town", false, false));
        regression.add(new NumberBatch(2, new double[] {3, 3}, new double[] {2, 5}, null, null, new int[][] {{0, 0}}));
        Found found = new Found(regression.outcome(List.of(List.of("A"))));
        assertEquals("all labels are equal", undefined(found.of("r2_score", A)));
        assertEquals(1.5, value(found.of("mean_absolute_error", A)));
        assertEquals(
                "fewer than two groups have a value",
                undefined(found.over("mean_absolute_error_difference", "town", Map.of())));
    }

    @Test
    void refusesWhatCannotBeSummed() {
        Regression regression = new Regression(Found.plan("town", false, false));
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0x1p40}) {
            NumberBatch batch =
                    new NumberBatch(1, new double[] {wrong}, new double[] {1}, null, null, new int[][] {{0}});
            assertThrows(IllegalArgumentException.class, () -> regression.add(batch));
        }
    }

    @Test
    void namesEveryMetricOnce() {
        long distinct = plain.outcome().measurements().stream()
                .map(it -> it.metric() + it.features() + it.over() + it.pair() + it.at())
                .distinct()
                .count();
        assertEquals(plain.outcome().measurements().size(), distinct);
        assertEquals(
                List.of(5L, 3L, 2L),
                Stream.of(0, 1, 2)
                        .map(group -> plain.outcome().groups().get(group).rows())
                        .toList());
    }
}
