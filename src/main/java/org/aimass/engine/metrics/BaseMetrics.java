package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics that are measured of every group, and their values from confusion cells. Values travel as an array in the
 * order of {@link #list}; within this package NaN stands for undefined.
 */
public final class BaseMetrics {

    /** Metrics that are shares of rows; the first of the list, in this order. */
    public static final List<Rate> RATES = List.of(
            Rate.SELECTION_RATE,
            Rate.PREVALENCE,
            Rate.ACCURACY,
            Rate.PRECISION,
            Rate.TRUE_POSITIVE_RATE,
            Rate.FALSE_POSITIVE_RATE,
            Rate.TRUE_NEGATIVE_RATE,
            Rate.FALSE_NEGATIVE_RATE,
            Rate.NEGATIVE_PREDICTIVE_VALUE,
            Rate.FALSE_DISCOVERY_RATE,
            Rate.FALSE_OMISSION_RATE);

    public static final int SELECTION_RATE = 0;
    public static final int PRECISION = 3;
    public static final int TRUE_POSITIVE_RATE = 4;
    public static final int FALSE_POSITIVE_RATE = 5;
    public static final int TRUE_NEGATIVE_RATE = 6;
    public static final int FALSE_NEGATIVE_RATE = 7;
    public static final int NEGATIVE_PREDICTIVE_VALUE = 8;
    public static final int FALSE_DISCOVERY_RATE = 9;
    public static final int FALSE_OMISSION_RATE = 10;
    public static final int BALANCED_ACCURACY = 11;
    public static final int F1_SCORE = 12;
    public static final int MATTHEWS_CORRCOEF = 13;
    public static final int ROC_AUC = 14;
    public static final int AVERAGE_PRECISION = 15;
    public static final int BRIER_SCORE = 16;
    public static final int LOG_LOSS = 17;
    public static final int MEAN_SCORE = 18;
    public static final int CALIBRATION_IN_THE_LARGE = 19;
    /** From here on four for each number of bins: expected then maximum error, each with floor then ceil edges. */
    public static final int CALIBRATION = 20;

    private final List<BaseMetric> list;
    private final int[] bins;

    /**
     * @param scored whether rows have scores
     * @param calibrationBins numbers of equal-width bins, each at least 1
     */
    public BaseMetrics(boolean scored, List<Integer> calibrationBins) {
        List<BaseMetric> all = new ArrayList<>();
        for (Rate rate : RATES) {
            boolean labelBelow = rate.denominator() == (Rate.TP | Rate.FN) || rate.denominator() == (Rate.FP | Rate.TN);
            all.add(new BaseMetric(rate.name(), Map.of(), labelBelow, false));
        }
        all.add(new BaseMetric("balanced_accuracy", Map.of(), true, false));
        all.add(new BaseMetric("f1_score", Map.of(), false, false));
        all.add(new BaseMetric("matthews_corrcoef", Map.of(), false, true));
        bins = scored ? calibrationBins.stream().mapToInt(Integer::intValue).toArray() : new int[0];
        if (scored) {
            all.add(new BaseMetric("roc_auc", Map.of(), true, false));
            all.add(new BaseMetric("average_precision", Map.of(), false, false));
            all.add(new BaseMetric("brier_score", Map.of(), false, false));
            all.add(new BaseMetric("log_loss", Map.of(), false, false));
            all.add(new BaseMetric("mean_score", Map.of(), false, false));
            all.add(new BaseMetric("calibration_in_the_large", Map.of(), false, true));
        }
        for (int number : bins) {
            for (String name : List.of("expected_calibration_error", "maximum_calibration_error")) {
                for (String edges : List.of("floor", "ceil")) {
                    Map<String, Object> at = new LinkedHashMap<>();
                    at.put("bins", number);
                    at.put("edges", edges);
                    all.add(new BaseMetric(name, at, false, false));
                }
            }
        }
        list = List.copyOf(all);
    }

    public List<BaseMetric> list() {
        return list;
    }

    public int size() {
        return list.size();
    }

    public boolean scored() {
        return list.size() > ROC_AUC;
    }

    /** The values that follow from the cells; those of scores are left as they are. */
    void fromCells(double tp, double fp, double fn, double tn, double[] values) {
        double positive = tp + fn;
        double negative = fp + tn;
        double selected = tp + fp;
        double rejected = fn + tn;
        double rows = positive + negative;
        values[SELECTION_RATE] = selected / rows;
        values[1] = positive / rows;
        values[2] = (tp + tn) / rows;
        values[PRECISION] = tp / selected;
        values[TRUE_POSITIVE_RATE] = tp / positive;
        values[FALSE_POSITIVE_RATE] = fp / negative;
        values[TRUE_NEGATIVE_RATE] = tn / negative;
        values[FALSE_NEGATIVE_RATE] = fn / positive;
        values[NEGATIVE_PREDICTIVE_VALUE] = tn / rejected;
        values[FALSE_DISCOVERY_RATE] = fp / selected;
        values[FALSE_OMISSION_RATE] = fn / rejected;
        values[BALANCED_ACCURACY] = (values[TRUE_POSITIVE_RATE] + values[TRUE_NEGATIVE_RATE]) / 2;
        values[F1_SCORE] = 2 * tp / (2 * tp + fp + fn);
        // the product of four counts of millions would leave the range in which doubles are exact, not that of doubles
        double root = Math.sqrt(selected) * Math.sqrt(positive) * Math.sqrt(negative) * Math.sqrt(rejected);
        values[MATTHEWS_CORRCOEF] = root == 0 ? Double.NaN : (tp * tn - fp * fn) / root;
    }

    /**
     * The metrics of rows known by tp, fp, fn, tn alone; NaN for those of scores.
     *
     * @param givenLabel the same for the metrics that condition on the label
     */
    double[] ofConfusion(double[] confusion, double[] givenLabel) {
        double[] values = new double[size()];
        Arrays.fill(values, Double.NaN);
        double[] conditional = values.clone();
        fromCells(confusion[0], confusion[1], confusion[2], confusion[3], values);
        fromCells(givenLabel[0], givenLabel[1], givenLabel[2], givenLabel[3], conditional);
        for (int metric = 0; metric < values.length; metric++) {
            values[metric] = list.get(metric).givenLabel() ? conditional[metric] : values[metric];
        }
        return values;
    }

    /** Why a metric has no value for the cells. */
    public String whyUndefined(int metric, double[] cells) {
        boolean noPositives = Rate.sum(Rate.TP | Rate.FN, cells) == 0;
        boolean noNegatives = Rate.sum(Rate.FP | Rate.TN, cells) == 0;
        if (Rate.sum(Rate.ALL, cells) == 0) {
            return Rate.whyEmpty(Rate.ALL);
        }
        if (metric < RATES.size()) {
            return RATES.get(metric).whyUndefined();
        }
        if (metric == F1_SCORE) {
            return "no labelled or predicted positives";
        }
        if (noPositives) {
            return Rate.whyEmpty(Rate.TP | Rate.FN);
        }
        if (noNegatives) {
            return Rate.whyEmpty(Rate.FP | Rate.TN);
        }
        return Rate.whyEmpty(Rate.sum(Rate.TP | Rate.FP, cells) == 0 ? Rate.TP | Rate.FP : Rate.FN | Rate.TN);
    }

    /** How many ways of binning there are: two for each number of bins. */
    int binnings() {
        return 2 * bins.length;
    }

    int binsOf(int binning) {
        return bins[binning / 2];
    }

    /** Where a binning's expected calibration error stands; its maximum error stands two further on. */
    static int expectedError(int binning) {
        return CALIBRATION + 4 * (binning / 2) + binning % 2;
    }

    /**
     * The bin of a score: with floor edges [lo, hi), the last one closed; with ceil edges (lo, hi], the first one closed
     * (Guo et al., ICML 2017). Edges are met as doubles multiply.
     */
    int bin(int binning, double score) {
        int number = binsOf(binning);
        return binning % 2 == 0
                ? Math.min((int) Math.floor(score * number), number - 1)
                : Math.max((int) Math.ceil(score * number) - 1, 0);
    }

    /** Whether any binning puts the two scores into different bins. */
    boolean binEndsBetween(double score, double next) {
        for (int binning = 0; binning < binnings(); binning++) {
            if (bin(binning, score) != bin(binning, next)) {
                return true;
            }
        }
        return false;
    }
}
