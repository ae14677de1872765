package org.aimass.engine.metrics;

import java.util.stream.IntStream;

/** Holm's step-down correction for several tests (Scandinavian Journal of Statistics 6, 1979). */
public final class Holm {

    private Holm() {}

    /**
     * Corrected p-values, in the order given: a test rejects at a level where its corrected p-value is at most that level,
     * and then the chance of any false rejection is at most the level.
     */
    public static double[] adjust(double... pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double floor = 0;
        for (int rank = 0; rank < order.length; rank++) {
            floor = Math.max(floor, Math.min(1, (order.length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = floor;
        }
        return adjusted;
    }
}
