package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * The scores of a group's pairs in steps from low to high: each different score a step of its own, or where there are too many,
 * neighbours together. Thresholds always lie between two steps.
 */
final class ScoreSteps {

    /** The places of the two kinds of pairs. */
    static final int IMPOSTOR = 0;

    static final int GENUINE = 1;

    private final int[] stepOfPair;
    private final double[][] counts;
    private final double[][] sums;
    private final double[][] squares;
    /** Of the impostor and genuine pairs of one step how many have the genuine one above, ties half. */
    private final double[] above;

    private final int[] firstOfThreshold;
    private final int size;
    private final boolean weighted;

    /** @param most how many steps there may be, beside those that thresholds make */
    ScoreSteps(PairRows pairs, List<Double> thresholds, int most) {
        int rows = pairs.size();
        weighted = pairs.weighted();
        stepOfPair = new int[rows];
        double[] score = pairs.score();
        double[] borders =
                thresholds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int distinct = 0;
        for (int row = 0; row < rows; row++) {
            distinct += row == 0 || score[row] != score[row - 1] ? 1 : 0;
        }
        int fewest = distinct <= most ? 1 : (rows + most - 1) / most;
        int step = -1;
        int started = 0;
        for (int row = 0; row < rows; row++) {
            boolean rises = row == 0 || score[row] != score[row - 1];
            boolean crosses = row == 0 || crosses(borders, score[row - 1], score[row]);
            if (rises && (crosses || row - started >= fewest)) {
                step++;
                started = row;
            }
            stepOfPair[row] = step;
        }
        size = step + 1;
        counts = new double[2][size];
        sums = new double[2][size];
        squares = new double[2][size];
        above = new double[size];
        double centre = rows == 0 ? 0 : score[rows / 2];
        for (int row = 0; row < rows; ) {
            row = tied(pairs, row, centre);
        }
        firstOfThreshold = new int[thresholds.size()];
        for (int threshold = 0; threshold < firstOfThreshold.length; threshold++) {
            int row = first(score, thresholds.get(threshold));
            firstOfThreshold[threshold] = row == rows ? size : stepOfPair[row];
        }
    }

    /** Whether a border lies above the one score and not above the next. */
    private static boolean crosses(double[] borders, double below, double score) {
        int at = first(borders, Math.nextUp(below));
        return at < borders.length && borders[at] <= score;
    }

    /** The place of the first of ascending numbers that is not below. */
    private static int first(double[] ascending, double least) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds the pairs that share a score; answers where the next score begins. */
    private int tied(PairRows pairs, int from, double centre) {
        int step = stepOfPair[from];
        double[] tied = new double[2];
        int to = from;
        while (to < pairs.size() && pairs.score()[to] == pairs.score()[from]) {
            tied[pairs.genuine()[to] ? GENUINE : IMPOSTOR] += pairs.weight(to++);
        }
        above[step] += tied[GENUINE] * (counts[IMPOSTOR][step] + tied[IMPOSTOR] / 2);
        double score = pairs.score()[from] - centre;
        for (int kind = IMPOSTOR; kind <= GENUINE; kind++) {
            counts[kind][step] += tied[kind];
            sums[kind][step] += tied[kind] * score;
            squares[kind][step] += tied[kind] * score * score;
        }
        return to;
    }

    int size() {
        return size;
    }

    int stepOf(int pair) {
        return stepOfPair[pair];
    }

    /** By [kind][step] how many pairs there are, or what they weigh. */
    double[][] counts() {
        return counts;
    }

    /** The first step at or above a threshold; {@link #size} where all are below. */
    int firstOf(int threshold) {
        return firstOfThreshold[threshold];
    }

    /** How far above a fixed score the pairs of a step lie on average. */
    double mean(int kind, int step) {
        return counts[kind][step] == 0 ? 0 : sums[kind][step] / counts[kind][step];
    }

    /** The mean square of that. */
    double meanSquare(int kind, int step) {
        return counts[kind][step] == 0 ? 0 : squares[kind][step] / counts[kind][step];
    }

    /** Of an impostor and a genuine pair of one step how often the genuine one is above, ties half. */
    double above(int step) {
        double both = counts[IMPOSTOR][step] * counts[GENUINE][step];
        return both == 0 ? 0.5 : above[step] / both;
    }

    /** Whether pairs count as much as they weigh. */
    boolean weighted() {
        return weighted;
    }

    static double sum(double[] counts) {
        return sum(counts, 0, counts.length);
    }

    static double sum(double[] counts, int from, int to) {
        return Arrays.stream(counts, from, to).sum();
    }
}
