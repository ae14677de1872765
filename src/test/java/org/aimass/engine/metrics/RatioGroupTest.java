package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.RatioMetric.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Quotients of rows (1, 4), (3, 5), (0, 2) and (2, 0): what stands above, and below. */
class RatioGroupTest {

    private static final int RATE = 0;
    private static final int MEDIAN = 1;
    private static final int MEAN_OF_UNITS = 2;
    private static final int SHARE = 3;

    private static final List<RatioMetric> METRICS = List.of(
            RatioMetric.counts("rate", 0, 1, "nothing below"),
            RatioMetric.of("median", 0, 1, Form.MEDIAN, 9, "nothing below"),
            RatioMetric.of("mean", 0, 1, Form.MEAN_OF_UNITS, 9, "nothing below"),
            RatioMetric.share("share", 2, 3, "nothing below"));

    private static final double[][] NUMBERS = {{1, 3, 0, 2}, {4, 5, 2, 0}, {1, 0, 1, 1}, {1, 1, 1, 1}};

    private static RatioGroup group(int @Nullable [] keys) {
        return new RatioGroup(METRICS, new RatioRows(4, NUMBERS, false, new int[][] {keys}));
    }

    @Test
    void makesQuotientsOfSums() {
        RatioGroup rows = group(null);
        assertEquals(6 / 11.0, rows.values()[RATE], 1e-15);
        assertEquals(0.25, rows.values()[MEDIAN], 1e-15); // of 0, 0.25 and 0.6
        assertEquals((0.25 + 0.6 + 0) / 3, rows.values()[MEAN_OF_UNITS], 1e-15);
        assertEquals(0.75, rows.values()[SHARE], 1e-15);
        assertEquals(Optional.of(new Fraction(6, 11)), rows.fraction(RATE));
        assertEquals(Optional.empty(), rows.fraction(MEDIAN));
        assertEquals(Optional.of(new Proportion(3, 4, 4, true)), rows.proportion(SHARE));
        assertEquals(Optional.empty(), rows.proportion(RATE));
        assertEquals(4, rows.units(0));
        assertEquals(4, rows.rows());
        RatioGroup clusters = group(new int[] {7, 5, 7, 5});
        assertEquals(6 / 11.0, clusters.values()[RATE], 1e-15);
        assertEquals((1 / 6.0 + 5 / 5.0) / 2, clusters.values()[MEAN_OF_UNITS], 1e-15);
        assertEquals(Optional.empty(), clusters.proportion(SHARE));
        assertEquals(2, clusters.units(0));
    }

    @Test
    void countsTheUnitsOfWhichNothingStandsBelowToo() {
        Interval interval = (Interval) group(null).uncertainty(RATE, 0.95).orElseThrow();
        double rate = 6 / 11.0;
        double squares = sum(1 - 4 * rate) + sum(3 - 5 * rate) + sum(2 * rate) + sum(2);
        Estimate estimate = interval.estimate().orElseThrow();
        assertEquals(Math.sqrt(squares * 4 / 3) / 11, estimate.standardError(), 1e-15);
        assertEquals(3, estimate.freedom());
        Estimate mean = ((Interval) group(null).uncertainty(MEAN_OF_UNITS, 0.95).orElseThrow())
                .estimate()
                .orElseThrow();
        double average = 0.85 / 3;
        double around = sum(0.25 - average) + sum(0.6 - average) + sum(average);
        assertEquals(Math.sqrt(around * 3 / 2) / 3, mean.standardError(), 1e-15);
    }

    private static double sum(double number) {
        return number * number;
    }

    @Test
    void anEmptyGroupHasNothing() {
        RatioGroup empty = new RatioGroup(METRICS, new RatioRows(0, new double[4][0], false, new int[][] {null}));
        assertTrue(Arrays.stream(empty.values()).allMatch(Double::isNaN));
        assertEquals("no rows", empty.whyUndefined(RATE));
        assertEquals(Optional.empty(), empty.proportion(SHARE));
    }

    /** Forty clusters of a few rows each. */
    private static RatioGroup many(int clusters, boolean other) {
        Random random = new Random(other ? 5 : 3);
        double[][] numbers = new double[4][3 * clusters];
        int[] keys = IntStream.range(0, 3 * clusters)
                .map(row -> row / 3 + (other ? clusters : 0))
                .toArray();
        for (int row = 0; row < keys.length; row++) {
            numbers[1][row] = 1 + random.nextInt(9);
            numbers[0][row] = random.nextInt(4);
            numbers[2][row] = random.nextInt(2);
            numbers[3][row] = 1;
        }
        return new RatioGroup(METRICS, new RatioRows(keys.length, numbers, false, new int[][] {keys}));
    }

    private static double error(RatioGroup group, int metric) {
        double[] values = Arrays.stream(group.replicates(400, 7, "group"))
                .mapToDouble(replicate -> replicate[metric])
                .toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(it -> sum(it - mean)).sum() / 399);
    }

    /** The spread over clusters drawn again is what linearization says, within what 400 draws can tell. */
    @Test
    void enoughClustersAreDrawnAgain() {
        RatioGroup group = many(40, false);
        assertEquals(Optional.empty(), group.uncertainty(RATE, 0.95));
        assertEquals("bootstrap_clusters", group.bootstrapMethod());
        Estimate difference = ((Interval)
                        group.difference(RATE, many(40, true), 0.95).orElseThrow())
                .estimate()
                .orElseThrow();
        double own = error(group, RATE);
        double others = error(many(40, true), RATE);
        assertEquals(1, Math.hypot(own, others) / difference.standardError(), 0.15);
        Interval apart = (Interval) group.difference(RATE, many(40, true), 0.95).orElseThrow();
        assertEquals(group.values()[RATE] - many(40, true).values()[RATE], (apart.low() + apart.high()) / 2, 1e-15);
        assertTrue(difference.freedom() > 70 && difference.freedom() < 79);
        assertTrue(Double.isNaN(group.replicates(1, 7, "group")[0][MEDIAN]));
        assertTrue(error(group, MEAN_OF_UNITS) > 0);
    }

    @Test
    void fewClustersAndManyAreNotDrawn() {
        Interval few = (Interval) many(19, false).uncertainty(RATE, 0.95).orElseThrow();
        assertEquals("student_t_clusters", few.method());
        assertEquals(Optional.empty(), many(20, false).uncertainty(RATE, 0.95));
        assertEquals(
                1, error(many(19, false), RATE) / few.estimate().orElseThrow().standardError(), 0.15);
        assertTrue(
                many(RatioGroup.DRAWN_SINGLY + 1, false).uncertainty(RATE, 0.95).isPresent());
        assertEquals(Optional.empty(), many(RatioGroup.DRAWN_SINGLY, false).uncertainty(RATE, 0.95));
        assertEquals("bootstrap", group(null).bootstrapMethod());
    }

    /** However unsure an error is, it is not drawn below 0; nor is a share above 1. */
    @Test
    void drawsNothingImpossible() {
        RatioGroup large = many(RatioGroup.DRAWN_SINGLY + 1, false);
        assertEquals(
                1,
                error(large, RATE)
                        / ((Interval) large.uncertainty(RATE, 0.95).orElseThrow())
                                .estimate()
                                .orElseThrow()
                                .standardError(),
                0.15);
        int rows = RatioGroup.DRAWN_SINGLY + 1;
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        double[] hardlyAny = new double[rows];
        hardlyAny[7] = 1;
        double[] nearlyAll = ones.clone();
        nearlyAll[7] = 0;
        RatioGroup extreme = new RatioGroup(
                METRICS,
                new RatioRows(rows, new double[][] {hardlyAny, ones, nearlyAll, ones}, false, new int[][] {null}));
        double[][] drawn = extreme.replicates(200, 7, "group");
        assertEquals(0, Arrays.stream(drawn).mapToDouble(it -> it[RATE]).min().orElseThrow());
        assertEquals(1, Arrays.stream(drawn).mapToDouble(it -> it[SHARE]).max().orElseThrow());
        assertTrue(Double.isNaN(drawn[0][MEDIAN]));
    }

    /** All alike: there is nothing to draw. */
    @Test
    void whatDoesNotVaryHasNoInterval() {
        int[] keys = IntStream.range(0, 30).toArray();
        double[] ones = new double[30];
        Arrays.fill(ones, 1);
        RatioGroup group = new RatioGroup(
                METRICS, new RatioRows(30, new double[][] {ones, ones, ones, ones}, false, new int[][] {keys}));
        assertEquals(
                new Uncertainty.NoInterval("fewer than two rows or clusters, or all alike"),
                group.uncertainty(RATE, 0.95).orElseThrow());
        assertEquals(
                new Uncertainty.NoInterval("a group has fewer than two rows or clusters, or all alike"),
                group.difference(RATE, many(40, true), 0.95).orElseThrow());
        assertEquals(
                new Uncertainty.NoInterval("fewer than two clusters, or all alike"),
                group.difference(RATE, group, 0.95).orElseThrow());
    }

    @Test
    void mediansOfPlainRowsOnlyAreCompared() {
        double[][] numbers = new double[4][60];
        for (int row = 0; row < 60; row++) {
            numbers[0][row] = row;
            numbers[1][row] = 10;
        }
        RatioGroup plain = new RatioGroup(METRICS, new RatioRows(60, numbers, false, new int[][] {null}));
        assertEquals(2.95, plain.values()[MEDIAN], 1e-15);
        assertEquals(
                "order_statistics", ((Interval) plain.uncertainty(MEDIAN, 0.95).orElseThrow()).method());
        assertEquals("welch", ((Interval) plain.difference(MEDIAN, plain, 0.95).orElseThrow()).method());
        assertTrue(error(plain, MEDIAN) > 0);
        RatioGroup clusters = group(new int[] {7, 5, 7, 5});
        assertEquals(
                new Uncertainty.NoInterval("rows have weights or clusters"),
                clusters.difference(MEDIAN, clusters, 0.95).orElseThrow());
        RatioGroup weighted = new RatioGroup(METRICS, new RatioRows(4, NUMBERS, true, new int[][] {null}));
        assertTrue(Double.isNaN(weighted.values()[MEDIAN]));
        assertEquals("rows have weights", weighted.whyUndefined(MEDIAN));
        assertEquals("nothing below", weighted.whyUndefined(RATE));
        assertEquals(Optional.empty(), weighted.proportion(SHARE));
        assertEquals(
                "student_t_weights",
                ((Interval) weighted.uncertainty(RATE, 0.95).orElseThrow()).method());
        assertEquals(
                new Uncertainty.NoInterval("rows have weights or clusters"),
                weighted.difference(MEDIAN, weighted, 0.95).orElseThrow());
    }

    /** Units 5 and 7 hold 5 of 5 and 1 of 6, in another grouping 1 and 3 hold 1 of 6 and 5 of 5, each with a stream of its own. */
    @Test
    void drawsTheUnitsOfEachGroupingApart() {
        List<RatioMetric> metrics = List.of(
                RatioMetric.counts("rate", 0, 1, "nothing below"),
                RatioMetric.of("mean", 0, 1, Form.MEAN_OF_UNITS, 9, "nothing below")
                        .keyed(1, 0, 9));
        RatioGroup group =
                new RatioGroup(metrics, new RatioRows(4, NUMBERS, false, new int[][] {{7, 5, 7, 5}, {1, 3, 1, 3}}));
        Draws ofRate = new Draws(7, "g");
        Draws ofMean = new Draws(7, "g by 1");
        for (double[] replicate : group.replicates(5, 7, "g")) {
            int second = ofRate.below(2) + ofRate.below(2);
            assertEquals(((2 - second) * 5 + second) / ((2 - second) * 5 + second * 6.0), replicate[0], 1e-15);
            int third = ofMean.below(2) + ofMean.below(2);
            assertEquals(((2 - third) / 6.0 + third) / 2, replicate[1], 1e-15);
        }
    }

    /** Up to 4,096 units are drawn one by one; of more a normal number moves each value, metric after metric. */
    @Test
    void drawsTheSumsOfManyUnits() {
        for (int clusters : new int[] {RatioGroup.DRAWN_SINGLY, RatioGroup.DRAWN_SINGLY + 1}) {
            RatioGroup group = many(clusters, false);
            double[][] replicates = group.replicates(2, 7, "group");
            Draws draws = new Draws(7, "group");
            if (clusters == RatioGroup.DRAWN_SINGLY) {
                Random random = new Random(3);
                double[] above = new double[clusters];
                double[] below = new double[clusters];
                for (int row = 0; row < 3 * clusters; row++) {
                    below[row / 3] += 1 + random.nextInt(9);
                    above[row / 3] += random.nextInt(4);
                    random.nextInt(2);
                }
                int[] picks = IntStream.range(0, clusters)
                        .map(i -> draws.below(clusters))
                        .toArray();
                assertEquals(
                        Arrays.stream(picks).mapToDouble(unit -> above[unit]).sum()
                                / Arrays.stream(picks)
                                        .mapToDouble(unit -> below[unit])
                                        .sum(),
                        replicates[0][RATE],
                        1e-12);
            } else {
                double error = ((Interval) group.uncertainty(RATE, 0.95).orElseThrow())
                        .estimate()
                        .orElseThrow()
                        .standardError();
                assertEquals(group.values()[RATE] + draws.normal() * error, replicates[0][RATE], 1e-15);
                assertEquals(group.values()[RATE] + draws.normal() * error, replicates[1][RATE], 1e-15);
            }
        }
    }

    @Test
    void nothingBelowLeavesNoStandardError() {
        assertEquals(Optional.empty(), RatioEstimate.of(3, 5.0, 0));
        assertEquals(Optional.empty(), RatioEstimate.of(1, 5.0, 2));
        assertEquals(new Estimate(3, 2), RatioEstimate.of(3, 24, 2).orElseThrow());
    }

    /**
     * Units 5 and 7 with 5 of 5 and 1 of 6 against units 4, 7 and 9 with 0 of 6, 2 of 5 and 4 of 5: 7 is in both, and what it adds to
     * either side is taken together.
     */
    @Test
    void unitsOfBothGroupsAreTakenTogether() {
        double[][] numbers = {{2, 1, 3, 0}, {5, 1, 4, 6}, {0, 1, 0, 1}, {1, 1, 1, 1}};
        RatioGroup reference = new RatioGroup(METRICS, new RatioRows(4, numbers, false, new int[][] {{7, 9, 9, 4}}));
        RatioGroup group = group(new int[] {7, 5, 7, 5});
        Interval rates = (Interval) group.difference(RATE, reference, 0.95).orElseThrow();
        Estimate rate = rates.estimate().orElseThrow();
        double ofRate = sum(2.25 / 16) + sum(25 / 121.0) + sum(25 / 121.0 + 0.125 / 16) + sum(2.125 / 16);
        assertEquals(Math.sqrt(ofRate * 4 / 3), rate.standardError(), 1e-15);
        assertEquals(3, rate.freedom());
        assertEquals("student_t_clusters", rates.method());
        assertEquals(6 / 11.0 - 6 / 16.0, (rates.low() + rates.high()) / 2, 1e-14);
        Estimate mean = ((Interval)
                        group.difference(MEAN_OF_UNITS, reference, 0.95).orElseThrow())
                .estimate()
                .orElseThrow();
        // 1 and 1/6 lie 5/12 off their mean; 0, 0.4 and 0.8 lie 0.4 and 0 off theirs
        double ofMean = 2 * sum(5 / 24.0) + 2 * sum(0.4 / 3);
        assertEquals(Math.sqrt(ofMean * 4 / 3), mean.standardError(), 1e-15);
    }
}
