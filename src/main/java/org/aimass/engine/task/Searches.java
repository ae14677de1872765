package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.Compensated;
import org.aimass.engine.metrics.SearchRows;

/** All searches of an audit of an identification, each with the group's cell that it belongs to. */
final class Searches {

    /** One search, as {@link SearchRows} has it. */
    record Search(int cell, boolean mated, double score, double rank, long person, double weight) {

        Search weighing(double other) {
            return new Search(cell, mated, score, rank, person, other);
        }
    }

    private final List<Search> searches = new ArrayList<>();
    private final boolean weighted;

    Searches(boolean weighted) {
        this.weighted = weighted;
    }

    /** Puts searches that have weights into the order of these, so that sums of them are the same whatever the order of the rows. */
    void settle() {
        if (weighted) {
            searches.sort(Comparator.comparingDouble(Search::weight));
        }
    }

    void add(Search search) {
        searches.add(search);
    }

    boolean isEmpty() {
        return searches.isEmpty();
    }

    /** The searches of each group of a partition. */
    List<SearchRows> deal(Partition partition, boolean ofPeople) {
        List<List<Search>> dealt = new ArrayList<>();
        partition.groups().forEach(group -> dealt.add(new ArrayList<>()));
        for (Search search : searches) {
            dealt.get(partition.groupOfCell()[search.cell]).add(search);
        }
        return dealt.stream().map(group -> columns(group, ofPeople)).toList();
    }

    private SearchRows columns(List<Search> group, boolean ofPeople) {
        boolean[] mated = new boolean[group.size()];
        IntStream.range(0, mated.length).forEach(i -> mated[i] = group.get(i).mated);
        return new SearchRows(
                mated,
                group.stream().mapToDouble(Search::score).toArray(),
                group.stream().mapToDouble(Search::rank).toArray(),
                ofPeople ? group.stream().mapToLong(Search::person).toArray() : new long[0],
                weighted ? group.stream().mapToDouble(Search::weight).toArray() : new double[0]);
    }

    /**
     * The lowest score observed of those that decide searches, such that no larger a share of the searches of strangers, as they weigh, reaches it
     * than the target; infinite where even the highest is reached by too many, NaN without such searches.
     */
    double threshold(double target) {
        List<Search> scored =
                searches.stream().filter(it -> Double.isFinite(it.score)).toList();
        double[] score = scored.stream().mapToDouble(Search::score).toArray();
        int[] order = RadixSort.sort(score);
        boolean[] mated = new boolean[score.length];
        double[] weight = new double[weighted ? score.length : 0];
        for (int i = 0; i < mated.length; i++) {
            mated[i] = scored.get(order[i]).mated;
            if (weighted) {
                weight[i] = scored.get(order[i]).weight;
            }
        }
        Compensated unscored = new Compensated();
        searches.stream().filter(it -> !it.mated && !Double.isFinite(it.score)).forEach(it -> unscored.add(it.weight));
        return ObservedThreshold.lowest(score, mated, weight, unscored.value(), target);
    }
}
