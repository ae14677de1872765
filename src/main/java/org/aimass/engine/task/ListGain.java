package org.aimass.engine.task;

import java.util.Arrays;
import java.util.Optional;
import org.aimass.engine.metrics.RankingMetrics;

/**
 * How well a whole list puts the relevant items first.
 *
 * @param reciprocalRank of the first relevant item; of tied ones the mean of their ranks counts
 * @param ndcg of the whole list
 * @param within the same of the places within each cutoff
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ListGain(double reciprocalRank, double ndcg, double[] within) {

    /** Of the items from {@code from} up to, but without, {@code to}; empty where none is relevant. */
    static Optional<ListGain> of(double[] relevance, double[] order, int from, int to, RankingPlan plan) {
        double[] best = Arrays.copyOfRange(relevance, from, to);
        Arrays.sort(best);
        if (best.length == 0 || best[best.length - 1] == 0) {
            return Optional.empty();
        }
        int[] cutoffs = plan.cutoffs().stream().mapToInt(Integer::intValue).toArray();
        double[] gain = new double[cutoffs.length + 1];
        double reciprocal = 0;
        for (int tied = from; tied < to; ) {
            int end = tied + 1;
            while (end < to && order[end] == order[tied]) {
                end++;
            }
            double mean = Arrays.stream(relevance, tied, end).average().orElse(0);
            long first = plan.ranked() ? (long) order[tied] : tied - from + 1;
            long last = first + end - tied - 1;
            if (mean > 0 && reciprocal == 0) {
                reciprocal = 2.0 / (first + last);
            }
            for (long rank = first; rank <= last; rank++) {
                add(gain, cutoffs, rank, mean);
            }
            tied = end;
        }
        double[] ideal = new double[cutoffs.length + 1];
        for (int rank = 1; rank <= best.length; rank++) {
            add(ideal, cutoffs, rank, best[best.length - rank]);
        }
        for (int cutoff = 0; cutoff < gain.length; cutoff++) {
            gain[cutoff] /= ideal[cutoff];
        }
        return Optional.of(new ListGain(reciprocal, gain[cutoffs.length], Arrays.copyOf(gain, cutoffs.length)));
    }

    /** Adds to every cutoff that the rank lies within; the last one has no end. */
    private static void add(double[] gain, int[] cutoffs, long rank, double relevance) {
        double worth = relevance * RankedLists.discount(rank);
        for (int cutoff = 0; cutoff < cutoffs.length; cutoff++) {
            gain[cutoff] += rank <= cutoffs[cutoff] ? worth : 0;
        }
        gain[cutoffs.length] += worth;
    }

    /** @param weight of the list */
    void into(double[] sums, double weight) {
        sums[RankingMetrics.LISTS] = weight;
        sums[RankingMetrics.RECIPROCAL] = weight * reciprocalRank;
        sums[RankingMetrics.NDCG] = weight * ndcg;
        for (int cutoff = 0; cutoff < within.length; cutoff++) {
            sums[RankingMetrics.ndcg(cutoff)] = weight * within[cutoff];
        }
    }
}
