package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The metrics of a classification into several classes that take them all together, of every group. Values travel as an array
 * in the order of {@link #list}; NaN stands for undefined.
 *
 * <p>As in scikit-learn with all labels given, a class that a group has no row of, or that it is never answered with, counts 0 in
 * the macro averages; only the balanced accuracy leaves out classes without rows.
 */
public final class MulticlassMetrics {

    public static final int BALANCED_ACCURACY = 0;
    public static final int PRECISION_MACRO = 1;
    public static final int RECALL_MACRO = 2;
    public static final int F1_MACRO = 3;
    public static final int F1_WEIGHTED = 4;
    public static final int COHEN_KAPPA = 5;
    public static final int MATTHEWS_CORRCOEF = 6;
    public static final int LOG_LOSS = 7;
    public static final int BRIER_SCORE = 8;

    private static final List<String> FROM_COUNTS = List.of(
            "balanced_accuracy",
            "precision_macro",
            "recall_macro",
            "f1_macro",
            "f1_weighted",
            "cohen_kappa",
            "matthews_corrcoef");

    private MulticlassMetrics() {}

    /** @param scored whether every class has a probability */
    public static List<BaseMetric> list(boolean scored) {
        List<String> names = new ArrayList<>(FROM_COUNTS);
        if (scored) {
            names.add("log_loss");
            names.add("brier_score");
        }
        return names.stream()
                .map(name -> new BaseMetric(name, Map.of(), false, name.equals("matthews_corrcoef")))
                .toList();
    }

    /**
     * Fills in the values that follow from a confusion matrix.
     *
     * @param truth by cell the class of its rows
     * @param answer by cell the class that they were taken for
     * @param masses by cell
     */
    static void evaluate(int classes, int[] truth, int[] answer, double[] masses, double[] values) {
        double[] ofTruth = new double[classes];
        double[] ofAnswer = new double[classes];
        double[] right = new double[classes];
        double all = 0;
        double missed = 0;
        for (int cell = 0; cell < masses.length; cell++) {
            ofTruth[truth[cell]] += masses[cell];
            ofAnswer[answer[cell]] += masses[cell];
            right[truth[cell]] += truth[cell] == answer[cell] ? masses[cell] : 0;
            missed += truth[cell] == answer[cell] ? 0 : masses[cell];
            all += masses[cell];
        }
        if (all == 0) {
            Arrays.fill(values, 0, FROM_COUNTS.size(), Double.NaN);
            return;
        }
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        double weighted = 0;
        double missedByChance = 0;
        double truthSpread = 0;
        double answerSpread = 0;
        int present = 0;
        for (int each = 0; each < classes; each++) {
            double of = ofTruth[each];
            double as = ofAnswer[each];
            double score = of + as == 0 ? 0 : 2 * right[each] / (of + as);
            precision += as == 0 ? 0 : right[each] / as;
            recall += of == 0 ? 0 : right[each] / of;
            present += of == 0 ? 0 : 1;
            f1 += score;
            weighted += of * score;
            missedByChance += of * (all - as);
            truthSpread += of * (all - of);
            answerSpread += as * (all - as);
        }
        values[BALANCED_ACCURACY] = recall / present;
        values[PRECISION_MACRO] = precision / classes;
        values[RECALL_MACRO] = recall / classes;
        values[F1_MACRO] = f1 / classes;
        values[F1_WEIGHTED] = weighted / all;
        // by what is missed, for where nearly all are of one class the hits differ from all by less than a double
        // tells;
        // and times all, squared, for products of counts are exact
        double better = missedByChance - missed * all;
        values[COHEN_KAPPA] = missedByChance == 0 ? Double.NaN : better / missedByChance;
        double root = Math.sqrt(truthSpread) * Math.sqrt(answerSpread);
        values[MATTHEWS_CORRCOEF] = root > 0 ? better / root : Double.NaN;
    }

    /** Why a metric has no value for a group. */
    static String whyUndefined(int metric, boolean empty) {
        if (empty) {
            return "no rows";
        }
        return metric == COHEN_KAPPA
                ? "one class only, in labels and predictions"
                : "one class only, in labels or predictions";
    }
}
