package org.aimass.engine.task;

import java.util.List;
import java.util.function.IntFunction;
import org.aimass.engine.metrics.TaskOutcome;

/**
 * Keeps the candidates of searches, or the faces that are searched for and those that are enrolled, and measures the searches. One thread
 * fills one instance; instances merge in any order to the same outcome, byte for byte.
 */
public final class Identification {

    private final IdentificationPlan plan;
    private final CellIndex cells;
    private final CandidateLists candidates;
    private final Gallery gallery;

    public Identification(IdentificationPlan plan) {
        this.plan = plan;
        cells = new CellIndex(plan.groups().features());
        candidates = new CandidateLists(plan.groups().weighted());
        gallery = new Gallery();
    }

    /**
     * Keeps some candidates.
     *
     * @throws UnusableRows if there are more than can be kept
     */
    public void add(CandidateBatch batch) {
        demand(batch.person() != null, batch.weight() != null);
        for (int row = 0; row < batch.rows(); row++) {
            candidates.add(batch, row, cells.of(batch.features(), row));
        }
    }

    /**
     * Keeps some faces.
     *
     * @throws UnusableRows if there are more than can be kept
     */
    public void add(FaceBatch batch) {
        demand(batch.person() != null, batch.weight() != null);
        for (int row = 0; row < batch.rows(); row++) {
            gallery.add(batch, row, cells.of(batch.features(), row));
        }
    }

    private void demand(boolean ofPeople, boolean weighted) {
        if (plan.groups().clustered() != ofPeople || plan.groups().weighted() != weighted) {
            throw new IllegalArgumentException("the batch has not the people or the weights that the plan promises");
        }
    }

    /**
     * Adds all that the other has kept; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(Identification other) {
        int[] numbers = cells.merge(other.cells);
        candidates.merge(other.candidates, numbers);
        gallery.merge(other.gallery, numbers);
    }

    /**
     * Everything measured over what was added and merged so far. Called once, at the end: what was kept is used up.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @param searchOf the name of each search by its code, to say which one cannot be used
     * @throws IllegalArgumentException if a reference group does not occur
     * @throws UnusableRows if the rows of a search do not agree, or nobody is searched for
     */
    public TaskOutcome outcome(List<List<String>> dictionaries, IntFunction<String> searchOf) {
        Searches searches = new Searches(plan.groups().weighted());
        candidates.search(searches, searchOf);
        gallery.search(searches);
        if (searches.isEmpty()) {
            throw new UnusableRows("nobody is searched for; expected a row whose face is not enrolled");
        }
        searches.settle();
        return new IdentificationMeasures(plan, cells, searches, dictionaries).outcome();
    }
}
