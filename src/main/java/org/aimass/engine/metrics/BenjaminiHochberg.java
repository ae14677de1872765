package org.aimass.engine.metrics;

import java.util.stream.IntStream;

/**
 * Benjamini and Hochberg's step-up correction for many tests (Journal of the Royal Statistical Society B 57, 1995): for exploring,
 * where it matters what share of the findings is false rather than whether any one is.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Corrected p-values, in the order given: of the tests whose corrected p-value is at most a level, at most that share is expected
     * to reject falsely (tests that are independent, or depend positively: Benjamini and Yekutieli, Annals of Statistics 29, 2001).
     */
    public static double[] adjust(double... pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[b], pValues[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double ceiling = 1;
        for (int fromTop = 0; fromTop < order.length; fromTop++) {
            double rank = order.length - fromTop;
            ceiling = Math.min(ceiling, order.length / rank * pValues[order[fromTop]]);
            adjusted[order[fromTop]] = ceiling;
        }
        return adjusted;
    }
}
