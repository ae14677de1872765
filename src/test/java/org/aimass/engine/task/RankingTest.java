package org.aimass.engine.task;

import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.Measurement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two lists: A (relevance 2), B (0) and B (1) tied, A (0); and B (1), A (3), A (0). Places are worth 1, 0.63093, 0.5 and
 * 0.43068.
 */
class RankingTest {

    private static final double SECOND = Math.log(2) / Math.log(3);
    private static final double THIRD = 0.5;
    private static final double FOURTH = Math.log(2) / Math.log(5);

    private static final Map<String, String> A = Map.of("maker", "A");
    private static final Map<String, String> B = Map.of("maker", "B");
    private static final Map<String, Object> AT_2 = Map.of("k", 2);

    private static final int[] LIST = {0, 1, 0, 1, 0, 0, 1};
    private static final double[] SCORE = {0.9, -0.5, 0.8, -0.6, 0.8, 0.1, -0.7};
    private static final double[] RANK = {1, 1, 2, 2, 3, 4, 3};
    private static final double[] RELEVANCE = {2, 1, 0, 3, 1, 0, 0};
    private static final long[] LINE = {2, 3, 4, 5, 6, 7, 8};
    private static final int[] MAKER = {0, 1, 1, 0, 1, 0, 0};

    private static Found measured(boolean ranked, double[] order, double @Nullable [] relevance, int[] maker) {
        RankingPlan plan = new RankingPlan(Found.plan("maker", false, false), ranked, relevance != null, List.of(2));
        Ranking ranking = new Ranking(plan);
        ranking.add(new RankedBatch(7, LIST, order, relevance, LINE, null, null, new int[][] {maker}));
        return new Found(ranking.outcome(List.of(List.of("A", "B"))));
    }

    private final Found scored = measured(false, SCORE, RELEVANCE, MAKER);

    @Test
    void givesEachGroupTheWorthOfItsPlaces() {
        double a = 1 + FOURTH + SECOND + THIRD;
        double b = SECOND + THIRD + 1;
        assertEquals(a / 4, value(scored.of("exposure", A)), 1e-15);
        assertEquals(b / 3, value(scored.of("exposure", B)), 1e-15);
        assertEquals((a + b) / 7, value(scored.of("exposure", Map.of())), 1e-15);
        assertEquals(1.25, value(scored.of("mean_relevance", A)), 1e-15);
        assertEquals(2 / 3.0, value(scored.of("mean_relevance", B)), 1e-15);
        assertEquals(a / 5, value(scored.of("exposure_per_relevance", A)), 1e-15);
        assertEquals(b / 2, value(scored.of("exposure_per_relevance", B)), 1e-15);
        assertEquals(a / 4 / (b / 3), value(scored.over("exposure_ratio", "maker", Map.of())), 1e-15);
        assertEquals(b / 3 - a / 4, value(scored.pair("exposure_difference", "maker", "B", "A")), 1e-15);
    }

    /** Of four first places B has two: one alone, and half of two that are tied across the second place. */
    @Test
    void countsTheFirstPlaces() {
        assertEquals(2 / 4.0, value(scored.of("selection_rate", A, AT_2)), 1e-15);
        assertEquals(2 / 3.0, value(scored.of("selection_rate", B, AT_2)), 1e-15);
        assertEquals(Math.log(0.5 / (4 / 7.0)), value(scored.of("skew", A, AT_2)), 1e-15);
        assertEquals(Math.log(0.5 / (3 / 7.0)), value(scored.of("skew", B, AT_2)), 1e-15);
        assertEquals(Math.log(7 / 8.0), value(scored.over("min_skew", "maker", AT_2)), 1e-15);
        assertEquals(Math.log(7 / 6.0), value(scored.over("max_skew", "maker", AT_2)), 1e-15);
    }

    @Test
    void measuresWhetherRelevantItemsComeFirst() {
        double first = (2 + 0.5 * (SECOND + THIRD)) / (2 + SECOND);
        double second = (1 + 3 * SECOND) / (3 + SECOND);
        assertEquals((first + second) / 2, value(scored.of("ndcg_score", Map.of())), 1e-15);
        double firstTwo = (2 + 0.5 * SECOND) / (2 + SECOND);
        assertEquals((firstTwo + second) / 2, value(scored.of("ndcg_score", Map.of(), AT_2)), 1e-15);
        assertEquals(1, value(scored.of("mean_reciprocal_rank", Map.of())), 1e-15);
        assertEquals("lists hold items of several groups", undefined(scored.of("ndcg_score", A)));
    }

    /** Two lists with the gains g and h: the standard error of their mean is half of what lies between them. */
    @Test
    void takesListsForUnits() {
        double first = (2 + 0.5 * (SECOND + THIRD)) / (2 + SECOND);
        double second = (1 + 3 * SECOND) / (3 + SECOND);
        assertEquals(
                Math.abs(first - second) / 2,
                interval(scored.of("ndcg_score", Map.of()))
                        .estimate()
                        .orElseThrow()
                        .standardError(),
                1e-15);
        assertEquals(
                "student_t_lists", interval(scored.of("ndcg_score", Map.of())).method());
    }

    /** A, B, B, A strays by log 2, 0, 0.0566, 0; B, A, A by log 3, 0.0589, 0. */
    @Test
    void measuresHowFarEveryTopStraysFromTheWhole() {
        double third = Math.log(2 / 3.0) / 3 + 2 * Math.log(4 / 3.0) / 3;
        double first = (Math.log(2) + THIRD * third) / (1 + SECOND + THIRD + FOURTH);
        double two = (Math.log(1.5) + Math.log(0.75)) / 2;
        double second = (Math.log(3) + SECOND * two) / (1 + SECOND + THIRD);
        assertEquals((first + second) / 2, value(scored.over("ndkl", "maker", Map.of())), 1e-15);
    }

    @Test
    void readsRanksToo() {
        Found ranked = measured(true, RANK, RELEVANCE, MAKER);
        assertEquals((1 + FOURTH + SECOND + THIRD) / 4, value(ranked.of("exposure", A)), 1e-15);
        assertEquals(2 / 3.0, value(ranked.of("selection_rate", B, AT_2)), 1e-15);
        double first = (2 + THIRD) / (2 + SECOND);
        double second = (1 + 3 * SECOND) / (3 + SECOND);
        assertEquals((first + second) / 2, value(ranked.of("ndcg_score", Map.of())), 1e-15);
        double[] twice = RANK.clone();
        twice[6] = 2;
        UnusableRows refused = assertThrows(UnusableRows.class, () -> measured(true, twice, RELEVANCE, MAKER));
        assertEquals("line 8: the rank 2 stands twice in its list; expected each once", refused.getMessage());
    }

    /** Where whole lists belong to a group, such as to the person who asked, each group has its own gain and no skew. */
    @Test
    void groupsOfWholeListsHaveTheirOwnGain() {
        Found whole = measured(false, SCORE, RELEVANCE, LIST);
        assertEquals((1 + 3 * SECOND) / (3 + SECOND), value(whole.of("ndcg_score", B)), 1e-15);
        assertEquals(0, value(whole.of("skew", A, AT_2)), 1e-15);
    }

    /** Three lists of one item each of A and B, of which A is first in the first and the last: what one wins the other loses. */
    @Test
    void groupsOfOneListCompete() {
        RankingPlan plan = new RankingPlan(Found.plan("maker", false, false), true, false, List.of(2));
        Ranking ranking = new Ranking(plan);
        int[] list = {0, 0, 1, 1, 2, 2};
        int[] maker = {0, 1, 0, 1, 0, 1};
        double[] rank = {1, 2, 2, 1, 1, 2};
        ranking.add(
                new RankedBatch(6, list, rank, null, new long[] {2, 3, 4, 5, 6, 7}, null, null, new int[][] {maker}));
        Measurement pair =
                new Found(ranking.outcome(List.of(List.of("A", "B")))).pair("exposure_difference", "maker", "B", "A");
        double difference = (1 + 2 * SECOND) / 3 - (2 + SECOND) / 3;
        assertEquals(difference, value(pair), 1e-15);
        double won = (1 - SECOND - difference) / 3; // by B in the second list
        double lost = (SECOND - 1 - difference) / 3; // in the two others
        Estimate estimate = interval(pair).estimate().orElseThrow();
        assertEquals(Math.sqrt((won * won + 2 * lost * lost) * 3 / 2), estimate.standardError(), 1e-15);
        assertEquals(2, estimate.freedom());
        assertEquals("student_t_lists", interval(pair).method());
    }

    @Test
    void asksForNoRelevance() {
        Found without = measured(false, SCORE, null, MAKER);
        assertEquals((1 + FOURTH + SECOND + THIRD) / 4, value(without.of("exposure", A)), 1e-15);
        assertEquals(
                0,
                without.outcome().measurements().stream()
                        .filter(it ->
                                it.metric().startsWith("ndcg") || it.metric().contains("relevance"))
                        .count());
    }

    @Test
    void nothingRelevantHasNoGain() {
        Found found = measured(false, SCORE, new double[7], MAKER);
        assertEquals("no list has a relevant item", undefined(found.of("ndcg_score", Map.of())));
        assertEquals("nothing is relevant", undefined(found.of("exposure_per_relevance", A)));
    }

    private static Found weighed(int[] maker, double... weight) {
        Ranking ranking = new Ranking(new RankingPlan(Found.plan("maker", true, false), false, true, List.of(2)));
        ranking.add(new RankedBatch(7, LIST, SCORE, RELEVANCE, LINE, weight, null, new int[][] {maker}));
        return new Found(ranking.outcome(List.of(List.of("A", "B"))));
    }

    /**
     * The first list's items weigh 3, 1 and 4 (tied), 2, the second's 5, 0 and 6: items count so where they stand. A weighs 11 of 21, and
     * 3 of the 11 1/2 in the first places; the lists weigh 10/4 and 11/3.
     */
    @Test
    void itemsCountAsMuchAsTheyWeighWhereTheyStand() {
        Found found = weighed(MAKER, 3, 5, 1, 0, 4, 2, 6);
        double tied = (SECOND + THIRD) / 2;
        double a = 3 + 2 * FOURTH + 6 * THIRD;
        double b = 1 * tied + 4 * tied + 5;
        assertEquals(a / 11, value(found.of("exposure", A)), 1e-15);
        assertEquals(b / 10, value(found.of("exposure", B)), 1e-15);
        assertEquals(6 / 11.0, value(found.of("mean_relevance", A)), 1e-15);
        assertEquals(9 / 10.0, value(found.of("mean_relevance", B)), 1e-15);
        assertEquals(a / 6, value(found.of("exposure_per_relevance", A)), 1e-15);
        assertEquals(3 / 11.0, value(found.of("selection_rate", A, AT_2)), 1e-15);
        assertEquals(7.5 / 10, value(found.of("selection_rate", B, AT_2)), 1e-15);
        assertEquals(Math.log(3 / 10.5 / (11 / 21.0)), value(found.of("skew", A, AT_2)), 1e-15);
        double first = (2 + 0.5 * (SECOND + THIRD)) / (2 + SECOND);
        double second = (1 + 3 * SECOND) / (3 + SECOND);
        double expected = (2.5 * first + 11 / 3.0 * second) / (2.5 + 11 / 3.0);
        assertEquals(expected, value(found.of("ndcg_score", Map.of())), 1e-15);
        assertEquals(4, value(found.of("count", A)));
    }

    /** Of A 3, then B 1 and 4, then A 2; of B 5, then of A 0 and 6. */
    @Test
    void howFarEveryTopStraysIsOfWeights() {
        Found found = weighed(MAKER, 3, 5, 1, 0, 4, 2, 6);
        double half = Math.log(2);
        double first = half
                + SECOND * (0.75 * Math.log(1.5) + 0.25 * Math.log(0.5))
                + THIRD * (3 / 8.0 * Math.log(6 / 8.0) + 5 / 8.0 * Math.log(10 / 8.0));
        double second = (1 + SECOND) * Math.log(11 / 5.0);
        double expected = (2.5 * first / (1 + SECOND + THIRD + FOURTH) + 11 / 3.0 * second / (1 + SECOND + THIRD))
                / (2.5 + 11 / 3.0);
        Measurement strays = found.over("ndkl", "maker", Map.of());
        assertEquals(expected, value(strays), 1e-15);
        assertEquals(1, interval(strays).estimate().orElseThrow().freedom());
    }

    /** Nothing weighs above the last places of the first list: there nothing strays, and all that counts is A. */
    @Test
    void aListWithoutWeightHasNoPart() {
        Found found = weighed(MAKER, 0, 0, 0, 0, 0, 2, 0);
        assertEquals(FOURTH, value(found.of("exposure", A)), 1e-15);
        assertEquals("all weights are 0", undefined(found.of("exposure", B)));
        assertEquals(3, value(found.of("count", B)));
        assertEquals(0, value(found.over("ndkl", "maker", Map.of())), 1e-15);
        assertEquals("lists hold items of several groups", undefined(found.of("ndcg_score", A)));
        Found none = weighed(MAKER, 0, 0, 0, 0, 0, 0, 0);
        assertEquals("all weights are 0", undefined(none.of("ndcg_score", Map.of())));
        assertEquals("all weights are 0", undefined(none.over("ndkl", "maker", Map.of())));
    }

    /** A list of A alone counts for A where the lists that A shares with others weigh nothing. */
    @Test
    void onlyListsThatWeighMixGroups() {
        Found found = weighed(new int[] {0, 0, 1, 0, 1, 0, 0}, 0, 5, 0, 1, 0, 0, 6);
        double second = (1 + 3 * SECOND) / (3 + SECOND);
        assertEquals(second, value(found.of("ndcg_score", A)), 1e-15);
        assertEquals("all weights are 0", undefined(found.of("ndcg_score", B)));
    }

    @Test
    void itemsBringWhatThePlanPromises() {
        Ranking ranking = new Ranking(new RankingPlan(Found.plan("maker", true, false), false, false, List.of(2)));
        RankedBatch plain =
                new RankedBatch(1, new int[1], new double[1], null, new long[] {2}, null, null, new int[][] {{0}});
        assertThrows(IllegalArgumentException.class, () -> ranking.add(plain));
    }

    @Test
    void aListLiesInOneCluster() {
        Ranking ranking = new Ranking(new RankingPlan(Found.plan("maker", false, true), false, false, List.of(2)));
        RankedBatch batch = new RankedBatch(
                2, new int[2], new double[2], null, new long[] {2, 3}, null, new int[] {5, 6}, new int[][] {{0, 0}});
        assertEquals(
                "a list lies in two clusters; expected all its items in one",
                assertThrows(UnusableRows.class, () -> ranking.add(batch)).getMessage());
    }
}
