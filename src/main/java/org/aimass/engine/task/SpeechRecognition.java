package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aimass.engine.metrics.RatioRows;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.SpeechMetrics;
import org.aimass.engine.metrics.TaskOutcome;

/**
 * Keeps what an audit of speech recognition needs of each snippet, not its words, and measures it. One thread fills one instance;
 * instances merge in any order to the same outcome, byte for byte.
 */
public final class SpeechRecognition {

    /** More snippets are not kept: some 1,400 hours of five seconds each. */
    public static final int MOST_SNIPPETS = 1_000_000;

    /** The longest reference or answer. */
    public static final int MOST_WORDS = 2_000;

    public static final int MOST_CHARACTERS = 10_000;

    private final SpeechPlan plan;
    private final CellIndex cells;
    private final List<SnippetErrors> errors = new ArrayList<>();
    /** By snippet its cell and cluster; line, duration and weight. */
    private final KeptRows kept = new KeptRows(true, true, true, true);

    private final WorstSnippets worst;

    public SpeechRecognition(SpeechPlan plan) {
        this.plan = plan;
        cells = new CellIndex(plan.groups().features());
        worst = new WorstSnippets(plan.examples(), plan.unit());
    }

    /**
     * Keeps some snippets.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises
     * @throws UnusableRows if there are more snippets than can be kept
     */
    public void add(SnippetBatch batch) {
        double[] weight = batch.weight();
        double[] duration = batch.duration();
        int[] cluster = batch.cluster();
        if (plan.groups().weighted() != (weight != null)
                || plan.groups().clustered() != (cluster != null)
                || plan.timed() != (duration != null)) {
            throw new IllegalArgumentException("the batch has not what the plan promises");
        }
        demandRoom(batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            int cell = cells.of(batch.features(), row);
            errors.add(batch.errors()[row]);
            kept.add(
                    cell,
                    (double) batch.line()[row],
                    duration == null ? 0 : duration[row],
                    weight == null ? 1 : weight[row],
                    cluster == null ? 0 : cluster[row]);
            worst.add(batch, row, cell);
        }
    }

    private void demandRoom(int rows) {
        if (errors.size() + rows > MOST_SNIPPETS) {
            throw new UnusableRows("more than " + MOST_SNIPPETS + " snippets; expected no more in one audit of speech");
        }
    }

    /**
     * Adds all that the other has kept; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(SpeechRecognition other) {
        int[] numbers = cells.merge(other.cells);
        demandRoom(other.errors.size());
        errors.addAll(other.errors);
        kept.merge(other.kept, cell -> numbers[cell]);
        worst.merge(other.worst, numbers);
    }

    /**
     * Everything measured over the snippets added and merged so far. Called once, at the end: what was kept is used up.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not occur
     */
    public TaskOutcome outcome(List<List<String>> dictionaries) {
        int size = kept.size();
        int[] cell = new int[size];
        int[] cluster = new int[size];
        double[] line = new double[size];
        double[] duration = new double[size];
        double[] weight = new double[size];
        int[] next = new int[1];
        kept.forEach((ofCell, ofLine, ofDuration, ofWeight, ofCluster) -> {
            int at = next[0]++;
            cell[at] = ofCell;
            line[at] = ofLine;
            duration[at] = ofDuration;
            weight[at] = ofWeight;
            cluster[at] = ofCluster;
        });
        RatioRows rows = new RatioRows(
                size,
                SpeechMetrics.numbers(errors, plan.unit(), snippet -> weight[snippet]),
                plan.groups().weighted(),
                new int[][] {plan.groups().clustered() ? cluster : null});
        errors.clear();
        int[] order = RadixSort.sort(line);
        Snippets snippets = new Snippets(
                rows.pick(order),
                Arrays.stream(order).map(at -> cell[at]).toArray(),
                Arrays.stream(order).mapToDouble(at -> duration[at]).toArray());
        TaskOutcome outcome = new SpeechMeasures(plan, cells, snippets, dictionaries).outcome();
        return plan.examples() == 0
                ? outcome
                : outcome.with(worst.told(cells, plan.groups().sensitiveFeatures(), dictionaries));
    }
}
