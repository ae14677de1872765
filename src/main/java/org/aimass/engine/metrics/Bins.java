package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Counts how a number is spread. */
public final class Bins {

    private static final int BINS_A_SIDE = 10;
    private static final int PLACES = 20;
    private static final double MOST_WITHIN = 0.99;
    private static final double[] ROUND = {1, 2, 5, 10};

    private Bins() {}

    /**
     * Twenty bins around 0, whose outermost edge is a round number that 99 % of the errors do not exceed.
     *
     * @param sizes of the errors, ascending
     */
    public static double[] edgesOfErrors(double[] sizes) {
        double most = sizes.length == 0 ? 1 : sizes[(int) (MOST_WITHIN * (sizes.length - 1))];
        double outermost = most > 0 ? round(most) : 1;
        double[] edges = new double[2 * BINS_A_SIDE + 1];
        Arrays.setAll(edges, edge -> outermost * (edge - BINS_A_SIDE) / BINS_A_SIDE);
        return edges;
    }

    /** The least of 1, 2 or 5 times a power of ten that is not below. */
    private static double round(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double times : ROUND) {
            if (times * power >= most) {
                return times * power;
            }
        }
        return ROUND[ROUND.length - 1] * power;
    }

    /** The first twenty places, one bin each; the last bin holds all places behind them. */
    public static double[] edgesOfPlaces() {
        double[] edges = new double[PLACES + 2];
        Arrays.setAll(edges, edge -> edge + 1);
        return edges;
    }

    /** Counts numbers. */
    public static BinnedRows bin(Map<String, String> features, int size, IntToDoubleFunction number, double[] edges) {
        long[] counts = new long[edges.length - 1];
        for (int row = 0; row < size; row++) {
            counts[binOf(number.applyAsDouble(row), edges)]++;
        }
        List<Long> boxed = new ArrayList<>();
        for (long count : counts) {
            boxed.add(count);
        }
        return new BinnedRows(features, boxed);
    }

    private static int binOf(double number, double[] edges) {
        int found = Arrays.binarySearch(edges, number);
        int bin = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(edges.length - 2, bin));
    }
}
