package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Three groups: tp 6, fp 2, fn 4, tn 8 (selection 8/20, TPR 0.6, FPR 0.2); tp 9, fp 5, fn 1, tn 10 (14/25, 0.9, 1/3); tp 0,
 * fp 1, fn 0, tn 3 (1/4, undefined, 1/4). All: tp 15, fp 8, fn 5, tn 21 (23/49, 0.75, 8/29).
 */
class DisparityTest {

    private final BaseMetrics metrics = new BaseMetrics(false, List.of());

    private Spread spread(double[]... groups) {
        Spread spread = new Spread(metrics.size());
        double[] all = new double[4];
        for (int group = 0; group < groups.length; group++) {
            spread.add(group, metrics.ofConfusion(groups[group], groups[group]));
            for (int cell = 0; cell < 4; cell++) {
                all[cell] += groups[group][cell];
            }
        }
        spread.overall(metrics.ofConfusion(all, all));
        return spread;
    }

    private final Spread three =
            spread(new double[] {6, 2, 4, 8}, new double[] {9, 5, 1, 10}, new double[] {0, 1, 0, 3});

    private Disparity named(String name) {
        List<Disparity> found = Disparity.all(metrics).stream()
                .filter(d -> d.name().equals(name))
                .toList();
        assertEquals(1, found.size(), name);
        return found.get(0);
    }

    private void assertDisparity(double value, String name, Integer... groups) {
        assertEquals(value, named(name).value(three), 1e-15, name);
        assertEquals(List.of(groups), named(name).groups(three), name);
        assertEquals(0, named(name).at().size());
    }

    @Test
    void betweenTheExtremes() {
        assertDisparity(14 / 25.0 - 1 / 4.0, "selection_rate_difference", 1, 2);
        assertDisparity(1 / 4.0 / (14 / 25.0), "selection_rate_ratio", 1, 2);
        assertDisparity(14 / 25.0 - 1 / 4.0, "demographic_parity_difference", 1, 2);
        assertDisparity(1 / 4.0 / (14 / 25.0), "demographic_parity_ratio", 1, 2);
        assertDisparity(0.9 - 0.6, "equal_opportunity_difference", 1, 0);
        assertDisparity(0.6 / 0.9, "equal_opportunity_ratio", 1, 0);
    }

    @Test
    void oddsAreTheWorseOrTheMeanOfTwo() {
        double alarm = 1 / 3.0 - 0.2;
        assertDisparity(0.9 - 0.6, "equalized_odds_difference", 1, 0);
        assertDisparity((0.9 - 0.6 + alarm) / 2, "equalized_odds_difference_mean");
        assertDisparity(0.2 / (1 / 3.0), "equalized_odds_ratio", 1, 0);
        assertDisparity((0.2 / (1 / 3.0) + 0.6 / 0.9) / 2, "equalized_odds_ratio_mean");
    }

    @Test
    void toAllRows() {
        assertDisparity(23 / 49.0 - 1 / 4.0, "demographic_parity_difference_to_overall", 2);
        assertDisparity(1 / 4.0 / (23 / 49.0), "demographic_parity_ratio_to_overall", 2);
        assertDisparity(0.15, "equal_opportunity_difference_to_overall", 1);
        assertDisparity(0.8, "equal_opportunity_ratio_to_overall", 0);
        assertDisparity(0.15, "equalized_odds_difference_to_overall", 1);
        assertDisparity((0.15 + 8 / 29.0 - 0.2) / 2, "equalized_odds_difference_mean_to_overall");
        assertDisparity(0.2 / (8 / 29.0), "equalized_odds_ratio_to_overall", 0);
    }

    /** FPR 1/29 and 8/9 against an overall 9/38 lie farther apart than the TPRs. */
    @Test
    void theWorseOfTheOddsNamesItsGroups() {
        Spread spread = spread(new double[] {6, 1, 4, 28}, new double[] {5, 8, 5, 1});
        assertEquals(List.of(1, 0), named("equalized_odds_difference").groups(spread));
        assertEquals(List.of(1, 0), named("equalized_odds_ratio").groups(spread));
        assertEquals(List.of(0), named("equalized_odds_ratio_to_overall").groups(spread));
        assertEquals(List.of(1), named("demographic_parity_ratio_to_overall").groups(spread));
    }

    @Test
    void undefinedWithAReason() {
        Spread one = spread(new double[] {6, 2, 4, 8});
        assertEquals(Double.NaN, named("accuracy_difference").value(one));
        assertEquals(
                "fewer than two groups have a value",
                named("accuracy_difference").whyUndefined(one));
        Spread zeros = spread(new double[] {0, 0, 4, 8}, new double[] {0, 0, 3, 5});
        assertEquals(Double.NaN, named("selection_rate_ratio").value(zeros));
        assertEquals("no group is above 0", named("selection_rate_ratio").whyUndefined(zeros));
        assertEquals(Double.NaN, named("demographic_parity_ratio_to_overall").value(zeros));
        assertEquals(0, named("selection_rate_difference").value(zeros));
        assertEquals(Double.NaN, named("equalized_odds_ratio").value(zeros));
        assertEquals(
                "true positive rate: no group is above 0",
                named("equalized_odds_ratio").whyUndefined(zeros));
        Spread noAlarm = spread(new double[] {1, 0, 4, 8}, new double[] {2, 0, 3, 5});
        assertEquals(
                "false positive rate: no group is above 0",
                named("equalized_odds_ratio").whyUndefined(noAlarm));
    }

    private static Spread correlations(double... each) {
        Spread spread = new Spread(1);
        for (int group = 0; group < each.length; group++) {
            spread.add(group, new double[] {each[group]});
        }
        return spread;
    }

    /** Matthews' correlation may be below 0, but says something from 0 on. */
    @Test
    void dividesCorrelationsThatAreNotNegative() {
        BaseMetric matthews = new BaseMetric("matthews_corrcoef", Map.of(), false, true);
        Disparity ratio = Disparity.ofEach(List.of(matthews)).get(1);
        assertEquals("matthews_corrcoef_ratio", ratio.name());
        assertEquals(0.25, ratio.value(correlations(0.8, 0.2, 0.4)));
        assertEquals(List.of(0, 1), ratio.groups(correlations(0.8, 0.2, 0.4)));
        assertEquals(0, ratio.value(correlations(0.5, 0)));
        assertEquals(Double.NaN, ratio.value(correlations(0.5, -0.1)));
        assertEquals("a group is below 0, where a ratio says nothing", ratio.whyUndefined(correlations(0.5, -0.1)));
        assertEquals(Double.NaN, ratio.value(correlations(0, 0)));
        assertEquals("no group is above 0", ratio.whyUndefined(correlations(0, 0)));
        assertEquals(Double.NaN, ratio.value(correlations(0.5)));
        assertEquals("fewer than two groups have a value", ratio.whyUndefined(correlations(0.5)));
        Disparity score = Disparity.ofEach(List.of(new BaseMetric("r2_score", Map.of(), false, false)))
                .get(1);
        assertEquals(-0.25, score.value(correlations(0.8, -0.2)));
        Disparity other = Disparity.ofEach(List.of(new BaseMetric("bias", Map.of(), false, true)))
                .get(1);
        assertEquals(Double.NaN, other.value(correlations(0.8, 0.2)));
        assertEquals("a ratio of values that may be negative says nothing", other.whyUndefined(correlations(0.8, 0.2)));
    }

    /** Errors of 0.5, 0.2 and 0.8, values of -1, 3 and none, in groups 4, 6 and 9; once more, all errors twice as low or high. */
    private static Spreads spreads() {
        Spreads spreads = new Spreads(2, 2, List.of(1), true);
        spreads.add(4, new double[] {0.5, -1}, new double[][] {{0.25, -2}, {1, -3}});
        spreads.add(6, new double[] {0.2, 3}, new double[][] {{0.1, 5}, {0.4, 7}});
        spreads.add(9, new double[] {0.8, Double.NaN}, new double[][] {{0.6, 1}, {1.2, Double.NaN}});
        return spreads;
    }

    @Test
    void ofErrorsTheGreatestIsDividedByTheLeast() {
        List<Disparity> all = Disparity.ofEach(
                List.of(
                        new BaseMetric("miss_rate", Map.of("k", 2), false, false),
                        new BaseMetric("shift", Map.of(), false, true)),
                metric -> metric == 0);
        assertEquals(
                List.of("miss_rate_difference", "shift_difference", "miss_rate_ratio", "shift_ratio"),
                all.stream().map(Disparity::name).toList());
        Disparity ratio = all.get(2);
        assertEquals(
                new Disparity.ErrorRatio("miss_rate_ratio", Map.of(), 1),
                Disparity.ofEach(
                                List.of(
                                        new BaseMetric("shift", Map.of(), false, true),
                                        new BaseMetric("miss_rate", Map.of(), false, false)),
                                metric -> metric == 1)
                        .get(3));
        assertEquals(Map.of("k", 2), ratio.at());
        Spreads spreads = spreads();
        assertEquals(4, ratio.value(spreads.spread()), 1e-15);
        assertEquals(List.of(9, 6), ratio.groups(spreads.spread()));
        assertEquals(List.of(), ratio.everyGroup());
        assertArrayEquals(new double[] {6, 3}, spreads.replicated(ratio), 1e-15);
        assertArrayEquals(new double[] {7, 10}, spreads.replicated(all.get(1)));
        Disparity gini = new Differential("gini", Map.of(), Differential.Form.GINI, 1, 1, 1);
        // of 5, 1 and -2, which are kept in the replicates too: 2 * (5 + 2) over 2 * 4
        assertEquals(14 / 8.0, spreads.replicated(gini)[0], 1e-15);
        assertEquals(
                "a ratio of values that may be negative says nothing",
                all.get(3).whyUndefined(spreads.spread()));
    }

    @Test
    void extremesHaveTheirGroups() {
        Spread spread = spreads().spread();
        Disparity least = new Disparity.Extreme("min", Map.of(), 0, false);
        Disparity most = new Disparity.Extreme("max", Map.of(), 0, true);
        assertEquals(0.2, least.value(spread));
        assertEquals(List.of(6), least.groups(spread));
        assertEquals(0.8, most.value(spread));
        assertEquals(List.of(9), most.groups(spread));
        assertEquals(Double.NaN, most.value(new Spread(1)));
        assertEquals("no group has a value", most.whyUndefined(new Spread(1)));
        assertArrayEquals(new double[] {-1, 3}, spread.each(1));
        assertArrayEquals(new double[0], spread.each(0));
    }

    @Test
    void anErrorRatioSaysWhatIsMissing() {
        Disparity ratio = new Disparity.ErrorRatio("ratio", Map.of(), 0);
        Spread spread = new Spread(1);
        spread.add(0, new double[] {0.5});
        assertEquals(Double.NaN, ratio.value(spread));
        assertEquals("fewer than two groups have a value", ratio.whyUndefined(spread));
        spread.add(1, new double[] {0});
        assertEquals(Double.NaN, ratio.value(spread));
        assertEquals("a group has none of these errors", ratio.whyUndefined(spread));
        Spread two = new Spread(1);
        two.add(0, new double[] {0.5});
        two.add(1, new double[] {0.25});
        assertEquals(2, ratio.value(two));
    }

    @Test
    void ofEqualGroupsTheFirstIsNamed() {
        Spread spread = new Spread(1);
        spread.add(5, new double[] {0.5});
        spread.add(7, new double[] {0.5});
        assertEquals(5, spread.leastGroup(0));
        assertEquals(5, spread.greatestGroup(0));
        assertEquals(Double.NaN, spread.overall(0));
    }
}
