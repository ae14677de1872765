package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {

    @Test
    void theSameSeedAndNameGiveTheSameDraws() {
        assertEquals(new Draws(7, "race").uniform(), new Draws(7, "race").uniform());
        assertNotEquals(new Draws(7, "race").uniform(), new Draws(7, "sex").uniform());
        assertNotEquals(new Draws(7, "race").uniform(), new Draws(8, "race").uniform());
    }

    @Test
    void uniformFillsItsRange() {
        Draws draws = new Draws(1, "");
        int[] hits = new int[10];
        for (int i = 0; i < 100_000; i++) {
            hits[draws.below(10)]++;
        }
        for (int hit : hits) {
            assertEquals(10_000, hit, 4 * Math.sqrt(9000));
        }
    }

    /** Chi-square of 20,000 draws against the exact probabilities, by inversion and by rejection, on both sides of a half. */
    @ParameterizedTest
    @CsvSource({"12, 0.3", "12, 0.7", "60, 0.5", "200, 0.06", "1000, 0.4", "1000, 0.93", "5000000, 0.00001"})
    void binomialFollowsItsDistribution(int n, double p) {
        Draws draws = new Draws(3, "binomial");
        int number = 20_000;
        double mean = n * p;
        double deviation = Math.sqrt(mean * (1 - p));
        int from = (int) Math.max(0, mean - 3 * deviation);
        int bins = (int) (6 * deviation) + 2;
        int[] hits = new int[bins];
        for (int i = 0; i < number; i++) {
            long k = draws.binomial(n, p);
            assertTrue(k >= 0 && k <= n);
            int bin = (int) (k - from);
            if (bin >= 0 && bin < bins) {
                hits[bin]++;
            }
        }
        double statistic = 0;
        int freedom = 0;
        for (int bin = 0; bin < bins && from + bin <= n; bin++) {
            double expected = number * probability(n, from + bin, p);
            if (expected > 5) {
                statistic += (hits[bin] - expected) * (hits[bin] - expected) / expected;
                freedom++;
            }
        }
        assertTrue(freedom > 4);
        assertEquals(freedom, statistic, 4.5 * Math.sqrt(2.0 * freedom));
    }

    private static double probability(int n, int k, double p) {
        // the chance of at most k, less that of at most k - 1
        double below = k == 0 ? 0 : 1 - Beta.regularized(p, k, n - k + 1);
        double at = k == n ? 1 : 1 - Beta.regularized(p, k + 1, n - k);
        return at - below;
    }

    /** Chi-square of 20,000 draws against the exact probabilities: item by item and by ratio, with each side the smaller one. */
    @ParameterizedTest
    @CsvSource({
        "7, 30, 12",
        "30, 7, 12",
        "24, 200, 100",
        "300, 24, 100",
        "400, 500, 20",
        "60, 90, 50",
        "90, 60, 100",
        "25, 400, 150",
        "5000, 20000, 9000",
        "3000000, 2000000, 4000"
    })
    void hypergeometricFollowsItsDistribution(long marked, long unmarked, long drawn) {
        Draws draws = new Draws(5, "hypergeometric");
        Hypergeometric exact = new Hypergeometric(marked, unmarked, drawn);
        int number = 20_000;
        int from = (int) exact.least();
        int[] hits = new int[(int) (exact.most() - from) + 1];
        for (int i = 0; i < number; i++) {
            hits[(int) draws.hypergeometric(marked, unmarked, drawn) - from]++;
        }
        double statistic = 0;
        int freedom = 0;
        for (int bin = 0; bin < hits.length; bin++) {
            double expected = number * exact.density(from + bin);
            if (expected > 5) {
                statistic += (hits[bin] - expected) * (hits[bin] - expected) / expected;
                freedom++;
            }
        }
        assertTrue(freedom > 4);
        assertEquals(freedom, statistic, 4.5 * Math.sqrt(2.0 * freedom));
    }

    @Test
    void nothingOrAllIsDrawnForCertain() {
        Draws draws = new Draws(0, "");
        assertEquals(0, draws.hypergeometric(40, 50, 0));
        assertEquals(40, draws.hypergeometric(40, 50, 90));
        assertEquals(0, draws.hypergeometric(0, 50, 33));
        assertEquals(33, draws.hypergeometric(50, 0, 33));
        assertEquals(0, draws.hypergeometric(0, 0, 0));
    }

    @Test
    void certaintiesAreCertain() {
        Draws draws = new Draws(0, "");
        assertEquals(0, draws.binomial(0, 0.4));
        assertEquals(0, draws.binomial(9, 0));
        assertEquals(9, draws.binomial(9, 1));
    }

    /** The first three numbers of SplitMix64 from state 0, as its authors print them. */
    @Test
    void mixesAsPublished() {
        long golden = 0x9e3779b97f4a7c15L;
        assertEquals(0xe220a8397b1dcdafL, Draws.mix(golden));
        assertEquals(0x6e789e6aa1b965f4L, Draws.mix(2 * golden));
        assertEquals(0x06c45d188009454fL, Draws.mix(3 * golden));
        assertEquals(0x591a5ca9608cc826L, Draws.scattered(7, 5));
    }

    /** A published report names its seed: the streams of a seed and a name must never change. Worked out apart, in Python. */
    @Test
    void streamsAreTheSameForEver() {
        Draws draws = new Draws(7, "race");
        assertEquals(0.6279328535061036, draws.uniform());
        assertEquals(0.41914755305149265, draws.uniform());
        assertEquals(0.6740194352693542, draws.uniform());
        assertEquals(0.7285064630674397, new Draws(7, "Ωmega").uniform());
        Draws digits = new Draws(7, "race");
        assertEquals(
                List.of(6, 4, 6, 5, 3, 1, 7, 4, 2, 7, 9, 2),
                IntStream.range(0, 12).map(i -> digits.below(10)).boxed().toList());
        Draws times = new Draws(7, "race");
        assertEquals(
                List.of(1, 1, 1, 1, 1, 0, 2, 1, 0, 2, 4, 0, 1, 3, 0, 0, 0, 4, 0, 2, 0, 0, 1, 3),
                IntStream.range(0, 24).map(i -> times.poissonOfOne()).boxed().toList());
        Draws normal = new Draws(7, "race");
        assertEquals(0.32638340315153946, normal.normal(), 1e-15);
        assertEquals(-0.20407472387804929, normal.normal(), 1e-15);
    }

    /** The same of counts, by the published algorithms in Python: by inversion, by rejection, item by item and by ratio. */
    @Test
    void countsAreDrawnTheSameForEver() {
        assertEquals(
                List.of(4L, 3L, 4L, 4L, 3L, 2L, 5L, 3L, 2L, 5L, 7L, 3L, 4L, 6L, 2L, 2L),
                sixteen(draws -> draws.binomial(12, 0.3)));
        assertEquals(
                List.of(32L, 32L, 29L, 33L, 27L, 25L, 22L, 30L, 31L, 35L, 35L, 33L, 35L, 38L, 26L, 34L),
                sixteen(draws -> draws.binomial(60, 0.5)));
        assertEquals(
                List.of(406L, 408L, 395L, 412L, 388L, 400L, 382L, 368L, 400L, 402L, 405L, 418L, 421L, 413L, 420L, 432L),
                sixteen(draws -> draws.binomial(1_000, 0.4)));
        assertEquals(
                List.of(11L, 8L, 10L, 14L, 9L, 11L, 11L, 8L, 13L, 8L, 15L, 13L, 8L, 12L, 11L, 11L),
                sixteen(draws -> draws.hypergeometric(24, 200, 100)));
        assertEquals(
                List.of(8L, 9L, 5L, 8L, 14L, 10L, 8L, 7L, 9L, 5L, 9L, 10L, 6L, 7L, 12L, 4L),
                sixteen(draws -> draws.hypergeometric(25, 400, 150)));
        assertEquals(
                List.of(19L, 21L, 15L, 20L, 26L, 22L, 19L, 18L, 18L, 20L, 16L, 20L, 21L, 17L, 18L, 23L),
                sixteen(draws -> draws.hypergeometric(60, 90, 50)));
    }

    private static List<Long> sixteen(ToLongFunction<Draws> draw) {
        Draws draws = new Draws(7, "race");
        return IntStream.range(0, 16).mapToObj(i -> draw.applyAsLong(draws)).toList();
    }
}
