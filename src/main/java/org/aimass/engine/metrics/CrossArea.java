package org.aimass.engine.metrics;

import java.util.stream.IntStream;

/**
 * The chance that a labelled positive of one group scores above a labelled negative of another, ties counted half: the area under
 * the curve where the two groups are one. Its variance is that of DeLong et al. (Biometrics 44, 1988), weights in their squares.
 *
 * @param value NaN where one of them has no such rows
 * @param inDoubt how far the value may be off for rows that are tied only because they share a bin
 */
public record CrossArea(double value, double inDoubt, Uncertainty uncertainty) {

    /** The labelled positives, or negatives, of a group, by rising score. */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    private record Side(double[] score, double[] mass, double[] square, double sum, long rows) {

        static Side of(GroupRows rows, boolean positive, long count) {
            int[] own = IntStream.range(0, rows.size())
                    .filter(row -> rows.positive(row) == positive)
                    .toArray();
            double[] mass = IntStream.of(own).mapToDouble(rows::mass).toArray();
            return new Side(
                    IntStream.of(own).mapToDouble(rows::score).toArray(),
                    mass,
                    IntStream.of(own).mapToDouble(rows::massSquare).toArray(),
                    total(mass, i -> 1),
                    count);
        }

        /** Of each row the share of the other side that it scores above, those tied counted as told. */
        double[] above(Side other, double tied) {
            double[] above = new double[score.length];
            double below = 0;
            double upTo = 0;
            int first = 0;
            int next = 0;
            for (int i = 0; i < score.length; i++) {
                for (; first < other.score.length && other.score[first] < score[i]; first++) {
                    below += other.mass[first];
                }
                for (; next < other.score.length && other.score[next] <= score[i]; next++) {
                    upTo += other.mass[next];
                }
                above[i] = (below + tied * (upTo - below)) / other.sum;
            }
            return above;
        }

        double variance(double[] placed, double mean) {
            double squares = total(square, i -> (placed[i] - mean) * (placed[i] - mean));
            return squares / (sum * sum) * rows / (rows - 1.0);
        }
    }

    private interface Factor {
        double of(int row);
    }

    /** Whatever the order of tied rows. */
    private static double total(double[] mass, Factor factor) {
        ExactSums sum = new ExactSums(1);
        for (int i = 0; i < mass.length; i++) {
            sum.add(0, mass[i] * factor.of(i));
        }
        return sum.value(0);
    }

    /**
     * @param ofPositives the group whose labelled positives are taken; its rows are at hand and scored
     * @param ofNegatives the group whose labelled negatives are taken
     */
    static CrossArea of(
            GroupRows ofPositives, long positives, GroupRows ofNegatives, long negatives, double confidence) {
        Side up = Side.of(ofPositives, true, positives);
        Side down = Side.of(ofNegatives, false, negatives);
        if (up.sum == 0 || down.sum == 0) {
            return new CrossArea(Double.NaN, 0, new Uncertainty.NoInterval("the value is undefined"));
        }
        double[] above = up.above(down, 0.5);
        double[] sureOnly = up.above(down, 0);
        double[] below = down.above(up, 0.5);
        double area = total(up.mass, i -> above[i]) / up.sum;
        double doubt = ofPositives.binned() ? area - total(up.mass, i -> sureOnly[i]) / up.sum : 0;
        if (ofPositives.clustered()) {
            return new CrossArea(
                    area, doubt, new Uncertainty.NoInterval("rows come in clusters, which lie in both groups"));
        }
        double variance = up.variance(above, area) + down.variance(below, 1 - area);
        if (!(variance > 0)) {
            return new CrossArea(
                    area, doubt, new Uncertainty.NoInterval("the labels are wholly separated, tied, or of one row"));
        }
        double half = Normal.twoSided(confidence) * Math.sqrt(variance);
        return new CrossArea(
                area, doubt, new Interval(Math.max(0, area - half), Math.min(1, area + half), confidence, "delong"));
    }
}
