package org.aimass.engine.metrics;

import static org.aimass.engine.metrics.RegressionMetrics.MAX_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_LABEL;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_PREDICTION;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_SIGNED_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEAN_SQUARED_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.MEDIAN_ABSOLUTE_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.R2_SCORE;
import static org.aimass.engine.metrics.RegressionMetrics.ROOT_MEAN_SQUARED_ERROR;
import static org.aimass.engine.metrics.RegressionMetrics.STATISTICAL_PARITY_KS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers of 1, 4, 5 and 9 where 2, 1, 9 and 4 were right: errors of -1, 3, -4 and 5, truths that deviate by -2, -3, 5 and 0. */
class RegressionGroupTest {

    private static final double[] TRUTH = {2, 1, 9, 4};
    private static final double[] ANSWER = {1, 4, 5, 9};

    private static NumberRows rows(double @Nullable [] weight, int @Nullable [] cluster) {
        return new NumberRows(TRUTH, ANSWER, weight, cluster, 0, 4);
    }

    private static RegressionGroup group(double @Nullable [] weight, int @Nullable [] cluster) {
        NumberRows rows = rows(weight, cluster);
        return new RegressionGroup(rows, rows);
    }

    private static Interval interval(MeasuredGroup group, int metric) {
        return (Interval) group.uncertainty(metric, 0.95).orElseThrow();
    }

    private static double error(MeasuredGroup group, int metric) {
        return interval(group, metric).estimate().orElseThrow().standardError();
    }

    @Test
    void measuresErrors() {
        RegressionGroup group = group(null, null);
        assertEquals(4, group.rows());
        assertArrayEquals(
                new double[] {13 / 4.0, 51 / 4.0, Math.sqrt(51 / 4.0), 1 - 51 / 38.0, 3 / 4.0, 19 / 4.0, 4, 3.5, 5, 0},
                group.values(),
                1e-15);
        assertEquals(Optional.empty(), group.proportion(MEAN_ABSOLUTE_ERROR));
        assertEquals("bootstrap", group.bootstrapMethod());
    }

    /** Weights of 2, 1, 3 and 0.5: the sum of the squared errors is 71.5, that of the truths 34, of their squares 260. */
    @Test
    void weighsRows() {
        RegressionGroup group = group(new double[] {2, 1, 3, 0.5}, null);
        double[] expected = {3, 11, Math.sqrt(11), 1 - 71.5 / (260 - 34 * 34 / 6.5), -8.5 / 6.5, 25.5 / 6.5, 34 / 6.5};
        assertArrayEquals(expected, Arrays.copyOf(group.values(), 7), 1e-14);
        assertEquals(Double.NaN, group.values()[MEDIAN_ABSOLUTE_ERROR]);
        assertEquals("rows have weights", group.whyUndefined(MEDIAN_ABSOLUTE_ERROR));
        double first = 2 * (1 - 3);
        double third = 3 * (4 - 3);
        double fourth = 0.5 * (5 - 3);
        assertEquals(
                Math.sqrt(4 / 3.0 * (first * first + third * third + fourth * fourth)) / 6.5,
                error(group, MEAN_ABSOLUTE_ERROR),
                1e-15);
        assertEquals("student_t_weights", interval(group, MEAN_ABSOLUTE_ERROR).method());
        assertEquals(
                new Uncertainty.NoInterval("rows have weights or clusters"),
                group.uncertainty(MEDIAN_ABSOLUTE_ERROR, 0.95).orElseThrow());
    }

    /** Deviations of the absolute errors from 13/4 are -9, -1, 3 and 7 quarters, of the truths from 4 -2, -3, 5 and 0. */
    @Test
    void meansAreAsSureAsTheirRowsAgree() {
        RegressionGroup group = group(null, null);
        assertEquals(Math.sqrt(140 / 16.0 / 12), error(group, MEAN_ABSOLUTE_ERROR), 1e-15);
        assertEquals(Math.sqrt(38 / 12.0), error(group, MEAN_LABEL), 1e-15);
        assertEquals(3, interval(group, MEAN_LABEL).estimate().orElseThrow().freedom());
        assertEquals("student_t", interval(group, MEAN_LABEL).method());
        // the squared errors 1, 9, 16 and 25 against 51/38 of the squared deviations 4, 9, 25 and 0
        double share = 51 / 38.0;
        double squares = square(1 - 4 * share) + square(9 - 9 * share) + square(16 - 25 * share) + square(25);
        assertEquals(Math.sqrt(squares * 4 / 3) / 38, error(group, R2_SCORE), 1e-15);
        // the squared errors deviate from 12.75 by -11.75, -3.75, 3.25 and 12.25
        double ofSquares = Math.sqrt((square(11.75) + square(3.75) + square(3.25) + square(12.25)) / 12);
        assertEquals(ofSquares, error(group, MEAN_SQUARED_ERROR), 1e-14);
        assertEquals(ofSquares / 2 / Math.sqrt(12.75), error(group, ROOT_MEAN_SQUARED_ERROR), 1e-14);
        assertEquals(
                new Uncertainty.NoInterval("the largest of some rows says nothing about the largest of all"),
                group.uncertainty(MAX_ERROR, 0.95).orElseThrow());
        assertEquals(
                new Uncertainty.NoInterval("too few rows for an interval of the median"),
                group.uncertainty(MEDIAN_ABSOLUTE_ERROR, 0.95).orElseThrow());
    }

    private static double square(double number) {
        return number * number;
    }

    /** The first and the last row are of one cluster: errors of -1 and 5 in it, 3 and -4 outside; 0.75 is the mean. */
    @Test
    void clustersAreTakenTogether() {
        RegressionGroup group = group(null, new int[] {7, 5, 6, 7});
        assertEquals(
                Math.sqrt(3 / 2.0 * (square(4 - 1.5) + square(3 - 0.75) + square(4.75))) / 4,
                error(group, MEAN_SIGNED_ERROR),
                1e-15);
        assertEquals("student_t_clusters", interval(group, MEAN_SIGNED_ERROR).method());
        assertEquals("bootstrap_clusters", group.bootstrapMethod());
        assertEquals(3.5, group.values()[MEDIAN_ABSOLUTE_ERROR]);
        assertEquals(
                new Uncertainty.NoInterval("rows have weights or clusters"),
                group.uncertainty(MEDIAN_ABSOLUTE_ERROR, 0.95).orElseThrow());
    }

    @Test
    void saysWhatIsMissing() {
        NumberRows none = new NumberRows(TRUTH, ANSWER, null, null, 2, 2);
        RegressionGroup empty = new RegressionGroup(none, rows(null, null));
        for (int metric = 0; metric < RegressionMetrics.LIST.size(); metric++) {
            assertEquals(Double.NaN, empty.values()[metric]);
            assertEquals("no rows", empty.whyUndefined(metric));
        }
        NumberRows alike = new NumberRows(new double[] {3, 3}, new double[] {1, 5}, null, null, 0, 2);
        RegressionGroup same = new RegressionGroup(alike, alike);
        assertEquals(Double.NaN, same.values()[R2_SCORE]);
        assertEquals("all labels are equal", same.whyUndefined(R2_SCORE));
        assertEquals(
                new Uncertainty.NoInterval("fewer than two rows or clusters, or all alike"),
                same.uncertainty(R2_SCORE, 0.95).orElseThrow());
        RegressionGroup weightless = group(new double[4], null);
        assertEquals(Double.NaN, weightless.values()[MEAN_ABSOLUTE_ERROR]);
        assertEquals("all weights are 0", weightless.whyUndefined(MEAN_ABSOLUTE_ERROR));
    }

    private static double mean(int[] picks, IntToDoubleFunction of) {
        return Arrays.stream(picks).mapToDouble(of).average().orElseThrow();
    }

    private static double error(int size, IntToDoubleFunction of) {
        double mean = mean(IntStream.range(0, size).toArray(), of);
        return Math.sqrt(IntStream.range(0, size)
                        .mapToDouble(row -> square(of.applyAsDouble(row) - mean))
                        .sum()
                / (size - 1)
                / size);
    }

    private static NumberRows many(int size) {
        double[] answer = IntStream.range(0, size).mapToDouble(row -> row).toArray();
        double[] truth = IntStream.range(0, size)
                .mapToDouble(row -> row + row * 37 % size / 128.0 - 3.5)
                .toArray();
        return new NumberRows(truth, answer, null, null, 0, size);
    }

    /** Up to 1,024 rows are drawn one by one; then three normal numbers move the median, the largest error and the distance. */
    @Test
    void drawsRowsAgain() {
        NumberRows rows = many(1_024);
        RegressionGroup group = new RegressionGroup(rows, many(2_000));
        double[][] replicates = group.replicates(2, 7, "g");
        Draws draws = new Draws(7, "g");
        for (double[] replicate : replicates) {
            int[] picks = IntStream.range(0, 1_024).map(i -> draws.below(1_024)).toArray();
            double squares = mean(picks, row -> square(rows.error(row)));
            double label = mean(picks, rows::truth);
            assertEquals(mean(picks, row -> Math.abs(rows.error(row))), replicate[MEAN_ABSOLUTE_ERROR], 1e-12);
            assertEquals(squares, replicate[MEAN_SQUARED_ERROR], 1e-12);
            assertEquals(Math.sqrt(squares), replicate[ROOT_MEAN_SQUARED_ERROR], 1e-12);
            assertEquals(mean(picks, rows::error), replicate[MEAN_SIGNED_ERROR], 1e-12);
            assertEquals(mean(picks, rows::answer), replicate[MEAN_PREDICTION], 1e-9);
            assertEquals(label, replicate[MEAN_LABEL], 1e-9);
            assertEquals(1 - squares / mean(picks, row -> square(rows.truth(row) - label)), replicate[R2_SCORE], 1e-12);
            Interval median = interval(group, MEDIAN_ABSOLUTE_ERROR);
            assertEquals(
                    group.values()[MEDIAN_ABSOLUTE_ERROR]
                            + draws.normal() * (median.high() - median.low()) / 2 / 1.959963984540054,
                    replicate[MEDIAN_ABSOLUTE_ERROR],
                    1e-12);
            draws.normal();
            assertEquals(Double.NaN, replicate[MAX_ERROR]);
            // of the first 1,024 of 2,000 answers all lie below, of all 1,024 / 2,000: that share cannot vary
            draws.normal();
            assertEquals(0.488, group.values()[STATISTICAL_PARITY_KS], 1e-15);
            assertEquals(Double.NaN, replicate[STATISTICAL_PARITY_KS]);
        }
    }

    /** More are drawn from the normal distribution of their sums: a number for each metric in turn. */
    @Test
    void drawsTheSumsOfManyRows() {
        NumberRows rows = many(1_025);
        // answers up to 511 by two, so that half of these lie farthest below
        double[] others =
                IntStream.range(0, 600).mapToDouble(row -> Math.min(row, 511)).toArray();
        RegressionGroup group = new RegressionGroup(rows, new NumberRows(others, others, null, null, 0, 600));
        double[] values = group.values();
        assertEquals(1 - 512 / 1_025.0, values[STATISTICAL_PARITY_KS], 1e-15);
        double ofSquares = error(1_025, row -> square(rows.error(row)));
        double meanLabel = values[MEAN_LABEL];
        double spread = IntStream.range(0, 1_025)
                .mapToDouble(row -> square(rows.truth(row) - meanLabel))
                .sum();
        double share = 1 - values[R2_SCORE];
        double ofShare = Math.sqrt(IntStream.range(0, 1_025)
                                .mapToDouble(row ->
                                        square(square(rows.error(row)) - share * square(rows.truth(row) - meanLabel)))
                                .sum()
                        * 1_025
                        / 1_024)
                / spread;
        double[] errors = {
            error(1_025, row -> Math.abs(rows.error(row))),
            ofSquares,
            ofSquares / 2 / values[ROOT_MEAN_SQUARED_ERROR],
            ofShare,
            error(1_025, rows::error),
            error(1_025, rows::answer),
            error(1_025, rows::truth),
            (interval(group, MEDIAN_ABSOLUTE_ERROR).high()
                            - interval(group, MEDIAN_ABSOLUTE_ERROR).low())
                    / 2
                    / 1.959963984540054,
            Double.NaN,
            Math.sqrt(512 / 1_025.0 * (513 / 1_025.0) / 1_025)
        };
        Draws draws = new Draws(7, "g");
        for (double[] replicate : group.replicates(2, 7, "g")) {
            for (int metric = 0; metric < replicate.length; metric++) {
                assertEquals(values[metric] + draws.normal() * errors[metric], replicate[metric], 1e-9);
            }
        }
    }

    /** Where rows come in clusters the median is not drawn. */
    @Test
    void drawsClustersAgain() {
        RegressionGroup group = group(null, new int[] {7, 5, 6, 7});
        int[][] clusters = {{1}, {2}, {0, 3}}; // 5, 6 and 7
        double[][] replicates = group.replicates(4, 7, "g");
        Draws draws = new Draws(7, "g");
        for (double[] replicate : replicates) {
            int[] picks = IntStream.range(0, 3)
                    .map(i -> draws.below(3))
                    .flatMap(unit -> Arrays.stream(clusters[unit]))
                    .toArray();
            assertEquals(mean(picks, row -> ANSWER[row] - TRUTH[row]), replicate[MEAN_SIGNED_ERROR], 1e-15);
            assertEquals(Double.NaN, replicate[MEDIAN_ABSOLUTE_ERROR]);
            draws.normal();
            draws.normal();
            draws.normal();
        }
    }

    /** Groups of different people: the standard errors of 13/4, and of the same rows without the last, 8/3. */
    @Test
    void groupsAreIndependent() {
        RegressionGroup group = group(null, null);
        NumberRows three = new NumberRows(TRUTH, ANSWER, null, null, 0, 3);
        RegressionGroup other = new RegressionGroup(three, three);
        Interval difference =
                (Interval) group.difference(MEAN_ABSOLUTE_ERROR, other, 0.95).orElseThrow();
        // of 1, 3 and 4 about 8/3: 25/9, 1/9 and 16/9
        assertEquals(
                Math.sqrt(140 / 16.0 / 12 + 42 / 9.0 / 6),
                difference.estimate().orElseThrow().standardError(),
                1e-15);
        assertEquals(13 / 4.0 - 8 / 3.0, (difference.low() + difference.high()) / 2, 1e-14);
        assertEquals("welch", difference.method());
        assertEquals(Optional.empty(), group.difference(MAX_ERROR, other, 0.95));
        assertEquals(Optional.empty(), group.fraction(MEAN_ABSOLUTE_ERROR));
    }

    /** Errors of 7, -1, 3 and -2: half of them are above 2.5, and bins of a half reach to 5, for 99 % of four are three. */
    @Test
    void errorsInAnyOrder() {
        NumberRows rows = new NumberRows(TRUTH, new double[] {9, 0, 12, 2}, null, null, 0, 4);
        RegressionGroup group = new RegressionGroup(rows, rows);
        assertEquals(7, group.values()[MAX_ERROR]);
        assertEquals(2.5, group.values()[MEDIAN_ABSOLUTE_ERROR]);
        double[] edges = group.edgesOfErrors();
        assertArrayEquals(
                IntStream.rangeClosed(-10, 10).mapToDouble(i -> i / 2.0).toArray(), edges);
        long[] counts = group.binned(Map.of("sex", "f"), edges).counts().stream()
                .mapToLong(Long::longValue)
                .toArray();
        long[] expected = new long[20];
        expected[6] = 1;
        expected[8] = 1;
        expected[16] = 1;
        expected[19] = 1;
        assertArrayEquals(expected, counts);
        assertEquals(
                Optional.of(AnswerDistance.between(rows, rows).uncertainty(0.95, true)),
                group.uncertainty(STATISTICAL_PARITY_KS, 0.95));
    }

    /** Nothing weighs: nothing has a mean, nor does anything deviate from one. */
    @Test
    void weightlessClustersAreUndefined() {
        RegressionGroup group = group(new double[4], new int[] {3, 3, 7, 7});
        double[] expected = new double[7];
        Arrays.fill(expected, Double.NaN);
        assertArrayEquals(expected, Arrays.copyOf(group.values(), 7));
        assertEquals("all weights are 0", group.whyUndefined(MEAN_LABEL));
        assertEquals(5, group.values()[MAX_ERROR]);
    }
}
