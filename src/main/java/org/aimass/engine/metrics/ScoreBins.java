package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How the scores of a group are spread, by label: rows counted in {@value #BINS} bins of equal width. Enough to draw the curve of
 * the operating characteristic, the calibration and the distribution, and small enough to keep for every group.
 *
 * @param bins those that hold rows, by ascending place
 */
public record ScoreBins(List<Bin> bins) {

    /** How many bins there are from 0 to 1. */
    public static final int BINS = 100;

    /** Sums of scores are rounded doubles. */
    private static final double ROUNDING = 1e-9;

    /**
     * The rows of one bin.
     *
     * @param place from 0: the bin holds the scores from {@code place / 100} up to, but without, {@code (place + 1) / 100}; the last
     *     one holds 1 too
     * @param positive rows with the positive label, at least 0
     * @param negative rows with the negative label, at least 0
     * @param scoreSum of all its rows' scores
     */
    public record Bin(int place, long positive, long negative, double scoreSum) {

        public Bin {
            double rows = (double) positive + negative;
            if (place < 0 || place >= BINS || positive < 0 || negative < 0 || rows < 1) {
                throw new IllegalArgumentException(
                        "not a bin of scores: " + positive + " and " + negative + " at " + place);
            }
            if (!(scoreSum >= rows * edge(place) - rows * ROUNDING
                    && scoreSum <= rows * edge(place + 1) + rows * ROUNDING)) {
                throw new IllegalArgumentException(rows + " scores of bin " + place + " cannot add up to " + scoreSum);
            }
        }

        public long rows() {
            return positive + negative;
        }
    }

    public ScoreBins {
        bins = List.copyOf(bins);
        for (int i = 1; i < bins.size(); i++) {
            if (bins.get(i).place() <= bins.get(i - 1).place()) {
                throw new IllegalArgumentException("bins of scores do not rise");
            }
        }
    }

    /** Counts rows without weights. */
    static ScoreBins of(GroupRows rows) {
        List<Bin> bins = new ArrayList<>();
        ExactSums sum = new ExactSums(1);
        int from = 0;
        while (from < rows.size()) {
            int place = place(rows.score(from));
            long[] byLabel = new long[2];
            int to = from;
            for (; to < rows.size() && place(rows.score(to)) == place; to++) {
                byLabel[rows.positive(to) ? 1 : 0] += (long) rows.mass(to);
                sum.add(0, rows.scoreSum(to));
            }
            bins.add(new Bin(place, byLabel[1], byLabel[0], sum.value(0)));
            sum.clear(0);
            from = to;
        }
        return new ScoreBins(bins);
    }

    /** The lower edge of a bin, such as 0.29 of the bin 29; the edge of {@value #BINS} is 1. */
    public static double edge(int place) {
        return place / (double) BINS;
    }

    /** @param score from 0 to 1 */
    static int place(double score) {
        int place = Math.min((int) (score * BINS), BINS - 1);
        if (edge(place) > score) {
            return place - 1;
        }
        return place < BINS - 1 && edge(place + 1) <= score ? place + 1 : place;
    }

    /**
     * The edge that is nearest to a threshold, which is exact where it is one of these.
     *
     * @param threshold from 0 to 1
     */
    public static int nearestEdge(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold lies from 0 to 1, not " + threshold);
        }
        return (int) Math.round(threshold * BINS);
    }

    /**
     * The confusion counts with an edge for the threshold: rows that score at or above it are predicted positive.
     *
     * @param edge from 0, where all are, to {@value #BINS}, above every score, where none is: which rows of the last bin score just 1
     *     is not known
     */
    public GroupCounts at(int edge) {
        if (edge < 0 || edge > BINS) {
            throw new IllegalArgumentException("no edge " + edge);
        }
        long tp = 0;
        long fp = 0;
        for (Bin bin : bins) {
            tp += bin.place() >= edge ? bin.positive() : 0;
            fp += bin.place() >= edge ? bin.negative() : 0;
        }
        return new GroupCounts(tp, fp, positives() - tp, negatives() - fp);
    }

    public long positives() {
        return bins.stream().mapToLong(Bin::positive).sum();
    }

    public long negatives() {
        return bins.stream().mapToLong(Bin::negative).sum();
    }

    /**
     * The rows in wider bins, empty ones included.
     *
     * @param width how many bins make one; divides {@value #BINS}
     */
    List<Wide> wide(int width) {
        if (width < 1 || BINS % width != 0) {
            throw new IllegalArgumentException(width + " does not divide " + BINS);
        }
        List<Wide> wide = new ArrayList<>();
        int next = 0;
        for (int place = 0; place < BINS; place += width) {
            long positive = 0;
            long negative = 0;
            double scoreSum = 0;
            for (; next < bins.size() && bins.get(next).place() < place + width; next++) {
                positive += bins.get(next).positive();
                negative += bins.get(next).negative();
                scoreSum += bins.get(next).scoreSum();
            }
            wide.add(new Wide(edge(place), edge(place + width), positive, negative, scoreSum));
        }
        return wide;
    }

    /** Rows with scores from {@code from} up to, but without, {@code to}; the last one holds 1 too. */
    record Wide(double from, double to, long positive, long negative, double scoreSum) {

        long rows() {
            return positive + negative;
        }
    }
}
