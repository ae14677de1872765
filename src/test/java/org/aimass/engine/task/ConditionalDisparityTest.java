package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.RateInterval;
import org.junit.jupiter.api.Test;

/**
 * Admissions to six departments at Berkeley in 1973 (Bickel, Hammel and O'Connell, Science 187, 1975): of all rejected 46 % are
 * women, of all accepted 32 %; within the departments the difference goes the other way.
 */
class ConditionalDisparityTest {

    /** By department: men accepted, men rejected, women accepted, women rejected. */
    private static final int[][] BERKELEY = {
        {512, 313, 89, 19},
        {353, 207, 17, 8},
        {120, 205, 202, 391},
        {138, 279, 131, 244},
        {53, 138, 94, 299},
        {22, 351, 24, 317}
    };

    private static final Map<String, Object> AT = Map.of("conditioned_on", "department");
    private static final Map<String, String> WOMEN = Map.of("sex", "women");

    private static Found measured(int[][] table, RateInterval rateInterval, boolean positiveIsFavorable) {
        List<String> control = table.length > 1 ? List.of("department") : List.of();
        BinaryPlan plan = new BinaryPlan(
                new GroupPlan(
                        List.of("sex"), List.of(), control, Map.of(), false, false, 0.95, 400, 7, 10, rateInterval),
                false,
                positiveIsFavorable,
                List.of(10),
                OptionalDouble.empty(),
                Optional.empty());
        BinaryClassification audit = new BinaryClassification(plan);
        for (int department = 0; department < table.length; department++) {
            for (int cell = 0; cell < 4; cell++) {
                int rows = table[department][cell];
                int[] prediction = filled(rows, cell % 2 == 0 == positiveIsFavorable ? 1 : 0);
                int[][] features = {filled(rows, cell / 2), filled(rows, department)};
                audit.add(new LabelledBatch(
                        rows,
                        filled(rows, cell % 2),
                        prediction,
                        null,
                        null,
                        null,
                        control.isEmpty() ? new int[][] {features[0]} : features));
            }
        }
        List<String> sexes = List.of("men", "women");
        List<String> departments = List.of("A", "B", "C", "D", "E", "F");
        return new Found(audit.outcome(control.isEmpty() ? List.of(sexes) : List.of(sexes, departments)));
    }

    private static int[] filled(int size, int value) {
        int[] filled = new int[size];
        Arrays.fill(filled, value);
        return filled;
    }

    @Test
    void whatHoldsOfAllIsTurnedWithinTheDepartments() {
        Found found = measured(BERKELEY, RateInterval.WILSON, true);
        double ofA = 19 / 332.0 - 89 / 601.0;
        double ofF = 317 / 668.0 - 24 / 46.0;
        assertEquals(
                ofA, Found.value(found.of("demographic_disparity", Map.of("sex", "women", "department", "A"))), 1e-15);
        assertEquals(
                ofF, Found.value(found.of("demographic_disparity", Map.of("sex", "women", "department", "F"))), 1e-15);
        double expected = (933 * ofA
                        + 585 * (8 / 215.0 - 17 / 370.0)
                        + 918 * (391 / 596.0 - 202 / 322.0)
                        + 792 * (244 / 523.0 - 131 / 269.0)
                        + 584 * (299 / 437.0 - 94 / 147.0)
                        + 714 * ofF)
                / 4526;
        double women = Found.value(found.of("conditional_demographic_disparity", WOMEN, AT));
        assertEquals(expected, women, 1e-15);
        assertEquals(
                -women,
                Found.value(found.of("conditional_demographic_disparity", Map.of("sex", "men"), AT)),
                1e-15,
                "two groups share what there is");
        assertTrue(women < 0, "against the difference over all departments");
        Interval interval = Found.interval(found.of("conditional_demographic_disparity", WOMEN, AT));
        assertEquals("bootstrap", interval.method());
        assertTrue(interval.low() < women && women < interval.high() && interval.high() - interval.low() < 0.08);
    }

    @Test
    void theFavourableLabelMayBeTheNegativeOne() {
        assertEquals(
                Found.value(measured(BERKELEY, RateInterval.WILSON, true)
                        .of("conditional_demographic_disparity", WOMEN, AT)),
                Found.value(measured(BERKELEY, RateInterval.WILSON, false)
                        .of("conditional_demographic_disparity", WOMEN, AT)));
    }

    @Test
    void aDepartmentThatRejectsNobodyTakesNoPart() {
        Found found = measured(new int[][] {{5, 0, 3, 0}, {20, 12, 9, 11}}, RateInterval.WILSON, true);
        assertEquals(
                "no rows are rejected",
                Found.undefined(found.of("demographic_disparity", Map.of("sex", "men", "department", "A"))));
        assertEquals(
                11 / 23.0 - 9 / 29.0, Found.value(found.of("conditional_demographic_disparity", WOMEN, AT)), 1e-15);
        Found none = measured(new int[][] {{5, 0, 3, 0}, {0, 4, 0, 2}}, RateInterval.WILSON, true);
        assertEquals(
                "no slice has both accepted and rejected rows",
                Found.undefined(none.of("conditional_demographic_disparity", WOMEN, AT)));
        assertEquals(
                "no rows are accepted",
                Found.undefined(none.of("demographic_disparity", Map.of("sex", "women", "department", "B"))));
    }

    @Test
    void sharesMayHaveTheExactInterval() {
        int[][] table = {{27, 13, 2, 8}};
        Interval wilson =
                Found.interval(measured(table, RateInterval.WILSON, true).of("selection_rate", WOMEN));
        Interval exact = Found.interval(
                measured(table, RateInterval.CLOPPER_PEARSON, true).of("selection_rate", WOMEN));
        assertEquals("wilson", wilson.method());
        assertEquals("clopper_pearson", exact.method());
        assertEquals(0.025210726326833, exact.low(), 1e-12); // 2 of 10
        assertEquals(0.556095462307641, exact.high(), 1e-12);
        assertEquals(0.056682151454375, wilson.low(), 1e-12);
        assertEquals(0.509837528463358, wilson.high(), 1e-12);
    }
}
