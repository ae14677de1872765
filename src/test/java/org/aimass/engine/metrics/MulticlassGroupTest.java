package org.aimass.engine.metrics;

import static org.aimass.engine.metrics.MulticlassMetrics.BRIER_SCORE;
import static org.aimass.engine.metrics.MulticlassMetrics.COHEN_KAPPA;
import static org.aimass.engine.metrics.MulticlassMetrics.F1_MACRO;
import static org.aimass.engine.metrics.MulticlassMetrics.LOG_LOSS;
import static org.aimass.engine.metrics.MulticlassMetrics.MATTHEWS_CORRCOEF;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.MulticlassGroup.ClusteredRows;
import org.aimass.engine.metrics.MulticlassGroup.Mean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of class 0 four rows are right and two taken for 1, of class 1 five are right and one is taken for 0, three for 2. */
class MulticlassGroupTest {

    private static final List<Mean> MEANS = List.of(
            new Mean(0.7, Optional.of(new Estimate(0.05, 14))), new Mean(1.2, Optional.of(new Estimate(0.5, 14))));

    private static ConfusionCells cells(double @Nullable [] squares) {
        return new ConfusionCells(
                3,
                new int[] {0, 0, 1, 1, 1},
                new int[] {0, 1, 0, 1, 2},
                new double[] {4, 2, 1, 5, 3},
                squares,
                new long[] {4, 2, 1, 5, 3});
    }

    private static final ClusteredRows CLUSTERS =
            new ClusteredRows(new int[] {0, 1, 0, 2}, new double[] {2, 1, 3, 0.5}, new int[] {5, 9, 5, 7});

    @Test
    void takesAllClassesTogether() {
        MulticlassGroup group = new MulticlassGroup(cells(null), null, MEANS);
        assertEquals(15, group.rows());
        // f1 of 2 * 4 / (6 + 5), 2 * 5 / (9 + 7) and 0; of class 2 there is no row
        assertArrayEquals(
                new double[] {
                    (4 / 6.0 + 5 / 9.0) / 2,
                    (4 / 5.0 + 5 / 7.0) / 3,
                    (4 / 6.0 + 5 / 9.0) / 3,
                    (8 / 11.0 + 10 / 16.0) / 3,
                    (6 * 8 / 11.0 + 9 * 10 / 16.0) / 15,
                    (9 * 15 - 93) / (225.0 - 93),
                    (9 * 15 - 93) / Math.sqrt((225.0 - 117) * (225 - 83)),
                    0.7,
                    1.2
                },
                group.values(),
                1e-15);
    }

    /** Clusters weigh 5, 1 and 0.5 and bring 8, 4 and 5: 34/13 on average. */
    @Test
    void meansOfClusteredRows() {
        double mean = 34 / 13.0;
        double squares = square(8 - 5 * mean) + square(4 - mean) + square(5 - mean / 2);
        Mean weighted = CLUSTERS.mean(new double[] {1, 4, 2, 10});
        assertEquals(mean, weighted.value(), 1e-15);
        Estimate estimate = weighted.estimate().orElseThrow();
        assertEquals(Math.sqrt(squares * 3 / 2) / 6.5, estimate.standardError(), 1e-15);
        assertEquals(2, estimate.freedom());
        // without weights 3, 4 and 10 of 2, 1 and 1 rows: 17/4
        Mean plain = new ClusteredRows(new int[4], null, new int[] {5, 9, 5, 7}).mean(new double[] {1, 4, 2, 10});
        assertEquals(17 / 4.0, plain.value());
        assertEquals(
                Math.sqrt((square(3 - 8.5) + square(4 - 4.25) + square(10 - 4.25)) * 3 / 2) / 4,
                plain.estimate().orElseThrow().standardError(),
                1e-15);
        Mean none = new ClusteredRows(new int[2], new double[2], new int[] {5, 9}).mean(new double[] {1, 4});
        assertEquals(new Mean(Double.NaN, Optional.empty()), none);
    }

    private static double square(double number) {
        return number * number;
    }

    private static Interval interval(MulticlassGroup group, int metric) {
        return (Interval) group.uncertainty(metric, 0.95).orElseThrow();
    }

    /** Student's t of 14 degrees of freedom is 2.1447866879178044 (R, qt(0.975, 14)). */
    @Test
    void meansHaveStudentsInterval() {
        MulticlassGroup plain = new MulticlassGroup(cells(null), null, MEANS);
        assertEquals(0.7 - 0.05 * 2.1447866879178044, interval(plain, LOG_LOSS).low(), 1e-12);
        assertEquals(0.7 + 0.05 * 2.1447866879178044, interval(plain, LOG_LOSS).high(), 1e-12);
        assertEquals("student_t", interval(plain, LOG_LOSS).method());
        // a Brier score lies between 0 and 2
        assertEquals(
                1.2 - 0.5 * 2.1447866879178044, interval(plain, BRIER_SCORE).low(), 1e-12);
        assertEquals(2, interval(plain, BRIER_SCORE).high());
        assertEquals(Optional.empty(), plain.uncertainty(COHEN_KAPPA, 0.95));
        MulticlassGroup clustered = new MulticlassGroup(cells(null), CLUSTERS, MEANS);
        assertEquals("student_t_clusters", interval(clustered, BRIER_SCORE).method());
        assertEquals("bootstrap_clusters", clustered.bootstrapMethod());
        MulticlassGroup weighted = new MulticlassGroup(cells(new double[] {4, 2, 1, 5, 3}), null, MEANS);
        assertEquals("student_t_weights", interval(weighted, LOG_LOSS).method());
        assertEquals("bootstrap_effective_rows", weighted.bootstrapMethod());
        assertEquals("bootstrap", plain.bootstrapMethod());
        assertEquals(
                new Uncertainty.NoInterval("fewer than two rows or clusters, or all alike"),
                new MulticlassGroup(cells(null), null, List.of(new Mean(0.7, Optional.empty())))
                        .uncertainty(LOG_LOSS, 0.95)
                        .orElseThrow());
    }

    @Test
    void saysWhatIsMissing() {
        MulticlassGroup empty = new MulticlassGroup(
                new ConfusionCells(3, new int[0], new int[0], new double[0], null, new long[0]), null, List.of());
        for (int metric = 0; metric < LOG_LOSS; metric++) {
            assertEquals(Double.NaN, empty.values()[metric]);
            assertEquals("no rows", empty.whyUndefined(metric));
        }
        MulticlassGroup right = new MulticlassGroup(
                new ConfusionCells(3, new int[] {1}, new int[] {1}, new double[] {6}, null, new long[] {6}),
                null,
                MEANS);
        assertEquals(1 / 3.0, right.values()[F1_MACRO], 1e-15);
        assertEquals(Double.NaN, right.values()[COHEN_KAPPA]);
        assertEquals("one class only, in labels and predictions", right.whyUndefined(COHEN_KAPPA));
        assertEquals(Double.NaN, right.values()[MATTHEWS_CORRCOEF]);
        assertEquals("one class only, in labels or predictions", right.whyUndefined(MATTHEWS_CORRCOEF));
        assertEquals(Optional.empty(), right.proportion(F1_MACRO));
    }

    /** All rows of one cell are drawn for certain; so the first numbers of the stream move the two means. */
    @Test
    void drawsMeansByTheirStandardErrors() {
        MulticlassGroup group = new MulticlassGroup(
                new ConfusionCells(3, new int[] {1}, new int[] {2}, new double[] {6}, null, new long[] {6}),
                null,
                List.of(MEANS.get(0), MEANS.get(1), new Mean(0.4, Optional.empty())));
        Draws draws = new Draws(7, "g");
        for (double[] replicate : group.replicates(2, 7, "g")) {
            assertEquals(0, replicate[COHEN_KAPPA]);
            assertEquals(0.7 + draws.normal() * 0.05, replicate[LOG_LOSS], 1e-15);
            assertEquals(1.2 + draws.normal() * 0.5, replicate[BRIER_SCORE], 1e-15);
            draws.normal();
            assertEquals(Double.NaN, replicate[BRIER_SCORE + 1]);
        }
    }

    @Test
    void sharesOfAnswersAddUp() {
        MulticlassGroup group = new MulticlassGroup(cells(null), null, MEANS);
        AnswerShares shares = AnswerShares.of(group, 2, new Draws(7, "g"));
        assertArrayEquals(new double[] {5 / 15.0, 7 / 15.0, 3 / 15.0}, shares.shares(), 1e-15);
        Draws draws = new Draws(7, "g");
        for (double[] replicate : shares.replicates()) {
            // a multinomial, as a chain of binomials over the cells
            long[] drawn = new long[5];
            long left = 15;
            double[] of = {4 / 15.0, 2 / 11.0, 1 / 9.0, 5 / 8.0, 1};
            for (int cell = 0; cell < 5; cell++) {
                drawn[cell] = draws.binomial(left, of[cell]);
                left -= drawn[cell];
            }
            assertArrayEquals(
                    new double[] {(drawn[0] + drawn[2]) / 15.0, (drawn[1] + drawn[3]) / 15.0, drawn[4] / 15.0},
                    replicate,
                    1e-15);
        }
    }

    /** Shares of 0.5, 0.3 and 0.2 and of 0.1, 0.6 and 0.3 differ by 0.4, 0.3 and 0.1. */
    @Test
    void variationIsHalfOfAllDifferences() {
        AnswerShares one =
                new AnswerShares(new double[] {0.5, 0.3, 0.2}, new double[][] {{0.9, 0.1, 0}, {0.25, 0.25, 0.5}});
        AnswerShares other =
                new AnswerShares(new double[] {0.1, 0.6, 0.3}, new double[][] {{0.7, 0.1, 0.2}, {0, 1, 0}});
        assertEquals(0.4, one.variation(other), 1e-15);
        assertArrayEquals(new double[] {0.2, 0.75}, one.variations(other), 1e-15);
    }

    /** Weights with a sum of 15, whose squares add up to 45: as good as 225/45 rows. */
    @Test
    void asManyRowsAreDrawnAsTheWeightsAreWorth() {
        assertEquals(15, cells(null).drawn());
        assertEquals(15, cells(null).total());
        assertEquals(5, cells(new double[] {10, 6, 2, 15, 12}).drawn());
        assertEquals(0, cells(new double[5]).drawn());
        // at least one row
        assertEquals(1, cells(new double[] {1_000, 0, 0, 0, 0}).drawn());
    }

    @Test
    void probabilitiesAddTwoMetrics() {
        List<String> names =
                MulticlassMetrics.list(true).stream().map(BaseMetric::name).toList();
        assertEquals(
                MulticlassMetrics.list(false).stream().map(BaseMetric::name).toList(),
                names.subList(0, names.size() - 2));
        assertEquals(List.of("log_loss", "brier_score"), names.subList(names.size() - 2, names.size()));
        assertEquals(
                List.of("matthews_corrcoef"),
                MulticlassMetrics.list(true).stream()
                        .filter(BaseMetric::signed)
                        .map(BaseMetric::name)
                        .toList());
    }

    /** Each cluster brings all its rows: a replicate's values are those of the cells that they add up to. */
    @Test
    void drawsClustersAgain() {
        MulticlassGroup group = new MulticlassGroup(cells(null), CLUSTERS, List.of());
        double[][] replicates = group.replicates(6, 7, "g");
        Draws draws = new Draws(7, "g");
        double[] mass = {2, 1, 3, 0.5};
        int[] cell = {0, 1, 0, 2};
        double[][] clusters =
                ClusterTotals.shuffled(new int[] {0, 2, 0, 1}, 5, row -> cell[row], row -> mass[row], draws);
        for (double[] replicate : replicates) {
            double[] masses = new double[5];
            Resampling.clusters(clusters).draw(draws, masses);
            double[] expected = new double[LOG_LOSS];
            MulticlassMetrics.evaluate(3, cells(null).truth(), cells(null).answer(), masses, expected);
            assertArrayEquals(expected, replicate);
        }
    }

    /** Probabilities that add up to more than 1 may be off by 1 for each of the three classes: 2.6 and 2.14 times 0.1. */
    @Test
    void brierScoresBeyondTwo() {
        List<Mean> means = List.of(MEANS.get(0), new Mean(2.6, Optional.of(new Estimate(0.1, 14))));
        Interval interval = interval(new MulticlassGroup(cells(null), null, means), BRIER_SCORE);
        assertEquals(2.6 - 0.1 * 2.1447866879178044, interval.low(), 1e-12);
        assertEquals(2.6 + 0.1 * 2.1447866879178044, interval.high(), 1e-12);
    }

    /** Of a billion rows seven are of class 1 and seven are taken for it, three each of them wrongly. */
    @Test
    void chanceIsTakenOffRareClassesToo() {
        long most = 999_999_990;
        ConfusionCells rare = new ConfusionCells(
                2, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, new double[] {most, 3, 3, 4}, null, new long[] {
                    most, 3, 3, 4
                });
        double[] values = new MulticlassGroup(rare, null, List.of()).values();
        double expected = (4.0 * most - 9) / (7.0 * (most + 3));
        assertEquals(expected, values[MATTHEWS_CORRCOEF], 1e-15);
        assertEquals(expected, values[COHEN_KAPPA], 1e-15);
    }

    /** Of 15 rows each third is of one class, and of each class one row in five is taken for 0, four for 1: no better than chance. */
    @Test
    void chanceIsExactlyNothing() {
        int[] truth = {0, 0, 1, 1, 2, 2};
        ConfusionCells chance = new ConfusionCells(
                3, truth, new int[] {0, 1, 0, 1, 0, 1}, new double[] {1, 4, 1, 4, 1, 4}, null, new long[] {
                    1, 4, 1, 4, 1, 4
                });
        double[] values = new MulticlassGroup(chance, null, List.of()).values();
        assertEquals(0, values[COHEN_KAPPA]);
        assertEquals(0, values[MATTHEWS_CORRCOEF]);
    }
}
