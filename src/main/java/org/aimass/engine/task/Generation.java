package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.TaskOutcome;

/**
 * Keeps what is known of generated images and measures them. One thread fills one instance; instances merge in any order to the same
 * outcome, byte for byte.
 */
public final class Generation {

    private static final int MOST_IMAGES = 2_000_000;
    /** So many numbers of features are kept: 256 MiB. */
    private static final long MOST_NUMBERS = 1L << 25;

    /** More make a matrix whose roots take too long. */
    private static final int MOST_FEATURES = 2_048;

    private static final double[] NONE = {};

    private final GenerationPlan plan;
    private final CellIndex cells;
    private final List<Output> outputs = new ArrayList<>();
    private long numbers;

    /** One image. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Output(
            int cell,
            boolean real,
            boolean refused,
            double[] vector,
            double similarity,
            double shift,
            int attribute,
            long line,
            long person,
            double weight) {}

    public Generation(GenerationPlan plan) {
        this.plan = plan;
        cells = new CellIndex(plan.groups().features());
    }

    /**
     * Keeps some images.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises
     * @throws UnusableRows if there are more than can be kept
     */
    public void add(OutputBatch batch) {
        double[][] vectors = batch.vectors();
        long[] person = batch.person();
        double[] weight = batch.weight();
        if (plan.featured() != (vectors != null)
                || plan.groups().clustered() != (person != null)
                || plan.groups().weighted() != (weight != null)) {
            throw new IllegalArgumentException("the batch has not what the plan promises");
        }
        for (int row = 0; row < batch.rows(); row++) {
            double[] vector = vectors == null ? NONE : vectors[row];
            if (vector.length > MOST_FEATURES) {
                throw new UnusableRows(vector.length + " features of an image; expected at most " + MOST_FEATURES);
            }
            demandRoom(1, vector.length);
            outputs.add(new Output(
                    cells.of(batch.features(), row),
                    batch.real()[row],
                    batch.refused()[row],
                    vector,
                    batch.similarity()[row] + 0.0,
                    batch.shift()[row] + 0.0,
                    batch.attribute()[row],
                    batch.line()[row],
                    person == null ? batch.line()[row] : person[row],
                    weight == null ? 1 : weight[row]));
        }
    }

    private void demandRoom(int images, long more) {
        numbers += more;
        if (outputs.size() + images > MOST_IMAGES || numbers > MOST_NUMBERS) {
            throw new UnusableRows("more than " + MOST_IMAGES + " images, or " + MOST_NUMBERS
                    + " numbers in all their features; expected fewer images, or smaller features");
        }
    }

    /**
     * Adds all that the other has kept; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(Generation other) {
        int[] places = cells.merge(other.cells);
        demandRoom(other.outputs.size(), other.numbers);
        for (Output output : other.outputs) {
            outputs.add(new Output(
                    places[output.cell],
                    output.real,
                    output.refused,
                    output.vector,
                    output.similarity,
                    output.shift,
                    output.attribute,
                    output.line,
                    output.person,
                    output.weight));
        }
        other.outputs.clear();
    }

    /**
     * Everything measured over the images added and merged so far. Called once, at the end.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @param attributes what each code of a perceived attribute stands for
     * @throws IllegalArgumentException if a reference group does not occur
     * @throws UnusableRows if something is perceived that the reference has no share of, or no image is generated
     */
    public TaskOutcome outcome(List<List<String>> dictionaries, List<String> attributes) {
        outputs.sort(Comparator.comparingLong(Output::line));
        if (outputs.stream().allMatch(Output::real)) {
            throw new UnusableRows("no image is generated; expected a row whose image is no real one");
        }
        Map<String, Double> reference = plan.reference();
        for (String attribute : attributes) {
            if (!reference.isEmpty() && !reference.containsKey(attribute)) {
                throw new UnusableRows("\"" + attribute
                        + "\" is perceived; expected only what options.reference_distribution has a share of");
            }
        }
        return new GenerationMeasures(plan, cells, outputs, dictionaries, attributes).outcome();
    }
}
