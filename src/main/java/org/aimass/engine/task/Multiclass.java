package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aimass.engine.metrics.ExactSums;
import org.aimass.engine.metrics.MeanSums;
import org.aimass.engine.metrics.Rate;
import org.aimass.engine.metrics.TaskOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of an audit of a classification into several classes and measures them. One thread fills one instance;
 * instances merge in any order to the same outcome, byte for byte.
 *
 * <p>Beside the confusion matrix of each group it holds binary classifications: one of right against wrong answers, and where
 * scores or clusters have to be kept row by row one of each class against the rest.
 */
public final class Multiclass {

    private static final int EXACT_ROWS = 20_000_000;
    /** Whether the true class is among so many likeliest ones. */
    static final int PLACES = 2;

    private final MulticlassPlan plan;
    private final RowBudget budget;
    private final int features;
    private final CellIndex cells;
    private long[] counts = new long[64];
    private final @Nullable ExactSums weights;
    private final @Nullable MeanSums losses;
    private final @Nullable MeanSums briers;
    private @Nullable KeptRows kept;
    private final BinaryClassification right;
    private final @Nullable BinaryClassification among;
    private final List<BinaryClassification> byClass = new ArrayList<>();
    private long rows;

    public Multiclass(MulticlassPlan plan) {
        this(plan, EXACT_ROWS);
    }

    Multiclass(MulticlassPlan plan, int exactRows) {
        this(
                plan,
                new RowBudget(exactRows),
                new BinaryClassification(plan.binary(plan.scored()), rowsOfEach(plan, exactRows)),
                plan.scored() && plan.classes() > PLACES
                        ? new BinaryClassification(plan.binary(false), exactRows)
                        : null);
        for (int each = 0; plan.splitsWhileCounting() && each < plan.classes(); each++) {
            byClass.add(new BinaryClassification(plan.binary(plan.scored()), rowsOfEach(plan, exactRows)));
        }
    }

    /** What may be kept is shared among the binary classifications. */
    private static int rowsOfEach(MulticlassPlan plan, int exactRows) {
        return Math.max(1, exactRows / (plan.splitsWhileCounting() ? plan.classes() + 1 : 1));
    }

    private Multiclass(Multiclass other) {
        this(other.plan, other.budget, other.right.another(), other.among == null ? null : other.among.another());
        other.byClass.forEach(each -> byClass.add(each.another()));
    }

    private Multiclass(
            MulticlassPlan plan, RowBudget budget, BinaryClassification right, @Nullable BinaryClassification among) {
        this.plan = plan;
        this.budget = budget;
        this.right = right;
        this.among = among;
        features = plan.groups().features();
        cells = new CellIndex(features + 2);
        boolean scored = plan.scored();
        weights = plan.groups().weighted() ? new ExactSums(2 * 64) : null;
        losses = scored ? new MeanSums(64) : null;
        briers = scored ? new MeanSums(64) : null;
        kept = plan.groups().clustered()
                ? new KeptRows(scored, scored, plan.groups().weighted(), true)
                : null;
    }

    /** An empty one for another thread: what all of them keep together is limited. */
    public Multiclass another() {
        return new Multiclass(this);
    }

    /**
     * Counts some rows.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises
     */
    public void add(ClassBatch batch) {
        double[] scores = batch.scores();
        if (plan.scored() != (scores != null)
                || plan.groups().weighted() != (batch.weight() != null)
                || plan.groups().clustered() != (batch.cluster() != null)) {
            throw new IllegalArgumentException("the batch has not what the plan promises");
        }
        if (kept != null && !budget.take(batch.rows())) {
            kept = null;
        }
        int[][] columns = Arrays.copyOf(batch.features(), features + 2);
        columns[features] = batch.truth();
        columns[features + 1] = batch.answer();
        for (int row = 0; row < batch.rows(); row++) {
            int cell = cells.of(columns, row);
            makeRoom();
            counts[cell]++;
            rows++;
            double mass = batch.weight() == null ? 1 : batch.weight()[row];
            if (weights != null) {
                weights.add(2 * cell, mass);
                weights.add(2 * cell + 1, mass * mass);
            }
            double loss = 0;
            double brier = 0;
            if (scores != null) {
                int from = row * plan.classes();
                loss = ClassScores.logLoss(scores, from, plan.classes(), batch.truth()[row]);
                brier = ClassScores.brier(scores, from, plan.classes(), batch.truth()[row]);
            }
            if (losses != null && briers != null) {
                losses.add(cell, loss, mass);
                briers.add(cell, brier, mass);
            }
            if (kept != null && batch.cluster() != null) {
                kept.add(cell, loss, brier, mass, batch.cluster()[row]);
            }
        }
        split(batch);
    }

    /**
     * The first of the likeliest classes.
     *
     * @param from where the row's probabilities begin
     */
    public static int likeliest(double[] scores, int from, int classes) {
        return ClassScores.likeliest(scores, from, classes);
    }

    private void makeRoom() {
        if (cells.size() <= counts.length) {
            return;
        }
        counts = Arrays.copyOf(counts, 2 * counts.length);
        if (weights != null) {
            weights.grow(2 * counts.length);
        }
        if (losses != null && briers != null) {
            losses.grow(counts.length);
            briers.grow(counts.length);
        }
    }

    /** Right against wrong, and each class against the rest. */
    private void split(ClassBatch batch) {
        int[] label = new int[batch.rows()];
        int[] prediction = new int[batch.rows()];
        double[] score = plan.scored() ? new double[batch.rows()] : null;
        double[] scores = batch.scores();
        Arrays.fill(prediction, 1);
        for (int row = 0; row < label.length; row++) {
            label[row] = batch.truth()[row] == batch.answer()[row] ? 1 : 0;
            if (score != null && scores != null) {
                score[row] = ClassScores.share(scores, row * plan.classes(), plan.classes(), batch.answer()[row]);
            }
        }
        right.add(binary(batch, label, prediction, score));
        if (among != null && scores != null) {
            for (int row = 0; row < label.length; row++) {
                int from = row * plan.classes();
                label[row] = ClassScores.among(PLACES, scores, from, plan.classes(), batch.truth()[row]) ? 1 : 0;
            }
            among.add(binary(batch, label, prediction, null));
        }
        for (int each = 0; each < byClass.size(); each++) {
            for (int row = 0; row < label.length; row++) {
                label[row] = batch.truth()[row] == each ? 1 : 0;
                prediction[row] = batch.answer()[row] == each ? 1 : 0;
                if (score != null && scores != null) {
                    score[row] = scores[row * plan.classes() + each];
                }
            }
            byClass.get(each).add(binary(batch, label, prediction, score));
        }
    }

    private static LabelledBatch binary(ClassBatch batch, int[] label, int[] prediction, double @Nullable [] score) {
        return new LabelledBatch(
                batch.rows(), label, prediction, score, batch.weight(), batch.cluster(), batch.features());
    }

    /**
     * Adds all that the other has counted; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(Multiclass other) {
        int[] numbers = cells.merge(other.cells);
        while (cells.size() > counts.length) {
            makeRoom();
        }
        for (int cell = 0; cell < numbers.length; cell++) {
            counts[numbers[cell]] += other.counts[cell];
            for (int sum = 0; weights != null && sum < 2; sum++) {
                weights.merge(2 * numbers[cell] + sum, requireNonNull(other.weights), 2 * cell + sum);
            }
            if (losses != null && briers != null) {
                losses.merge(numbers[cell], requireNonNull(other.losses), cell);
                briers.merge(numbers[cell], requireNonNull(other.briers), cell);
            }
        }
        rows += other.rows;
        KeptRows mine = kept;
        if (mine != null && other.kept != null && rows <= budget.most()) {
            mine.merge(other.kept, cell -> numbers[cell]);
        } else {
            kept = null;
        }
        right.merge(other.right);
        if (among != null) {
            among.merge(requireNonNull(other.among));
        }
        for (int each = 0; each < byClass.size(); each++) {
            byClass.get(each).merge(other.byClass.get(each));
        }
    }

    /**
     * Everything measured over the rows added and merged so far. Called once, at the end: the rows kept are used up.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @param labels by code of a class; shown in this order where the plan knows the classes, else sorted
     * @throws IllegalArgumentException if a reference group does not occur
     */
    public TaskOutcome outcome(List<List<String>> dictionaries, List<String> labels) {
        List<String> classes = new ArrayList<>(labels);
        if (plan.classes() == 0) {
            classes.sort(Labels.BY_VALUE);
        }
        int[] places = labels.stream().mapToInt(classes::indexOf).toArray();
        MulticlassData data = new MulticlassData(plan, cells, counts, weights, losses, briers, kept, places);
        List<MulticlassMeasures.Split> splits = new ArrayList<>();
        for (int each : data.classesHeldAgainstTheRest()) {
            BinaryClassification split = plan.splitsWhileCounting() ? byClass.get(each) : split(each);
            splits.add(new MulticlassMeasures.Split(labels.get(each), split.outcome(dictionaries)));
        }
        MulticlassMeasures measures = new MulticlassMeasures(plan, cells, data, dictionaries, classes);
        return measures.outcome(
                right.outcome(dictionaries), among == null ? null : among.outcome(dictionaries), splits);
    }

    /** One class against the rest, by the counts. */
    private BinaryClassification split(int each) {
        BinaryClassification split = new BinaryClassification(plan.binary(false));
        int[][] tuple = new int[features][1];
        for (int cell = 0; cell < cells.size(); cell++) {
            for (int feature = 0; feature < features; feature++) {
                tuple[feature][0] = cells.code(cell, feature);
            }
            int confusion = Rate.cell(cells.code(cell, features) == each, cells.code(cell, features + 1) == each);
            split.addAlike(tuple, confusion, counts[cell], weights, 2 * cell);
        }
        return split;
    }
}
