package org.aimass.engine.metrics;

import java.util.Optional;

/**
 * The largest distance between the distributions of two groups' answers: the statistic of Kolmogorov and Smirnov, from 0 to 1;
 * NaN where one of them has no rows, or only weights of 0.
 *
 * @param value the distance
 * @param share of the first group's answers that lie at or below the place where the two are farthest apart
 * @param rows of the first
 * @param others rows of the second
 */
public record AnswerDistance(double value, double share, int rows, int others) {

    /** Of two groups, of which the one may hold the other. */
    public static AnswerDistance between(NumberRows one, NumberRows other) {
        double total = total(one);
        double otherTotal = total(other);
        if (total == 0 || otherTotal == 0) {
            return new AnswerDistance(Double.NaN, Double.NaN, one.size(), other.size());
        }
        double farthest = 0;
        double share = 0;
        double below = 0;
        double otherBelow = 0;
        int row = 0;
        int otherRow = 0;
        while (row < one.size() && otherRow < other.size()) {
            double answer = Math.min(one.answer(row), other.answer(otherRow));
            for (; row < one.size() && one.answer(row) <= answer; row++) {
                below += one.weight(row);
            }
            for (; otherRow < other.size() && other.answer(otherRow) <= answer; otherRow++) {
                otherBelow += other.weight(otherRow);
            }
            double distance = Math.abs(below / total - otherBelow / otherTotal);
            if (distance > farthest) {
                farthest = distance;
                share = below / total;
            }
        }
        return new AnswerDistance(farthest, share, one.size(), other.size());
    }

    private static double total(NumberRows rows) {
        double total = 0;
        for (int row = 0; row < rows.size(); row++) {
            total += rows.weight(row);
        }
        return total;
    }

    /** By the spread of the first group's share at the place where the two are farthest apart. */
    Optional<Estimate> estimate(int units) {
        double error = Math.sqrt(share * (1 - share) / units);
        return error > 0 ? Optional.of(Estimate.known(error)) : Optional.empty();
    }

    /**
     * From bands that hold either whole distribution with half of what the confidence leaves out (Dvoretzky, Kiefer and
     * Wolfowitz with Massart's constant, The Annals of Probability 18, 1990): wide, but true for any sample.
     *
     * @param plain whether rows have neither weights nor clusters
     */
    public Uncertainty uncertainty(double confidence, boolean plain) {
        if (!plain) {
            return new Uncertainty.NoInterval("rows have weights or clusters");
        }
        double log = StrictMath.log(4 / (1 - confidence)) / 2;
        double half = Math.sqrt(log / rows) + Math.sqrt(log / others);
        return new Interval(value - half, value + half, confidence, "dkw").within(0, 1);
    }
}
