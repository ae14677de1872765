package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Looks for subgroups that fare worst, each against all other rows: on error rate, false negative rate, false positive rate and on the
 * rate of the favourable outcome. Chance is not told as harm: a slice's p-value is the share of permutations in which any slice on
 * any metric looks at least as bad (the maximum statistic; Westfall and Young, Resampling-Based Multiple Testing, 1993). What
 * is permuted is who has which label and prediction and, for the rates given the label, who of those with the label has which
 * prediction; so the chance of naming any slice where features say nothing is at most one less the confidence.
 *
 * @param depth how many features a slice has at most, at least 1
 * @param permutations how many; where empty, from 1,000 for some hundred combinations of values down to 200 for thousands
 * @param fewestRows concerned in a slice, and among all others
 * @param seed of all draws
 * @param positiveIsFavorable whether the positive label is the favourable one
 * @param confidence one less the chance of naming any slice where there is none; also that of the intervals
 */
public record SliceSearch(
        int depth,
        OptionalInt permutations,
        long fewestRows,
        long seed,
        boolean positiveIsFavorable,
        double confidence) {

    private static final int MOST_PERMUTATIONS = 1_000;
    private static final int FEWEST_PERMUTATIONS = 200;
    /** Combinations dealt out in all permutations together. */
    private static final int DEALT = 300_000;

    /** A slice on one of the metrics. */
    private record Candidate(Slices.Slice slice, int harm, ScanStatistic counts, double statistic) {}

    public SliceSearch {
        if (depth < 1 || fewestRows < 0 || permutations.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "no search " + depth + " deep of " + fewestRows + " rows, " + permutations.orElse(1) + " times");
        }
    }

    /**
     * @param names of the features
     * @param cells the rows by their features' values, in any order
     */
    public WorstSlices of(List<String> names, List<WorstSlices.Cell> cells) {
        SliceTable table = SliceTable.of(names, cells);
        Slices slices = Slices.of(table, depth, Math.max(1, fewestRows));
        SliceScan scan = new SliceScan(table, slices.list(), harms(), Math.max(1, fewestRows));
        int number = permutations.orElse(
                Math.max(FEWEST_PERMUTATIONS, Math.min(MOST_PERMUTATIONS, DEALT / Math.max(1, table.size()))));
        double[] greatest = IntStream.range(0, number)
                .parallel()
                .mapToDouble(permutation -> scan.greatestByChance(new Draws(seed, "worst slices " + permutation)))
                .sorted()
                .toArray();
        List<WorstSlices.Slice> worst = new ArrayList<>();
        List<Candidate> told = new ArrayList<>();
        for (Candidate candidate : candidates(scan, slices.list())) {
            double p = (1.0 + atLeast(greatest, candidate.statistic)) / (1.0 + number);
            boolean nested = told.stream()
                    .anyMatch(other -> other.harm == candidate.harm && other.slice.nested(candidate.slice));
            if (p <= 1 - confidence && !nested && worst.size() < WorstSlices.MOST) {
                told.add(candidate);
                worst.add(told(candidate, p));
            }
        }
        return new WorstSlices(table.features(), slices.depth(), slices.list().size(), slices.leftOut(), number, worst);
    }

    private List<Harm> harms() {
        return List.of(
                Harm.of(Rate.ERROR_RATE),
                Harm.of(Rate.FALSE_NEGATIVE_RATE),
                Harm.of(Rate.FALSE_POSITIVE_RATE),
                Harm.lackOf(positiveIsFavorable ? Rate.SELECTION_RATE : Rate.SELECTION_RATE.flipped()));
    }

    /** The worst first; of equally bad ones the first searched. */
    private static List<Candidate> candidates(SliceScan scan, List<Slices.Slice> slices) {
        List<Candidate> candidates = new ArrayList<>();
        for (int slice = 0; slice < slices.size(); slice++) {
            for (int harm = 0; harm < SliceScan.HARMS; harm++) {
                if (scan.searched(slice, harm)) {
                    ScanStatistic counts = scan.observed(slice, harm);
                    candidates.add(new Candidate(slices.get(slice), harm, counts, counts.value()));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::statistic).reversed());
        return candidates;
    }

    private static int atLeast(double[] sorted, double statistic) {
        int below = 0;
        while (below < sorted.length && sorted[below] < statistic) {
            below++;
        }
        return sorted.length - below;
    }

    private WorstSlices.Slice told(Candidate candidate, double p) {
        Harm harm = harms().get(candidate.harm);
        ScanStatistic counts = candidate.counts;
        Proportion share = harm.share(counts.x(), counts.n());
        return new WorstSlices.Slice(
                candidate.slice.features(),
                harm.shown().name(),
                share,
                harm.share(counts.allX() - counts.x(), counts.allN() - counts.n()),
                share.interval(confidence),
                candidate.statistic,
                p);
    }
}
