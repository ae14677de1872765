package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists with one item each of two groups, whose exposures add up to 1.5 in every list. */
class RankingGroupTest {

    private static final int LISTS = 5_000;
    private static final RankingMetrics METRICS = new RankingMetrics(List.of(), false);
    private static final double[] FIRST = new Random(7).doubles(LISTS, 0.5, 1).toArray();

    private static RankingGroup group(boolean first) {
        double[][] units = new double[LISTS][METRICS.sums()];
        for (int list = 0; list < LISTS; list++) {
            units[list][RankingMetrics.ITEMS] = 1;
            units[list][RankingMetrics.ALL_ITEMS] = 2;
            units[list][RankingMetrics.MIXED] = 1;
            units[list][RankingMetrics.EXPOSURE] = first ? FIRST[list] : 1.5 - FIRST[list];
        }
        return new RankingGroup(METRICS, IntStream.range(0, LISTS).toArray(), units, false);
    }

    private static int exposure() {
        return METRICS.list().stream().map(BaseMetric::name).toList().indexOf("exposure");
    }

    @Test
    void listsAreDrawnAgainForBothGroupsAlike() {
        double[][] one = group(true).replicates(200, 7, "one");
        double[][] two = group(false).replicates(200, 7, "two");
        for (int replicate = 0; replicate < one.length; replicate++) {
            assertEquals(1.5, one[replicate][exposure()] + two[replicate][exposure()], 1e-12);
        }
        assertTrue(one[0][exposure()] != one[1][exposure()]);
    }

    /** The spread of the replicates is the standard error, within what 200 of them can tell. */
    @Test
    void theReplicatesSpreadAsTheStandardErrorSays() {
        double[] values = Arrays.stream(group(true).replicates(200, 7, "one"))
                .mapToDouble(replicate -> replicate[exposure()])
                .toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double spread = Math.sqrt(
                Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum() / 199);
        Interval interval = (Interval) group(true).uncertainty(exposure(), 0.95).orElseThrow();
        assertEquals(1, spread / interval.estimate().orElseThrow().standardError(), 0.2);
    }

    @Test
    void theDifferenceIsTwiceAsUnsureAsEach() {
        double own = ((Interval) group(true).uncertainty(exposure(), 0.95).orElseThrow())
                .estimate()
                .orElseThrow()
                .standardError();
        double difference = ((Interval)
                        group(true).difference(exposure(), group(false), 0.95).orElseThrow())
                .estimate()
                .orElseThrow()
                .standardError();
        assertEquals(2 * own, difference, 1e-12);
    }

    private final RankingMetrics top = new RankingMetrics(List.of(2, 3), true);

    /** Items, all items, exposure, relevance and whether mixed; nothing of whole lists; top and all of 2, then of 3 places. */
    private static double[] mixed(double... list) {
        return new double[] {list[0], list[1], list[2], list[3], 1, 0, 0, 0, list[4], list[5], 0, list[6], list[7], 0};
    }

    /** Of 18 items in three lists 6; of the first two places 3 of 6, of the first three 5 of 9. Nothing of the group in a fourth list. */
    private static RankingGroup small(RankingMetrics metrics, boolean clustered) {
        double[][] lists = {
            mixed(2, 5, 1.5, 3, 1, 2, 2, 3),
            mixed(1, 4, 0.5, 2, 0, 2, 1, 3),
            mixed(3, 9, 1.25, 4, 2, 2, 2, 3),
            new double[14]
        };
        return new RankingGroup(metrics, new int[] {3, 8, 21, 40}, lists, clustered);
    }

    private static Estimate estimate(Optional<Uncertainty> uncertainty) {
        return ((Interval) uncertainty.orElseThrow()).estimate().orElseThrow();
    }

    @Test
    void measuresTopPlaces() {
        RankingMetrics metrics = new RankingMetrics(List.of(2, 3), true);
        RankingGroup group = small(metrics, false);
        assertEquals(6, group.rows());
        assertEquals(List.of(2, 3), metrics.cutoffs());
        double nan = Double.NaN;
        assertArrayEquals(
                new double[] {
                    3.25 / 6, 3 / 6.0, 5 / 6.0, 9 / 6.0, 3.25 / 9, nan, nan, nan, nan, Math.log(1.5), Math.log(5 / 3.0)
                },
                group.values(),
                1e-15);
        assertEquals("lists hold items of several groups", group.whyUndefined(5));
        assertEquals(
                List.of(
                        "exposure{}",
                        "selection_rate{k=2}",
                        "selection_rate{k=3}",
                        "mean_relevance{}",
                        "exposure_per_relevance{}",
                        "mean_reciprocal_rank{}",
                        "ndcg_score{}",
                        "ndcg_score{k=2}",
                        "ndcg_score{k=3}",
                        "skew{k=2}",
                        "skew{k=3}"),
                metrics.list().stream().map(it -> it.name() + it.at()).toList());
        assertEquals(
                List.of(
                        new Disparity.Extreme("min_skew", Map.of("k", 2), 9, false),
                        new Disparity.Extreme("max_skew", Map.of("k", 2), 9, true),
                        new Disparity.Extreme("min_skew", Map.of("k", 3), 10, false),
                        new Disparity.Extreme("max_skew", Map.of("k", 3), 10, true)),
                metrics.extremes());
    }

    /** What lists add to the logarithms, by their derivatives: eighteenths of -1, -5 and 6 at two places, more at three. */
    @Test
    void isAsSureAsItsListsAgree() {
        RankingGroup group = small(top, false);
        Estimate two = estimate(group.uncertainty(9, 0.95));
        assertEquals(Math.sqrt(1.5 * (1 + 25 + 36)) / 18, two.standardError(), 1e-15);
        assertEquals(2, two.freedom());
        double a = 2 / 5.0 - 3 / 9.0 - 2 / 6.0 + 5 / 18.0;
        double b = 1 / 5.0 - 3 / 9.0 - 1 / 6.0 + 4 / 18.0;
        double c = 2 / 5.0 - 3 / 9.0 - 3 / 6.0 + 9 / 18.0;
        assertEquals(
                Math.sqrt(1.5 * (a * a + b * b + c * c)),
                estimate(group.uncertainty(10, 0.95)).standardError(),
                1e-15);
        // 1.5, 0.5 and 1.25 less 3.25/6 of 2, 1 and 3 items
        double mean = 3.25 / 6;
        double squares = Math.pow(1.5 - 2 * mean, 2) + Math.pow(0.5 - mean, 2) + Math.pow(1.25 - 3 * mean, 2);
        assertEquals(
                Math.sqrt(1.5 * squares) / 6,
                estimate(group.uncertainty(0, 0.95)).standardError(),
                1e-15);
        assertEquals("student_t_lists", ((Interval) group.uncertainty(0, 0.95).orElseThrow()).method());
        assertEquals(
                "student_t_clusters",
                ((Interval) small(top, true).uncertainty(0, 0.95).orElseThrow()).method());
        assertEquals("bootstrap_lists", group.bootstrapMethod());
        assertEquals("bootstrap_clusters", small(top, true).bootstrapMethod());
        assertEquals(
                new Uncertainty.NoInterval("fewer than two lists, or all alike"),
                group.uncertainty(5, 0.95).orElseThrow());
    }

    /** Another group in the lists 8 and 50: exposures of 0.75 of 3 and 1 of 2 items; list 8 moves both. */
    @Test
    void whatAListAddsToADifferenceIsTakenTogether() {
        RankingGroup other = new RankingGroup(
                top,
                new int[] {8, 50, 60},
                new double[][] {mixed(3, 4, 0.75, 1, 2, 2, 2, 3), mixed(2, 7, 1, 1, 1, 2, 1, 3), new double[14]},
                false);
        Interval difference =
                (Interval) small(top, false).difference(0, other, 0.95).orElseThrow();
        double mean = 3.25 / 6;
        double first = (1.5 - 2 * mean) / 6;
        double shared = (0.5 - mean) / 6 - (0.75 - 3 * 0.35) / 5;
        double third = (1.25 - 3 * mean) / 6;
        double last = -(1 - 2 * 0.35) / 5;
        Estimate estimate = difference.estimate().orElseThrow();
        assertEquals(
                Math.sqrt(4 / 3.0 * (first * first + shared * shared + third * third + last * last)),
                estimate.standardError(),
                1e-15);
        assertEquals(3, estimate.freedom());
        assertEquals(mean - 0.35, (difference.low() + difference.high()) / 2, 1e-15);
        assertEquals("student_t_lists", difference.method());
        assertEquals(Optional.empty(), small(top, false).difference(5, other, 0.95));
    }

    /** Three lists of this group alone, in two units: their reciprocal ranks add up to 1.75, what they gain to 2.25. */
    @Test
    void ranksWholeLists() {
        double[][] lists = {
            {4, 4, 2, 1, 0, 1, 0.5, 0.75, 2, 2, 0.25, 3, 3, 0.5}, {9, 9, 3, 2, 0, 2, 1.25, 1.5, 4, 4, 0.75, 6, 6, 1.25}
        };
        RankingGroup whole = new RankingGroup(top, new int[] {1, 2}, lists, true);
        assertArrayEquals(
                new double[] {1.75 / 3, 2.25 / 3, 1 / 3.0, 1.75 / 3, 0, 0},
                Arrays.copyOfRange(whole.values(), 5, 11),
                1e-15);
    }

    @Test
    void saysWhatIsMissing() {
        RankingGroup none = new RankingGroup(top, new int[0], new double[0][], false);
        assertEquals("no items", none.whyUndefined(0));
        assertEquals("no items", none.whyUndefined(10));
        double[][] last = {{2, 5, 0.5, 0, 0, 0, 0, 0, 0, 2, 0, 0, 3, 0}};
        RankingGroup behind = new RankingGroup(top, new int[] {1}, last, false);
        assertEquals(Double.NaN, behind.values()[10]);
        assertEquals("no item of the group is in the first places", behind.whyUndefined(10));
        assertEquals(Double.NaN, behind.values()[4]);
        assertEquals("nothing is relevant", behind.whyUndefined(4));
        assertEquals(Double.NaN, behind.values()[5]);
        assertEquals("no list has a relevant item", behind.whyUndefined(5));
        assertEquals(Optional.empty(), behind.proportion(0));
    }

    @Test
    void weightsOfZeroLeaveNothing() {
        RankingGroup light = new RankingGroup(top, new int[] {4}, new double[1][14], false, 3);
        assertEquals(3, light.rows());
        assertTrue(Double.isNaN(light.values()[0]));
        assertEquals("all weights are 0", light.whyUndefined(0));
        assertEquals("all weights are 0", light.whyUndefined(10));
        RankingGroup some =
                new RankingGroup(top, new int[] {4}, new double[][] {mixed(0.5, 2, 0.25, 0, 0, 1, 0, 1)}, false, 3);
        assertEquals("nothing is relevant", some.whyUndefined(4));
        assertEquals("no items", new RankingGroup(top, new int[0], new double[0][], false, 0).whyUndefined(0));
    }

    /** Of many lists some share one of the 1,024 blocks: where all are of three blocks, so are their draws. */
    @Test
    void listsOfOneBlockAreDrawnTogether() {
        int[] keys = IntStream.range(0, 10_000)
                .filter(key -> (Draws.mix(key) & 1_023) < 3)
                .toArray();
        double[] size = new double[3];
        double[][] units = new double[keys.length][METRICS.sums()];
        for (int list = 0; list < keys.length; list++) {
            int block = (int) (Draws.mix(keys[list]) & 1_023);
            size[block]++;
            units[list][RankingMetrics.ITEMS] = 1;
            units[list][RankingMetrics.EXPOSURE] = block == 1 ? 0.5 : 0.25;
        }
        Draws[] draws = {new Draws(7, "lists 0"), new Draws(7, "lists 1"), new Draws(7, "lists 2")};
        for (double[] replicate : new RankingGroup(METRICS, keys, units, false).replicates(20, 7, "g")) {
            double[] drawn = new double[3];
            Arrays.setAll(drawn, block -> size[block] * draws[block].poissonOfOne());
            double all = drawn[0] + drawn[1] + drawn[2];
            assertEquals((0.25 * all + 0.25 * drawn[1]) / all, replicate[exposure()], 1e-12);
        }
    }
}
