package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The metrics of rankings, of every group of items. Each is a function of sums over lists, whose places this class gives; values
 * travel as an array in the order of {@link #list}, NaN stands for undefined.
 *
 * <p>Exposure is what a place in the list is worth, 1 / log2(1 + rank), on average over a group's items (Singh and Joachims, KDD
 * 2018); skew at k is the logarithm of a group's share of the first k places over its share of all (Geyik et al., KDD 2019), in the
 * lists that hold items of the group, taken together; NDCG has the relevance itself for its gain (Järvelin and Kekäläinen, ACM Transactions on Information
 * Systems 20, 2002), ties sharing their places as in scikit-learn.
 */
public final class RankingMetrics {

    public static final int ITEMS = 0;
    public static final int ALL_ITEMS = 1;
    public static final int EXPOSURE = 2;
    public static final int RELEVANCE = 3;
    /** Lists that hold items of this and of other groups. */
    public static final int MIXED = 4;
    /** Lists of this group alone with something relevant, and what is summed over them. */
    public static final int LISTS = 5;

    public static final int RECIPROCAL = 6;
    public static final int NDCG = 7;
    private static final int FIRST_CUTOFF = 8;
    private static final int OF_CUTOFF = 3;

    /** What a metric is made of. */
    private record Formula(BaseMetric metric, int above, int below, boolean ofLists) {}

    private final List<Integer> cutoffs;
    private final List<Formula> formulas = new ArrayList<>();
    private final List<BaseMetric> skews = new ArrayList<>();

    /**
     * @param cutoffs how many places at the top count
     * @param relevant whether items have a relevance
     */
    public RankingMetrics(List<Integer> cutoffs, boolean relevant) {
        this.cutoffs = List.copyOf(cutoffs);
        formulas.add(new Formula(metric("exposure", Map.of(), false), EXPOSURE, ITEMS, false));
        for (int cutoff = 0; cutoff < cutoffs.size(); cutoff++) {
            formulas.add(new Formula(metric("selection_rate", at(cutoff), false), top(cutoff), ITEMS, false));
        }
        if (relevant) {
            formulas.add(new Formula(metric("mean_relevance", Map.of(), false), RELEVANCE, ITEMS, false));
            formulas.add(new Formula(metric("exposure_per_relevance", Map.of(), false), EXPOSURE, RELEVANCE, false));
            formulas.add(new Formula(metric("mean_reciprocal_rank", Map.of(), false), RECIPROCAL, LISTS, true));
            formulas.add(new Formula(metric("ndcg_score", Map.of(), false), NDCG, LISTS, true));
            for (int cutoff = 0; cutoff < cutoffs.size(); cutoff++) {
                formulas.add(new Formula(metric("ndcg_score", at(cutoff), false), ndcg(cutoff), LISTS, true));
            }
        }
        for (int cutoff = 0; cutoff < cutoffs.size(); cutoff++) {
            skews.add(metric("skew", at(cutoff), true));
        }
    }

    private static BaseMetric metric(String name, Map<String, Object> at, boolean signed) {
        return new BaseMetric(name, at, false, signed);
    }

    private Map<String, Object> at(int cutoff) {
        return Map.of("k", cutoffs.get(cutoff));
    }

    public List<Integer> cutoffs() {
        return cutoffs;
    }

    public List<BaseMetric> list() {
        List<BaseMetric> all =
                new ArrayList<>(formulas.stream().map(Formula::metric).toList());
        all.addAll(skews);
        return all;
    }

    /** The lowest and the highest skew over groups. */
    public List<Disparity> extremes() {
        List<Disparity> extremes = new ArrayList<>();
        for (int cutoff = 0; cutoff < skews.size(); cutoff++) {
            int metric = formulas.size() + cutoff;
            extremes.add(new Disparity.Extreme("min_skew", at(cutoff), metric, false));
            extremes.add(new Disparity.Extreme("max_skew", at(cutoff), metric, true));
        }
        return extremes;
    }

    /** How many sums there are of each list. */
    public int sums() {
        return FIRST_CUTOFF + OF_CUTOFF * cutoffs.size();
    }

    /** Items of the group within the cutoff; ties across it count in part. */
    public static int top(int cutoff) {
        return FIRST_CUTOFF + OF_CUTOFF * cutoff;
    }

    /** The same of all items. */
    public static int allTop(int cutoff) {
        return top(cutoff) + 1;
    }

    /** NDCG within the cutoff, summed over lists. */
    public static int ndcg(int cutoff) {
        return top(cutoff) + 2;
    }

    /** Whether a metric is a skew; the cutoff is then its place after the others. */
    private boolean isSkew(int metric) {
        return metric >= formulas.size();
    }

    private int cutoffOf(int metric) {
        return metric - formulas.size();
    }

    /** Fills in the values that follow from sums over lists. */
    void evaluate(double[] sums, double[] values) {
        for (int metric = 0; metric < values.length; metric++) {
            values[metric] = isSkew(metric) ? skew(sums, cutoffOf(metric)) : quotient(sums, formulas.get(metric));
        }
    }

    private static double quotient(double[] sums, Formula formula) {
        boolean undefined = sums[formula.below] == 0 || (formula.ofLists && sums[MIXED] > 0);
        return undefined ? Double.NaN : sums[formula.above] / sums[formula.below];
    }

    private static double skew(double[] sums, int cutoff) {
        double top = sums[top(cutoff)];
        return top == 0 ? Double.NaN : StrictMath.log(top / sums[allTop(cutoff)] / (sums[ITEMS] / sums[ALL_ITEMS]));
    }

    /**
     * How much one list moves a metric's value: the linear part of what its sums add.
     *
     * @param sums over all lists
     * @param list those of the list
     */
    double influence(int metric, double[] sums, double value, double[] list) {
        if (isSkew(metric)) {
            int cutoff = cutoffOf(metric);
            return list[top(cutoff)] / sums[top(cutoff)]
                    - list[allTop(cutoff)] / sums[allTop(cutoff)]
                    - list[ITEMS] / sums[ITEMS]
                    + list[ALL_ITEMS] / sums[ALL_ITEMS];
        }
        Formula formula = formulas.get(metric);
        return (list[formula.above] - value * list[formula.below]) / sums[formula.below];
    }

    /** Why a metric has no value. */
    String whyUndefined(int metric, double[] sums) {
        if (sums[ITEMS] == 0) {
            return "no items";
        }
        if (isSkew(metric)) {
            return "no item of the group is in the first places";
        }
        Formula formula = formulas.get(metric);
        if (formula.ofLists && sums[MIXED] > 0) {
            return "lists hold items of several groups";
        }
        return formula.ofLists ? "no list has a relevant item" : "nothing is relevant";
    }
}
