package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Impostor pairs of 0.1, 0.2, 0.3, 0.4, 0.6, 0.7 and 0.8, genuine ones of 0.5, 0.6, 0.65, 0.9 and 0.95; thresholds of 0.65 and 0.5.
 */
class VerificationGroupTest {

    private static final double[] SCORE = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.6, 0.65, 0.7, 0.8, 0.9, 0.95};
    private static final boolean[] GENUINE = {
        false, false, false, false, true, false, true, true, false, false, true, true
    };
    private static final VerificationMetrics METRICS =
            new VerificationMetrics(List.of(0.3, 0.5), List.of(0.65, 0.5), 0.5);

    private static final int EQUAL_ERROR_RATE = 6;
    private static final int INTERPOLATED = 7;
    private static final int ROC_AUC = 8;
    private static final int D_PRIME = 9;

    private static VerificationGroup group(double[] score, boolean[] genuine) {
        return new VerificationGroup(METRICS, new PairRows(score, genuine, new long[0], new long[0]), 1);
    }

    private final VerificationGroup all = group(SCORE, GENUINE);

    @Test
    void countsAtEachThreshold() {
        double[] values = all.values();
        assertEquals(12, all.rows());
        assertEquals(2 / 7.0, values[0], 1e-15);
        assertEquals(2 / 5.0, values[1], 1e-15);
        assertEquals(3 / 5.0, values[2], 1e-15);
        assertEquals(3 / 7.0, values[3], 1e-15);
        assertEquals(0, values[4]);
        assertEquals(1, values[5]);
        Proportion match = all.proportion(0).orElseThrow();
        assertEquals(2, match.numerator());
        assertEquals(7, match.denominator());
        assertEquals(3, all.proportion(2).orElseThrow().numerator());
        assertEquals(Optional.empty(), all.proportion(ROC_AUC));
    }

    /** Nearest at 0.65, with 2 of 7 and 2 of 5; between 0.6 (3 of 7, 1 of 5) and there the lines cross at two thirds of the way. */
    @Test
    void findsWhereErrorsAreEquallyFrequent() {
        assertEquals((2 / 7.0 + 2 / 5.0) / 2, all.values()[EQUAL_ERROR_RATE], 1e-15);
        assertEquals(1 / 3.0, all.values()[INTERPOLATED], 1e-15);
        // of 0.1, 0.2 and 0.6 against 0.5, 0.6 and 0.9: at 0.6 one third each
        VerificationGroup met = group(
                new double[] {0.1, 0.2, 0.5, 0.6, 0.6, 0.9}, new boolean[] {false, false, true, false, true, true});
        assertEquals(1 / 3.0, met.values()[EQUAL_ERROR_RATE], 1e-15);
        assertEquals(1 / 3.0, met.values()[INTERPOLATED], 1e-15);
        // impostors above: only a threshold above all scores would reject them, at 1 in 2 on the line
        VerificationGroup swapped = group(new double[] {0.1, 0.2}, new boolean[] {true, false});
        assertEquals(1, swapped.values()[EQUAL_ERROR_RATE]);
        assertEquals(1, swapped.values()[INTERPOLATED]);
        VerificationGroup apart = group(new double[] {0.1, 0.2}, new boolean[] {false, true});
        assertEquals(0, apart.values()[EQUAL_ERROR_RATE]);
        assertEquals(0, apart.values()[INTERPOLATED]);
        // one score for all: everybody is accepted, or nobody
        VerificationGroup alike = group(new double[] {0.3, 0.3, 0.3}, new boolean[] {true, false, false});
        assertEquals(0.5, alike.values()[EQUAL_ERROR_RATE]);
        assertEquals(0.5, alike.values()[INTERPOLATED]);
    }

    /** At 0.2 one of 2 and one of 4 are wrong, at 0.3 none of 2 and one of 4: as near, and the lower one counts. */
    @Test
    void takesTheLowestOfTheNearestThresholds() {
        VerificationGroup two = group(
                new double[] {0.02, 0.1, 0.2, 0.3, 0.4, 0.5}, new boolean[] {false, true, false, true, true, true});
        assertEquals((1 / 2.0 + 1 / 4.0) / 2, two.values()[EQUAL_ERROR_RATE]);
        assertEquals(1 / 4.0, two.values()[INTERPOLATED]);
        assertEquals(2, two.impostor());
        assertEquals(4, two.genuine());
    }

    private static VerificationGroup weighed(boolean ofPeople, double... weight) {
        long[] left = ofPeople ? new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12} : new long[0];
        long[] right = ofPeople ? new long[] {2, 3, 4, 5, 5, 7, 7, 8, 10, 11, 11, 12} : new long[0];
        return new VerificationGroup(METRICS, new PairRows(SCORE, GENUINE, left, right, weight), 1);
    }

    /** Impostors at 0.7 and 0.8 weigh 2 and 4 of 21: variance of (20 (15/21)^2 + 71 (6/21)^2) / 441 of a share of 6/21. */
    @Test
    void pairsCountAsMuchAsTheyWeigh() {
        VerificationGroup some = weighed(false, 3, 5, 1, 6, 7, 0, 8, 9, 2, 4, 10, 11);
        assertEquals(12, some.rows());
        assertEquals(6, some.impostor());
        assertEquals(5, some.genuine());
        Proportion match = some.proportion(0).orElseThrow();
        assertEquals(6, match.numerator());
        assertEquals(21, match.denominator());
        double variance = 20 * Math.pow(15 / 21.0, 2) + 71 * Math.pow(6 / 21.0, 2);
        assertEquals(6 * 15 / variance, match.effectiveRows(), 1e-13);
        assertFalse(match.plain());
        Proportion missed = some.proportion(1).orElseThrow();
        assertEquals(15, missed.numerator());
        assertEquals(45, missed.denominator());
        // 450 over 113 (30/45)^2 + 302 (15/45)^2 would be more than there are
        assertEquals(5, missed.effectiveRows());
        // below the other threshold lie none of 45, as sure as 45 45 / 415 that weigh alike
        assertEquals(2025 / 415.0, some.proportion(4).orElseThrow().effectiveRows(), 1e-13);
        double mean = (0.7 * 2 + 0.8 * 4 + 0.1 * 3 + 0.2 * 5 + 0.3 * 1 + 0.4 * 6) / 21;
        double other = (0.5 * 7 + 0.6 * 8 + 0.65 * 9 + 0.9 * 10 + 0.95 * 11) / 45;
        double square = (0.49 * 2 + 0.64 * 4 + 0.01 * 3 + 0.04 * 5 + 0.09 * 1 + 0.16 * 6) / 21 - mean * mean;
        double otherSquare = (0.25 * 7 + 0.36 * 8 + 0.4225 * 9 + 0.81 * 10 + 0.9025 * 11) / 45 - other * other;
        assertEquals((other - mean) / Math.sqrt((square + otherSquare) / 2), some.values()[D_PRIME], 1e-12);
        // at 0.65 6 of 21 and 15 of 45: of 0.5, where none is missed, the same 6
        assertEquals((6 / 21.0 + 15 / 45.0) / 2, some.values()[EQUAL_ERROR_RATE], 1e-15);
    }

    /** Tenths are no whole numbers: what is nearer by rounding alone is not nearer. */
    @Test
    void takesTheLowestOfTheNearestThresholdsOfWeights() {
        double[] score = {0.02, 0.1, 0.2, 0.3, 0.4, 0.5};
        boolean[] genuine = {false, true, false, true, true, true};
        for (double weight : new double[] {0.1, 0.3, 0.7, 1 / 3.0, 1e6 / 3}) {
            double[] all = new double[6];
            Arrays.fill(all, weight);
            VerificationGroup two =
                    new VerificationGroup(METRICS, new PairRows(score, genuine, new long[0], new long[0], all), 1);
            assertEquals((1 / 2.0 + 1 / 4.0) / 2, two.values()[EQUAL_ERROR_RATE], 1e-12);
            assertEquals(1 / 4.0, two.values()[INTERPOLATED], 1e-12);
        }
    }

    private static double equalErrors(double weight, String kinds) {
        double[] score =
                IntStream.range(0, kinds.length()).mapToDouble(i -> i / 10.0).toArray();
        boolean[] genuine = new boolean[score.length];
        double[] weights = new double[score.length];
        Arrays.fill(weights, weight);
        for (int pair = 0; pair < genuine.length; pair++) {
            genuine[pair] = kinds.charAt(pair) == 'g';
        }
        return new VerificationGroup(METRICS, new PairRows(score, genuine, new long[0], new long[0], weights), 1)
                .values()[EQUAL_ERROR_RATE];
    }

    /** Gaps on either side are as wide, 7/16, 9/16 and 11/16 the lower ones' means: tenths, summed up, say otherwise by a hair. */
    @Test
    void roundingSettlesNoTie() {
        for (double weight : new double[] {1, 0.1}) {
            assertEquals(7 / 16.0, equalErrors(weight, "igiggigggggi"), 1e-12);
            assertEquals(9 / 16.0, equalErrors(weight, "iiggigiiiigi"), 1e-12);
            assertEquals(11 / 16.0, equalErrors(weight, "gggggiiggigi"), 1e-12);
        }
    }

    /** Of weights 3, 1 and 4 none is accepted: the exact interval of 64/26 pairs; of both kinds all alike the method's name tells. */
    @Test
    void ratesAtTheirEndsAreAsSureAsTheirPairsAreWorth() {
        VerificationGroup none = new VerificationGroup(
                METRICS,
                new PairRows(
                        new double[] {0.1, 0.2, 0.3},
                        new boolean[3],
                        new long[] {1, 2, 3},
                        new long[] {4, 5, 6},
                        new double[] {3, 1, 4}),
                1);
        Interval exact = (Interval) none.uncertainty(0, 0.95).orElseThrow();
        assertEquals(0, exact.low());
        assertEquals(1 - Math.pow(0.025, 26 / 64.0), exact.high(), 1e-12);
        assertEquals("clopper_pearson_effective_pairs", exact.method());
        assertEquals(Optional.empty(), none.proportion(0));
        assertEquals(new Fraction(0, 8), none.fraction(0).orElseThrow());
    }

    /** A pair counts as often as both its people do, times its weight. */
    @Test
    void drawsWeightedPairsWithTheirPeople() {
        double[] weight = {3, 5, 1, 6, 7, 0, 8, 9, 2, 4, 10, 11};
        double[][] drawn = weighed(true, weight).replicates(30, 3, "g");
        long[] left = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        long[] right = {2, 3, 4, 5, 5, 7, 7, 8, 10, 11, 11, 12};
        for (int replicate = 0; replicate < drawn.length; replicate++) {
            long stream = PersonDraws.stream(3, replicate);
            double all = 0;
            double accepted = 0;
            for (int pair = 0; pair < left.length; pair++) {
                if (!GENUINE[pair]) {
                    double times = weight[pair]
                            * PersonDraws.times(stream, left[pair])
                            * PersonDraws.times(stream, right[pair]);
                    all += times;
                    accepted += SCORE[pair] >= 0.65 ? times : 0;
                }
            }
            assertEquals(all == 0 ? Double.NaN : accepted / all, drawn[replicate][0], 1e-15);
        }
        assertEquals("bootstrap_persons", weighed(true, weight).bootstrapMethod());
    }

    /** By Kish 3, 1 and 4 are worth 64/26, so two are drawn, each of half of what all weigh. */
    @Test
    void drawsAsManyPairsAsTheirWeightsAreWorth() {
        VerificationGroup three = new VerificationGroup(
                METRICS,
                new PairRows(
                        new double[] {0.1, 0.2, 0.7}, new boolean[3], new long[0], new long[0], new double[] {3, 1, 4}),
                1);
        double sum = 0;
        for (double[] replicate : three.replicates(4_000, 3, "g")) {
            assertEquals(0, replicate[0] * 2 % 1);
            sum += replicate[0];
        }
        assertEquals(0.5, sum / 4_000, 0.02);
        VerificationGroup nothing = new VerificationGroup(
                METRICS, new PairRows(new double[] {0.1}, new boolean[1], new long[0], new long[0], new double[1]), 1);
        assertTrue(Double.isNaN(nothing.replicates(1, 3, "g")[0][0]));
        assertEquals("all weights are 0", nothing.whyUndefined(0));
        assertEquals(
                "no pairs of different people",
                group(new double[0], new boolean[0]).whyUndefined(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PairRows(new double[2], new boolean[2], new long[0], new long[0], new double[1]));
    }

    /** Below 0.5 lie 4 impostors, below 0.6 four and a tie, below 0.65 five, below the others all seven. */
    @Test
    void countsGenuinePairsAboveImpostors() {
        assertEquals((4 + 4.5 + 5 + 7 + 7) / 35, all.values()[ROC_AUC], 1e-15);
    }

    @Test
    void measuresHowFarTheScoresLieApart() {
        VerificationGroup three = group(
                new double[] {0.1, 0.2, 0.5, 0.6, 0.6, 0.9}, new boolean[] {false, false, true, false, true, true});
        double width = Math.sqrt((0.26 / 9 + 0.14 / 3) / 2);
        assertEquals((2 / 3.0 - 0.3) / width, three.values()[D_PRIME], 1e-14);
    }

    @Test
    void saysWhatIsMissing() {
        VerificationGroup impostors = group(new double[] {0.1, 0.7}, new boolean[2]);
        assertEquals(0.5, impostors.values()[0]);
        assertEquals("no pairs of the same person", impostors.whyUndefined(1));
        assertEquals("no pairs of the same person", impostors.whyUndefined(EQUAL_ERROR_RATE));
        assertEquals(Double.NaN, impostors.values()[EQUAL_ERROR_RATE]);
        assertEquals(Double.NaN, impostors.values()[INTERPOLATED]);
        assertEquals(Optional.empty(), impostors.proportion(1));
        VerificationGroup genuine = group(new double[] {0.1, 0.7}, new boolean[] {true, true});
        assertEquals("no pairs of different people", genuine.whyUndefined(0));
        assertEquals("no pairs of different people", genuine.whyUndefined(ROC_AUC));
        assertEquals(0.5, genuine.values()[1]);
        assertEquals(Double.NaN, genuine.values()[INTERPOLATED]);
        VerificationGroup alike = group(new double[] {0.3, 0.3}, new boolean[] {true, false});
        assertEquals(Double.NaN, alike.values()[D_PRIME]);
        assertEquals("the scores do not vary among pairs of one kind", alike.whyUndefined(D_PRIME));
        VerificationGroup none = group(new double[0], new boolean[0]);
        assertEquals("no pairs of different people", none.whyUndefined(0));
        assertEquals(Double.NaN, none.values()[ROC_AUC]);
    }

    @Test
    void aTargetWithoutAThresholdHasNoRates() {
        VerificationMetrics metrics =
                new VerificationMetrics(List.of(0.1, 0.2), List.of(Double.NaN, Double.POSITIVE_INFINITY), 0.5);
        VerificationGroup group =
                new VerificationGroup(metrics, new PairRows(SCORE, GENUINE, new long[0], new long[0]), 1);
        assertEquals(Double.NaN, group.values()[0]);
        assertEquals("no pairs of different people set a threshold", group.whyUndefined(0));
        assertArrayEquals(new double[] {0, 1, 0}, Arrays.copyOfRange(group.values(), 3, 6));
    }

    @Test
    void comparesEachErrorAndBothTogether() {
        List<Differential> all =
                METRICS.differentials().stream().map(Differential.class::cast).toList();
        assertEquals(18, all.size());
        assertEquals(List.of(0), all.get(0).rates());
        assertEquals(List.of(1), all.get(3).rates());
        assertEquals(List.of(0, 1), all.get(6).rates());
        assertEquals(List.of(3), all.get(9).rates());
        assertEquals(List.of(4), all.get(12).rates());
        assertEquals(List.of(3, 4), all.get(17).rates());
        assertEquals(Map.of("target_fmr", 0.5, "alpha", 0.5), all.get(17).at());
        assertEquals(Map.of("target_fmr", 0.3), all.get(3).at());
        assertEquals("false_non_match_rate_gini", all.get(14).name());
    }

    @Test
    void columnsAreEquallyLong() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PairRows(new double[1], new boolean[2], new long[0], new long[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PairRows(new double[1], new boolean[1], new long[1], new long[0]));
    }

    @Test
    void tradeOffsHaveAsManyCountsAsThresholds() {
        List<Double> thresholds = List.of(0.5, 0.7);
        ErrorTradeOff both = new ErrorTradeOff(Map.of(), 2, 3, List.of(1L, 0L), List.of(0L, 2L));
        assertEquals(List.of(both), new ErrorTradeOffs(thresholds, List.of(both)).groups());
        for (int missing = 0; missing < 2; missing++) {
            List<Long> matches = missing == 0 ? List.of(1L) : List.of(1L, 0L);
            List<Long> nonMatches = missing == 1 ? List.of(0L) : List.of(0L, 1L);
            List<ErrorTradeOff> group = List.of(new ErrorTradeOff(Map.of(), 2, 3, matches, nonMatches));
            assertThrows(IllegalArgumentException.class, () -> new ErrorTradeOffs(thresholds, group));
        }
    }

    private static PairRows many(int size, IntToLongFunction left, IntToLongFunction right, boolean genuine) {
        double[] score =
                IntStream.range(0, size).mapToDouble(i -> i / (double) size).toArray();
        boolean[] kind = new boolean[size];
        Arrays.fill(kind, genuine);
        return new PairRows(
                score,
                kind,
                IntStream.range(0, size).mapToLong(left).toArray(),
                IntStream.range(0, size).mapToLong(right).toArray());
    }

    private static double deviation(VerificationGroup group, int metric) {
        double[][] replicates = group.replicates(4_000, 5, "g");
        double mean = Arrays.stream(replicates)
                .mapToDouble(it -> it[metric])
                .average()
                .orElseThrow();
        return Math.sqrt(Arrays.stream(replicates)
                .mapToDouble(it -> (it[metric] - mean) * (it[metric] - mean))
                .average()
                .orElseThrow());
    }

    /** 400 people with one genuine pair each, of which 65 percent lie below: as sure as 400 independent pairs are. */
    @Test
    void drawsPeopleAgain() {
        VerificationGroup people = new VerificationGroup(METRICS, many(400, i -> i, i -> i, true), 1);
        double binomial = Math.sqrt(0.65 * 0.35 / 400);
        assertEquals(binomial, deviation(people, 1), 0.05 * binomial);
        assertEquals("bootstrap_persons", people.bootstrapMethod());
        assertEquals(Optional.empty(), people.proportion(1));
        assertEquals(260, people.share(1).orElseThrow().numerator());
        assertEquals(new Fraction(260, 400), people.fraction(1).orElseThrow());
    }

    /** Whoever is drawn, genuine pairs lie above impostors. */
    @Test
    void peopleDrawnAgainKeepWhatHoldsForEachOfThem() {
        VerificationGroup apart = new VerificationGroup(
                METRICS,
                new PairRows(
                        new double[] {0.1, 0.2, 0.3, 0.6, 0.7, 0.8, 0.9},
                        new boolean[] {false, false, false, true, true, true, true},
                        new long[] {1, 2, 3, 1, 2, 3, 4},
                        new long[] {2, 3, 4, 1, 2, 3, 4}),
                1);
        int defined = 0;
        for (int replicate = 0; replicate < 50; replicate++) {
            long stream = PersonDraws.stream(5, replicate);
            int[] times = IntStream.rangeClosed(1, 4)
                    .map(person -> PersonDraws.times(stream, person))
                    .toArray();
            double[] values = apart.replicates(50, 5, "g")[replicate];
            double genuine = times[0] + times[1] + times[2] + times[3];
            double impostors = times[0] * times[1] + times[1] * times[2] + times[2] * times[3];
            boolean both = genuine > 0 && impostors > 0;
            defined += both ? 1 : 0;
            assertEquals(both ? 0 : Double.NaN, values[EQUAL_ERROR_RATE]);
            assertEquals(both ? 1 : Double.NaN, values[ROC_AUC]);
            // below the threshold of 0.65 lies person 1's alone
            assertEquals(genuine > 0 ? times[0] / genuine : Double.NaN, values[1], 1e-15);
        }
        assertEquals(38, defined);
    }

    /** 800 people who never meet twice: the product of two draws varies three times as much as one (Owen, 2007). */
    @Test
    void pairsOfTwoPeopleCountByTheProduct() {
        VerificationGroup strangers = new VerificationGroup(METRICS, many(400, i -> i, i -> 1_000L + i, false), 1);
        double binomial = Math.sqrt(0.65 * 0.35 / 400);
        assertEquals(Math.sqrt(3) * binomial, deviation(strangers, 0), 0.05 * Math.sqrt(3) * binomial);
    }

    /** 20 people in 20 pairs each are no surer than 20 pairs where all of a person's pairs go alike. */
    @Test
    void pairsOfOnePersonAreDrawnTogether() {
        VerificationGroup few = new VerificationGroup(METRICS, many(400, i -> i / 20, i -> i / 20, true), 1);
        double clustered = Math.sqrt(0.65 * 0.35 / 20);
        assertEquals(clustered, deviation(few, 1), 0.08 * clustered);
    }

    @Test
    void drawsPairsAgainWhereNobodySaysWhoTheyAre() {
        VerificationGroup pairs = new VerificationGroup(
                METRICS,
                new PairRows(many(400, i -> i, i -> i, true).score(), genuine(400), new long[0], new long[0]),
                1);
        double binomial = Math.sqrt(0.65 * 0.35 / 200);
        assertEquals(binomial, deviation(pairs, 1), 0.05 * binomial);
        assertEquals(binomial, deviation(pairs, 0), 0.05 * binomial);
        assertEquals("bootstrap_pairs", pairs.bootstrapMethod());
    }

    private static boolean[] genuine(int size) {
        boolean[] genuine = new boolean[size];
        for (int i = 0; i < size; i++) {
            genuine[i] = i % 2 == 0;
        }
        return genuine;
    }

    /** A rate of 0 or 1 cannot vary by drawing again: there as many independent pairs stand in. */
    @Test
    void ratesAtTheirEndsHaveTheExactInterval() {
        VerificationGroup people = new VerificationGroup(
                new VerificationMetrics(List.of(0.1), List.of(2.0), 0.5), many(40, i -> i, i -> i, true), 1);
        Interval missed = (Interval) people.uncertainty(1, 0.95).orElseThrow();
        assertEquals(Math.pow(0.025, 1 / 40.0), missed.low(), 1e-12);
        assertEquals(1, missed.high());
        assertEquals("clopper_pearson_pairs", missed.method());
        Interval accepted = (Interval) people.uncertainty(2, 0.95).orElseThrow();
        assertEquals(1 - Math.pow(0.025, 1 / 40.0), accepted.high(), 1e-12);
        assertEquals(
                Optional.empty(),
                new VerificationGroup(METRICS, many(40, i -> i, i -> i, true), 1).uncertainty(1, 0.95));
        assertEquals(Optional.empty(), all.uncertainty(ROC_AUC, 0.95));
    }

    /** Where scores are too many to be told apart, rates and the area stay what they are; the rest comes near. */
    @Test
    void takesNeighboursTogether() {
        Random random = new Random(3);
        int size = 3_000;
        double[] score = random.doubles(size)
                .map(it -> Math.rint(it * 1_500) / 1_500)
                .sorted()
                .toArray();
        boolean[] genuine = new boolean[size];
        for (int i = 0; i < size; i++) {
            genuine[i] = random.nextDouble() < score[i];
        }
        PairRows rows = new PairRows(score, genuine, new long[0], new long[0]);
        ScoreSteps exact = new ScoreSteps(rows, METRICS.thresholds(), Integer.MAX_VALUE);
        ScoreSteps coarse = new ScoreSteps(rows, METRICS.thresholds(), 20);
        assertTrue(exact.size() > 1_000, () -> "only " + exact.size());
        assertTrue(coarse.size() >= 15 && coarse.size() <= 23, () -> "so many: " + coarse.size());
        double[] expected = new double[10];
        double[] found = new double[10];
        METRICS.evaluate(exact, exact.counts(), expected);
        METRICS.evaluate(coarse, coarse.counts(), found);
        for (int metric = 0; metric < 6; metric++) {
            assertEquals(expected[metric], found[metric], 1e-15);
        }
        assertEquals(expected[ROC_AUC], found[ROC_AUC], 1e-12);
        assertEquals(expected[D_PRIME], found[D_PRIME], 1e-9);
        assertEquals(expected[EQUAL_ERROR_RATE], found[EQUAL_ERROR_RATE], 0.01);
        assertEquals(expected[INTERPOLATED], found[INTERPOLATED], 0.01);
    }

    /** 4,096 steps are shared by the groups: 256 each up to 16 groups, 170 for 24, and never fewer than 16, as 256 groups have. */
    @Test
    void groupsShareTheStepsThatAreDrawn() {
        double[][] sixteen = ofGroups(16, false);
        assertArrayEquals(sixteen, ofGroups(0, false));
        assertArrayEquals(sixteen, ofGroups(2, false));
        assertFalse(Arrays.deepEquals(sixteen, ofGroups(24, false)));
        assertArrayEquals(ofGroups(256, false), ofGroups(300, false));
        assertFalse(Arrays.deepEquals(ofGroups(256, false), ofGroups(128, false)));
        assertFalse(Arrays.deepEquals(ofGroups(256, false), sixteen));
    }

    /** Where people are drawn, each of 600 scores is a step of its own. */
    @Test
    void peopleAreDrawnInFineStepsWhateverTheGroups() {
        assertArrayEquals(ofGroups(1, true), ofGroups(300, true));
    }

    private static double[][] ofGroups(int groups, boolean people) {
        PairRows rows = many(600, i -> i, i -> i / 2, true);
        long[] none = new long[0];
        PairRows pairs =
                new PairRows(rows.score(), genuine(600), people ? rows.left() : none, people ? rows.right() : none);
        return new VerificationGroup(METRICS, pairs, groups).replicates(6, 5, "g");
    }
}
