package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The receiver operating characteristic (Fawcett, Pattern Recognition Letters 27, 2006): for each threshold how many of the labelled
 * positives and of the labelled negatives have a score at or above it. Drawn through the lower edges of the bins that hold rows;
 * between two edges the straight line counts ties half, as the area does.
 *
 * @param points from the highest threshold, where nobody is selected, to the lowest, where everybody is
 * @param positives at least 1
 * @param negatives at least 1
 */
public record RocCurve(List<Point> points, long positives, long negatives, double area, double areaBound) {

    /**
     * One threshold.
     *
     * @param threshold a score at or above it is selected; infinite at the first point, above all scores
     * @param selectedPositives labelled positives at or above it
     * @param selectedNegatives labelled negatives at or above it
     * @param truePositiveRate from 0 to 1
     * @param falsePositiveRate from 0 to 1
     */
    public record Point(
            double threshold,
            long selectedPositives,
            long selectedNegatives,
            double truePositiveRate,
            double falsePositiveRate) {}

    public RocCurve {
        points = List.copyOf(points);
    }

    /** The point of the lowest edge at or above the threshold: who is selected by it, as far as bins tell. */
    public Point at(double threshold) {
        Point found = points.get(0);
        for (Point point : points) {
            if (point.threshold() >= threshold) {
                found = point;
            }
        }
        return found;
    }

    /** @throws IllegalArgumentException where a label has no rows: there is no such curve */
    static RocCurve of(ScoreBins scores) {
        long positives = scores.positives();
        long negatives = scores.negatives();
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException("a curve needs rows of both labels");
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0, 0, 0));
        long above = 0;
        long wrongly = 0;
        double twicePairs = 0;
        double tiedPairs = 0;
        for (int i = scores.bins().size() - 1; i >= 0; i--) {
            ScoreBins.Bin bin = scores.bins().get(i);
            twicePairs += (double) bin.negative() * (2.0 * above + bin.positive());
            tiedPairs += (double) bin.negative() * bin.positive();
            above += bin.positive();
            wrongly += bin.negative();
            points.add(new Point(
                    ScoreBins.edge(bin.place()),
                    above,
                    wrongly,
                    (double) above / positives,
                    (double) wrongly / negatives));
        }
        double allPairs = (double) positives * negatives;
        return new RocCurve(points, positives, negatives, twicePairs / 2 / allPairs, tiedPairs / 2 / allPairs);
    }
}
