package org.aimass.audit.entity;

import java.util.List;

/** How many comparisons ended in each verdict. */
public record Tally(int shown, int within, int insufficient) {

    public static Tally of(List<JudgedComparison> comparisons) {
        return new Tally(
                count(comparisons, Verdict.DISPARITY_SHOWN),
                count(comparisons, Verdict.WITHIN_TOLERANCE),
                count(comparisons, Verdict.INSUFFICIENT_EVIDENCE));
    }

    private static int count(List<JudgedComparison> comparisons, Verdict verdict) {
        return (int) comparisons.stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .count();
    }

    public int total() {
        return shown + within + insufficient;
    }
}
