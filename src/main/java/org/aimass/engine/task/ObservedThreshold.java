package org.aimass.engine.task;

/** Looks for the threshold that lets no more strangers through than a target. */
final class ObservedThreshold {

    private ObservedThreshold() {}

    /**
     * The lowest observed score that no larger a share of the strangers reaches than the target; infinite where even the highest is
     * reached by too many, NaN without strangers.
     *
     * @param score ascending
     * @param own whether it is not a stranger's
     * @param strangers how many there are, those without a score among them
     */
    static double lowest(double[] score, boolean[] own, long strangers, double target) {
        if (strangers == 0) {
            return Double.NaN;
        }
        long accepted = 0;
        double threshold = Double.POSITIVE_INFINITY;
        for (int to = score.length; to > 0; ) {
            int from = to;
            while (from > 0 && score[from - 1] == score[to - 1]) {
                from--;
                accepted += own[from] ? 0 : 1;
            }
            if ((double) accepted / strangers > target) {
                return threshold;
            }
            threshold = score[from];
            to = from;
        }
        return threshold;
    }
}
