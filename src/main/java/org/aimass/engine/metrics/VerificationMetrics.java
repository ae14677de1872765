package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of a verification, of every group of pairs. A pair is accepted, taken for one person, where its score is at or above
 * the threshold. Where pairs have weights, rates are shares of these and everything counts a pair as often as it weighs. For each target the threshold is fixed for all groups; the equal error rate has one of the group's own.
 */
public final class VerificationMetrics {

    /** Of each target, from its first place. */
    public static final int FALSE_MATCH_RATE = 0;

    public static final int FALSE_NON_MATCH_RATE = 1;
    public static final int TRUE_ACCEPT_RATE = 2;
    private static final int OF_TARGET = 3;

    /** How far sums of weights may be off, as a share of all. */
    private static final double ROUNDED = 1e-12;

    private static final int EQUAL_ERROR_RATE = 0;
    private static final int INTERPOLATED = 1;
    private static final int ROC_AUC = 2;
    private static final int D_PRIME = 3;

    private final List<Double> targets;
    private final List<Double> thresholds;
    private final double alpha;
    private final List<BaseMetric> metrics = new ArrayList<>();

    /**
     * @param targets false match rates
     * @param thresholds by target; infinite where only a threshold above all scores reaches it, NaN where there is none
     * @param alpha how much false matches weigh where both errors are summed up
     */
    public VerificationMetrics(List<Double> targets, List<Double> thresholds, double alpha) {
        this.targets = List.copyOf(targets);
        this.thresholds = List.copyOf(thresholds);
        this.alpha = alpha;
        for (double target : targets) {
            Map<String, Object> at = Map.of("target_fmr", target);
            metrics.add(new BaseMetric("false_match_rate", at, true, false));
            metrics.add(new BaseMetric("false_non_match_rate", at, true, false));
            metrics.add(new BaseMetric("true_accept_rate", at, true, false));
        }
        metrics.add(new BaseMetric("equal_error_rate", Map.of(), true, false));
        metrics.add(new BaseMetric("equal_error_rate", Map.of("interpolated", true), true, false));
        metrics.add(new BaseMetric("roc_auc", Map.of(), true, false));
        metrics.add(new BaseMetric("d_prime", Map.of(), true, false));
    }

    public List<BaseMetric> list() {
        return metrics;
    }

    /** How far apart groups are, beside the difference and the ratio of each metric. */
    public List<Disparity> differentials() {
        List<Disparity> all = new ArrayList<>();
        for (int target = 0; target < targets.size(); target++) {
            int match = target * OF_TARGET + FALSE_MATCH_RATE;
            int nonMatch = target * OF_TARGET + FALSE_NON_MATCH_RATE;
            all.addAll(Differential.of(metrics.get(match), match));
            all.addAll(Differential.of(metrics.get(nonMatch), nonMatch));
            all.addAll(
                    Differential.ofBoth(new LinkedHashMap<>(metrics.get(match).at()), match, nonMatch, alpha));
        }
        return all;
    }

    List<Double> thresholds() {
        return thresholds;
    }

    /** Whether a metric is a rate at a target's threshold. */
    boolean isRate(int metric) {
        return metric < targets.size() * OF_TARGET;
    }

    /** The kind of pairs that a rate is a share of. */
    static int kindOf(int metric) {
        return metric % OF_TARGET == FALSE_MATCH_RATE ? ScoreSteps.IMPOSTOR : ScoreSteps.GENUINE;
    }

    /** Which target's threshold a rate is taken at. */
    static int targetOf(int metric) {
        return metric / OF_TARGET;
    }

    /** Of the pairs of a rate's kind those that count for it. */
    double counted(int metric, ScoreSteps steps, double[][] counts) {
        int first = steps.firstOf(metric / OF_TARGET);
        double[] ofKind = counts[kindOf(metric)];
        return countsBelow(metric) ? ScoreSteps.sum(ofKind, 0, first) : ScoreSteps.sum(ofKind, first, steps.size());
    }

    /** Whether a rate counts the pairs below the threshold, not those at or above it. */
    static boolean countsBelow(int metric) {
        return metric % OF_TARGET == FALSE_NON_MATCH_RATE;
    }

    /** Fills in the values that follow from so many pairs of each kind in each step. */
    void evaluate(ScoreSteps steps, double[][] counts, double[] values) {
        double[] all = {ScoreSteps.sum(counts[ScoreSteps.IMPOSTOR]), ScoreSteps.sum(counts[ScoreSteps.GENUINE])};
        int own = targets.size() * OF_TARGET;
        for (int metric = 0; metric < own; metric++) {
            double pairs = all[kindOf(metric)];
            boolean undefined = pairs == 0 || thresholds.get(metric / OF_TARGET).isNaN();
            values[metric] = undefined ? Double.NaN : Math.min(1, counted(metric, steps, counts) / pairs);
        }
        boolean both = all[ScoreSteps.IMPOSTOR] > 0 && all[ScoreSteps.GENUINE] > 0;
        double[] equal = both ? equalErrors(steps, counts, all) : new double[] {Double.NaN, Double.NaN};
        values[own + EQUAL_ERROR_RATE] = equal[0];
        values[own + INTERPOLATED] = equal[1];
        values[own + ROC_AUC] = both ? area(steps, counts, all) : Double.NaN;
        values[own + D_PRIME] = both ? distance(steps, counts, all) : Double.NaN;
    }

    /**
     * Where false matches and false non-matches are equally frequent: at the step where they are nearest, the lowest of several, the
     * mean of both; and on the straight line between the two steps on either side.
     */
    private static double[] equalErrors(ScoreSteps ofScores, double[][] counts, double[] all) {
        double slack = ofScores.weighted() ? ROUNDED * all[ScoreSteps.IMPOSTOR] * all[ScoreSteps.GENUINE] : 0;
        double accepted = all[ScoreSteps.IMPOSTOR];
        double missed = 0;
        double nearest = Double.POSITIVE_INFINITY;
        double[] equal = {Double.NaN, Double.NaN};
        double lastMatch = Double.NaN;
        double lastGap = Double.NaN;
        int steps = counts[ScoreSteps.IMPOSTOR].length;
        for (int step = 0; step <= steps; step++) {
            double match = accepted / all[ScoreSteps.IMPOSTOR];
            double nonMatch = missed / all[ScoreSteps.GENUINE];
            // of whole numbers, so that equal gaps are equal; of weights as nearly as sums of them are
            double gap = accepted * all[ScoreSteps.GENUINE] - missed * all[ScoreSteps.IMPOSTOR];
            if (Math.abs(gap) < nearest - slack) {
                nearest = Math.abs(gap);
                equal[0] = (match + nonMatch) / 2;
            }
            if (gap < 0 && Double.isNaN(equal[1])) {
                equal[1] = lastMatch + lastGap / (lastGap - gap) * (match - lastMatch);
            }
            lastMatch = match;
            lastGap = gap;
            if (step < steps) {
                accepted -= counts[ScoreSteps.IMPOSTOR][step];
                missed += counts[ScoreSteps.GENUINE][step];
            }
        }
        return equal;
    }

    private static double area(ScoreSteps steps, double[][] counts, double[] all) {
        double above = 0;
        double impostors = 0;
        for (int step = 0; step < steps.size(); step++) {
            double tied = counts[ScoreSteps.IMPOSTOR][step];
            above += counts[ScoreSteps.GENUINE][step] * (impostors + tied * steps.above(step));
            impostors += tied;
        }
        return Math.min(1, above / (all[ScoreSteps.IMPOSTOR] * all[ScoreSteps.GENUINE]));
    }

    /** How many standard deviations lie between the mean scores (Green and Swets, 1966; Daugman, IEEE PAMI 15, 1993). */
    private static double distance(ScoreSteps steps, double[][] counts, double[] all) {
        double[] mean = new double[2];
        double[] variance = new double[2];
        for (int kind = ScoreSteps.IMPOSTOR; kind <= ScoreSteps.GENUINE; kind++) {
            Compensated sum = new Compensated();
            Compensated squares = new Compensated();
            for (int step = 0; step < steps.size(); step++) {
                sum.add(counts[kind][step] * steps.mean(kind, step));
                squares.add(counts[kind][step] * steps.meanSquare(kind, step));
            }
            mean[kind] = sum.value() / all[kind];
            variance[kind] = Math.max(0, squares.value() / all[kind] - mean[kind] * mean[kind]);
        }
        double width = Math.sqrt((variance[0] + variance[1]) / 2);
        return width == 0 ? Double.NaN : Math.abs(mean[ScoreSteps.GENUINE] - mean[ScoreSteps.IMPOSTOR]) / width;
    }

    /** Why a metric has no value. */
    String whyUndefined(int metric, double impostors, double genuine) {
        if (impostors == 0 && (!isRate(metric) || kindOf(metric) == ScoreSteps.IMPOSTOR)) {
            return "no pairs of different people";
        }
        if (genuine == 0 && (!isRate(metric) || kindOf(metric) == ScoreSteps.GENUINE)) {
            return "no pairs of the same person";
        }
        return isRate(metric)
                ? "no pairs of different people set a threshold"
                : "the scores do not vary among pairs of one kind";
    }
}
