package org.aimass.engine.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.TaskOutcome;

/**
 * Keeps the items of an audit of rankings and measures them. One thread fills one instance; instances merge in any order to the
 * same outcome, byte for byte.
 */
public final class Ranking {

    /** More items are not kept. */
    public static final int MOST_ITEMS = 10_000_000;

    private final RankingPlan plan;
    private final CellIndex cells;
    private final KeptRows kept;
    private final Map<Integer, Integer> clusterOfList = new HashMap<>();

    public Ranking(RankingPlan plan) {
        this.plan = plan;
        kept = new KeptRows(true, true, true, plan.groups().weighted(), true);
        cells = new CellIndex(plan.groups().features());
    }

    /**
     * Keeps some items.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises
     * @throws UnusableRows if there are more items than can be kept, or a list lies in two clusters
     */
    public void add(RankedBatch batch) {
        double[] relevance = batch.relevance();
        double[] weight = batch.weight();
        int[] cluster = batch.cluster();
        if (plan.relevant() != (relevance != null)
                || plan.groups().weighted() != (weight != null)
                || plan.groups().clustered() != (cluster != null)) {
            throw new IllegalArgumentException("the batch has not what the plan promises");
        }
        demandRoom(batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            int list = batch.list()[row];
            if (cluster != null) {
                assign(list, cluster[row]);
            }
            kept.add(
                    cells.of(batch.features(), row),
                    batch.order()[row] + 0.0, // no negative zero
                    relevance == null ? 0 : relevance[row] + 0.0,
                    (double) batch.line()[row],
                    weight == null ? 1 : weight[row],
                    list);
        }
    }

    private void demandRoom(int rows) {
        if (kept.size() + rows > MOST_ITEMS) {
            throw new UnusableRows("more than " + MOST_ITEMS + " items; expected no more in one audit of rankings");
        }
    }

    private void assign(int list, int cluster) {
        Integer known = clusterOfList.putIfAbsent(list, cluster);
        if (known != null && known != cluster) {
            throw new UnusableRows("a list lies in two clusters; expected all its items in one");
        }
    }

    /**
     * Adds all that the other has kept; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(Ranking other) {
        int[] numbers = cells.merge(other.cells);
        demandRoom(other.kept.size());
        kept.merge(other.kept, cell -> numbers[cell]);
        other.clusterOfList.forEach(this::assign);
    }

    /**
     * Everything measured over the items added and merged so far. Called once, at the end: the items kept are used up.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not occur
     * @throws UnusableRows if a rank stands twice in a list
     */
    public TaskOutcome outcome(List<List<String>> dictionaries) {
        RankedLists lists = RankedLists.of(kept, plan, clusterOfList);
        return new RankingMeasures(plan, cells, lists, dictionaries).outcome();
    }
}
