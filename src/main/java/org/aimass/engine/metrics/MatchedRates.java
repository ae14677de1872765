package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A group's mean less its reference's over rows that are alike in one more respect, such as snippets of like duration: within
 * each bin that holds rows of both, the bins counted as often as the group is in them; rows of bins that lack the one or the other are
 * left out (coarsened exact matching: Iacus, King and Porro, Political Analysis 20, 2012).
 *
 * @param difference NaN where no bin holds both
 * @param rows how many of the group are matched
 * @param referenceRows how many of the reference
 * @param estimate how sure the difference is: each side's linearized standard error, Welch's degrees of freedom; the sides are taken
 *     for independent
 */
public record MatchedRates(double difference, long rows, long referenceRows, Optional<Estimate> estimate) {

    /**
     * The rows of one side.
     *
     * @param bin by row the number of its bin, or below 0 for none
     * @param above by row what the mean is taken of, times its weight
     * @param below by row its weight; 0 to leave it out
     * @param cluster by row what it belongs to; null where rows are independent
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    public record Side(int[] bin, double[] above, double[] below, int @Nullable [] cluster) {

        private double[] summed(double[] numbers, int bins) {
            Compensated[] sums = new Compensated[bins];
            Arrays.setAll(sums, i -> new Compensated());
            for (int row = 0; row < bin.length; row++) {
                if (bin[row] >= 0) {
                    sums[bin[row]].add(numbers[row]);
                }
            }
            return Arrays.stream(sums).mapToDouble(Compensated::value).toArray();
        }

        private long rowsIn(double[] shares) {
            long rows = 0;
            for (int row = 0; row < bin.length; row++) {
                rows += bin[row] >= 0 && below[row] > 0 && shares[bin[row]] > 0 ? 1 : 0;
            }
            return rows;
        }

        /** Of the mean over bins that count with the given shares. */
        private Optional<Estimate> estimate(double[] shares, double[] sums, double[] masses) {
            Map<Integer, Double> influences = new TreeMap<>();
            for (int row = 0; row < bin.length; row++) {
                int of = bin[row];
                if (of >= 0 && below[row] > 0 && shares[of] > 0) {
                    double influence = shares[of] * (above[row] - sums[of] / masses[of] * below[row]) / masses[of];
                    influences.merge(cluster == null ? row : cluster[row], influence, Double::sum);
                }
            }
            Compensated squares = new Compensated();
            influences.values().forEach(influence -> squares.add(influence * influence));
            return RatioEstimate.of(influences.size(), squares.value(), 1);
        }
    }

    /** @param bins how many there are */
    public static MatchedRates of(Side group, Side reference, int bins) {
        double[] masses = group.summed(group.below, bins);
        double[] otherMasses = reference.summed(reference.below, bins);
        double[] shares = new double[bins];
        Arrays.setAll(shares, bin -> otherMasses[bin] > 0 ? masses[bin] : 0);
        double all = Arrays.stream(shares).sum();
        if (all == 0) {
            return new MatchedRates(Double.NaN, 0, 0, Optional.empty());
        }
        Arrays.setAll(shares, bin -> shares[bin] / all);
        double[] sums = group.summed(group.above, bins);
        double[] otherSums = reference.summed(reference.above, bins);
        Compensated difference = new Compensated();
        for (int bin = 0; bin < bins; bin++) {
            if (shares[bin] > 0) {
                difference.add(shares[bin] * (sums[bin] / masses[bin] - otherSums[bin] / otherMasses[bin]));
            }
        }
        Optional<Estimate> own = group.estimate(shares, sums, masses);
        Optional<Estimate> others = reference.estimate(shares, otherSums, otherMasses);
        return new MatchedRates(
                difference.value(),
                group.rowsIn(shares),
                reference.rowsIn(shares),
                own.isPresent() && others.isPresent() ? own.map(it -> it.minus(others.get())) : Optional.empty());
    }

    public Uncertainty uncertainty(double confidence) {
        return estimate.<Uncertainty>map(it -> it.around(difference, confidence, "welch"))
                .orElseGet(() -> new Uncertainty.NoInterval(
                        "a group has fewer than two matched rows or clusters, or all alike"));
    }
}
