package org.aimass.engine.metrics;

import java.util.List;
import java.util.Optional;

/** What a group's binned scores show, for the eye: curves that follow from the counts, without any row. */
public final class ScoreViews {

    private ScoreViews() {}

    /** The operating characteristic; empty where one of the labels has no rows, so that there is none. */
    public static Optional<RocCurve> roc(ScoreBins scores) {
        return scores.positives() > 0 && scores.negatives() > 0 ? Optional.of(RocCurve.of(scores)) : Optional.empty();
    }

    /**
     * @param bins how many of equal width; divides 100
     * @param confidence of the intervals, strictly between 0 and 1
     */
    public static List<ReliabilityBin> reliability(ScoreBins scores, int bins, double confidence) {
        return scores.wide(ScoreBins.BINS / bins).stream()
                .map(bin -> reliability(bin, confidence))
                .toList();
    }

    private static ReliabilityBin reliability(ScoreBins.Wide bin, double confidence) {
        long rows = bin.rows();
        if (rows == 0) {
            MetricValue nobody = MetricValue.undefined("no rows in the bin");
            return new ReliabilityBin(
                    bin.from(), bin.to(), 0, 0, nobody, nobody, new Uncertainty.NoInterval("no rows in the bin"));
        }
        return new ReliabilityBin(
                bin.from(),
                bin.to(),
                rows,
                bin.positive(),
                MetricValue.of(bin.scoreSum() / rows),
                MetricValue.of((double) bin.positive() / rows),
                Intervals.wilson((double) bin.positive(), (double) rows, confidence));
    }

    /**
     * How the scores of the rows with one label are spread.
     *
     * @param positive whether of the labelled positives, else of the labelled negatives
     * @param steps how many of equal width; divides 100
     */
    public static List<ScoreStep> distribution(ScoreBins scores, boolean positive, int steps) {
        long all = positive ? scores.positives() : scores.negatives();
        return scores.wide(ScoreBins.BINS / steps).stream()
                .map(bin -> {
                    long rows = positive ? bin.positive() : bin.negative();
                    MetricValue share = all == 0
                            ? MetricValue.undefined(positive ? "no labelled positives" : "no labelled negatives")
                            : MetricValue.of((double) rows / all);
                    return new ScoreStep(bin.from(), bin.to(), rows, share);
                })
                .toList();
    }
}
