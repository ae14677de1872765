package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Comparator;
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

    private final double[][] rows;
    private final boolean[] positive;

    /** Sorted along the feature that varies most, which comes first in each row. */
    private Consistency(double[][] rows, boolean[] positive) {
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
        double[][] turned = new double[features.length][];
        for (int row = 0; row < turned.length; row++) {
            double[] values = features[row];
            turned[row] = Arrays.stream(byVariance)
                    .mapToDouble(column -> values[column])
                    .toArray();
        }
        int[] order = IntStream.range(0, turned.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> turned[row][0]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] sorted = new double[order.length][];
        boolean[] answers = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = turned[order[i]];
            answers[i] = positive[order[i]];
        }
        return Optional.of(new Consistency(sorted, answers).value());
    }

    private static int[] byVariance(double[][] features) {
        double[] variance = new double[features[0].length];
        for (int column = 0; column < variance.length; column++) {
            int at = column;
            double mean = Arrays.stream(features)
                    .mapToDouble(row -> row[at])
                    .average()
                    .orElse(0);
            variance[at] = Arrays.stream(features)
                    .mapToDouble(row -> (row[at] - mean) * (row[at] - mean))
                    .sum();
        }
        return IntStream.range(0, variance.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer column) -> variance[column])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double value() {
        double[] gaps = IntStream.range(0, rows.length)
                .parallel()
                .mapToDouble(this::gap)
                .toArray();
        return 1 - RatioEstimate.value(gaps.length, row -> gaps[row], row -> 1);
    }

    /** How far a row's answer is from the mean of its neighbours'. */
    private double gap(int row) {
        double[] nearest = new double[NEIGHBORS];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        visit(row, nearest[NEIGHBORS - 1], (other, distance) -> {
            int place = NEIGHBORS - 1;
            for (; place > 0 && nearest[place - 1] > distance; place--) {
                nearest[place] = nearest[place - 1];
            }
            nearest[place] = distance;
            return nearest[NEIGHBORS - 1];
        });
        double farthest = nearest[NEIGHBORS - 1];
        int[] nearer = new int[2];
        int[] tied = new int[2];
        visit(row, farthest, (other, distance) -> {
            (distance < farthest ? nearer : tied)[positive[other] ? 1 : 0]++;
            return farthest;
        });
        int left = NEIGHBORS - nearer[0] - nearer[1];
        double mean = (nearer[1] + left * (tied[1] / (double) (tied[0] + tied[1]))) / NEIGHBORS;
        return positive[row] ? 1 - mean : mean;
    }

    /** Is told of a row; answers how far off others may be. */
    private interface Visitor {
        double meet(int other, double distance);
    }

    /** Meets every row that is no farther than the visitor asks for, itself among them. */
    private void visit(int row, double within, Visitor visitor) {
        double reach = within;
        int below = row;
        int above = row + 1;
        while (true) {
            double under = below < 0 ? Double.POSITIVE_INFINITY : square(rows[row][0] - rows[below][0]);
            double over = above == rows.length ? Double.POSITIVE_INFINITY : square(rows[above][0] - rows[row][0]);
            double least = Math.min(under, over);
            if (least > reach || least == Double.POSITIVE_INFINITY) {
                return;
            }
            int other = under <= over ? below-- : above++;
            double distance = distance(rows[row], rows[other], reach);
            if (distance <= reach) {
                reach = visitor.meet(other, distance);
            }
        }
    }

    /** The squared distance, or something beyond the reach. */
    private static double distance(double[] one, double[] other, double reach) {
        double sum = 0;
        for (int column = 0; column < one.length && sum <= reach; column++) {
            sum += square(one[column] - other[column]);
        }
        return sum;
    }

    private static double square(double number) {
        return number * number;
    }
}
