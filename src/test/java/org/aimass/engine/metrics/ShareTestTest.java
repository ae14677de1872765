package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShareTestTest {

    private static TestResult test(double x1, double n1, double x2, double n2) {
        return ShareTest.of(
                Rate.PRECISION,
                Optional.of(new Proportion(x1, n1, n1, true)),
                Optional.of(new Proportion(x2, n2, n2, true)));
    }

    /** 30 of 50 and 20 of 60: z = 2.7968235952, two-sided 0.0051608. */
    @Test
    void manyRowsTakeTheNormalApproximation() {
        double p = 2 * Normal.upperTail(2.7968235951204043);
        assertEquals("two_proportion_z", test(30, 50, 20, 60).test());
        assertEquals(p, ((MetricValue.Measured) test(30, 50, 20, 60).pValue()).value(), 1e-12);
        assertEquals(p, ((MetricValue.Measured) test(20, 60, 30, 50).pValue()).value(), 1e-12);
    }

    /** The least of the four expected counts is that of the rarer outcome in the smaller group. */
    @Test
    void theBoundaryIsCochrans() {
        assertEquals("two_proportion_z", test(4, 20, 6, 20).test()); // 40 rows, 5 expected
        assertEquals("fisher_exact", test(4, 19, 6, 20).test()); // 39 rows
        assertEquals("fisher_exact", test(4, 20, 5, 20).test()); // 9 * 20 / 40 = 4.5 expected
        assertEquals("fisher_exact", test(16, 20, 15, 20).test()); // the same of those not counted
        assertEquals("two_proportion_z", test(16, 20, 14, 20).test());
        assertEquals("fisher_exact", test(3, 10, 45, 100).test()); // 48 * 10 / 110 = 4.4
        assertEquals("two_proportion_z", test(3, 10, 52, 100).test()); // 55 * 10 / 110 = 5
    }

    @Test
    void fewRowsTakeFishersTest() {
        TestResult tea = test(3, 4, 1, 4);
        assertEquals("fisher_exact", tea.test());
        assertEquals(34 / 70.0, ((MetricValue.Measured) tea.pValue()).value(), 1e-14);
    }

    /** 60 of 100 worth 50 rows and 25 of 75 worth 60 rows are 30 of 50 and 20 of 60. */
    @Test
    void weightedRowsCountAsManyAsTheyAreEffectively() {
        Optional<Proportion> first = Optional.of(new Proportion(60, 100, 50, false));
        Optional<Proportion> second = Optional.of(new Proportion(25, 75, 60, false));
        TestResult tested = ShareTest.of(Rate.PRECISION, first, second);
        assertEquals("two_proportion_z_effective_rows", tested.test());
        double p = 2 * Normal.upperTail(2.7968235951204043);
        assertEquals(p, ((MetricValue.Measured) tested.pValue()).value(), 1e-12);
        Optional<Proportion> few = Optional.of(new Proportion(60, 100, 7, false));
        TestResult none = ShareTest.of(Rate.PRECISION, first, few);
        assertEquals("two_proportion_z_effective_rows", none.test());
        assertEquals(
                MetricValue.undefined(
                        "too few effective rows for the normal approximation, and no exact test of rows with weights or clusters"),
                none.pValue());
    }

    @Test
    void whatIsUndefinedHasNoTest() {
        Optional<Proportion> some = Optional.of(new Proportion(3, 4, 4, true));
        assertEquals(
                new TestResult("fisher_exact", MetricValue.undefined("no predicted positives in the group")),
                ShareTest.of(Rate.PRECISION, Optional.empty(), some));
        assertEquals(
                new TestResult("fisher_exact", MetricValue.undefined("no predicted positives in the reference group")),
                ShareTest.of(Rate.PRECISION, some, Optional.empty()));
    }
}
