package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three groups with false match rates of 0.02, 0.08 and 0.04 and false non-match rates of 0.1, 0.3 and 0.5; alpha is 0.25. */
class DifferentialTest {

    private static final Map<String, Object> AT = Map.of("target_fmr", 0.01);
    private static final Map<String, Object> WEIGHED = Map.of("target_fmr", 0.01, "alpha", 0.25);
    private static final double MATCH_GINI = (2 * 0.08 - 2 * 0.02) / (2 * 0.14);
    private static final double NON_MATCH_GINI = (2 * 0.5 - 2 * 0.1) / (2 * 0.9);

    private static Spread spread(double[]... groups) {
        Spread spread = new Spread(2, List.of(0, 1));
        for (int group = 0; group < groups.length; group++) {
            spread.add(group, groups[group]);
        }
        return spread;
    }

    private final Spread three = spread(new double[] {0.02, 0.1}, new double[] {0.08, 0.3}, new double[] {0.04, 0.5});

    private static Disparity named(String name) {
        List<Disparity> all = new ArrayList<>();
        all.addAll(Differential.of(new BaseMetric("false_match_rate", AT, true, false), 0));
        all.addAll(Differential.of(new BaseMetric("false_non_match_rate", AT, true, false), 1));
        all.addAll(Differential.ofBoth(AT, 0, 1, 0.25));
        return all.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static void assertDifferential(double expected, String name, Spread spread, Integer... groups) {
        assertEquals(expected, named(name).value(spread), 1e-15, name);
        assertEquals(List.of(groups), named(name).groups(spread), name);
    }

    @Test
    void dividesTheHighestByTheLowest() {
        assertDifferential(0.08 / 0.02, "false_match_rate_max_over_min", three, 1, 0);
        assertDifferential(0.5 / 0.1, "false_non_match_rate_max_over_min", three, 2, 0);
        assertEquals(AT, named("false_match_rate_max_over_min").at());
    }

    /** The geometric mean of 0.02, 0.08 and 0.04 is 0.04. */
    @Test
    void dividesTheHighestByTheGeometricMean() {
        assertDifferential(2, "false_match_rate_max_over_geometric_mean", three, 1);
        assertDifferential(0.5 / Math.cbrt(0.015), "false_non_match_rate_max_over_geometric_mean", three, 2);
    }

    /** Differences of 0.06, 0.04 and 0.02, over two times the sum of 0.14. */
    @Test
    void measuresHowUnevenlyErrorsFall() {
        assertEquals((0.06 + 0.04 + 0.02) / (2 * 0.14), MATCH_GINI, 1e-15);
        assertDifferential(MATCH_GINI, "false_match_rate_gini", three);
        assertDifferential(NON_MATCH_GINI, "false_non_match_rate_gini", three);
        assertDifferential(1, "false_match_rate_gini", spread(new double[] {0, 0.1}, new double[] {0.3, 0.2}));
    }

    @Test
    void sumsBothKindsOfErrorUp() {
        assertDifferential(0.25 * MATCH_GINI + 0.75 * NON_MATCH_GINI, "garbe", three);
        assertDifferential(1 - (0.25 * 0.06 + 0.75 * 0.4), "fairness_discrepancy_rate", three);
        assertDifferential(Math.pow(4, 0.25) * Math.pow(5, 0.75), "inequity_rate", three);
        assertEquals(WEIGHED, named("garbe").at());
    }

    @Test
    void saysWhyThereIsNoValue() {
        Spread zero = spread(new double[] {0, 0.1}, new double[] {0.3, 0.2});
        String divided = "a group's rate is 0, and nothing can be divided by it";
        for (String name : List.of("false_match_rate_max_over_min", "false_match_rate_max_over_geometric_mean")) {
            assertEquals(Double.NaN, named(name).value(zero));
            assertEquals(divided, named(name).whyUndefined(zero));
        }
        assertEquals(Double.NaN, named("inequity_rate").value(zero));
        assertEquals(divided, named("inequity_rate").whyUndefined(zero));
        Spread nothing = spread(new double[] {0.1, 0}, new double[] {0.3, 0});
        assertEquals(Double.NaN, named("garbe").value(nothing));
        assertEquals("no group is above 0", named("garbe").whyUndefined(nothing));
        assertEquals("no group is above 0", named("false_non_match_rate_gini").whyUndefined(nothing));
        assertDifferential(1 - 0.25 * 0.2, "fairness_discrepancy_rate", nothing);
        Spread one = spread(new double[] {0.1, 0.2}, new double[] {0.3, Double.NaN});
        assertEquals(Double.NaN, named("garbe").value(one));
        assertEquals("fewer than two groups have a value", named("garbe").whyUndefined(one));
        Spread other = spread(new double[] {0.1, 0.2}, new double[] {Double.NaN, 0.3});
        assertEquals("fewer than two groups have a value", named("garbe").whyUndefined(other));
        assertEquals(Double.NaN, named("fairness_discrepancy_rate").value(other));
    }

    private static double value(double alpha, int form, Spread spread) {
        return Differential.ofBoth(Map.of(), 0, 1, alpha).get(form).value(spread);
    }

    /** An alpha of 1 takes no notice of non-matches, even where they have no ratio, and one of 0 none of matches. */
    @Test
    void whatWeighsNothingHasNoPart() {
        Spread noMisses = spread(new double[] {0.02, 0}, new double[] {0.08, 0});
        assertEquals(4, value(1, 2, noMisses), 1e-14);
        assertEquals(0.6, value(1, 0, noMisses), 1e-14);
        assertEquals(1 - 0.06, value(1, 1, noMisses), 1e-15);
        assertEquals(Double.NaN, value(0, 2, noMisses));
        assertEquals(Double.NaN, value(0, 0, noMisses));
        Spread noMatches = spread(new double[] {0, 0.1}, new double[] {0, 0.3});
        assertEquals(3, value(0, 2, noMatches), 1e-14);
        assertEquals(0.5, value(0, 0, noMatches), 1e-14);
        assertEquals(Double.NaN, value(1, 2, noMatches));
        Disparity ofMatches = Differential.ofBoth(Map.of(), 0, 1, 1).get(2);
        assertEquals("no group is above 0", ofMatches.whyUndefined(noMatches));
        Spread half = spread(new double[] {0.02, Double.NaN}, new double[] {0.1, 0.4});
        assertEquals(5, value(1, 2, half), 1e-14);
        assertEquals(Double.NaN, value(0, 2, half));
        assertEquals(
                "fewer than two groups have a value",
                Differential.ofBoth(Map.of(), 0, 1, 0).get(2).whyUndefined(half));
        assertEquals(List.of(0), ((Differential) ofMatches).rates());
        assertEquals(
                List.of(1),
                ((Differential) Differential.ofBoth(Map.of(), 0, 1, 0).get(2)).rates());
        assertEquals(List.of(0), Differential.ofBoth(Map.of(), 0, 1, 1).get(0).everyGroup());
    }

    /** What needs every group's value asks for it, and has none where it is not kept. */
    @Test
    void asksForEveryGroupsValue() {
        assertEquals(List.of(0), named("false_match_rate_gini").everyGroup());
        assertEquals(
                List.of(1),
                named("false_non_match_rate_max_over_geometric_mean").everyGroup());
        assertEquals(List.of(0, 1), named("garbe").everyGroup());
        assertEquals(List.of(), named("inequity_rate").everyGroup());
        assertEquals(List.of(), named("false_match_rate_max_over_min").everyGroup());
        Spread extremes = new Spread(2);
        extremes.add(0, new double[] {0.1, 0.2});
        extremes.add(1, new double[] {0.3, 0.4});
        assertEquals(
                Double.NaN, named("false_match_rate_max_over_geometric_mean").value(extremes));
        assertEquals(3, named("false_match_rate_max_over_min").value(extremes), 1e-15);
    }

    @Test
    void knowsItsRates() {
        Differential both = (Differential) named("inequity_rate");
        assertEquals(List.of(0, 1), both.rates());
        assertEquals(true, both.dividesByRates());
        Differential one = (Differential) named("false_non_match_rate_max_over_geometric_mean");
        assertEquals(List.of(1), one.rates());
        assertEquals(true, one.dividesByRates());
        assertEquals(false, ((Differential) named("garbe")).dividesByRates());
        assertEquals(true, ((Differential) named("false_match_rate_max_over_min")).dividesByRates());
    }
}
