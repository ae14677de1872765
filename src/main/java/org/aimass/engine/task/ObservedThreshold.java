package org.aimass.engine.task;

import org.aimass.engine.metrics.Compensated;

/** Looks for the threshold that lets no more strangers through than a target. */
final class ObservedThreshold {

    private ObservedThreshold() {}

    /**
     * The lowest observed score that no larger a share of the strangers reaches than the target; infinite where even the highest is
     * reached by too many, NaN without strangers that weigh something. What weighs nothing is not observed.
     *
     * @param score ascending
     * @param own whether it is not a stranger's
     * @param weight of each; empty where all weigh 1
     * @param unscored how much the strangers without a score weigh
     */
    static double lowest(double[] score, boolean[] own, double[] weight, double unscored, double target) {
        Compensated strangers = new Compensated();
        strangers.add(unscored);
        for (int i = score.length - 1; i >= 0; i--) {
            strangers.add(own[i] ? 0 : weight(weight, i));
        }
        if (strangers.value() == 0) {
            return Double.NaN;
        }
        Compensated accepted = new Compensated();
        double threshold = Double.POSITIVE_INFINITY;
        for (int to = score.length; to > 0; ) {
            int from = to;
            boolean observed = false;
            while (from > 0 && score[from - 1] == score[to - 1]) {
                from--;
                accepted.add(own[from] ? 0 : weight(weight, from));
                observed |= weight(weight, from) > 0;
            }
            if (accepted.value() / strangers.value() > target) {
                return threshold;
            }
            threshold = observed ? score[from] : threshold;
            to = from;
        }
        return threshold;
    }

    private static double weight(double[] weight, int row) {
        return weight.length == 0 ? 1 : weight[row];
    }
}
