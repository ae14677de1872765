package org.aimass.engine.metrics;

import java.util.Optional;

/**
 * Whether a share differs between a group and its reference, two-sided: {@link FisherExact} where the table is small, else the pooled
 * two-proportion z-test.
 *
 * <p>The boundary is Cochran's (Biometrics 10, 1954, section 4): the normal approximation needs {@value #FEWEST_ROWS} rows in both
 * groups together and an expected count of {@value #LEAST_EXPECTED} in each of the four fields. Fisher's test is always valid but
 * conservative, so it is kept for the tables that need it. Rows with weights or clusters count as many as they are effectively; there is
 * no exact test of these, so a table that is too small has no answer.
 */
public final class ShareTest {

    static final int FEWEST_ROWS = 40;
    static final int LEAST_EXPECTED = 5;

    private static final String FISHER = "fisher_exact";
    private static final String Z = "two_proportion_z";

    private ShareTest() {}

    /**
     * @param rate which share it is
     * @param group empty where it has no such share
     * @param reference empty where it has no such share
     */
    public static TestResult of(Rate rate, Optional<Proportion> group, Optional<Proportion> reference) {
        if (group.isEmpty() || reference.isEmpty()) {
            String where = group.isEmpty() ? " in the group" : " in the reference group";
            return new TestResult(FISHER, MetricValue.undefined(rate.whyUndefined() + where));
        }
        return of(group.get(), reference.get());
    }

    private static TestResult of(Proportion group, Proportion reference) {
        boolean plain = group.plain() && reference.plain();
        double x1 = group.effectiveHits();
        double x2 = reference.effectiveHits();
        double n1 = group.effectiveRows();
        double n2 = reference.effectiveRows();
        double rarer = Math.min(x1 + x2, n1 + n2 - x1 - x2);
        boolean small = n1 + n2 < FEWEST_ROWS || rarer * Math.min(n1, n2) / (n1 + n2) < LEAST_EXPECTED;
        if (!small) {
            String test = plain ? Z : Z + "_effective_rows";
            return new TestResult(test, MetricValue.of(ProportionTest.differenceOutside(x1, n1, x2, n2, 0)));
        }
        if (!plain) {
            return new TestResult(
                    Z + "_effective_rows",
                    MetricValue.undefined(
                            "too few effective rows for the normal approximation, and no exact test of rows with weights or clusters"));
        }
        return new TestResult(FISHER, MetricValue.of(FisherExact.twoSided((long) x1, (long) n1, (long) x2, (long) n2)));
    }
}
