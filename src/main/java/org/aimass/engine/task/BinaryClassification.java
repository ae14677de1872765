package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.BaseMetrics;
import org.aimass.engine.metrics.ExactSums;
import org.aimass.engine.metrics.Rate;
import org.aimass.engine.metrics.ScoreHistogram;
import org.aimass.engine.metrics.TaskOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a binary classifier's audit and measures them. One thread fills one instance; instances merge in any
 * order to the same outcome, byte for byte.
 *
 * <p>Rows with scores or clusters are kept, about 12 to 24 bytes each and thrice that while measuring, up to 20 million over
 * all merged parts; beyond, scores are kept as a histogram and clusters are let go.
 */
public final class BinaryClassification {

    private static final int EXACT_ROWS = 20_000_000;
    private static final double HEAVIEST = 0x1p40;

    private final BinaryPlan plan;
    private final BaseMetrics metrics;
    private final RowBudget budget;
    private final int features;
    private final CellIndex cells;
    private long[] counts = new long[64];
    private final @Nullable ExactSums weights;
    private @Nullable KeptRows kept;
    private @Nullable ScoreHistogram histogram;
    private long rows;

    public BinaryClassification(BinaryPlan plan) {
        this(plan, EXACT_ROWS);
    }

    BinaryClassification(BinaryPlan plan, int exactRows) {
        this(plan, new RowBudget(exactRows));
    }

    private BinaryClassification(BinaryPlan plan, RowBudget budget) {
        this.plan = plan;
        this.budget = budget;
        metrics = new BaseMetrics(plan.scored(), plan.calibrationBins());
        features = plan.groups().features();
        cells = new CellIndex(features);
        weights = plan.groups().weighted() ? new ExactSums(2 * 64) : null;
        kept = plan.scored() || plan.groups().clustered()
                ? new KeptRows(
                        plan.scored(),
                        plan.groups().weighted(),
                        false,
                        plan.groups().clustered())
                : null;
    }

    /** An empty one for another thread: what all of them keep together is limited. */
    public BinaryClassification another() {
        return new BinaryClassification(plan, budget);
    }

    /**
     * Counts some rows.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises, or holds a label or prediction other than 0
     *     and 1, a score outside [0, 1] or a weight that is negative or not finite; the batch is then half counted
     */
    public void add(LabelledBatch batch) {
        double[] score = column(batch.score(), plan.scored(), "scores");
        double[] weight = column(batch.weight(), plan.groups().weighted(), "weights");
        int[] cluster = batch.cluster();
        if (plan.groups().clustered() && cluster == null) {
            throw new IllegalArgumentException("the batch has no clusters");
        }
        if (batch.features().length != features) {
            throw new IllegalArgumentException(
                    "the batch has " + batch.features().length + " features, the plan " + features);
        }
        if (kept != null && !budget.take(batch.rows())) {
            letGo();
        }
        for (int row = 0; row < batch.rows(); row++) {
            int cell = cells.of(batch.features(), row);
            int code = 4 * cell + Rate.cell(bit(batch.label()[row], row), bit(batch.prediction()[row], row));
            makeRoom();
            counts[code]++;
            double mass = weight.length == 0 ? 1 : weight(weight[row], row);
            if (weights != null) {
                weights.add(8 * cell + (code & 3), mass);
                weights.add(8 * cell + 4 + (code & 3), mass * mass);
            }
            rows++;
            keep(code, score.length == 0 ? 0 : score(score[row], row), mass, cluster == null ? 0 : cluster[row]);
        }
    }

    /**
     * Counts rows that are alike; the plan has neither scores nor clusters.
     *
     * @param features by feature a column of one row
     * @param weighed where the sums of their weights, then of their squared weights stand; null where the plan has none
     */
    void addAlike(int[][] features, int confusionCell, long number, @Nullable ExactSums weighed, int at) {
        int cell = cells.of(features, 0);
        makeRoom();
        counts[4 * cell + confusionCell] += number;
        if (weights != null && weighed != null) {
            weights.merge(8 * cell + confusionCell, weighed, at);
            weights.merge(8 * cell + 4 + confusionCell, weighed, at + 1);
        }
        rows += number;
    }

    private static double[] column(double @Nullable [] values, boolean promised, String what) {
        if (promised && values == null) {
            throw new IllegalArgumentException("the batch has no " + what);
        }
        return promised ? requireNonNull(values) : new double[0];
    }

    private static boolean bit(int value, int row) {
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("row " + row + ": neither 0 nor 1: " + value);
        }
        return value == 1;
    }

    private static double score(double score, int row) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("row " + row + ": a score lies from 0 to 1, not " + score);
        }
        return score + 0.0; // no negative zero
    }

    private static double weight(double weight, int row) {
        if (!(weight >= 0 && weight < HEAVIEST)) {
            throw new IllegalArgumentException("row " + row + ": a weight lies from 0 to 2^40, not " + weight);
        }
        return weight;
    }

    private void makeRoom() {
        if (4 * cells.size() > counts.length) {
            counts = Arrays.copyOf(counts, 2 * Math.max(counts.length, 2 * cells.size()));
        }
        if (weights != null && 8 * cells.size() > weights.size()) {
            weights.grow(2 * Math.max(weights.size(), 4 * cells.size()));
        }
    }

    private void keep(int code, double score, double mass, int cluster) {
        if (kept != null) {
            kept.add(code, score, mass, 0, cluster);
        } else if (histogram != null) {
            histogram.add(code, score, mass);
        }
    }

    /** From rows to the histogram of their scores. */
    private void letGo() {
        KeptRows each = kept;
        kept = null;
        if (each != null && plan.scored()) {
            ScoreHistogram bins = new ScoreHistogram(metrics);
            each.forEach((code, score, weight, unused, cluster) ->
                    bins.add(code, score, plan.groups().weighted() ? weight : 1));
            histogram = bins;
        }
    }

    /**
     * Adds all that the other has counted; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(BinaryClassification other) {
        int[] numbers = cells.merge(other.cells);
        makeRoom();
        int[] codes = new int[4 * numbers.length];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = 4 * numbers[code / 4] + code % 4;
            counts[codes[code]] += other.counts[code];
        }
        for (int i = 0; weights != null && i < 8 * numbers.length; i++) {
            weights.merge(8 * numbers[i / 8] + i % 8, requireNonNull(other.weights), i);
        }
        rows += other.rows;
        if (rows > budget.most() || kept == null || other.kept == null) {
            letGo();
            other.letGo();
        }
        if (kept != null) {
            kept.merge(requireNonNull(other.kept), code -> codes[code]);
        } else if (histogram != null) {
            histogram.merge(requireNonNull(other.histogram), codes);
        }
    }

    /**
     * Everything measured over the rows added and merged so far. Called once, at the end: the rows kept are used up.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not occur
     */
    public TaskOutcome outcome(List<List<String>> dictionaries) {
        boolean clustersLost = plan.groups().clustered() && kept == null;
        SortedRows sorted = null;
        OptionalDouble median = OptionalDouble.empty();
        if (kept != null) {
            sorted = SortedRows.of(kept, plan);
            median = plan.scored() && rows > 0 ? OptionalDouble.of(sorted.median()) : OptionalDouble.empty();
        } else if (histogram != null) {
            sorted = SortedRows.of(histogram);
        }
        Counted counted = new Counted(
                cells, counts, weights, sorted, median, plan.groups().clustered());
        return new BinaryMeasures(plan, metrics, counted, dictionaries, clustersLost).outcome();
    }
}
