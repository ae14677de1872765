package org.aimass.engine.metrics;

/**
 * A share of rows, told by the cells that are counted above and below: of the cells {@link #TP}, {@link #FP}, {@link #FN}
 * and {@link #TN}, and {@link #ABOVE} for the rows among them that score above the median of all rows.
 *
 * <p>Cells are kept in arrays of eight: tp, fp, fn, tn of the rows that do not score above the median, then of those that do.
 *
 * @param name the metric's name
 * @param numerator bits of the cells above
 * @param denominator bits of the cells below, those above among them
 */
public record Rate(String name, int numerator, int denominator) {

    /** How many cells there are. */
    public static final int CELLS = 8;

    public static final int TP = 0b00010001;
    public static final int FP = 0b00100010;
    public static final int FN = 0b01000100;
    public static final int TN = 0b10001000;
    public static final int ABOVE = 0b11110000;
    public static final int ALL = TP | FP | FN | TN;

    public static final Rate SELECTION_RATE = new Rate("selection_rate", TP | FP, ALL);
    public static final Rate PREVALENCE = new Rate("prevalence", TP | FN, ALL);
    public static final Rate ACCURACY = new Rate("accuracy", TP | TN, ALL);
    public static final Rate ERROR_RATE = new Rate("error_rate", FP | FN, ALL);
    public static final Rate PRECISION = new Rate("precision", TP, TP | FP);
    public static final Rate TRUE_POSITIVE_RATE = new Rate("true_positive_rate", TP, TP | FN);
    public static final Rate FALSE_POSITIVE_RATE = new Rate("false_positive_rate", FP, FP | TN);
    public static final Rate TRUE_NEGATIVE_RATE = new Rate("true_negative_rate", TN, FP | TN);
    public static final Rate FALSE_NEGATIVE_RATE = new Rate("false_negative_rate", FN, TP | FN);
    public static final Rate NEGATIVE_PREDICTIVE_VALUE = new Rate("negative_predictive_value", TN, FN | TN);
    public static final Rate FALSE_DISCOVERY_RATE = new Rate("false_discovery_rate", FP, TP | FP);
    public static final Rate FALSE_OMISSION_RATE = new Rate("false_omission_rate", FN, FN | TN);
    public static final Rate SCORING_RATE = new Rate("ll144.scoring_rate", ABOVE, ALL);

    /** The cell of a row: 0 tp, 1 fp, 2 fn, 3 tn. */
    public static int cell(boolean labelledPositive, boolean predictedPositive) {
        return (predictedPositive ? 0 : 2) + (labelledPositive ? 0 : 1);
    }

    /** Whether a cell holds rows with the positive label. */
    public static boolean labelledPositive(int cell) {
        return (cell & 1) == 0;
    }

    /** The sum of the cells named by the bits. */
    public static double sum(int bits, double[] cells) {
        double sum = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            sum += (bits >> cell & 1) == 1 ? cells[cell] : 0;
        }
        return sum;
    }

    /** The same share with the negative label and prediction taken for the positive ones. */
    public Rate flipped() {
        return new Rate(name, flip(numerator), flip(denominator));
    }

    /** Mirrors each half of the bits: tp with tn, fp with fn. */
    private static int flip(int bits) {
        int flipped = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            flipped |= (bits >> cell & 1) << (cell ^ 3);
        }
        return flipped;
    }

    /** Why there is no such share where the denominator is 0. */
    public String whyUndefined() {
        return whyEmpty(denominator);
    }

    static String whyEmpty(int bits) {
        return switch (bits) {
            case TP | FP -> "no predicted positives";
            case FN | TN -> "no predicted negatives";
            case TP | FN -> "no labelled positives";
            case FP | TN -> "no labelled negatives";
            default -> "no rows";
        };
    }
}
