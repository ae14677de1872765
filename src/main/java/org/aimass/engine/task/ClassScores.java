package org.aimass.engine.task;

/** What follows from the probabilities of one row, from 0 to 1. */
final class ClassScores {

    /** scikit-learn's clipping of probabilities of 0 and 1 in the logarithm. */
    private static final double EPSILON = 0x1p-52;
    /** Sums of doubles such as 0.7, 0.2 and 0.1 are not quite 1. */
    private static final double ROUNDING = 1e-12;

    private ClassScores() {}

    /** Minus the logarithm of the probability of the true class, of probabilities that add up to 1. */
    static double logLoss(double[] scores, int from, int classes, int truth) {
        double share = share(scores, from, classes, truth);
        return -StrictMath.log(Math.min(Math.max(share, EPSILON), 1 - EPSILON));
    }

    /**
     * The probability of a class where those of all classes are made to add up to 1; 0 where all are 0. Where they do so but for the
     * rounding of doubles it is left as it is, so that one at the edge of a bin stays there.
     */
    static double share(double[] scores, int from, int classes, int each) {
        double sum = 0;
        for (int at = from; at < from + classes; at++) {
            sum += scores[at];
        }
        if (sum == 0) {
            return 0;
        }
        double own = scores[from + each];
        return Math.min(1, Math.abs(sum - 1) <= ROUNDING ? own : own / sum);
    }

    /** The squared distance of the probabilities from the truth, from 0 to 2 where they add up to 1 (Brier, 1950). */
    static double brier(double[] scores, int from, int classes, int truth) {
        double sum = 0;
        for (int each = 0; each < classes; each++) {
            double distance = scores[from + each] - (each == truth ? 1 : 0);
            sum += distance * distance;
        }
        return sum;
    }

    /** The first of the likeliest classes. */
    static int likeliest(double[] scores, int from, int classes) {
        int best = 0;
        for (int each = 1; each < classes; each++) {
            best = scores[from + each] > scores[from + best] ? each : best;
        }
        return best;
    }

    /** Whether fewer than so many classes are likelier than the true one; of equally likely ones the first counts as likelier. */
    static boolean among(int places, double[] scores, int from, int classes, int truth) {
        int likelier = 0;
        for (int each = 0; each < classes; each++) {
            double other = scores[from + each];
            double own = scores[from + truth];
            likelier += other > own || (other == own && each < truth) ? 1 : 0;
        }
        return likelier < places;
    }
}
