package org.aimass.engine.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that has been counted of one group, and what follows from it: values, shares, resampling. */
public final class GroupData {

    private final GroupCounts counts;
    private final double[] cells;
    private final double @Nullable [] squares;
    private final @Nullable GroupRows rows;
    private final int[] slots;
    private final double[][] clusters;
    private final ScoreEdges edges;
    private @Nullable ScoreScan scan;

    private GroupData(
            GroupCounts counts,
            double[] cells,
            double @Nullable [] squares,
            @Nullable GroupRows rows,
            int[] slots,
            double[][] clusters,
            ScoreEdges edges) {
        this.edges = edges;
        this.counts = counts;
        this.cells = cells;
        this.squares = squares;
        this.rows = rows;
        this.slots = slots;
        this.clusters = clusters;
    }

    /** A group known by its counts alone. */
    public static GroupData counted(GroupCounts counts) {
        double[] cells = {counts.tp(), counts.fp(), counts.fn(), counts.tn(), 0, 0, 0, 0};
        return new GroupData(counts, cells, null, null, new int[0], new double[0][], ScoreEdges.NONE);
    }

    /** A group of weighted rows: by cell the sums of the weights and of their squares. */
    public static GroupData weighted(GroupCounts counts, double[] weights, double[] squares) {
        return new GroupData(
                counts,
                Arrays.copyOf(weights, Rate.CELLS),
                Arrays.copyOf(squares, Rate.CELLS),
                null,
                new int[0],
                new double[0][],
                ScoreEdges.NONE);
    }

    /**
     * A group whose rows are at hand: scored, clustered or both.
     *
     * @param median of all rows' scores, for the scoring rate; empty where rows have none
     */
    public static GroupData of(GroupCounts counts, GroupRows rows, OptionalDouble median) {
        return of(counts, rows, median, ScoreEdges.NONE);
    }

    /**
     * The same.
     *
     * @param edges which {@link #scoreCells} will be asked for
     */
    public static GroupData of(GroupCounts counts, GroupRows rows, OptionalDouble median, ScoreEdges edges) {
        if (rows.single()) {
            return new GroupData(counts, cellsOfSingle(rows, median), null, rows, new int[0], new double[0][], edges);
        }
        IntUnaryOperator cellOf =
                i -> rows.cell(i) + (median.isPresent() && rows.score(i) > median.getAsDouble() ? 4 : 0);
        double[] cells = new double[Rate.CELLS];
        double[] squares = new double[Rate.CELLS];
        if (rows.plain()) {
            for (int i = 0; i < rows.size(); i++) {
                cells[cellOf.applyAsInt(i)]++;
            }
            squares = cells;
        } else {
            ExactSums sums = new ExactSums(2 * Rate.CELLS);
            for (int i = 0; i < rows.size(); i++) {
                sums.add(cellOf.applyAsInt(i), rows.mass(i));
                sums.add(Rate.CELLS + cellOf.applyAsInt(i), rows.massSquare(i));
            }
            for (int cell = 0; cell < Rate.CELLS; cell++) {
                cells[cell] = sums.value(cell);
                squares[cell] = sums.value(Rate.CELLS + cell);
            }
        }
        int[] slots = rows.clustered() ? ClusterSlots.of(rows) : new int[0];
        double[][] clusters = rows.clustered() ? ClusterTotals.confusion(rows, slots, cellOf) : new double[0][];
        return new GroupData(
                counts, cells, Arrays.equals(cells, squares) ? null : squares, rows, slots, clusters, edges);
    }

    /** Those above the median come last. */
    private static double[] cellsOfSingle(GroupRows rows, OptionalDouble median) {
        int below = 0;
        int above = rows.size();
        while (median.isPresent() && below < above) {
            int middle = (below + above) >>> 1;
            if (rows.score(middle) > median.getAsDouble()) {
                above = middle;
            } else {
                below = middle + 1;
            }
        }
        long[] lower = rows.cells(0, above);
        long[] upper = rows.cells(above, rows.size());
        double[] cells = new double[Rate.CELLS];
        Arrays.setAll(cells, cell -> cell < lower.length ? lower[cell] : upper[cell - lower.length]);
        return cells;
    }

    public GroupCounts counts() {
        return counts;
    }

    /** Rows, or weights of rows, by cell. */
    public double[] cells() {
        return cells.clone();
    }

    /** The same by tp, fp, fn, tn alone. */
    public double[] confusion() {
        return new double[] {cells[0] + cells[4], cells[1] + cells[5], cells[2] + cells[6], cells[3] + cells[7]};
    }

    /** Every metric's value, NaN where undefined. */
    public double[] values(BaseMetrics metrics) {
        return scannable() && metrics.scored() ? scan(metrics, 1).values() : values(metrics, table(metrics, 1));
    }

    private boolean scannable() {
        return rows != null && rows.single() && rows.scored();
    }

    private ScoreScan scan(BaseMetrics metrics, int stretches) {
        ScoreScan passed = ScoreScan.of(requireNonNull(rows), cells, metrics, stretches, edges);
        scan = passed;
        return passed;
    }

    /** The last pass over the rows, or one. */
    private ScoreScan scanned() {
        ScoreScan passed = scan;
        return passed == null ? scan(new BaseMetrics(true, List.of()), 1) : passed;
    }

    private CellTable table(BaseMetrics metrics, int stretches) {
        return metrics.scored()
                ? CellTable.scored(metrics, requireNonNull(rows), Rate.sum(Rate.ALL, cells), stretches)
                : CellTable.unscored(metrics, cells);
    }

    private double[] values(BaseMetrics metrics, CellTable table) {
        double[] values = table.values();
        if (metrics.scored()) {
            new ExactScores(requireNonNull(rows), cells).into(values);
        }
        return values;
    }

    /**
     * How far off the area under the curve and the average precision may be, by metric: for rows that came as bins of a
     * {@link ScoreHistogram}. Empty for rows that came one by one.
     */
    public Map<Integer, Double> errorBounds(BaseMetrics metrics) {
        if (rows == null || !rows.binned()) {
            return Map.of();
        }
        ExactScores scores = new ExactScores(rows, cells);
        scores.into(new double[metrics.size()]);
        return Map.of(BaseMetrics.ROC_AUC, scores.areaBound(), BaseMetrics.AVERAGE_PRECISION, scores.precisionBound());
    }

    /** A share of this group's rows; empty where there is nothing below. */
    public Optional<Proportion> proportion(Rate rate) {
        double below = Rate.sum(rate.denominator(), cells);
        if (below == 0) {
            return Optional.empty();
        }
        double above = Rate.sum(rate.numerator(), cells);
        double effective = plain() ? below : effectiveRows(rate, above, below);
        return Optional.of(new Proportion(above, below, effective, plain()));
    }

    /**
     * p (1 - p) over the linearized variance of the share; where that is 0, Kish's squared sum over the sum of squares. Never
     * more than there are rows.
     */
    private double effectiveRows(Rate rate, double above, double below) {
        double p = Math.min(1, above / below);
        double variance = 0;
        double sumOfSquares = 0;
        if (clusters.length > 0) {
            ExactSums sums = new ExactSums(2);
            long holding = 0;
            for (double[] cluster : clusters) {
                double rowsOfCluster = Rate.sum(rate.denominator(), cluster);
                double deviation = Rate.sum(rate.numerator(), cluster) - p * rowsOfCluster;
                sums.add(0, deviation * deviation);
                sums.add(1, rowsOfCluster * rowsOfCluster);
                holding += rowsOfCluster > 0 ? 1 : 0;
            }
            variance = holding > 1 ? sums.value(0) * holding / (holding - 1) : 0;
            sumOfSquares = sums.value(1);
        } else {
            double[] square = requireNonNull(squares);
            double squareAbove = Rate.sum(rate.numerator(), square);
            sumOfSquares = Rate.sum(rate.denominator(), square);
            variance = squareAbove * (1 - p) * (1 - p) + (sumOfSquares - squareAbove) * p * p;
        }
        boolean varies = variance > 0 && p < 1;
        double effective = varies ? p * (1 - p) * below * below / variance : below * below / sumOfSquares;
        return Math.min(effective, rowsBelow(rate));
    }

    private double rowsBelow(Rate rate) {
        return Rate.sum(
                rate.denominator() & ~Rate.ABOVE, new double[] {counts.tp(), counts.fp(), counts.fn(), counts.tn()});
    }

    /** Whether rows count once each and do not hang together. */
    public boolean plain() {
        return clusters.length == 0 && squares == null;
    }

    /** Cuts these rows' scores into about as many stretches as wished; the rows are at hand and scored. */
    public ScoreEdges scoreEdges(int wished) {
        return ScoreEdges.of(requireNonNull(rows), wished);
    }

    /** The rows by stretch of scores and cell; by cell alone for {@link ScoreEdges#NONE}. */
    public ScoreCells scoreCells(ScoreEdges asked) {
        if (asked == ScoreEdges.NONE) {
            return ScoreCells.counted(confusion());
        }
        return scannable() && edges == asked ? scanned().cells() : ScoreCells.of(requireNonNull(rows), asked);
    }

    /** The rows' scores, binned; the rows are at hand, scored and without weights. */
    public ScoreBins scoreBins() {
        return scannable() ? scanned().bins() : ScoreBins.of(requireNonNull(rows));
    }

    /** The area under the curve's interval. */
    public Uncertainty areaInterval(BaseMetrics metrics, double area, double confidence) {
        long[] rowsOfLabel = {counts.labelledNegative(), counts.labelledPositive()};
        double variance = scannable()
                ? scanned().ranks().areaVariance()
                : new ExactScores(requireNonNull(rows), cells).areaVariance(area, rowsOfLabel);
        if (Double.isNaN(variance)) {
            return new Uncertainty.NoInterval("fewer than two rows or clusters of a label");
        }
        if (variance == 0) {
            return new Uncertainty.NoInterval("the labels are wholly separated, or the scores all tied");
        }
        double half = Normal.twoSided(confidence) * Math.sqrt(variance);
        String method = clusters.length > 0 ? "delong_clusters" : squares == null ? "delong" : "delong_weights";
        return new Interval(Math.max(0, area - half), Math.min(1, area + half), confidence, method);
    }

    /** How this group's labelled positives score against the other's labelled negatives; both are scored. */
    public CrossArea area(GroupData ofNegatives, double confidence) {
        return CrossArea.of(
                requireNonNull(rows),
                counts.labelledPositive(),
                requireNonNull(ofNegatives.rows),
                ofNegatives.counts.labelledNegative(),
                confidence);
    }

    /** Why a metric has no value here. */
    public String whyUndefined(BaseMetrics metrics, int metric) {
        boolean weightless = counts.rows() > 0 && Rate.sum(Rate.ALL, cells) == 0;
        return weightless ? "all weights are 0" : metrics.whyUndefined(metric, cells);
    }

    /** How this group's bootstrap is named. */
    public String bootstrapMethod() {
        return clusters.length > 0 ? "bootstrap_clusters" : squares == null ? "bootstrap" : "bootstrap_effective_rows";
    }

    /** The values of all metrics and their bootstrap. */
    Sample sample(BaseMetrics metrics, int replicates, int stretches, Draws draws) {
        if (scannable() && metrics.scored()) {
            ScoreScan passed = scan(metrics, stretches);
            return new Sample(this, passed.values(), resample(passed.table(), metrics, replicates, draws));
        }
        CellTable table = table(metrics, stretches);
        return new Sample(this, values(metrics, table), resample(table, metrics, replicates, draws));
    }

    private Replicates resample(CellTable table, BaseMetrics metrics, int replicates, Draws draws) {
        if (clusters.length > 0) {
            GroupRows clustered = requireNonNull(rows);
            Resampling byCluster = Resampling.clusters(ClusterTotals.shuffled(
                    clustered,
                    slots,
                    table.size(),
                    row -> metrics.scored() ? table.cellOfRow(row) : clustered.cell(row),
                    draws));
            return Replicates.of(table, metrics, replicates, draws, byCluster, byCluster);
        }
        Resampling withinGroup = Resampling.rows(table, cell -> true, drawn(Rate.ALL));
        Resampling withinLabel = Resampling.both(
                Resampling.rows(table, table::positive, drawn(Rate.TP | Rate.FN)),
                Resampling.rows(table, cell -> !table.positive(cell), drawn(Rate.FP | Rate.TN)));
        return Replicates.of(table, metrics, replicates, draws, withinGroup, withinLabel);
    }

    /** As many rows as there are, or by Kish as their weights are worth. */
    private long drawn(int bits) {
        double mass = Rate.sum(bits, cells);
        if (squares == null || mass == 0) {
            return (long) mass;
        }
        return Math.max(1, Math.round(mass * mass / Rate.sum(bits, squares)));
    }
}
