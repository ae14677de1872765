package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far a row is answered like the rows that are like it: 1 less the mean of |answer - mean answer of its nearest neighbours|,
 * itself among them (Zemel et al., ICML 2013, as AIF360 0.6.1 computes it). From 0 to 1, 1 where neighbours are always answered
 * alike. Distances are Euclidean and the features are taken as they are, so one of thousands outweighs one of units.
 *
 * <p>AIF360 takes whichever of equally near rows its search meets first. Here they share the places that are left, which is
 * AIF360's value averaged over all orders of the rows.
 */
public final class Consistency {

    /** AIF360's number. */
    public static final int NEIGHBORS = 5;

    private final RowBlocks rows;
    private final boolean[] positive;

    /** Sorted along the feature that varies most, which comes first in each row. */
    private Consistency(RowBlocks rows, boolean[] positive) {
        this.rows = rows;
        this.positive = positive;
    }

    /**
     * @param features by row, finite, at least one
     * @param positive what each row was answered
     * @return empty for fewer rows than neighbours
     */
    public static Optional<Double> of(double[][] features, boolean[] positive) {
        if (features.length < NEIGHBORS) {
            return Optional.empty();
        }
        int[] byVariance = byVariance(features);
        double[] along = new double[features.length];
        for (int row = 0; row < along.length; row++) {
            along[row] = features[row][byVariance[0]];
        }
        int[] order = SortedOrder.of(along);
        boolean[] answers = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            answers[i] = positive[order[i]];
        }
        return Optional.of(new Consistency(RowBlocks.of(features, order, byVariance), answers).value());
    }

    /** The columns, those that vary most first. */
    private static int[] byVariance(double[][] features) {
        double[] less = new double[features[0].length];
        for (int column = 0; column < less.length; column++) {
            double mean = 0;
            for (double[] row : features) {
                mean += row[column];
            }
            mean /= features.length;
            for (double[] row : features) {
                less[column] -= (row[column] - mean) * (row[column] - mean);
            }
        }
        return SortedOrder.of(less);
    }

    private double value() {
        double[][] gaps = IntStream.range(0, rows.blocks())
                .parallel()
                .mapToObj(this::gaps)
                .toArray(double[][]::new);
        return 1 - RatioEstimate.value(rows.size(), row -> gaps[row / RowBlocks.ROWS][row % RowBlocks.ROWS], row -> 1);
    }

    /** How far the answer of each row of a block is from the mean of its neighbours'. */
    private double[] gaps(int block) {
        int first = block * RowBlocks.ROWS;
        Nearest[] nearest = new Nearest[rows.rowsOf(block)];
        Arrays.setAll(nearest, row -> new Nearest());
        double[] distances = new double[RowBlocks.ROWS];
        meet(first, nearest, block, distances);
        boolean within = true;
        for (int step = 1; within; step++) {
            within = meet(first, nearest, block - step, distances);
            within |= meet(first, nearest, block + step, distances);
        }
        double[] gaps = new double[nearest.length];
        Arrays.setAll(gaps, row -> positive[first + row] ? 1 - nearest[row].mean() : nearest[row].mean());
        return gaps;
    }

    /** Has the rows from the first on meet those of a block; whether it is within the reach of any of them. */
    private boolean meet(int first, Nearest[] nearest, int block, double[] distances) {
        boolean within = false;
        for (int row = 0; row < nearest.length; row++) {
            double reach = nearest[row].reach();
            if (rows.leastDistance(first + row, block) <= reach) {
                within = true;
                rows.distances(first + row, block, distances);
                for (int other = 0; other < distances.length; other++) {
                    if (distances[other] <= reach) {
                        nearest[row].meet(distances[other], positive[block * RowBlocks.ROWS + other]);
                        reach = nearest[row].reach();
                    }
                }
            }
        }
        return within;
    }

    /** The rows met that are nearest, and how many more are as far as the last of them. */
    private static final class Nearest {

        private final double[] distance = new double[NEIGHBORS];
        private final boolean[] positive = new boolean[NEIGHBORS];
        private final int[] alsoLast = new int[2];
        private int size;

        /** How far off another row may be. */
        double reach() {
            return size < NEIGHBORS ? Double.POSITIVE_INFINITY : distance[NEIGHBORS - 1];
        }

        /** @param away no farther than the reach */
        void meet(double away, boolean answer) {
            double last = reach();
            if (size == NEIGHBORS && away == last) {
                alsoLast[answer ? 1 : 0]++;
                return;
            }
            if (size == NEIGHBORS) {
                alsoLast[positive[--size] ? 1 : 0]++;
            }
            int place = size++;
            for (; place > 0 && distance[place - 1] > away; place--) {
                distance[place] = distance[place - 1];
                positive[place] = positive[place - 1];
            }
            distance[place] = away;
            positive[place] = answer;
            if (reach() < last) {
                Arrays.fill(alsoLast, 0);
            }
        }

        /** The mean answer; those that are equally far share the places that are left. */
        double mean() {
            int[] nearer = new int[2];
            int[] tied = alsoLast.clone();
            for (int i = 0; i < NEIGHBORS; i++) {
                (distance[i] < reach() ? nearer : tied)[positive[i] ? 1 : 0]++;
            }
            int left = NEIGHBORS - nearer[0] - nearer[1];
            return (nearer[1] + left * (tied[1] / (double) (tied[0] + tied[1]))) / NEIGHBORS;
        }
    }
}
