package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aimass.engine.metrics.Bootstrap;
import org.aimass.engine.metrics.GroupName;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Sample;
import org.aimass.engine.metrics.Uncertainty;

/**
 * Whether a group is found more among the rejected than among the accepted, all else that the control features tell being
 * equal. In a slice, a group's demographic disparity is its share of all rejected rows less its share of all accepted ones
 * (Wachter, Mittelstadt and Russell, Why Fairness Cannot Be Automated, Computer Law and Security Review, 2021); over the slices,
 * the conditional demographic disparity is the mean of these by the slices' rows (Amazon SageMaker Clarify, CDD). Both lie from -1
 * to 1. Rows are accepted where the model predicts the favourable label.
 *
 * <p>It is described and never judged: it shrinks with the group, so that no tolerance fits groups of different sizes.
 *
 * <p>A slice in which all rows are accepted, or all rejected, has no disparity and takes no part in the mean.
 */
final class ConditionalDisparity {

    private static final String DISPARITY = "demographic_disparity";
    private static final String CONDITIONAL = "conditional_demographic_disparity";
    /** Replicates are kept for so many groups of a slice. */
    private static final int MOST_RESAMPLED = 1000;

    private static final Uncertainty TOO_MANY =
            new Uncertainty.NoInterval("more than " + MOST_RESAMPLED + " groups are not resampled together");

    private final Bootstrap bootstrap;
    private final boolean positiveIsFavorable;
    private final List<String> control;
    private final Map<String, Sums> byGroup = new TreeMap<>();
    private final List<Member> slice = new ArrayList<>();
    private String method = "bootstrap";

    /** @param control the control features, at least one */
    ConditionalDisparity(Bootstrap bootstrap, boolean positiveIsFavorable, List<String> control) {
        this.bootstrap = bootstrap;
        this.positiveIsFavorable = positiveIsFavorable;
        this.control = control;
    }

    /**
     * A group of a slice.
     *
     * @param place of the group's measurements
     * @param answers accepted and rejected: measured, then of each replicate; where not resampled, measured alone
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Member(String name, Place place, double[][] answers) {}

    /** Of one group over the slices: measured, then by replicate. */
    private final class Sums {

        private final double[] disparity = new double[1 + bootstrap.replicates()];
        private final double[] rows = new double[1 + bootstrap.replicates()];
        private final Map<String, String> features;
        private boolean resampled = true;

        private Sums(Map<String, String> features) {
            this.features = new LinkedHashMap<>(features);
            this.features.keySet().removeAll(control);
        }
    }

    void add(String group, Place place, Sample sample) {
        method = sample.data().bootstrapMethod();
        boolean resampled = slice.size() < MOST_RESAMPLED;
        double[][] answers = new double[resampled ? 1 + bootstrap.replicates() : 1][];
        answers[0] = answers(sample.data().confusion());
        for (int i = 1; i < answers.length; i++) {
            answers[i] = answers(sample.replicates().confusion(i - 1));
        }
        slice.add(new Member(group, place, answers));
    }

    /** {accepted, rejected} */
    private double[] answers(double[] confusion) {
        double positive = confusion[0] + confusion[1];
        double negative = confusion[2] + confusion[3];
        return positiveIsFavorable ? new double[] {positive, negative} : new double[] {negative, positive};
    }

    /** The disparities of a slice whose groups have all been added. */
    List<Measurement> closeSlice() {
        int draws = slice.size() > MOST_RESAMPLED ? 1 : 1 + bootstrap.replicates();
        double[][] all = new double[draws][2];
        for (Member member : slice) {
            for (int i = 0; i < draws; i++) {
                all[i][0] += member.answers[i][0];
                all[i][1] += member.answers[i][1];
            }
        }
        List<Measurement> measured = new ArrayList<>();
        for (Member member : slice) {
            double[] disparities = new double[draws];
            Sums sums = byGroup.computeIfAbsent(member.name, name -> new Sums(member.place.features()));
            sums.resampled &= draws > 1;
            for (int i = 0; i < draws; i++) {
                disparities[i] = member.answers[i][1] / all[i][1] - member.answers[i][0] / all[i][0];
                if (!Double.isNaN(disparities[i])) {
                    double rows = all[i][0] + all[i][1];
                    sums.disparity[i] += rows * disparities[i];
                    sums.rows[i] += rows;
                }
            }
            String reason = all[0][0] == 0 ? "no rows are accepted" : "no rows are rejected";
            measured.add(measured(DISPARITY, member.place, Map.of(), disparities, draws > 1, reason));
        }
        slice.clear();
        return measured;
    }

    /** The mean over the slices, by group. */
    List<Measurement> overSlices() {
        Map<String, Object> at = Map.of("conditioned_on", GroupName.of(control));
        List<Measurement> measured = new ArrayList<>();
        byGroup.forEach((group, sums) -> {
            double[] means = new double[sums.rows.length];
            Arrays.setAll(means, i -> sums.disparity[i] / sums.rows[i]);
            String reason = "no slice has both accepted and rejected rows";
            measured.add(measured(CONDITIONAL, Place.group(sums.features), at, means, sums.resampled, reason));
        });
        return measured;
    }

    private Measurement measured(
            String metric, Place place, Map<String, Object> at, double[] values, boolean resampled, String reason) {
        Uncertainty uncertainty = resampled && !Double.isNaN(values[0])
                ? bootstrap.interval(values[0], Arrays.copyOfRange(values, 1, values.length), method)
                : TOO_MANY;
        return place.either(metric, at, values[0], reason, uncertainty);
    }
}
