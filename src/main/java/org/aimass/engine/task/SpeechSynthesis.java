package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aimass.engine.metrics.RatioRows;
import org.aimass.engine.metrics.SynthesisMetrics;
import org.aimass.engine.metrics.TaskOutcome;

/**
 * Keeps what an audit of speech synthesis needs of each row, and measures it. One thread fills one instance; instances merge in any
 * order to the same outcome, byte for byte.
 */
public final class SpeechSynthesis {

    /** More rows are not kept. */
    public static final int MOST_ROWS = 500_000;

    private final SynthesisPlan plan;
    private final CellIndex cells;
    private final List<SynthesisMetrics.Row> brought = new ArrayList<>();
    /** By row its cell and cluster; line, listener and weight. */
    private final KeptRows kept = new KeptRows(true, true, true, true);

    public SpeechSynthesis(SynthesisPlan plan) {
        this.plan = plan;
        cells = new CellIndex(plan.groups().features());
    }

    /**
     * Keeps some rows.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises
     * @throws UnusableRows if there are more rows than can be kept
     */
    public void add(SynthesisBatch batch) {
        double[] weight = batch.weight();
        int[] cluster = batch.cluster();
        int[] listener = batch.listener();
        if (plan.groups().weighted() != (weight != null)
                || plan.groups().clustered() != (cluster != null)
                || plan.listened() != (listener != null)) {
            throw new IllegalArgumentException("the batch has not what the plan promises");
        }
        demandRoom(batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            brought.add(batch.brought()[row]);
            kept.add(
                    cells.of(batch.features(), row),
                    (double) batch.line()[row],
                    listener == null ? 0 : listener[row],
                    weight == null ? 1 : weight[row],
                    cluster == null ? 0 : cluster[row]);
        }
    }

    private void demandRoom(int rows) {
        if (brought.size() + rows > MOST_ROWS) {
            throw new UnusableRows(
                    "more than " + MOST_ROWS + " rows; expected no more in one audit of synthesized speech");
        }
    }

    /**
     * Adds all that the other has kept; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(SpeechSynthesis other) {
        int[] numbers = cells.merge(other.cells);
        demandRoom(other.brought.size());
        brought.addAll(other.brought);
        kept.merge(other.kept, cell -> numbers[cell]);
    }

    /**
     * Everything measured over the rows added and merged so far. Called once, at the end: what was kept is used up.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not occur
     */
    public TaskOutcome outcome(List<List<String>> dictionaries) {
        int size = kept.size();
        int[] cell = new int[size];
        int[] cluster = new int[size];
        int[] listener = new int[size];
        double[] line = new double[size];
        double[] weight = new double[size];
        int[] next = new int[1];
        kept.forEach((ofCell, ofLine, ofListener, ofWeight, ofCluster) -> {
            int at = next[0]++;
            cell[at] = ofCell;
            line[at] = ofLine;
            listener[at] = (int) ofListener;
            weight[at] = ofWeight;
            cluster[at] = ofCluster;
        });
        RatioRows rows = new RatioRows(
                size, SynthesisMetrics.numbers(brought, weight), plan.groups().weighted(), new int[][] {
                    plan.groups().clustered() ? cluster : null, plan.listened() ? listener : null
                });
        brought.clear();
        int[] order = RadixSort.sort(line);
        Snippets sorted = new Snippets(
                rows.pick(order), Arrays.stream(order).map(at -> cell[at]).toArray(), new double[size]);
        return new SynthesisMeasures(plan, cells, sorted, dictionaries).outcome();
    }
}
