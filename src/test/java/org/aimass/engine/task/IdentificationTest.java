package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;
import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.Measurement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Group A: a mated search with the mate at 0.8 behind 0.9, one with the mate at 0.7 before 0.2, and a stranger with 0.6 and 0.3. Group
 * B: a mated search that finds only 0.5, strangers with 0.4, 0.75 and nobody, and a mate at 0.65. One of four strangers reaches 0.65,
 * the lowest score for a target of 0.3; none reaches 0.8, that for 0.1.
 */
class IdentificationTest {

    private static final Map<String, String> A = Map.of("g", "A");
    private static final Map<String, String> B = Map.of("g", "B");

    private static final int[] SEARCH = {0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7};
    private static final int[] CANDIDATE = {2, 1, 2, 1, 1, 1, 1, 1, 1, 0, 2};
    private static final double[] SCORE = {0.8, 0.9, 0.7, 0.2, 0.6, 0.3, 0.5, 0.4, 0.75, 0, 0.65};
    private static final double[] RANK = {3, 1, 1, 2, 1, 2, 1, 1, 1, 0, 2};
    private static final int[] MATED = {1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 1};
    private static final int[] GROUP = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1};

    private static IdentificationPlan plan(boolean clustered, Double... targets) {
        return new IdentificationPlan(Found.plan("g", false, clustered), List.of(targets), List.of(1, 2), 0.25);
    }

    private static CandidateBatch batch(double @Nullable [] rank, int @Nullable [] mated, int[] group) {
        return new CandidateBatch(11, SEARCH, CANDIDATE, SCORE, rank, mated, null, null, new int[][] {group});
    }

    private static Found measured(double @Nullable [] rank, int @Nullable [] mated) {
        Identification identification = new Identification(plan(false, 0.3, 0.1));
        identification.add(batch(rank, mated, GROUP));
        return new Found(identification.outcome(List.of(List.of("A", "B")), search -> "s" + search));
    }

    private final Found found = measured(null, MATED);

    private static Map<String, Object> strangers(double target, double threshold) {
        return Map.of("target_fpir", target, "threshold", threshold);
    }

    private static Map<String, Object> mates(int rank, double target, double threshold) {
        Map<String, Object> at = new LinkedHashMap<>(strangers(target, threshold));
        at.put("rank", rank);
        return at;
    }

    @Test
    void countsStrangersWhoAreTakenForSomebody() {
        String rate = "false_positive_identification_rate";
        assertEquals(0.65, value(found.of("threshold", Map.of(), Map.of("target_fpir", 0.3))));
        assertEquals(0.8, value(found.of("threshold", Map.of(), Map.of("target_fpir", 0.1))));
        assertEquals(1 / 4.0, value(found.of(rate, Map.of(), strangers(0.3, 0.65))));
        assertEquals(0, value(found.of(rate, A, strangers(0.3, 0.65))));
        assertEquals(1 / 3.0, value(found.of(rate, B, strangers(0.3, 0.65))), 1e-15);
        assertEquals(0, value(found.of(rate, B, strangers(0.1, 0.8))));
        assertEquals(
                3,
                found.of(rate, B, strangers(0.3, 0.65)).fraction().orElseThrow().denominator());
    }

    @Test
    void countsMatesWhoAreNotFound() {
        String rate = "false_negative_identification_rate";
        assertEquals(1 / 2.0, value(found.of(rate, A, mates(1, 0.3, 0.65))));
        assertEquals(0, value(found.of(rate, A, mates(2, 0.3, 0.65))));
        assertEquals(1 / 2.0, value(found.of(rate, B, mates(2, 0.3, 0.65))));
        assertEquals(1, value(found.of(rate, A, mates(1, 0.1, 0.8))));
        assertEquals(1 / 2.0, value(found.of(rate, A, mates(2, 0.1, 0.8))));
        assertEquals(1, value(found.of(rate, B, mates(2, 0.1, 0.8))));
        assertEquals(0, value(found.of(rate, A, Map.of("rank", 2))));
        assertEquals(1 / 4.0, value(found.of(rate, Map.of(), Map.of("rank", 2))));
        assertEquals(1 / 2.0, value(found.of("rank_one_miss_rate", A)));
        assertEquals(2 / 4.0, value(found.of("rank_one_miss_rate", Map.of())));
        assertEquals("wilson", interval(found.of("rank_one_miss_rate", B)).method());
    }

    private static IdentificationPlan weightedPlan() {
        return new IdentificationPlan(Found.plan("g", true, false), List.of(0.3), List.of(1, 2), 0.25);
    }

    private static Found weighed(double... weightOfSearch) {
        Identification identification = new Identification(weightedPlan());
        double[] weight = java.util.Arrays.stream(SEARCH)
                .mapToDouble(search -> weightOfSearch[search])
                .toArray();
        identification.add(
                new CandidateBatch(11, SEARCH, CANDIDATE, SCORE, null, MATED, null, weight, new int[][] {GROUP}));
        return new Found(identification.outcome(List.of(List.of("A", "B")), search -> "s" + search));
    }

    /** Strangers weigh 4 (0.6), 3 (0.4), 1 (0.75) and 6 (nobody): 1 of 14 reaches 0.65, 5 would reach 0.6. Mates weigh 2, 5, 8 and 7. */
    @Test
    void searchesCountAsMuchAsTheyWeigh() {
        Found weighed = weighed(2, 5, 4, 8, 3, 1, 6, 7);
        assertEquals(0.65, value(weighed.of("threshold", Map.of(), Map.of("target_fpir", 0.3))));
        String rate = "false_positive_identification_rate";
        assertEquals(1 / 14.0, value(weighed.of(rate, Map.of(), strangers(0.3, 0.65))), 1e-15);
        assertEquals(1 / 10.0, value(weighed.of(rate, B, strangers(0.3, 0.65))), 1e-15);
        assertEquals(2 / 7.0, value(weighed.of("rank_one_miss_rate", A)), 1e-15);
        assertEquals(8 / 15.0, value(weighed.of("rank_one_miss_rate", B)), 1e-15);
        assertEquals(10 / 22.0, value(weighed.of("rank_one_miss_rate", Map.of())), 1e-15);
        assertEquals(3, value(weighed.of("count", A)));
        assertEquals(
                "wilson_effective_rows",
                interval(weighed.of("rank_one_miss_rate", A)).method());
        Found none = weighed(new double[8]);
        assertEquals("all weights are 0", undefined(none.of("rank_one_miss_rate", A)));
        assertEquals(
                "no searches of strangers with a weight above 0",
                undefined(none.of("threshold", Map.of(), Map.of("target_fpir", 0.3))));
    }

    /** At 2 of 10, not 2 of 4, strangers 0.9 is low enough: those that find nobody weigh too. */
    @Test
    void strangersWithoutCandidatesWeighToo() {
        Identification identification = new Identification(weightedPlan());
        identification.add(new CandidateBatch(
                3,
                new int[] {0, 1, 2},
                new int[] {1, 1, 0},
                new double[] {0.9, 0.2, 0},
                null,
                null,
                null,
                new double[] {2, 2, 6},
                new int[][] {{0, 0, 0}}));
        Found found = new Found(identification.outcome(List.of(List.of("A")), search -> ""));
        assertEquals(0.9, value(found.of("threshold", Map.of(), Map.of("target_fpir", 0.3))));
    }

    @Test
    void theRowsOfASearchWeighOne() {
        Identification identification = new Identification(weightedPlan());
        identification.add(new CandidateBatch(
                2, new int[2], new int[] {1, 1}, new double[2], null, null, null, new double[] {1, 2}, new int[][] {
                    {0, 0}
                }));
        assertEquals(
                "search s0: its rows differ in weight; expected one for all",
                assertThrows(
                                UnusableRows.class,
                                () -> identification.outcome(List.of(List.of("A")), search -> "s" + search))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> new Identification(weightedPlan()).add(batch(null, null, GROUP)));
    }

    /** Of no stranger of A and one of three of B: 1 - 0.025 is the most that one case allows. */
    @Test
    void comparesGroups() {
        assertEquals(1, value(found.over("false_positive_identification_rate_gini", "g", strangers(0.3, 0.65))), 1e-15);
        Map<String, Object> weighed = mates(2, 0.3, 0.65);
        weighed.put("alpha", 0.25);
        assertEquals(1 - (0.25 / 3 + 0.75 / 2), value(found.over("fairness_discrepancy_rate", "g", weighed)), 1e-15);
        Measurement ratio = found.outcome().measurements().stream()
                .filter(it -> it.metric().equals("false_positive_identification_rate_max_over_min"))
                .findFirst()
                .orElseThrow();
        assertEquals("a group's rate is 0, and nothing can be divided by it", undefined(ratio));
        assertEquals(0.975, (double) requireNonNull(ratio.at().get("upper_bound")), 1e-12);
        assertEquals("A", ratio.at().get("upper_bound_of"));
    }

    /** The mates stand at 3, 1, nowhere and 2. */
    @Test
    void takesRanksWhereThereAreAny() {
        Found ranked = measured(RANK, MATED);
        assertEquals(3 / 4.0, value(ranked.of("rank_one_miss_rate", Map.of())));
        assertEquals(2 / 4.0, value(ranked.of("false_negative_identification_rate", Map.of(), Map.of("rank", 2))));
    }

    /** A search that does not find the person looks like a stranger's. */
    @Test
    void candidatesTellWhoIsEnrolled() {
        Found untold = measured(null, null);
        assertEquals(1 / 3.0, value(untold.of("rank_one_miss_rate", Map.of())), 1e-15);
        assertEquals(0, value(untold.of("rank_one_miss_rate", B)));
    }

    @Test
    void saysWhatIsMissing() {
        Identification mates = new Identification(plan(false, 0.3));
        mates.add(new CandidateBatch(
                1, new int[1], new int[] {2}, new double[] {0.4}, null, null, null, null, new int[][] {{0}}));
        Found only = new Found(mates.outcome(List.of(List.of("A")), search -> ""));
        Map<String, Object> at = Map.of("target_fpir", 0.3);
        assertEquals("no searches of strangers", undefined(only.of("threshold", Map.of(), at)));
        assertEquals(
                "no searches of people who are not enrolled",
                undefined(only.of("false_positive_identification_rate", A, at)));
        assertEquals(
                "no searches of people who are not enrolled",
                undefined(only.of("false_negative_identification_rate", A, Map.of("rank", 1, "target_fpir", 0.3))));
        assertEquals(0, value(only.of("rank_one_miss_rate", A)));
        Identification strangers = new Identification(plan(false, 0.3));
        strangers.add(new CandidateBatch(
                1, new int[1], new int[] {1}, new double[] {0.4}, null, null, null, null, new int[][] {{0}}));
        Found none = new Found(strangers.outcome(List.of(List.of("A")), search -> ""));
        assertEquals("no searches of people who are enrolled", undefined(none.of("rank_one_miss_rate", A)));
        assertEquals(
                "more searches of strangers than the target allows have the highest score",
                undefined(none.of("threshold", Map.of(), at)));
        assertEquals(0, value(none.of("false_positive_identification_rate", A, at)));
    }

    private static String refused(CandidateBatch batch, boolean clustered) {
        Identification identification = new Identification(plan(clustered, 0.3));
        identification.add(batch);
        return String.valueOf(assertThrows(
                        UnusableRows.class,
                        () -> identification.outcome(List.of(List.of("A", "B")), search -> "s" + search))
                .getMessage());
    }

    @Test
    void rowsOfASearchAgree() {
        int[] moved = GROUP.clone();
        moved[3] = 1;
        assertEquals(
                "search s1: its rows lie in two groups; expected all in one",
                refused(batch(null, MATED, moved), false));
        int[] torn = MATED.clone();
        torn[5] = 1;
        assertEquals(
                "search s2: its rows differ in mated; expected one for all", refused(batch(null, torn, GROUP), false));
        int[] denied = MATED.clone();
        denied[10] = 0;
        assertEquals(
                "search s7: the person is a candidate; expected mated 1", refused(batch(null, denied, GROUP), false));
        long[] person = {1L << 20, 1L << 21};
        CandidateBatch two = new CandidateBatch(
                2, new int[2], new int[] {1, 1}, new double[2], null, null, person, null, new int[][] {{0, 0}});
        assertEquals("search s0: its rows lie in two clusters; expected all in one", refused(two, true));
        Identification empty = new Identification(plan(false, 0.3));
        assertEquals(
                "nobody is searched for; expected a row whose face is not enrolled",
                assertThrows(UnusableRows.class, () -> empty.outcome(List.of(List.of("A")), search -> ""))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Identification(plan(true, 0.3))
                .add(batch(null, null, GROUP)));
    }

    /**
     * Enrolled are Ann at (1, 0) and at (0.6, 0.8), Bea at (0, 1) and Cem at (-1, 0). Ann at (3, 4) is nearest to herself, with 1; Bea
     * there stands at 0.8 behind Ann; Dan at (4, 3) comes to 0.96 of Ann.
     */
    @Test
    void searchesAmongFaces() {
        long[] identity = {10, 10, 20, 30, 10, 20, 40};
        int[] enrolled = {1, 1, 1, 1, 0, 0, 0};
        double[][] embedding = {{1, 0}, {0.6, 0.8}, {0, 2}, {-1, 0}, {3, 4}, {3, 4}, {4, 3}};
        int[] group = {1, 0, 1, 0, 0, 0, 1};
        Identification faces = new Identification(plan(false, 0.3));
        faces.add(new FaceBatch(7, identity, enrolled, embedding, null, null, new int[][] {group}));
        Found searched = new Found(faces.outcome(List.of(List.of("A", "B")), search -> ""));
        assertEquals(3, value(searched.of("count", Map.of())));
        assertEquals(1 / 2.0, value(searched.of("rank_one_miss_rate", A)));
        assertEquals(0, value(searched.of("false_negative_identification_rate", A, Map.of("rank", 2))));
        assertEquals(1, value(searched.of("threshold", Map.of(), Map.of("target_fpir", 0.3))), 1e-15);
        Map<String, Object> at = searched.outcome().measurements().stream()
                .filter(it -> it.metric().equals("false_positive_identification_rate"))
                .findFirst()
                .orElseThrow()
                .at();
        assertEquals(0, value(searched.of("false_positive_identification_rate", B, at)));
    }
}
