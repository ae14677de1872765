package org.aimass.engine.task;

import java.util.List;
import org.aimass.engine.metrics.TaskOutcome;

/**
 * Keeps the pairs of an audit of a verification and measures them. One thread fills one instance; instances merge in any order to the
 * same outcome, byte for byte. A pair takes 12 bytes, 28 where people are known, 8 more with a weight, and some 100 while measuring.
 */
public final class Verification {

    /** More pairs are not kept. */
    public static final int MOST_PAIRS = 5_000_000;

    /** As much of a hash as a double holds exactly. */
    private static final int LOST_BITS = 11;

    private final VerificationPlan plan;
    private final CellIndex cells;
    private final KeptRows kept;

    public Verification(VerificationPlan plan) {
        this.plan = plan;
        cells = new CellIndex(plan.features());
        kept = new KeptRows(
                true, plan.ofPeople(), plan.ofPeople(), plan.groups().weighted(), false);
    }

    /**
     * Keeps some pairs.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises
     * @throws UnusableRows if there are more pairs than can be kept
     */
    public void add(PairBatch batch) {
        long[] left = batch.left();
        long[] right = batch.right();
        double[] weight = batch.weight();
        if (plan.ofPeople() != (left != null)
                || plan.ofPeople() != (right != null)
                || plan.groups().weighted() != (weight != null)) {
            throw new IllegalArgumentException("the batch has not the people or the weights that the plan promises");
        }
        demandRoom(batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            kept.add(
                    2 * cells.of(batch.features(), row) + batch.genuine()[row],
                    batch.score()[row] + 0.0, // no negative zero
                    left == null ? 0 : (double) (left[row] >>> LOST_BITS),
                    right == null ? 0 : (double) (right[row] >>> LOST_BITS),
                    weight == null ? 1 : weight[row] + 0.0,
                    0);
        }
    }

    private void demandRoom(int rows) {
        if (kept.size() + rows > MOST_PAIRS) {
            throw new UnusableRows(
                    "more than " + MOST_PAIRS + " pairs; expected no more in one audit of a verification");
        }
    }

    /**
     * Adds all that the other has kept; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(Verification other) {
        int[] numbers = cells.merge(other.cells);
        demandRoom(other.kept.size());
        kept.merge(other.kept, code -> 2 * numbers[code / 2] + code % 2);
    }

    /**
     * Everything measured over the pairs added and merged so far. Called once, at the end: the pairs kept are used up.
     *
     * @param dictionaries by feature (sensitive, control, sides) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not occur
     */
    public TaskOutcome outcome(List<List<String>> dictionaries) {
        ComparedPairs pairs =
                ComparedPairs.of(kept, plan.ofPeople(), plan.groups().weighted());
        return new VerificationMeasures(plan, cells, pairs, dictionaries).outcome();
    }
}
