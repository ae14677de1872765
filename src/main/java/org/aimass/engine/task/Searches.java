package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.SearchRows;

/** All searches of an audit of an identification, each with the group's cell that it belongs to. */
final class Searches {

    /** One search, as {@link SearchRows} has it. */
    record Search(int cell, boolean mated, double score, double rank, long person) {}

    private final List<Search> searches = new ArrayList<>();

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

    private static SearchRows columns(List<Search> group, boolean ofPeople) {
        boolean[] mated = new boolean[group.size()];
        IntStream.range(0, mated.length).forEach(i -> mated[i] = group.get(i).mated);
        return new SearchRows(
                mated,
                group.stream().mapToDouble(Search::score).toArray(),
                group.stream().mapToDouble(Search::rank).toArray(),
                ofPeople ? group.stream().mapToLong(Search::person).toArray() : new long[0]);
    }

    /**
     * The lowest score observed of those that decide searches, such that no larger a share of the searches of strangers reaches it
     * than the target; infinite where even the highest is reached by too many, NaN without such searches.
     */
    double threshold(double target) {
        List<Search> scored =
                searches.stream().filter(it -> Double.isFinite(it.score)).toList();
        double[] score = scored.stream().mapToDouble(Search::score).toArray();
        int[] order = RadixSort.sort(score);
        boolean[] mated = new boolean[score.length];
        for (int i = 0; i < mated.length; i++) {
            mated[i] = scored.get(order[i]).mated;
        }
        long strangers = searches.stream().filter(it -> !it.mated).count();
        return ObservedThreshold.lowest(score, mated, strangers, target);
    }
}
