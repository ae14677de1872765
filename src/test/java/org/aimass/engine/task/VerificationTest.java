package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;
import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.noInterval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.ErrorTradeOff;
import org.aimass.engine.metrics.ErrorTradeOffs;
import org.aimass.engine.metrics.Measurement;
import org.junit.jupiter.api.Test;

/**
 * Group A: impostors of 0.1, 0.2 and 0.6, genuine pairs of 0.5, 0.6 and 0.9. Group B: impostors of 0.3, 0.4, 0.7 and 0.8, genuine
 * pairs of 0.65 and 0.95. Two of seven impostors reach 0.65, the lowest score for a target of 0.3; three reach 0.5, that for 0.5.
 */
class VerificationTest {

    private static final Map<String, String> A = Map.of("band", "A");
    private static final Map<String, String> B = Map.of("band", "B");
    private static final Map<String, Object> AT_3 = Map.of("target_fmr", 0.3);
    private static final Map<String, Object> AT_5 = Map.of("target_fmr", 0.5);

    private static final double[] SCORE = {0.9, 0.1, 0.3, 0.65, 0.2, 0.6, 0.4, 0.8, 0.5, 0.6, 0.95, 0.7};
    private static final int[] GENUINE = {1, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 0};
    private static final int[] BAND = {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1};

    private static Found measured(double[] score, int[] genuine, int[] band, Double... targets) {
        VerificationPlan plan =
                new VerificationPlan(Found.plan("band", false, false), List.of(), false, List.of(targets), 0.25);
        Verification verification = new Verification(plan);
        verification.add(new PairBatch(score.length, genuine, score, null, null, null, new int[][] {band}));
        return new Found(verification.outcome(List.of(List.of("A", "B"))));
    }

    private final Found found = measured(SCORE, GENUINE, BAND, 0.3, 0.5);

    @Test
    void fixesOneThresholdForAll() {
        assertEquals(0.65, value(found.of("threshold", Map.of(), AT_3)));
        assertEquals(0.5, value(found.of("threshold", Map.of(), AT_5)));
        assertEquals("held fixed, not an estimate", noInterval(found.of("threshold", Map.of(), AT_5)));
        assertEquals(2 / 7.0, value(found.of("false_match_rate", Map.of(), AT_3)), 1e-15);
        assertEquals(0, value(found.of("false_match_rate", A, AT_3)));
        assertEquals(0.5, value(found.of("false_match_rate", B, AT_3)));
        assertEquals(2 / 3.0, value(found.of("false_non_match_rate", A, AT_3)), 1e-15);
        assertEquals(0, value(found.of("false_non_match_rate", B, AT_3)));
        assertEquals(1 / 3.0, value(found.of("true_accept_rate", A, AT_3)), 1e-15);
        assertEquals(1 / 3.0, value(found.of("false_match_rate", A, AT_5)), 1e-15);
        assertEquals(6, value(found.of("count", A)));
        assertEquals("wilson", interval(found.of("false_match_rate", B, AT_3)).method());
    }

    @Test
    void measuresWhatNeedsNoTarget() {
        assertEquals(7.5 / 9, value(found.of("roc_auc", A)), 1e-15);
        assertEquals(6 / 8.0, value(found.of("roc_auc", B)), 1e-15);
        assertEquals(27.5 / 35, value(found.of("roc_auc", Map.of())), 1e-15);
        assertEquals(12 / 35.0, value(found.of("equal_error_rate", Map.of())), 1e-15);
        assertEquals(1 / 3.0, value(found.of("equal_error_rate", Map.of(), Map.of("interpolated", true))), 1e-15);
    }

    @Test
    void comparesGroups() {
        assertEquals(0.5, value(found.over("false_match_rate_difference", "band", AT_3)));
        assertEquals(1.5, value(found.over("false_match_rate_max_over_min", "band", AT_5)), 1e-15);
        Measurement geometric = found.over("false_match_rate_max_over_geometric_mean", "band", AT_5);
        assertEquals(0.5 * Math.sqrt(6), value(geometric), 1e-15);
        assertEquals(List.of("B"), geometric.groups());
        assertEquals(0.2, value(found.over("false_match_rate_gini", "band", AT_5)), 1e-15);
        Map<String, Object> weighed = Map.of("target_fmr", 0.3, "alpha", 0.25);
        assertEquals(1, value(found.over("garbe", "band", weighed)), 1e-15);
        assertEquals(
                1 - (0.25 * 0.5 + 0.75 * 2 / 3),
                value(found.over("fairness_discrepancy_rate", "band", weighed)),
                1e-15);
        Measurement pair = found.only(
                "false_match_rate_difference",
                Map.of(),
                List.of("band"),
                Optional.of(new Measurement.Pair("B", "A")),
                AT_5);
        assertEquals(1 / 6.0, value(pair), 1e-15);
        assertEquals("newcombe", interval(pair).method());
    }

    private static double at(Measurement measured, String parameter) {
        return (double) requireNonNull(measured.at().get(parameter));
    }

    /** None of A's 3 impostor pairs is accepted: its rate is at most the p with (1 - p)^3 = 0.025. */
    @Test
    void boundsTheRateThatNothingCanBeDividedBy() {
        Measurement ratio = found.outcome().measurements().stream()
                .filter(it -> it.metric().equals("false_match_rate_max_over_min") && 0.3 == at(it, "target_fmr"))
                .findFirst()
                .orElseThrow();
        assertEquals("a group's rate is 0, and nothing can be divided by it", undefined(ratio));
        assertEquals(1 - Math.cbrt(0.025), at(ratio, "upper_bound"), 1e-12);
        assertEquals("A", ratio.at().get("upper_bound_of"));
        Measurement both = found.outcome().measurements().stream()
                .filter(it -> it.metric().equals("inequity_rate") && 0.5 == at(it, "target_fmr"))
                .findFirst()
                .orElseThrow();
        // of both rates without errors, that of the non-matches: 3 genuine pairs of A, 2 of B
        assertEquals(1 - Math.cbrt(0.025), at(both, "upper_bound"), 1e-12);
        assertEquals("no group is above 0", undefined(found.over("false_non_match_rate_gini", "band", AT_5)));
    }

    @Test
    void keepsWhatThresholdsTradeOff() {
        ErrorTradeOffs curves = found.outcome().tradeOffs().orElseThrow();
        // the highest, 2nd, 3rd, 5th and 7th impostor; the lowest, 2nd, 3rd and 5th genuine pair
        assertEquals(List.of(0.1, 0.3, 0.5, 0.6, 0.65, 0.7, 0.8, 0.95), curves.thresholds());
        ErrorTradeOff all = curves.groups().get(0);
        assertEquals(List.of(7L, 5L, 3L, 3L, 2L, 2L, 1L, 0L), all.falseMatches());
        assertEquals(List.of(0L, 0L, 0L, 1L, 2L, 3L, 3L, 4L), all.falseNonMatches());
        ErrorTradeOff b = curves.groups().get(2);
        assertEquals(B, b.features());
        assertEquals(4, b.impostor());
        assertEquals(2, b.genuine());
        assertEquals(List.of(4L, 4L, 2L, 2L, 2L, 2L, 1L, 0L), b.falseMatches());
        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 1L, 1L, 1L), b.falseNonMatches());
    }

    private static Found weighed(double... weight) {
        VerificationPlan plan =
                new VerificationPlan(Found.plan("band", true, false), List.of(), false, List.of(0.3, 0.5), 0.25);
        Verification verification = new Verification(plan);
        verification.add(new PairBatch(12, GENUINE, SCORE, null, null, weight, new int[][] {BAND}));
        return new Found(verification.outcome(List.of(List.of("A", "B"))));
    }

    /**
     * Impostors of A weigh 1 (0.1), 4 (0.2) and 3 (0.6), its genuine pairs 5 (0.9), 2 (0.5) and 6 (0.6). Impostors of B weigh 7 (0.3), 0
     * (0.4), 2 (0.8) and 3 (0.7), its genuine pairs 4 (0.65) and 9 (0.95). Of 20, 5 reach 0.65, 8 reach 0.5, and 15 reach 0.3.
     */
    @Test
    void pairsCountAsMuchAsTheyWeigh() {
        Found weighed = weighed(5, 1, 7, 4, 4, 3, 0, 2, 2, 6, 9, 3);
        assertEquals(0.65, value(weighed.of("threshold", Map.of(), AT_3)));
        // what weighs nothing at 0.4 is not observed
        assertEquals(0.5, value(weighed.of("threshold", Map.of(), AT_5)));
        assertEquals(5 / 20.0, value(weighed.of("false_match_rate", Map.of(), AT_3)), 1e-15);
        assertEquals(8 / 20.0, value(weighed.of("false_match_rate", Map.of(), AT_5)), 1e-15);
        assertEquals(3 / 8.0, value(weighed.of("false_match_rate", A, AT_5)), 1e-15);
        assertEquals(5 / 12.0, value(weighed.of("false_match_rate", B, AT_5)), 1e-15);
        assertEquals(8 / 13.0, value(weighed.of("false_non_match_rate", A, AT_3)), 1e-15);
        assertEquals(5 / 13.0, value(weighed.of("true_accept_rate", A, AT_3)), 1e-15);
        assertEquals(6, value(weighed.of("count", B)));
        double overA = 2 * 5 + 6 * (5 + 1.5) + 5 * 8;
        assertEquals(overA / (13 * 8), value(weighed.of("roc_auc", A)), 1e-15);
        assertEquals((4 * 7 + 9 * 12) / (13 * 12.0), value(weighed.of("roc_auc", B)), 1e-15);
        // of all, at 0.6: 8 of 20 and 2 of 26; at 0.65: 5 of 20 and 8 of 26, and nearer
        assertEquals((5 / 20.0 + 8 / 26.0) / 2, value(weighed.of("equal_error_rate", Map.of())), 1e-15);
        assertEquals(
                "wilson_effective_rows",
                interval(weighed.of("false_match_rate", B, AT_5)).method());
        ErrorTradeOffs curves = weighed.outcome().tradeOffs().orElseThrow();
        assertEquals(List.of(0.1, 0.3, 0.5, 0.6, 0.65, 0.7, 0.8, 0.95), curves.thresholds());
        ErrorTradeOff all = curves.groups().get(0);
        assertEquals(List.of(7L, 5L, 3L, 3L, 2L, 2L, 1L, 0L), all.falseMatches());
        ErrorTradeOff.Weighed sums = all.weighed().orElseThrow();
        assertEquals(26, sums.genuine());
        assertEquals(20, sums.impostor());
        assertEquals(List.of(20.0, 15.0, 8.0, 8.0, 5.0, 5.0, 2.0, 0.0), sums.falseMatches());
        assertEquals(List.of(0.0, 0.0, 0.0, 2.0, 8.0, 12.0, 12.0, 17.0), sums.falseNonMatches());
        assertEquals(
                Optional.empty(),
                found.outcome().tradeOffs().orElseThrow().groups().get(0).weighed());
    }

    @Test
    void weightsOfZeroLeaveNothing() {
        Found none = weighed(new double[12]);
        assertEquals(
                "no pairs of different people with a weight above 0", undefined(none.of("threshold", Map.of(), AT_3)));
        assertEquals("all weights are 0", undefined(none.of("false_match_rate", A, AT_3)));
        assertEquals("all weights are 0", undefined(none.of("roc_auc", Map.of())));
        double[] genuineAlone = {5, 0, 0, 4, 0, 0, 0, 0, 2, 6, 9, 0};
        assertEquals(
                "no pairs of different people", undefined(weighed(genuineAlone).of("roc_auc", A)));
        double[] light = {5, 1, 0, 0, 4, 3, 0, 0, 2, 6, 0, 0};
        assertEquals("all weights are 0", undefined(weighed(light).of("roc_auc", B)));
        Verification weighted = new Verification(
                new VerificationPlan(Found.plan("band", true, false), List.of(), false, List.of(0.3), 0.25));
        PairBatch without = new PairBatch(1, new int[1], new double[1], null, null, null, new int[][] {{0}});
        assertThrows(IllegalArgumentException.class, () -> weighted.add(without));
    }

    /** None of A's impostors, of weights 1, 4 and 3, is accepted: as sure as 64 / 26 that count alike. */
    @Test
    void boundsAWeightedRateByWhatItsPairsAreWorth() {
        Measurement ratio = weighed(5, 1, 7, 4, 4, 3, 0, 2, 2, 6, 9, 3).outcome().measurements().stream()
                .filter(it -> it.metric().equals("false_match_rate_max_over_min") && 0.3 == at(it, "target_fmr"))
                .findFirst()
                .orElseThrow();
        assertEquals(1 - Math.pow(0.025, 26 / 64.0), at(ratio, "upper_bound"), 1e-12);
    }

    @Test
    void aTargetBelowEveryScoreRejectsAll() {
        Found top = measured(new double[] {0.4, 0.9, 0.9}, new int[] {1, 0, 0}, new int[] {0, 0, 1}, 0.3);
        assertEquals(
                "more pairs of different people than the target allows have the highest score",
                undefined(top.of("threshold", Map.of(), AT_3)));
        assertEquals(0, value(top.of("false_match_rate", Map.of(), AT_3)));
        assertEquals(1, value(top.of("false_non_match_rate", Map.of(), AT_3)));
    }

    @Test
    void withoutImpostorsNothingSetsAThreshold() {
        Found genuine = measured(new double[] {0.4, 0.9}, new int[] {1, 1}, new int[] {0, 1}, 0.3);
        assertEquals("no pairs of different people", undefined(genuine.of("threshold", Map.of(), AT_3)));
        assertEquals("no pairs of different people", undefined(genuine.of("false_match_rate", A, AT_3)));
        assertEquals(
                "no pairs of different people set a threshold", undefined(genuine.of("false_non_match_rate", A, AT_3)));
        Found impostors = measured(new double[] {0.4, 0.9}, new int[2], new int[] {0, 1}, 0.5);
        assertEquals("no pairs of the same person", undefined(impostors.of("false_non_match_rate", B, AT_5)));
        assertEquals(1, value(impostors.of("false_match_rate", B, AT_5)));
    }

    /** Within x impostors of 0.9 and 0.1 and a genuine pair of 0.8; between x and y 0.7, 0.2 and 0.3; within y one genuine of 0.3. */
    @Test
    void measuresPeopleOfOneGroupAndAcrossGroups() {
        VerificationPlan plan = new VerificationPlan(
                new GroupPlan(List.of(), List.of(), List.of(), Map.of(), false, false, 0.95, 50, 7, 10),
                List.of("one", "other"),
                false,
                List.of(0.5),
                0.5);
        Verification verification = new Verification(plan);
        int[] one = {0, 0, 0, 0, 0, 0, 1, 1};
        int[] other = {0, 0, 0, 1, 1, 1, 1, 1};
        double[] score = {0.9, 0.1, 0.8, 0.7, 0.2, 0.3, 0.3, 0.4};
        int[] genuine = {0, 0, 1, 0, 0, 0, 1, 0};
        verification.add(new PairBatch(8, genuine, score, null, null, null, new int[][] {one, other}));
        Found sides = new Found(verification.outcome(List.of(List.of("x", "y"), List.of("x", "y"))));
        // impostors 0.1, 0.2, 0.3, 0.4, 0.7, 0.9: three reach 0.4
        assertEquals(0.4, value(sides.of("threshold", Map.of(), AT_5)));
        assertEquals(0.5, value(sides.of("false_match_rate", Map.of("one", "x", "other", "x"), AT_5)));
        assertEquals(1 / 3.0, value(sides.of("false_match_rate", Map.of("one", "x", "other", "y"), AT_5)), 1e-15);
        assertEquals(1, value(sides.of("false_match_rate", Map.of("one", "y", "other", "y"), AT_5)));
        Measurement ratio =
                sides.only("false_match_rate_max_over_min", Map.of(), List.of("one", "other"), Optional.empty(), AT_5);
        assertEquals(2, value(ratio));
        assertEquals(List.of("y | y", "x | x"), ratio.groups());
        assertEquals(
                0.5,
                value(sides.only(
                        "false_match_rate_difference",
                        Map.of(),
                        List.of("one", "other"),
                        Optional.of(new Measurement.Pair("y | y", "x | x")),
                        AT_5)));
    }

    @Test
    void sidesFormNoOtherGroups() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new VerificationPlan(
                        Found.plan("one", false, false), List.of("one", "other"), false, List.of(0.1), 0.5));
        assertThrows(
                IllegalArgumentException.class,
                () -> new VerificationPlan(Found.plan("g", false, false), List.of("one"), false, List.of(0.1), 0.5));
        Verification people = new Verification(
                new VerificationPlan(Found.plan("g", false, false), List.of(), true, List.of(0.1), 0.5));
        PairBatch without = new PairBatch(1, new int[1], new double[1], null, null, null, new int[][] {{0}});
        assertThrows(IllegalArgumentException.class, () -> people.add(without));
    }
}
