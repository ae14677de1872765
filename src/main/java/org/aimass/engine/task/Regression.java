package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.aimass.engine.metrics.RegressionTotals;
import org.aimass.engine.metrics.TaskOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Keeps or sums the rows of a regression's audit and measures them. One thread fills one instance; instances merge in any order
 * to the same outcome, byte for byte.
 *
 * <p>Rows are kept, 20 to 32 bytes each and thrice that while measuring, up to 10 million over all merged parts; beyond, only
 * sums are kept.
 */
public final class Regression {

    private static final int EXACT_ROWS = 10_000_000;

    private final GroupPlan plan;
    private final RowBudget budget;
    private final CellIndex cells;
    private @Nullable KeptRows kept;
    private @Nullable RegressionTotals totals;
    private long rows;

    public Regression(GroupPlan plan) {
        this(plan, EXACT_ROWS);
    }

    Regression(GroupPlan plan, int exactRows) {
        this(plan, new RowBudget(exactRows));
    }

    private Regression(GroupPlan plan, RowBudget budget) {
        this.plan = plan;
        this.budget = budget;
        cells = new CellIndex(plan.features());
        kept = new KeptRows(true, true, plan.weighted(), plan.clustered());
    }

    /** An empty one for another thread: what all of them keep together is limited. */
    public Regression another() {
        return new Regression(plan, budget);
    }

    /**
     * Counts some rows.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises, or holds a number that is not finite or too
     *     large; the batch is then half counted
     */
    public void add(NumberBatch batch) {
        double[] weight = batch.weight();
        int[] cluster = batch.cluster();
        if (plan.weighted() != (weight != null) || plan.clustered() != (cluster != null)) {
            throw new IllegalArgumentException("the batch has not the weights and clusters that the plan promises");
        }
        if (kept != null && !budget.take(batch.rows())) {
            letGo();
        }
        for (int row = 0; row < batch.rows(); row++) {
            int cell = cells.of(batch.features(), row);
            double truth = number(batch.truth()[row], row);
            double answer = number(batch.answer()[row], row);
            double mass = weight == null ? 1 : weight[row];
            rows++;
            if (kept != null) {
                kept.add(cell, truth, answer, mass, cluster == null ? 0 : cluster[row]);
            } else {
                sum(cell, truth, answer, mass);
            }
        }
    }

    private static double number(double number, int row) {
        if (!(Math.abs(number) < RegressionTotals.LARGEST)) {
            throw new IllegalArgumentException("row " + row + ": too large, or no number: " + number);
        }
        return number + 0.0; // no negative zero
    }

    private void sum(int cell, double truth, double answer, double mass) {
        RegressionTotals sums = requireNonNull(totals);
        if (cell >= sums.groups()) {
            sums.grow(Math.max(2 * sums.groups(), cells.size()));
        }
        sums.add(cell, truth, answer, mass);
    }

    /** From rows to sums. */
    private void letGo() {
        KeptRows each = kept;
        kept = null;
        if (each != null) {
            totals = new RegressionTotals(Math.max(16, cells.size()));
            each.forEach((cell, truth, answer, mass, cluster) -> sum(cell, truth, answer, plan.weighted() ? mass : 1));
        }
    }

    /**
     * Adds all that the other has counted; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(Regression other) {
        int[] numbers = cells.merge(other.cells);
        rows += other.rows;
        if (rows > budget.most() || kept == null || other.kept == null) {
            letGo();
            other.letGo();
        }
        if (kept != null) {
            kept.merge(requireNonNull(other.kept), cell -> numbers[cell]);
            return;
        }
        RegressionTotals sums = requireNonNull(totals);
        sums.grow(Math.max(sums.groups(), cells.size()));
        for (int cell = 0; cell < numbers.length; cell++) {
            if (cell < requireNonNull(other.totals).groups()) {
                sums.merge(numbers[cell], other.totals, cell);
            }
        }
    }

    /**
     * Everything measured over the rows added and merged so far. Called once, at the end: the rows kept are used up.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not occur
     */
    public TaskOutcome outcome(List<List<String>> dictionaries) {
        RegressionData data =
                kept == null ? RegressionData.summed(requireNonNull(totals), plan) : RegressionData.of(kept, plan);
        return new RegressionMeasures(plan, cells, data, dictionaries).outcome();
    }
}
